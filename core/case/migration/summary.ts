import type { Text } from '#core/flow/types.ts';
import type { Rehearsal, Rehearsed } from './types.ts';

/** Why cases stay: reasons alike are counted together, most frequent first. */
export function reasonsOf(cases: readonly Rehearsed[]): Rehearsal['reasons'] {
  const found = new Map<string, Rehearsal['reasons'][number]>();
  for (const { refusal } of cases) {
    if (!refusal) continue;
    const key = `${refusal.code} ${refusal.message.uk}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { code: refusal.code, count: 1, says: refusal.message });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

const plural = new Intl.PluralRules('uk');
const ukCases = (n: number): string => {
  const rule = plural.select(n);
  return rule === 'one' ? 'справа' : rule === 'few' ? 'справи' : 'справ';
};

/** The summary in a few lines. */
export function summaryOf(from: number, to: number, counts: Rehearsal['counts']): Text[] {
  const { moves, stays, refused } = counts;
  const lines = [
    [moves, 'на нову версію', 'to the new version'],
    [stays, 'на своїй версії, як каже опис послуги', 'on their version, as the definition says'],
    [refused, 'на своїй версії: нова не може їх прийняти', 'on their version: the new one cannot take them'],
  ] as const;
  return [
    { uk: `Версія ${from} → версія ${to}`, en: `Version ${from} → version ${to}` },
    ...lines
      .filter(([n]) => n > 0)
      .map(([n, uk, en]) => ({
        uk: `${n} ${ukCases(n)} ${uk}`,
        en: `${n} ${n === 1 ? 'case' : 'cases'} ${en}`,
      })),
  ];
}
