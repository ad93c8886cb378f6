import { flowOf, join, nameOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Instant, Path } from '#core/flow/types.ts';
import type { EventBodies, Term } from '../event.ts';
import { isTrue, listOf } from '../feel.ts';
import { namesOf } from '../names.ts';
import type { Place } from '../place.ts';
import { refuse } from '../refuse.ts';
import type { Case } from '../types.ts';
import { type CarriedFlow, carriedFlow, type Versions, versionsOf } from './carry-flow.ts';
import { withForms } from './carry-forms.ts';
import { renamed } from './carry-names.ts';
import { carriedPlace } from './carry-place.ts';
import { missing } from './missing.ts';
import type { Renaming } from './renaming.ts';

/** A case as the new version takes it over: what its event says, where it goes on, what is left behind. */
export type Carried = {
  public: Omit<EventBodies['migrated']['public'], 'proposedBy' | 'unpaid'>;
  data: EventBodies['migrated']['data'];
  flow: CarriedFlow;
  renaming: Renaming;
  /** What has no place in the new version: pointers of the form, names of answers, parties and states. */
  lost: string[];
};

/**
 * A case carried over to a later version of its service. Pure; nothing of the case is changed.
 * Refuses by name: another version than the migration is from, a state that is not mapped, an answer that is waited for, data
 * that are not valid or not there, what the definition says stays.
 */
export function carried(from: Versions['from'], to: Versions['to'], kase: Case, now: Instant): Carried {
  const versions = versionsOf(from, to);
  const { rule } = versions;
  if (rule.when !== undefined && !isTrue(from, rule.when, namesOf(from, kase, '', now), 'migrate/when'))
    refuse(
      'staysBehind',
      'Умова перенесення не справджується: справа лишається на своїй версії',
      'The condition of the migration does not hold: the case stays on its version',
    );
  const flow = carriedFlow(versions, kase);
  const lost: string[] = [];
  const half = renamed(versions, kase, flow, lost);
  const whole = withForms(versions, kase, half, now, lost);
  const full = withItems(versions, whole, flow, now);
  const next = { ...full, places: placesOf(versions, kase, full, flow, now) };
  const entered = flow.enters.map(({ flow: at, state }) => join(at, state));
  for (const path of [...flow.places.values(), ...entered]) {
    const name = missing(to.bundle, next, path);
    if (name === undefined) continue;
    refuse(
      'notReached',
      `У новій версії до стану «${nameOf(path)}» вже відоме «${name}», а в цій справі його немає. Додайте до migrate.states, куди вона входить наново`,
      `In the new version “${name}” is known by the state “${nameOf(path)}”, and this case has none. Add to migrate.states where it enters anew`,
      `/${path}`,
    );
  }
  const { form, parties, files, lookups, results, values, items, asks, marks, changes, records } = next.data;
  return {
    public: {
      from: from.hash,
      to: to.hash,
      position: flow.position,
      places: next.places,
      results: next.results,
      outcomes: next.outcomes,
      parties: next.parties,
      documents: next.documents,
      term: termOf(versions, kase),
      ...(next.held ? { held: next.held } : {}),
      ...(next.letters ? { letters: next.letters } : {}),
    },
    data: {
      ...{ form, parties, files, lookups, results, values, items, asks, marks, changes },
      ...(records ? { records } : {}),
    },
    flow,
    renaming: versions.renaming,
    lost,
  };
}

/** The items of what is done for each of a list, as the new form has them, where it has as many. */
function withItems({ to }: Versions, next: Case, flow: CarriedFlow, now: Instant): Case {
  const items = { ...next.data.items };
  for (const path of flow.groups) {
    const state = stateAt(to.bundle.flow, path);
    const known = items[path];
    if (state?.type !== 'each' || !known) continue;
    const list = listOf(
      to,
      state.of,
      namesOf(to, { ...next, data: { ...next.data, items } }, flowOf(path), now),
      path,
    );
    if (list.length === Object.keys(known).length)
      items[path] = Object.fromEntries(list.map((item, n) => [String(n + 1), item]));
  }
  return { ...next, data: { ...next.data, items } };
}

function placesOf(
  { from, to, renaming }: Versions,
  kase: Case,
  next: Case,
  flow: CarriedFlow,
  now: Instant,
): { [path: Path]: Place } {
  const places: { [path: Path]: Place } = {};
  for (const [oldPath, path] of flow.places) {
    const [place, old, state] = [
      kase.places[oldPath],
      stateAt(from.bundle.flow, oldPath),
      stateAt(to.bundle.flow, path),
    ];
    if (!place || !old || !state) continue;
    const given = { to, kase: next, renaming, now, names: namesOf(to, next, flowOf(path), now) };
    places[path] = carriedPlace(given, place, path, old, state);
  }
  return places;
}

/** The term in law runs on as it began; what silence means is what the new version says. Null: it knows no term. */
function termOf({ to }: Versions, { term }: Case): Term | null {
  const rule = to.bundle.decideWithin;
  return term && rule ? { ...term, meaning: rule.overdue.meaning } : null;
}
