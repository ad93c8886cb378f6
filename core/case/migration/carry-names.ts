import type { State } from '#core/definition/types.ts';
import { inside, join } from '#core/flow/position.ts';
import { flowAt, stateAt } from '#core/flow/states.ts';
import type { Json, JsonObject, Path } from '#core/flow/types.ts';
import type { IssuedMeta, MessageMeta, PartyData, PartyMeta } from '../event.ts';
import type { Case, CaseData, ResultData } from '../types.ts';
import type { CarriedFlow, Versions } from './carry-flow.ts';
import type { Renaming } from './renaming.ts';

/** The case with everything that is kept by name or path called as the new version calls it; places come later. */
export function renamed(
  { from, to, renaming }: Versions,
  kase: Case,
  flow: CarriedFlow,
  lost: string[],
): Case {
  const { bundle } = to;
  const stands = (path: Path): State | undefined => stateAt(bundle.flow, path);
  const acts = (path: Path) => ['task', 'party'].includes(stands(path)?.type ?? '');
  const kept = <V>(of: { [path: Path]: V }, is: (path: Path) => boolean, note = false) =>
    Object.fromEntries(
      Object.entries(of).flatMap(([path, value]) => {
        const there = renaming.path(path);
        // what is entered anew is done anew
        const again = flow.dropped.some((one) => inside(path, one));
        if (is(there) && !again) return [[there, value]];
        if (note) lost.push(path);
        return [];
      }),
    );
  const isParty = (key: string) => Object.hasOwn(bundle.parties, key.replace(/\/.*$/, ''));
  const outcomes = Object.entries(kase.outcomes).flatMap(([path, outcome]): [Path, string][] => {
    const there = renaming.path(path);
    if (!flowAt(bundle.flow, there) || flow.dropped.some((one) => inside(path, one))) return [];
    return [[there, flow.outcomes[there] ?? outcomeOf({ from, to, renaming }, path, there, outcome)]];
  });
  const parties = kept<PartyMeta>(kase.parties, isParty, true);
  const { data } = kase;
  return {
    ...kase,
    definition: to.hash,
    position: flow.position,
    places: {},
    results: kept(kase.results, acts, true),
    outcomes: Object.fromEntries(outcomes),
    parties: Object.fromEntries(
      Object.entries(parties).map(([key, { path, ...meta }]) => [
        key,
        {
          ...meta,
          party: renaming.name(meta.party),
          ...(path === undefined ? {} : { path: renaming.path(path) }),
        },
      ]),
    ),
    documents: Object.fromEntries(
      Object.entries(kase.documents).map(([id, one]): [string, IssuedMeta] => [
        id,
        { ...one, document: renaming.name(one.document), path: renaming.path(one.path) },
      ]),
    ),
    ...(kase.held ? { held: moved(kase.held, renaming) } : {}),
    ...(kase.letters ? { letters: lettersNow(kase.letters, renaming) } : {}),
    data: {
      ...data,
      ...(data.records ? { records: moved(data.records, renaming) } : {}),
      results: kept<ResultData>(data.results, acts),
      parties: kept<PartyData>(data.parties, isParty),
      asks: kept<JsonObject>(data.asks, (path) => stands(path) !== undefined),
      items: kept(data.items, (path) => stands(path)?.type === 'each'),
      values: Object.fromEntries(
        Object.entries(data.values).map(([path, answers]) => [
          renaming.path(path),
          answersKept(to, renaming, renaming.path(path), answers, lost),
        ]),
      ),
      lookups: lookupsKept(to, renaming, data.lookups, lost),
      marks: data.marks.map((mark) => ({ ...mark, pointer: renaming.pointer(mark.pointer) })),
      changes: data.changes.map((change) => ({ ...change, pointer: renaming.pointer(change.pointer) })),
      files: Object.fromEntries(
        Object.entries(data.files).map(([id, file]) => [id, { ...file, at: renaming.pointer(file.at) }]),
      ),
    },
  };
}

/** Letters wait for the documents as the new version calls them. */
const lettersNow = (letters: NonNullable<Case['letters']>, renaming: Renaming) =>
  Object.fromEntries(
    Object.entries(letters).map(([id, { waits, ...meta }]): [string, MessageMeta] => [
      id,
      waits
        ? {
            ...meta,
            waits: {
              for: waits.for.map((name) => renaming.name(name)),
              path: renaming.path(waits.path),
            },
          }
        : meta,
    ]),
  );

/** What is kept by effect, at the paths of the new version. */
export const moved = <V extends { path: Path }>(of: { [effect: string]: V }, renaming: Renaming) =>
  Object.fromEntries(
    Object.entries(of).map(([effect, one]) => [effect, { ...one, path: renaming.path(one.path) }]),
  );

/** What the end is called now by which a branch or item ended. */
function outcomeOf(
  { from, to, renaming }: Pick<Versions, 'from' | 'to' | 'renaming'>,
  oldFlow: Path,
  newFlow: Path,
  outcome: string,
): string {
  const ends = Object.entries(flowAt(from.bundle.flow, oldFlow)?.states ?? {});
  const now = ends
    .filter(([, state]) => state.type === 'end' && state.outcome === outcome)
    .map(([name]) => stateAt(to.bundle.flow, join(newFlow, renaming.name(name))))
    .find((state) => state?.type === 'end');
  return now?.type === 'end' ? now.outcome : outcome;
}

function answersKept(
  to: Versions['to'],
  renaming: Renaming,
  flow: Path,
  answers: { [as: string]: Json },
  lost: string[],
): { [as: string]: Json } {
  const known = new Set(
    Object.values(flowAt(to.bundle.flow, flow)?.states ?? {}).map((state) =>
      state.type === 'wait' ? state.event?.as : 'as' in state ? state.as : undefined,
    ),
  );
  return Object.fromEntries(
    Object.entries(answers).flatMap(([as, value]) => {
      if (known.has(renaming.name(as))) return [[renaming.name(as), value]];
      lost.push(as);
      return [];
    }),
  );
}

function lookupsKept(
  { bundle }: Versions['to'],
  renaming: Renaming,
  answers: CaseData['lookups'],
  lost: string[],
): CaseData['lookups'] {
  const known = Object.entries(bundle.form.lookups ?? {}).flatMap(([name, { as }]) => [name, as ?? name]);
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => {
      if (known.includes(renaming.name(name))) return [[renaming.name(name), value]];
      lost.push(name);
      return [];
    }),
  );
}
