import type { KeyboardEvent } from 'react';
import { focusMarked, soon } from '../parts/focus.ts';

/** The id of the panel's heading: from there a keyboard goes on through the properties of the chosen state. */
export const STATE_TITLE = 'd-state-title';

const steps: { readonly [key: string]: 1 | -1 } = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Keys on a state, in the drawing and in the list: arrows go over the states, Space chooses, Enter goes on to the properties. */
export function stateKeys(
  event: KeyboardEvent,
  at: string,
  choose: () => void,
  beside: (by: 1 | -1) => string | undefined,
): void {
  const by = steps[event.key];
  if (by === undefined && event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  const next = by === undefined ? at : beside(by);
  if (by !== undefined && next !== undefined) focusMarked('data-state', next);
  if (by !== undefined) return;
  choose();
  if (event.key === 'Enter') soon(() => document.getElementById(STATE_TITLE)?.focus());
}
