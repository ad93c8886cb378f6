import { functionOfArn } from './hosts/function.ts';
import type { Functions } from './hosts/pool.ts';
import { type Json, list, object, text } from './template/json.ts';
import type { World } from './template/world.ts';

/** What is called: a function, with an event; or what is told: a queue, with a message. */
export type Target = { called: string; input: Json } | { told: string; message: string };
/** A schedule, by the clocks of a zone (UTC where none is said). */
export type Schedule = { name: string; expression: string; zone?: string; target: Target };

/** A schedule that this machine cannot follow. */
export class ScheduleError extends Error {
  readonly code = 'schedule';
}

/** The schedules of EventBridge Scheduler and of rules. */
export function readSchedules(world: World): Schedule[] {
  const scheduler = world.all('AWS::Scheduler::Schedule').flatMap(({ id, properties }) => {
    const zone = text(properties.ScheduleExpressionTimezone);
    const expression = text(properties.ScheduleExpression);
    return targetsIn(list(properties.Target)).map((target) => ({
      ...{ name: id, expression, target },
      ...(zone === '' ? {} : { zone }),
    }));
  });
  const rules = world.all('AWS::Events::Rule').flatMap(({ id, properties }) => {
    const expression = text(properties.ScheduleExpression);
    return targetsIn(list(properties.Targets)).map((target) => ({ name: id, expression, target }));
  });
  return [...scheduler, ...rules].filter(({ expression }) => expression !== '');
}

const targetsIn = (all: readonly Json[]): Target[] =>
  all.flatMap((raw): Target[] => {
    const target = object(raw);
    const arn = text(target.Arn);
    const input = text(target.Input);
    if (arn.startsWith('arn:aws:sqs:')) return [{ told: arn.split(':').at(-1) ?? '', message: input }];
    if (!arn.includes(':function:')) return [];
    const event = { source: 'aws.scheduler', 'detail-type': 'Scheduled Event', detail: {} };
    return [{ called: functionOfArn(arn), input: input ? (JSON.parse(input) as Json) : event }];
  });

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

const inField = (field: string, value: number): boolean =>
  field.split(',').some((part) => {
    const [range = '', step] = part.split('/');
    const [from, to] = range === '*' || range === '?' ? [0, 9999] : range.split('-').map(Number);
    const end = to ?? (step ? 9999 : (from ?? 0));
    return value >= (from ?? 0) && value <= end && (value - (from ?? 0)) % Number(step ?? 1) === 0;
  });

const clocks = new Map<string, Intl.DateTimeFormat>();

/** An instant as the clocks of a zone show it, as if they were UTC's. */
function shownIn(zone: string, instant: number): Date {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(zone, clock);
  const shown = clock.format(instant);
  return new Date(`${shown.replace(' ', 'T')}Z`);
}

/**
 * Whether a schedule falls in a minute, by the clocks of its zone, whole hours from UTC. Rates count from the epoch, so that
 * restarts do not shift them. Throws ScheduleError.
 */
export function falls(expression: string, minute: number, zone?: string): boolean {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) return minute % (Number(rate[1]) * (UNITS[rate[2] ?? ''] ?? 1)) === 0;
  const cron = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+)(?: (\S+))?\)$/.exec(expression);
  if (!cron) throw new ScheduleError(`The schedule "${expression}" is neither rate(…) nor cron(…).`);
  const [, minutes = '', hours = '', days = '', months = '', weekdays = '', years = '*'] = cron;
  if (!inField(minutes, new Date(minute).getUTCMinutes())) return false;
  const at = zone === undefined ? new Date(minute) : shownIn(zone, minute);
  return (
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

const MINUTE = 60_000;
/** So far back a time that the clock has jumped over is looked for. */
const MOST_MINUTES = 366 * 24 * 60;

/** When a schedule fell last after one minute and up to another, both as instants; undefined where it did not. */
export function lastFall(
  { expression, zone }: Pick<Schedule, 'expression' | 'zone'>,
  after: number,
  until: number,
): number | undefined {
  const from = Math.max(after, until - MOST_MINUTES * MINUTE);
  for (let minute = until; minute > from; minute -= MINUTE)
    if (falls(expression, minute, zone)) return minute;
  return undefined;
}

/** Puts a message on a queue, by its name. */
export type Tell = (queue: string, message: string) => void;

/**
 * Runs the schedules by the stack's clock, each minute once. A clock moved ahead calls the functions whose minute it arrives
 * in, and tells queues what fell last in the time that it has jumped over: no engine would have missed it.
 */
export function keepSchedules(
  read: () => Schedule[],
  functions: Pick<Functions, 'invoke'>,
  tell: Tell,
  now: () => number,
): { stop: () => void; tick: () => void } {
  let last = Math.floor(now() / MINUTE);
  const running = new Set<string>();
  const call = (due: (schedule: Schedule) => boolean): void => {
    for (const { name, target } of read().filter((one) => 'called' in one.target && due(one))) {
      if (running.has(name) || !('called' in target)) continue;
      running.add(name);
      functions
        .invoke(target.called, target.input)
        .catch(() => undefined)
        .finally(() => running.delete(name));
    }
  };
  const tellFallen = (after: number, until: number): void => {
    for (const schedule of read()) {
      if (!('told' in schedule.target)) continue;
      const fell = lastFall(schedule, after, until);
      if (fell === undefined) continue;
      const at = new Date(fell).toISOString().replace('.000', '');
      tell(schedule.target.told, schedule.target.message.replaceAll('<aws.scheduler.scheduled-time>', at));
    }
  };
  const timer = setInterval(() => {
    const minute = Math.floor(now() / MINUTE);
    if (minute === last) return;
    const before = last;
    last = minute;
    call(({ expression, zone }) => falls(expression, minute * MINUTE, zone));
    tellFallen(before * MINUTE, minute * MINUTE);
  }, 1000);
  // what is overdue is picked up at once after a start and after the clock was moved
  const tick = (): void => call(({ expression }) => expression.startsWith('rate('));
  return { stop: () => clearInterval(timer), tick };
}
