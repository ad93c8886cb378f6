import type { LinkedView, OriginView } from '#core/api/types.ts';
import type { Case } from '#core/case/types.ts';

/** The cases that came of a case, the first first. */
export const linkedView = ({ linked = {} }: Case): LinkedView[] =>
  Object.entries(linked)
    .map(([id, { as, service, reference, at, ended }]) => ({
      ...{ as, service, id, reference, at },
      ...(ended ? { outcome: ended.kind } : {}),
    }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));

/** The case that one came of; undefined where it came of none, or what it was about is erased. */
export function originView({ origin, data }: Case): OriginView | undefined {
  const reference = data.about?.reference;
  if (!origin || typeof reference !== 'string') return undefined;
  return { as: origin.as, service: origin.service, id: origin.case, reference };
}
