import type { Problem, Service, State, Target } from '../types.ts';
import { type FlowPlace, flowsOf } from '../walk.ts';
import { mistake } from './problem.ts';

/** The flow: targets exist, waits end, refusals have grounds, outcomes have retention. */
export function checkFlow(service: Service): Problem[] {
  return flowsOf(service.flow).flatMap((place) => [
    ...checkTarget(place, place.flow.initial, `${place.pointer}/initial`),
    ...Object.entries(place.flow.states).flatMap(([name, state]) => {
      const at = `${place.pointer}/states/${name}`;
      return [
        ...targetsOf(state).flatMap(([step, target]) => checkTarget(place, target, `${at}${step}`)),
        ...checkWaiting(state, at),
        ...checkEnd(service, place, state, at),
        ...checkRefusals(place, state, at),
      ];
    }),
  ]);
}

/** The targets of a state, with where each stands in it. */
export function targetsOf(state: State): [string, Target][] {
  const targets: [string, Target | undefined][] = [
    'next',
    'failed',
    'otherwise',
    'declined',
    'none',
    'tooFew',
  ].map((word) => [`/${word}`, (state as unknown as Record<string, Target | undefined>)[word]]);
  if ('overdue' in state) targets.push(['/overdue/to', state.overdue?.to]);
  if (state.type === 'task' || state.type === 'party')
    for (const [name, action] of Object.entries(state.actions))
      targets.push([`/actions/${name}/to`, action.to]);
  return targets.filter((t): t is [string, Target] => t[1] !== undefined);
}

function checkTarget({ flow }: FlowPlace, target: Target, pointer: string): Problem[] {
  const known = Object.keys(flow.states).join(', ');
  const exists = (name: string, at: string) =>
    Object.hasOwn(flow.states, name) ? [] : [mistake('unknownState', at, { name, known })];
  if (typeof target === 'string') return exists(target, pointer);
  const last = target.at(-1);
  return [
    ...target.flatMap((branch, n) => exists(branch.to, `${pointer}/${n}/to`)),
    ...(last?.when === undefined ? [] : [mistake('lastBranch', `${pointer}/${target.length - 1}`, {})]),
  ];
}

function checkWaiting(state: State, at: string): Problem[] {
  const waits =
    state.type === 'task' ||
    state.type === 'party' ||
    state.type === 'pay' ||
    state.type === 'sign' ||
    (state.type === 'wait' && state.event);
  if (waits && !state.due) return [mistake('waitsWithoutDue', at, {})];
  if ('due' in state && state.due && !state.overdue) return [mistake('dueWithoutOverdue', at, {})];
  return [];
}

function checkEnd(service: Service, place: FlowPlace, state: State, at: string): Problem[] {
  if (state.type !== 'end' || !place.top) return [];
  if (!state.kind) return [mistake('endWithoutKind', at, {})];
  return service.retention[state.kind] ? [] : [mistake('noRetention', at, { name: state.kind })];
}

/** An action that leads straight to a refusal of the service names its grounds. */
function checkRefusals(place: FlowPlace, state: State, at: string): Problem[] {
  if (state.type !== 'task' || !place.top) return [];
  const refuses = (name: string) => {
    const to = place.flow.states[name];
    return to?.type === 'end' && to.kind === 'refused';
  };
  return Object.entries(state.actions).flatMap(([name, action]) => {
    const to = typeof action.to === 'string' ? [action.to] : action.to.map((b) => b.to);
    return to.some(refuses) && !action.grounds
      ? [mistake('refusalWithoutGrounds', `${at}/actions/${name}`, {})]
      : [];
  });
}
