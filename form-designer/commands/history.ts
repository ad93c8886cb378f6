import type { Json } from './json.ts';
import { apply, type Operation } from './operation.ts';

/** What one may say of an edit beside what it does. */
export interface EditOptions {
  /** Edits of the same name in a row are one (typing a title). */
  readonly together?: string;
  /** Where the analyst was: undo and redo lead back there. */
  readonly place?: string;
}

/** An edit that was made, with its mirror. */
export interface Edit extends EditOptions {
  readonly redo: readonly Operation[];
  readonly undo: readonly Operation[];
}

/** A definition while it is drawn: what it was when it was opened, what it is, and every edit between and undone. */
export interface History {
  readonly loaded: Json;
  readonly present: Json;
  readonly past: readonly Edit[];
  readonly future: readonly Edit[];
}

export const opened = (document: Json): History => ({
  loaded: document,
  present: document,
  past: [],
  future: [],
});

function run(document: Json, operations: readonly Operation[]): { document: Json; undo: Operation[] } {
  const undo: Operation[] = [];
  let present = document;
  for (const operation of operations) {
    const applied = apply(present, operation);
    present = applied.document;
    undo.unshift(applied.undo);
  }
  return { document: present, undo };
}

/** Makes an edit: all of its operations or, where one cannot be done, none. @throws OperationError */
export function edited(
  history: History,
  operations: readonly Operation[],
  options: EditOptions = {},
): History {
  if (operations.length === 0) return history;
  const { document, undo } = run(history.present, operations);
  const before = history.past.at(-1);
  const joins =
    options.together !== undefined && before?.together === options.together && history.future.length === 0;
  const edit: Edit = joins
    ? { ...options, redo: [...before.redo, ...operations], undo: [...undo, ...before.undo] }
    : { ...options, redo: operations, undo };
  return {
    ...history,
    present: document,
    past: [...(joins ? history.past.slice(0, -1) : history.past), edit],
    future: [],
  };
}

/** Takes the last edit back; the same history where there is none. */
export function undone(history: History): History {
  const edit = history.past.at(-1);
  if (!edit) return history;
  return {
    ...history,
    present: run(history.present, edit.undo).document,
    past: history.past.slice(0, -1),
    future: [edit, ...history.future],
  };
}

/** Makes the edit that was taken back last again. */
export function redone(history: History): History {
  const [edit, ...future] = history.future;
  if (!edit) return history;
  const { together: _, ...closed } = edit;
  return {
    ...history,
    present: run(history.present, edit.redo).document,
    past: [...history.past, closed],
    future,
  };
}
