/** Keys of the cases table (docs/design.md section 5). A service's keys begin with its id: IAM's leading keys hold them apart. */
export const caseKey = (service: string, kase: string): string => `${service}#c#${kase}`;
/** The partition of a reference: one item, so that no two cases of a service get the same. */
export const referenceKey = (service: string, reference: string): string => `${service}#r#${reference}`;
/** The partition of one intention: `hash` of actor, route and Idempotency-Key. */
export const onceKey = (service: string, hash: string): string => `${service}#k#${hash}`;

/** The partition of a proposal that open cases come over to a definition. */
export const migrationKey = (service: string, definition: string): string => `${service}#m#${definition}`;

/** The partition of what limits a person in a service. */
export const limitKey = (service: string, person: string): string => `${service}#l#${person}`;

const padded = (n: number): string => String(n).padStart(10, '0');

/** Sort keys under a case. */
export const sortKey = {
  snapshot: 'snapshot',
  draft: 'draft',
  event: (seq: number): string => `event#${padded(seq)}`,
  data: (seq: number): string => `data#${padded(seq)}`,
  task: (path: string, consult?: string): string =>
    `task#${path}${consult === undefined ? '' : `~${consult}`}`,
  timer: (path: string, kind: string): string => `timer#${path}#${kind}`,
  party: (person: string): string => `party#${person}`,
  file: (id: string): string => `file#${id}`,
  lookup: (name: string): string => `lookup#${name}`,
  access: (day: string, person: string): string => (day === '' ? 'access#' : `access#${day}#${person}`),
} as const;

/** Keys of the index `tasks`; what has no due day sorts last. */
export const taskIndex = (at: { agency: string; office: string; role: string }): string =>
  `${at.agency}#${at.office}#${at.role}`;
export const taskSort = (due: string | undefined, kase: string, path: string): string =>
  `${due ?? '9999'}#${kase}#${path}`;

/** Keys of the index `people`: a person's key, or a reference that is public. */
export const publicReference = (reference: string): string => `r#${reference}`;
export const changedSort = (changedAt: string, kase: string): string => `${changedAt}#${kase}`;
/** When the case of such a key last changed. */
export const changedOf = (sort: string): string => sort.slice(0, sort.indexOf('#'));

/** Shards of the index `open`: a service whose day one brings a thousand submits a second writes to each some sixty. */
export const OPEN_SHARDS = 16;
/** Keys of the index `open`: the open cases of a service, by the definition they run on. */
export const openPartition = (service: string, shard: number): string => `${service}#open#${shard}`;
export const openSort = (definition: string, kase: string): string => `${definition}#${kase}`;

/** Keys of the platform table. */
export const platformKey = {
  definition: (kind: string, id: string): string => `def#${kind}#${id}`,
  /** One line a released service: the catalogue. */
  services: 'def#services',
  /** One intention of an officer beside cases, as `onceKey` is one in a case. */
  once: (hash: string): string => `once#${hash}`,
  session: (hash: string): string => `session#${hash}`,
  territory: (parent: string): string => `territory#${parent}`,
} as const;
