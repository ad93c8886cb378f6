import { functionOfArn } from './hosts/function.ts';
import type { Functions } from './hosts/pool.ts';
import { type Json, list, object, text } from './template/json.ts';
import type { World } from './template/world.ts';

export type Schedule = { name: string; expression: string; target: string; input: Json };

/** A schedule that this machine cannot follow. */
export class ScheduleError extends Error {
  readonly code = 'schedule';
}

/** The schedules of EventBridge Scheduler and of rules. */
export function readSchedules(world: World): Schedule[] {
  const scheduler = world.all('AWS::Scheduler::Schedule').map(({ id, properties }) => {
    const target = object(properties.Target);
    return {
      name: id,
      expression: text(properties.ScheduleExpression),
      arn: text(target.Arn),
      input: text(target.Input),
    };
  });
  const rules = world.all('AWS::Events::Rule').flatMap(({ id, properties }) =>
    list(properties.Targets).map((raw) => {
      const target = object(raw);
      return {
        name: id,
        expression: text(properties.ScheduleExpression),
        arn: text(target.Arn),
        input: text(target.Input),
      };
    }),
  );
  return [...scheduler, ...rules]
    .filter(({ expression, arn }) => expression !== '' && arn.includes(':function:'))
    .map(({ name, expression, arn, input }) => ({
      name,
      expression,
      target: functionOfArn(arn),
      input: input
        ? JSON.parse(input)
        : { source: 'aws.scheduler', 'detail-type': 'Scheduled Event', detail: {} },
    }));
}

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

const inField = (field: string, value: number): boolean =>
  field.split(',').some((part) => {
    const [range = '', step] = part.split('/');
    const [from, to] = range === '*' || range === '?' ? [0, 9999] : range.split('-').map(Number);
    const end = to ?? (step ? 9999 : (from ?? 0));
    return value >= (from ?? 0) && value <= end && (value - (from ?? 0)) % Number(step ?? 1) === 0;
  });

/** Whether a schedule falls in a minute (UTC). Rates count from the epoch, so that restarts do not shift them. Throws ScheduleError. */
export function falls(expression: string, minute: number): boolean {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) return minute % (Number(rate[1]) * (UNITS[rate[2] ?? ''] ?? 1)) === 0;
  const cron = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+)(?: (\S+))?\)$/.exec(expression);
  if (!cron) throw new ScheduleError(`The schedule "${expression}" is neither rate(…) nor cron(…).`);
  const [, minutes = '', hours = '', days = '', months = '', weekdays = '', years = '*'] = cron;
  const at = new Date(minute);
  return (
    inField(minutes, at.getUTCMinutes()) &&
    inField(hours, at.getUTCHours()) &&
    inField(days, at.getUTCDate()) &&
    inField(months, at.getUTCMonth() + 1) &&
    inField(
      weekdays.replace(
        /SUN|MON|TUE|WED|THU|FRI|SAT/g,
        (day) => `${'SUNMONTUEWEDTHUFRISAT'.indexOf(day) / 3 + 1}`,
      ),
      at.getUTCDay() + 1,
    ) &&
    inField(years, at.getUTCFullYear())
  );
}

/** Runs the schedules by the stack's clock, each minute once; a clock moved ahead runs those of the minute it arrives in. */
export function keepSchedules(
  read: () => Schedule[],
  functions: Functions,
  now: () => number,
): { stop: () => void; tick: () => void } {
  let last = Math.floor(now() / 60_000);
  const running = new Set<string>();
  const run = (due: (schedule: Schedule) => boolean): void => {
    for (const schedule of read().filter(due)) {
      if (running.has(schedule.name)) continue;
      running.add(schedule.name);
      functions
        .invoke(schedule.target, schedule.input)
        .catch(() => undefined)
        .finally(() => running.delete(schedule.name));
    }
  };
  const timer = setInterval(() => {
    const minute = Math.floor(now() / 60_000);
    if (minute === last) return;
    last = minute;
    run(({ expression }) => falls(expression, minute * 60_000));
  }, 1000);
  // what is overdue is picked up at once after a start and after the clock was moved
  const tick = (): void => run(({ expression }) => expression.startsWith('rate('));
  return { stop: () => clearInterval(timer), tick };
}
