import { useEffect, useState } from 'react';

type Whole = typeof import('#core/form/whole.ts');

let loaded: Whole | undefined;

/**
 * Computed values, rules and prefilling: the part of core/form that needs the expression engine. It comes after
 * the first paint, since it weighs as much as the form itself; until then the schema alone speaks.
 * @param wanted a page that has no use for it does not load it
 */
export function useWhole(wanted = true): Whole | undefined {
  const [whole, setWhole] = useState(loaded);
  useEffect(() => {
    if (whole || !wanted) return;
    let left = false;
    import('#core/form/whole.ts')
      .then((module) => {
        loaded = module;
        if (!left) setWhole(module);
      })
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [whole, wanted]);
  return whole;
}
