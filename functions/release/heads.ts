import type { Current } from '#core/definition/types.ts';
import { agenciesKey } from '../store/agencies.ts';
import { platformKey } from '../store/keys.ts';

/** An item of the platform table. */
export type Item = { pk: string; sk: string; [attribute: string]: unknown };
/** The definitions that no service owns, each by id; territories as lists, by file. */
export type PlatformFile = {
  agencies: { [id: string]: unknown };
  connectors: { [id: string]: unknown };
  registries: { [id: string]: unknown };
  territories: { [file: string]: readonly Territory[] };
};
export type Territory = { code: string; name: string; category: string; parent?: string };

const head = (kind: string, id: string) => ({ pk: platformKey.definition(kind, id), sk: 'head' });

/** The head of a service, and its line in the catalogue. */
export function serviceItems({ bundle, hash, live }: Current): Item[] {
  const { id, version, title, summary, startedBy, availability } = bundle;
  const agency = { id: bundle.agency, title: live.agencies[bundle.agency]?.title };
  const card = { id, hash, title, summary, agency };
  return [
    { ...head('service', id), ...card, version, startedBy, availability },
    { pk: platformKey.services, sk: id, ...card, startedBy, availability, ...beginnersOf(bundle) },
  ];
}

/** The role, of which agency, whose officers begin cases of their own motion; for the workspace, which reads no bundle. */
function beginnersOf({ startedBy, roles, agency }: Current['bundle']): { officer?: object } {
  const role = startedBy.officer?.role;
  return role === undefined ? {} : { officer: { role, agency: roles?.[role]?.agency ?? agency } };
}

/** The keys of what {@link serviceItems} makes. */
export const serviceKeys = (id: string): Item[] => [
  head('service', id),
  { pk: platformKey.services, sk: id },
];

/** Raised whenever platformItems makes other items of the same file: then all are written anew. */
export const SHAPE = 2;

/** The head of the platform's definitions: by its hash the file before is found. */
export const platformHead = (hash: string): Item => ({
  ...head('platform', 'platform'),
  hash,
  shape: SHAPE,
});

const KINDS = [
  ['agency', 'agencies'],
  ['connector', 'connectors'],
  ['registry', 'registries'],
] as const;

/** Every item that the platform's definitions make. */
export function platformItems(file: PlatformFile): Item[] {
  const definitions = KINDS.flatMap(([kind, list]) =>
    Object.entries(file[list]).map(([id, definition]): Item => ({ ...head(kind, id), kind, id, definition })),
  );
  const agencies = Object.entries(file.agencies).map(
    ([id, definition]): Item => ({ pk: agenciesKey, sk: id, definition }),
  );
  const all = Object.values(file.territories).flat();
  const parents = new Set(all.flatMap(({ parent }) => parent ?? []));
  const territories = all.map(
    ({ parent, ...territory }): Item => ({
      pk: platformKey.territory(parent ?? ''),
      sk: territory.code,
      ...territory,
      ...(parents.has(territory.code) ? {} : { leaf: true }),
    }),
  );
  return [...definitions, ...agencies, ...territories];
}

/** What to write and what to take away so that `before` becomes `after`: a codifier has 30,000 lines, few of which change. */
export function difference(
  before: readonly Item[],
  after: readonly Item[],
): { put: Item[]; remove: Pick<Item, 'pk' | 'sk'>[] } {
  const name = ({ pk, sk }: Item) => `${pk}\n${sk}`;
  const old = new Map(before.map((item) => [name(item), item]));
  const put = after.filter((item) => {
    const was = old.get(name(item));
    return !was || JSON.stringify(was) !== JSON.stringify(item);
  });
  const kept = new Set(after.map(name));
  const remove = before.filter((item) => !kept.has(name(item))).map(({ pk, sk }) => ({ pk, sk }));
  return { put, remove };
}
