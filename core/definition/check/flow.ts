import { nearest } from '#core/expression/types/index.ts';
import type { JsonPatch, Problem, Service, State, Target } from '../types.ts';
import { type FlowPlace, flowsOf, remindersOf } from '../walk.ts';
import { checkJoin } from './joins.ts';
import { mistake } from './problem.ts';
import { checkRefusals } from './refusals.ts';

/** The flow: targets exist, waits end, joins can be met, refusals have grounds, outcomes have retention. */
export function checkFlow(service: Service): Problem[] {
  return [
    ...flowsOf(service.flow).flatMap((place) => [
      ...checkTarget(place, place.flow.initial, `${place.pointer}/initial`),
      ...Object.entries(place.flow.states).flatMap(([name, state]) =>
        checkState(service, place, state, `${place.pointer}/states/${name}`),
      ),
    ]),
    ...(Object.values(service.flow.states).some((s) => s.type === 'end')
      ? []
      : [mistake('flowWithoutEnd', '/flow', {})]),
    ...checkTerm(service),
    ...checkRetention(service),
  ];
}

function checkState(service: Service, place: FlowPlace, state: State, at: string): Problem[] {
  return [
    ...targetsOf(state).flatMap(([step, target]) => checkTarget(place, target, `${at}${step}`)),
    ...checkWaiting(state, at),
    ...checkEnd(service, place, state, at),
    ...checkActions(place, state, at),
    ...checkRefusals(place, state, at),
    ...checkJoin(state, at),
  ];
}

/** The targets of a state, with where each stands in it. */
export function targetsOf(state: State): [string, Target][] {
  const words = ['next', 'failed', 'otherwise', 'declined', 'none', 'tooFew'] as const;
  const targets: [string, Target | undefined][] = words.map((word) => [
    `/${word}`,
    (state as { [w in typeof word]?: Target })[word],
  ]);
  if ('overdue' in state) targets.push(['/overdue/to', state.overdue?.to]);
  if (state.type === 'task' || state.type === 'party')
    for (const [name, action] of Object.entries(state.actions))
      targets.push([`/actions/${name}/to`, action.to]);
  return targets.filter((t): t is [string, Target] => t[1] !== undefined);
}

function checkTarget({ flow }: Pick<FlowPlace, 'flow'>, target: Target, pointer: string): Problem[] {
  const states = Object.keys(flow.states);
  const exists = (name: string, at: string) => {
    if (Object.hasOwn(flow.states, name)) return [];
    const near = nearest(name, states);
    return [mistake('unknownState', at, { name, known: states.join(', ') }, instead(at, near))];
  };
  if (typeof target === 'string') return exists(target, pointer);
  const last = target.at(-1);
  return [
    ...target.flatMap((branch, n) => exists(branch.to, `${pointer}/${n}/to`)),
    ...target
      .slice(0, -1)
      .flatMap((branch, n) =>
        branch.when === undefined ? [mistake('branchWithoutWhen', `${pointer}/${n}`, { to: branch.to })] : [],
      ),
    ...(last?.when === undefined ? [] : [mistake('lastBranch', `${pointer}/${target.length - 1}`, {})]),
  ];
}

export const instead = (path: string, value: unknown): JsonPatch | undefined =>
  value === undefined ? undefined : [{ op: 'replace', path, value }];

/** Days of a duration, where it is in calendar days. */
const daysOf = (length: unknown): number | undefined => {
  const found = typeof length === 'string' ? /^P(?:(\d+)W)?(?:(\d+)D)?$/.exec(length) : null;
  return found ? Number(found[1] ?? 0) * 7 + Number(found[2] ?? 0) : undefined;
};

function checkWaiting(state: State, at: string): Problem[] {
  const problems: Problem[] = [];
  const waits =
    /^(task|party|pay|sign)$/.test(state.type) || (state.type === 'wait' && state.event !== undefined);
  const due = 'due' in state ? state.due : undefined;
  if (waits && !due) problems.push(mistake('waitsWithoutDue', at, {}));
  else if (due && !('overdue' in state && state.overdue)) problems.push(mistake('dueWithoutOverdue', at, {}));
  if (!due && !waits && state.type !== 'call' && 'overdue' in state && state.overdue)
    problems.push(
      mistake('overdueWithoutDue', `${at}/overdue`, {}, [{ op: 'remove', path: `${at}/overdue` }]),
    );
  for (const [n, one] of remindersOf(state).entries()) {
    const path = `${at}/remind/${n}`;
    const [whole, before] = [daysOf(due), daysOf(one.before)];
    if (!due && !waits && state.type !== 'wait')
      problems.push(mistake('remindWithoutDue', path, {}, [{ op: 'remove', path }]));
    else if (whole !== undefined && before !== undefined && before >= whole)
      problems.push(
        mistake('remindTooEarly', `${path}/before`, { before: one.before as string, due: due as string }),
      );
  }
  return problems;
}

const kindsOfEnd = ['granted', 'partly', 'refused', 'left', 'withdrawn', 'cancelled'] as const;

function checkEnd(service: Service, place: FlowPlace, state: State, at: string): Problem[] {
  if (state.type !== 'end' || !place.top) return [];
  if (!state.kind) {
    const meant = kindsOfEnd.find((kind) => kind === state.outcome);
    return [mistake('endWithoutKind', at, {}, meant && [{ op: 'add', path: `${at}/kind`, value: meant }])];
  }
  return service.retention[state.kind] ? [] : [mistake('noRetention', at, { name: state.kind })];
}

function checkActions(place: FlowPlace, state: State, at: string): Problem[] {
  if (state.type !== 'task' && state.type !== 'party') return [];
  return Object.entries(state.actions).flatMap(([name, action]) => {
    const here = `${at}/actions/${name}`;
    const to = typeof action.to === 'string' ? [action.to] : action.to.map((branch) => branch.to);
    const problems: Problem[] = [];
    if (action.explain && !action.grounds)
      problems.push(
        mistake('explainWithoutGrounds', `${here}/explain`, {}, [{ op: 'remove', path: `${here}/explain` }]),
      );
    if (action.marks && !to.some((one) => place.flow.states[one]?.type === 'party'))
      problems.push(mistake('marksNobody', `${here}/marks`, {}, [{ op: 'remove', path: `${here}/marks` }]));
    return problems;
  });
}

/** The term of the whole case: silence that decides leads somewhere; that it may be exceeded is said only where it may. */
function checkTerm(service: Service): Problem[] {
  const { decideWithin: term, after, flow } = service;
  const problems: Problem[] = [];
  if (term?.overdue.to) problems.push(...checkTarget({ flow }, term.overdue.to, '/decideWithin/overdue/to'));
  if (term && term.overdue.meaning !== 'late' && !term.overdue.to)
    problems.push(mistake('silenceLeadsNowhere', '/decideWithin/overdue', { meaning: term.overdue.meaning }));
  const to = after?.reopen?.to;
  if (to !== undefined) problems.push(...checkTarget({ flow }, to, '/after/reopen/to'));
  return problems;
}

/** Every case may be withdrawn, and every draft left. */
function checkRetention({ retention, startedBy }: Service): Problem[] {
  const problems: Problem[] = [];
  if (!retention.withdrawn) problems.push(mistake('noRetention', '/retention', { name: 'withdrawn' }));
  if (!retention.draft && startedBy.applicant)
    problems.push(mistake('noRetention', '/retention', { name: 'draft' }));
  return problems;
}
