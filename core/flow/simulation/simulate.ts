import { Temporal } from 'temporal-polyfill';
import type { Live, ServiceBundle } from '#core/definition/types.ts';
import { isDay } from '#core/reference/identifiers.ts';
import { nameOf } from '../position.ts';
import { lengthWords } from '../proof/length.ts';
import { named, stateNamed } from '../proof/story.ts';
import { everyState } from '../states.ts';
import type { Both } from '../types.ts';
import { Clock } from './clock.ts';
import { rounded, spreadOf } from './measures.ts';
import { PlanError, Settled } from './plan.ts';
import { lengthOf, Run } from './run.ts';
import type { Running } from './running.ts';
import { Staff } from './staff.ts';
import type { Plan, RoleResult, Simulated } from './types.ts';

const HOUR = 3_600_000;

/**
 * Runs a service's flow as a discrete-event simulation. Pure: the same plan and seed give the same result.
 * @throws PlanError where the plan names what the service does not have
 */
export function simulate(
  given: { bundle: ServiceBundle; live: Pick<Live, 'connectors' | 'agencies'> },
  plan: Plan,
): Simulated {
  const { bundle, live } = given;
  const seed = plan.seed ?? 1;
  const settled = new Settled(bundle, plan);
  const clock = new Clock(live.agencies[bundle.agency], bundle.id, plan.from, plan.hours === 'always');
  const people = rolesOf(bundle).map((role) => {
    const title = named(bundle.roles?.[role]?.title, role);
    return { title, staff: new Staff(role, settled.staff(role, title), clock) };
  });
  const staff = people.map((one) => one.staff);
  const run = new Run(given, settled, clock, new Map(staff.map((one) => [one.role, one])), seed);
  const day = (n: number) => clock.moment(Temporal.PlainDate.from(plan.from).add({ days: n }).toString());
  const [from, until] = [day(0), day(plan.days)];
  run.through(
    arrivals(run, plan, from, until, clock),
    Array.from({ length: plan.days }, (_, n) => day(n + 1)),
    until,
  );
  const open = run.cases.flatMap((c) => [...c.stays.values()]);
  for (const one of staff)
    one.close(
      until,
      open.flatMap(({ job }) => (job?.role === one.role ? [job] : [])),
    );
  const roles = people.map((one) => roleResult(one.staff, one.title, clock, until));
  const ended = run.cases.flatMap(({ submitted, ended }) => (ended ? [{ submitted, ...ended }] : []));
  return {
    service: bundle.id,
    plan: { ...plan, seed },
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    cases: {
      arrived: run.cases.length,
      ended: ended.length,
      open: run.cases.length - ended.length,
      outcomes: counted(ended.map(({ outcome }) => outcome)),
    },
    duration: spreadOf(ended.map(({ at, submitted }) => (at - submitted) / (24 * HOUR))),
    late: lateOf(run, until),
    roles,
    states: everyState(bundle.flow)
      .filter(({ state }) => state.type !== 'end')
      .map(({ path, state }) => {
        const stays = run.stays.get(path) ?? [];
        return { path, name: stateNamed(state, nameOf(path)), visits: stays.length, stay: spreadOf(stays) };
      }),
    bottleneck: bottleneckOf(roles, staff),
    series: { days: run.days, queues: Object.fromEntries(run.queues) },
    assumed: [...settled.assumed, ...ALWAYS],
  };
}

function rolesOf(bundle: ServiceBundle): string[] {
  const used = everyState(bundle.flow).flatMap(({ state }) => (state.type === 'task' ? [state.role] : []));
  return [...new Set(used)];
}

function arrivals(run: Run, plan: Plan, from: number, until: number, clock: Clock): number[] {
  const stream = run.chances.stream('arrivals');
  if ('at' in plan.arrivals) {
    const moments = plan.arrivals.at.map((text) => {
      try {
        const at = clock.moment(text);
        // a record that knows only the day
        return isDay(text) ? at + stream.next() * 24 * HOUR : at;
      } catch {
        throw new PlanError(
          `arrivals: «${text}» — ні мить, ні день.`,
          `arrivals: “${text}” is neither an instant nor a day.`,
        );
      }
    });
    return moments.filter((at) => at >= from && at < until).sort((a, b) => a - b);
  }
  const found: number[] = [];
  const gap = (24 * HOUR) / plan.arrivals.perDay;
  for (let at = from + stream.exponential(gap); at < until; at += stream.exponential(gap)) found.push(at);
  return found;
}

function roleResult(one: Staff, title: Both, clock: Clock, until: number): RoleResult {
  const worked = clock.worked(until);
  const waits = one.waits.map((w) => w / HOUR);
  return {
    role: one.role,
    title,
    staff: one.count,
    utilisation: rounded(worked === 0 ? 0 : one.workedTime / (one.count * worked)),
    done: one.done,
    waiting: spreadOf(waits),
    waited: rounded(waits.length === 0 ? 0 : waits.filter((w) => w > 0).length / waits.length),
    queue: {
      mean: rounded(worked === 0 ? 0 : one.queueTime / worked),
      most: one.most,
      atEnd: one.queue.length,
    },
    overdue: one.overdue,
  };
}

function lateOf({ bundle, cases }: Run, until: number): Simulated['late'] {
  const rule = bundle.decideWithin;
  if (!rule) return null;
  const isLate = (c: Running) =>
    c.judged === 'late' || (c.term !== undefined && c.term.left === undefined && c.term.due < until);
  const late = cases.filter(isLate).length;
  const all = cases.filter((c) => c.judged !== undefined || isLate(c)).length;
  const [[unit, n]] = Object.entries(lengthOf(rule)) as [['workingDays' | 'days' | 'hours', number]];
  return {
    late,
    of: all,
    share: rounded(all === 0 ? 0 : late / all),
    limit: lengthWords(n, unit),
  };
}

/** The role whose queue has taken the most working time of cases. */
function bottleneckOf(roles: RoleResult[], staff: Staff[]): Simulated['bottleneck'] {
  const all = staff.reduce((sum, one) => sum + one.queueTime, 0);
  const worst = staff.reduce<Staff | null>((a, b) => (a === null || b.queueTime > a.queueTime ? b : a), null);
  const role = roles.find((r) => r.role === worst?.role);
  if (!worst || !role || worst.queueTime === 0) return null;
  const busy = Math.round(role.utilisation * 100);
  const share = rounded(worst.queueTime / all);
  const part = Math.round(share * 100);
  // the queue is long and about as long as it ever was: it would go on growing
  const full = role.queue.atEnd > 10 * role.staff && role.queue.atEnd >= 0.8 * role.queue.most;
  return {
    role: role.role,
    title: role.title,
    ofWaiting: share,
    says: {
      uk: `${role.title.uk}: ${part} % усього чекання на людей, зайнятість ${busy} %${full ? '; роботи надходить більше, ніж вони встигають' : ''}`,
      en: `${role.title.en}: ${part} % of all waiting for people, ${busy} % busy${full ? '; more work comes than they can do' : ''}`,
    },
  };
}

function counted(all: string[]): { [outcome: string]: number } {
  const counts: { [outcome: string]: number } = {};
  for (const one of all.sort()) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

const ALWAYS: Both[] = [
  {
    uk: 'умови не обчислюються: шлях обирається за частками; «чотири ока» й установи не розрізняються',
    en: 'conditions are not computed: ways are drawn by their shares; four eyes and offices are not told apart',
  },
];
