import type { LinkedView } from '#core/api/types.ts';
import type { Case } from '#core/case/types.ts';

/** The cases that came of a case, the first first. */
export const linkedView = ({ linked = {} }: Case): LinkedView[] =>
  Object.entries(linked)
    .map(([id, { as, service, reference, at, ended }]) => ({
      ...{ as, service, id, reference, at },
      ...(ended ? { outcome: ended.kind } : {}),
    }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
