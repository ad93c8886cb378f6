import { isRecord } from '#core/expression/record.ts';
import { Comparison } from './comparison.ts';
import { Naming } from './naming.ts';
import { own } from './patch.ts';
import { compareService } from './service.ts';
import { both } from './texts.ts';
import type { Audience, Change, Difference } from './types.ts';

/**
 * The difference of two definitions of one kind in the analyst's words. Pure and whole: the operations of its changes, applied in
 * their order to the first, give the second.
 */
export function difference(before: unknown, after: unknown): Difference {
  const names = new Naming(before, after);
  const c = new Comparison(names);
  const isService =
    isRecord(before) && isRecord(after) && (isRecord(own(before, 'flow')) || isRecord(own(after, 'flow')));
  if (isService) compareService(c, before, after);
  else c.general(before, after, '', kindOf(after ?? before));
  return { changes: c.changes, groups: grouped(c.changes, names) };
}

function kindOf(definition: unknown) {
  if (isRecord(own(definition, 'offices')) || Array.isArray(own(definition, 'offices')))
    return { says: both('Установа', 'The agency'), affects: ['agency'] };
  if (own(definition, 'kind') !== undefined)
    return { says: both('Конектор', 'The connector'), affects: ['process'] };
  return { says: both('Реєстр', 'The registry'), affects: ['agency'] };
}

/** Applicants first, then other parties, roles, the agency, the course of a case, everyone. */
const ORDER = ['everyone', 'party/applicant', 'party', 'role', 'agency', 'process'];
const placeOf = (key: Audience): number => {
  const exact = ORDER.indexOf(key);
  return exact >= 0 ? exact : ORDER.indexOf(key.split('/')[0] ?? '');
};

function grouped(changes: readonly Change[], names: Naming): Difference['groups'] {
  const groups = new Map<Audience, number[]>();
  for (const [n, change] of changes.entries())
    for (const key of change.affects) {
      const list = groups.get(key) ?? [];
      groups.set(key, list);
      list.push(n);
    }
  return [...groups]
    .sort(([a], [b]) => placeOf(a) - placeOf(b) || a.localeCompare(b))
    .map(([affects, list]) => ({ affects, title: names.audience(affects), changes: list }));
}
