import type { State, Target } from '#core/definition/types.generated.ts';

/**
 * How a state is left: someone acts, a connector answers or fails, there is none to be had, someone declines, too few came,
 * another system tells, the time waited for comes, the deadline passes, an exemption holds, a join is met or lost.
 */
export type WayKind =
  | 'act'
  | 'answered'
  | 'failed'
  | 'none'
  | 'declined'
  | 'tooFew'
  | 'told'
  | 'until'
  | 'due'
  | 'exempt'
  | 'met'
  | 'lost';

/** One way out of a state: one entry of one target. `step` is the JSON Pointer of the entry, below the state. */
export type Way = {
  kind: WayKind;
  to: string;
  step: string;
  action?: string;
  atMost?: number;
  when?: string;
};

/** Whether it takes a person to go this way: one who acts, pays or signs. */
export function takesPerson(state: State, way: Way): boolean {
  if (way.kind === 'act' || way.kind === 'declined') return true;
  return way.kind === 'answered' && (state.type === 'pay' || state.type === 'sign');
}

/** Every way out of a state; conditions are not looked at. */
export function waysOf(state: State): Way[] {
  const own = waysByType(state);
  if (state.type === 'end' || !('overdue' in state) || state.overdue?.to === undefined) return own;
  return [...own, ...entries('due', state.overdue.to, '/overdue/to')];
}

function waysByType(state: State): Way[] {
  switch (state.type) {
    case 'task':
    case 'party':
      return Object.entries(state.actions).flatMap(([action, { to, atMost }]) =>
        entries('act', to, `/actions/${action}/to`).map((way) => ({
          ...way,
          action,
          ...(atMost === undefined ? {} : { atMost }),
        })),
      );
    case 'call':
    case 'issue':
      return [...entries('answered', state.next, '/next'), ...entries('failed', state.failed, '/failed')];
    case 'reserve':
      return [...entries('answered', state.next, '/next'), ...entries('none', state.none, '/none')];
    case 'sign':
      return [
        ...entries('answered', state.next, '/next'),
        ...entries('declined', state.declined, '/declined'),
      ];
    case 'collect':
      return [
        ...entries('answered', state.next, '/next'),
        ...(state.tooFew === undefined ? [] : entries('tooFew', state.tooFew, '/tooFew')),
      ];
    case 'pay':
      return [
        ...entries('answered', state.next, '/next'),
        ...(state.exempt?.length ? entries('exempt', state.next, '/next') : []),
      ];
    case 'wait':
      return entries(state.event ? 'told' : 'until', state.next, '/next');
    case 'parallel':
    case 'each':
      return [...entries('met', state.next, '/next'), ...entries('lost', state.otherwise, '/otherwise')];
    case 'end':
      return [];
    default:
      return entries('answered', state.next, '/next');
  }
}

function entries(kind: WayKind, target: Target, step: string): Way[] {
  if (typeof target === 'string') return [{ kind, to: target, step }];
  return target.map(({ when, to }, n) => ({
    kind,
    to,
    step: `${step}/${n}`,
    ...(when === undefined ? {} : { when }),
  }));
}
