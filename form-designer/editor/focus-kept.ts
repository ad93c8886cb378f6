import { type RefObject, useEffect } from 'react';
import { soon } from '../parts/focus.ts';

/** What Tab reaches; not the fields that are only drawn on the sheet, nor what is folded. */
const FOCUSABLE = ['button', 'input', 'select', 'textarea', 'a[href]', 'summary', '[tabindex="0"]']
  .map((one) => `${one}:not(:disabled, [inert] *, details:not([open]) > :not(summary) *)`)
  .join();
/** What holds more than this is no neighbourhood: it is not looked through whenever the focus moves. */
const NEAR = 200;

/** What had the focus last: what surrounded it, the innermost first, and how many things stood before it there. */
interface Last {
  readonly element: Element;
  readonly around: readonly { readonly holder: Element; readonly before: number }[];
}

const focusableIn = (holder: Element): HTMLElement[] => [...holder.querySelectorAll<HTMLElement>(FOCUSABLE)];

function noted(element: Element, root: Element): Last {
  const around: Last['around'][number][] = [];
  for (let holder = element.parentElement; holder && root.contains(holder); holder = holder.parentElement) {
    const all = focusableIn(holder);
    if (all.length > NEAR) break;
    around.push({ holder, before: all.indexOf(element as HTMLElement) });
  }
  return { element, around };
}

/** What stands in the place of what is gone: in the nearest that is still there, as many things further on; on a new page what is chosen there. */
function inPlaceOf({ around }: Last, root: Element): HTMLElement | undefined {
  for (const { holder, before } of around) {
    if (!holder.isConnected) continue;
    if (holder === root || holder.classList.contains('d-tabpage')) break;
    const all = focusableIn(holder);
    if (all.length > 0) return all[Math.min(Math.max(0, before), all.length - 1)];
  }
  return (
    root.querySelector<HTMLElement>('.d-tabpage :is([data-field], [data-state])[aria-pressed="true"]') ??
    root.querySelector<HTMLElement>('.d-tab[aria-current="page"]') ??
    undefined
  );
}

/** So many drawings later whoever knows better has put the focus where it belongs. */
const LATER = 3;

/**
 * Keeps the focus of a keyboard inside the editor: where what had it is taken away, or can no longer be used, it goes to what stands in
 * its place, so that nobody has to begin at the top of the page again.
 */
export function useFocusKept(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = ref.current;
    if (!root) return undefined;
    let last: Last | undefined;
    const note = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = noted(target, root);
    };
    const isGone = (): boolean =>
      last !== undefined && (!last.element.isConnected || last.element.matches(':disabled'));
    const isLost = (): boolean =>
      isGone() && [document.body, null].includes(document.activeElement as HTMLElement);
    // what became disabled loses the focus only with the next drawing
    const look = () => {
      if (!isGone()) return;
      soon(() => {
        if (last && isLost()) inPlaceOf(last, root)?.focus({ preventScroll: true });
      }, LATER);
    };
    const watching = new MutationObserver(look);
    watching.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    root.addEventListener('focusin', note);
    return () => {
      watching.disconnect();
      root.removeEventListener('focusin', note);
    };
  }, [ref]);
}
