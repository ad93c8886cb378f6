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

const cases = new Intl.PluralRules('uk');
const UK: { readonly [rule: string]: string } = { one: 'справа', few: 'справи' };

/** The summary in a few lines. */
export function summaryOf(from: number, to: number, counts: Rehearsal['counts']): Text[] {
  const { moves, stays, refused } = counts;
  const uk = (n: number) => `${n} ${UK[cases.select(n)] ?? 'справ'}`;
  const en = (n: number) => `${n} ${n === 1 ? 'case' : 'cases'}`;
  const lines = [
    [moves, 'переходить на нову версію', 'come over to the new version'],
    [stays, 'лишається на своїй за описом послуги', 'stay on theirs, as the definition says'],
    [refused, 'не може перейти і лишається на своїй', 'cannot come over and stay on theirs'],
  ] as const;
  return [
    { uk: `Версія ${from} → версія ${to}`, en: `Version ${from} → version ${to}` },
    ...lines.filter(([n]) => n > 0).map(([n, u, e]) => ({ uk: `${uk(n)}: ${u}`, en: `${en(n)}: ${e}` })),
  ];
}
