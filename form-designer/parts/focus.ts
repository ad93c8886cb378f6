import type { KeyboardEvent } from 'react';

/** After so many drawings of the page: what is focused is only then there. */
export function soon(work: () => void, drawings = 2): void {
  requestAnimationFrame(() => (drawings > 1 ? soon(work, drawings - 1) : work()));
}

type Mark = 'data-field' | 'data-state';

/** Focuses the block of a field on the sheet, or of a state in the drawing or list, once it is there. */
export const focusMarked = (mark: Mark, at: string): void =>
  soon(() => document.querySelector<HTMLElement>(`[${mark}="${CSS.escape(at)}"]`)?.focus());

/** Escape in the panel goes back to the block whose properties it shows; while an expression is written, it ends the completion alone. */
export const escapesTo =
  (mark: Mark, at: string | undefined) =>
  (event: KeyboardEvent): void => {
    const isWriting = event.target instanceof Element && event.target.closest('.d-feelhost') !== null;
    if (event.key === 'Escape' && at !== undefined && !isWriting) focusMarked(mark, at);
  };

/** Focuses what stands so many before or behind a block. */
export function focusBeside(mark: Mark, at: string, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(`[${mark}]`)];
  all[all.findIndex((one) => one.getAttribute(mark) === at) + by]?.focus();
}

/** Before a block goes: focuses the one behind it, else the one before. What lies inside goes with it. */
export function focusInstead(mark: Mark, at: string): void {
  const all = [...document.querySelectorAll<HTMLElement>(`[${mark}]`)];
  const here = all.findIndex((one) => one.getAttribute(mark) === at);
  const goes = (one: HTMLElement) => `${one.getAttribute(mark)}/`.startsWith(`${at}/`);
  const next = all.slice(here).find((one) => !goes(one)) ?? all.slice(0, Math.max(0, here)).at(-1);
  next?.focus();
}
