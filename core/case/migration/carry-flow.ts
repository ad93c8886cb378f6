import { goesOn } from '#core/definition/goes-on.ts';
import type { Migrate } from '#core/definition/types.ts';
import { inside, join } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Path, Position } from '#core/flow/types.ts';
import { refuse, refuseSaying } from '../refuse.ts';
import type { ServiceRuntime } from '../runtime.ts';
import { titleOf } from '../titles.ts';
import type { Case } from '../types.ts';
import { Renaming } from './renaming.ts';

/** Where a case stands in the new version. */
export type CarriedFlow = {
  position: Position;
  /** Places that go on: old path -> new. */
  places: Map<Path, Path>;
  /** Places that are taken off, and so what they wait for is cancelled. */
  dropped: Path[];
  /** States that are entered anew: the flow, the state. */
  enters: { flow: Path; state: string; from: Path }[];
  /** Branches that the earlier version did not have, and which begin. */
  begins: Path[];
  /** Groups that go on, the innermost first: what the new version wants of their join may be met already. */
  groups: Path[];
  /** Outcomes of branches and items that have ended, as the new version calls them. */
  outcomes: { [flow: Path]: string };
};

/** What of two versions decides where a case comes to stand. */
export type Versions = { from: ServiceRuntime; to: ServiceRuntime; rule: Migrate; renaming: Renaming };

/** Two versions, the later of which takes over cases of the earlier one; refuses where it does not. */
export function versionsOf(from: ServiceRuntime, to: ServiceRuntime): Versions {
  const rule = to.bundle.migrate;
  if (rule?.from === from.bundle.version && to.bundle.id === from.bundle.id)
    return { from, to, rule, renaming: new Renaming(rule) };
  return refuse(
    'otherVersion',
    `Нова версія не приймає справ версії ${from.bundle.version}`,
    `The new version takes over no cases of version ${from.bundle.version}`,
    '/to',
  );
}

/** Where a case comes to stand. Refuses by name where the new version does not say so, or says that it stays. */
export function carriedFlow(versions: Versions, kase: Case): CarriedFlow {
  const into: CarriedFlow = {
    position: { state: '' },
    places: new Map(),
    dropped: [],
    enters: [],
    begins: [],
    groups: [],
    outcomes: {},
  };
  if (kase.position) into.position = flow(versions, kase, into, '', '', kase.position);
  return into;
}

function flow(
  versions: Versions,
  kase: Case,
  into: CarriedFlow,
  oldFlow: Path,
  newFlow: Path,
  here: Position,
): Position {
  const { from, to, rule, renaming } = versions;
  const oldPath = join(oldFlow, here.state);
  const how = rule.states && Object.hasOwn(rule.states, here.state) ? rule.states[here.state] : undefined;
  if (how?.stays) refuseSaying('staysBehind', how.stays);
  if (how?.enter !== undefined) return entersAnew(versions, kase, into, oldPath, newFlow, how.enter);
  const name = renaming.name(here.state);
  const newPath = join(newFlow, name);
  const [old, state] = [stateAt(from.bundle.flow, oldPath), stateAt(to.bundle.flow, newPath)];
  if (!old || !state) return notMapped(versions, oldPath);
  const goes = goesOn(old, state, (one) => renaming.name(one));
  if (goes === 'kind') return notMapped(versions, oldPath);
  if (goes === 'asked') outstanding(versions, oldPath);
  if (state.type === 'end') {
    into.outcomes[newFlow] = state.outcome;
    return { state: name };
  }
  if (kase.places[oldPath]) into.places.set(oldPath, newPath);
  if (state.type !== 'parallel' && state.type !== 'each') return { state: name };
  const children = below(versions, kase, into, oldPath, newPath, here);
  if (state.type === 'parallel')
    for (const branch of Object.keys(state.branches))
      if (!Object.hasOwn(children, branch)) into.begins.push(join(newPath, branch));
  into.groups.push(newPath);
  return { state: name, [state.type === 'parallel' ? 'branches' : 'items']: children };
}

/** The branches or items of a group. */
function below(
  versions: Versions,
  kase: Case,
  into: CarriedFlow,
  oldPath: Path,
  newPath: Path,
  here: Position,
): { [child: string]: Position } {
  const children = Object.entries(here.branches ?? here.items ?? {}).map(([child, inner]) => {
    const key = versions.renaming.name(child);
    return [key, flow(versions, kase, into, join(oldPath, child), join(newPath, key), inner)] as const;
  });
  return Object.fromEntries(children);
}

/** A flow begins again in a state: what waited there is taken off. */
function entersAnew(
  versions: Versions,
  kase: Case,
  into: CarriedFlow,
  oldPath: Path,
  newFlow: Path,
  state: string,
): Position {
  if (!stateAt(versions.to.bundle.flow, join(newFlow, state))) notMapped(versions, oldPath);
  for (const path of Object.keys(kase.places))
    if (path === oldPath || inside(path, oldPath)) into.dropped.push(path);
  into.enters.push({ flow: newFlow, state, from: oldPath });
  return { state };
}

const titled = ({ from }: Versions, path: Path) => titleOf(stateAt(from.bundle.flow, path), path);

function notMapped(versions: Versions, path: Path): never {
  const title = titled(versions, path);
  return refuse(
    'notMapped',
    `Нова версія не каже, куди йде справа зі стану «${title.uk}». Додайте його до migrate: renamed або states`,
    `The new version does not say where a case goes from the state “${title.en ?? title.uk}”. Add it to migrate: renamed or states`,
    `/${path}`,
  );
}

function outstanding(versions: Versions, path: Path): never {
  const title = titled(versions, path);
  return refuse(
    'effectOutstanding',
    `У стані «${title.uk}» справа чекає того, чого нова версія не чекає. Дочекайтеся відповіді або додайте до migrate.states, куди справа входить наново`,
    `In the state “${title.en ?? title.uk}” the case waits for what the new version does not wait for. Wait for the answer, or add to migrate.states where the case enters anew`,
    `/${path}`,
  );
}
