import { type RefObject, useEffect, useState } from 'react';

/** So far outside of what is seen a field is drawn beforehand. */
const AHEAD = '800px';

const told = new WeakMap<Element, () => void>();
let watching: IntersectionObserver | undefined;

/** One observer for the whole sheet. */
function observer(): IntersectionObserver {
  watching ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          watching?.unobserve(target);
          told.get(target)?.();
        }
    },
    { rootMargin: AHEAD },
  );
  return watching;
}

/** Whether an element is, or once was, near enough to be seen: a form of hundreds of fields is drawn as one comes to them. */
export function useNear(ref: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || near) return undefined;
    told.set(element, () => setNear(true));
    observer().observe(element);
    return () => observer().unobserve(element);
  }, [ref, near]);
  return near;
}
