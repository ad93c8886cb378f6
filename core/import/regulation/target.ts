/** Where a case goes: a state, or the first whose condition holds; the last has none. */
export type Target = string | readonly { readonly when?: string; readonly to: string }[];

/** A target as a definition writes it: of one state its name alone. */
export function targets(target: Target): Target {
  if (typeof target === 'string') return target;
  const first = target.findIndex(({ when }) => when === undefined);
  const kept = first < 0 ? target : target.slice(0, first + 1);
  const [only, more] = kept;
  if (only && !more) return only.to;
  return kept.map((one, n) => (n === kept.length - 1 ? { to: one.to } : one));
}

/** Ways one after another, each with its condition; what is behind a way is asked only where that is taken. */
export function branched(
  ways: readonly { readonly when?: string | undefined; readonly target: Target }[],
): Target {
  return targets(
    ways.flatMap(({ when, target }) => {
      const inner = typeof target === 'string' ? [{ to: target }] : target;
      return inner.map((one) => {
        const both = [when, one.when].filter((condition) => condition !== undefined);
        return {
          to: one.to,
          ...(both.length > 0
            ? { when: both.map((one, _, all) => (all.length > 1 ? `(${one})` : one)).join(' and ') }
            : {}),
        };
      });
    }),
  );
}
