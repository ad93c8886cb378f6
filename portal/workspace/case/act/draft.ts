import { withRows } from '#core/form/rows.ts';
import type { FormDefinition, Json } from '#core/form/types.ts';
import type { ActionView } from '../../view.ts';

/** A decision as far as it is written. Kept until it is sent. */
export interface ActDraft {
  readonly action: string;
  readonly reason: string;
  readonly grounds: readonly string[];
  readonly explain: string;
  /** Comments on marked fields, by pointer; an empty comment is a mark too. */
  readonly marks: Readonly<Record<string, string>>;
  /** What is entered in the officer's own form. */
  readonly data: Readonly<Record<string, Json>>;
  /** Fields of the application that the officer corrects, by pointer. */
  readonly changes: Readonly<Record<string, Json>>;
}

export const emptyDraft: ActDraft = {
  action: '',
  reason: '',
  grounds: [],
  explain: '',
  marks: {},
  data: {},
  changes: {},
};

/** A part of a decision that is missing, by the name of its part. */
export type Missing = 'action' | 'reason' | 'grounds' | 'explain' | 'marks';

/** What must still be said before the chosen action can be sent. */
export function missing(draft: ActDraft, action: ActionView | undefined): Missing[] {
  if (!action) return ['action'];
  const lacks: Missing[] = [];
  if (action.reason && draft.reason.trim() === '') lacks.push('reason');
  if (action.grounds?.length && draft.grounds.length === 0) lacks.push('grounds');
  if (action.explain && draft.explain.trim() === '') lacks.push('explain');
  if (action.marks && Object.keys(draft.marks).length === 0) lacks.push('marks');
  return lacks;
}

/** The body of the command: only what the chosen action takes, so that nothing left over from another is sent. */
export function bodyOf(draft: ActDraft, action: ActionView, form?: FormDefinition): Record<string, unknown> {
  const changed = Object.keys(draft.changes).length > 0;
  return {
    ...(action.reason ? { reason: draft.reason.trim() } : {}),
    ...(action.grounds?.length ? { grounds: draft.grounds } : {}),
    ...(action.explain ? { explain: draft.explain.trim() } : {}),
    ...(action.marks
      ? {
          marks: Object.entries(draft.marks).map(([pointer, say]) => ({
            pointer,
            ...(say.trim() ? { say: say.trim() } : {}),
          })),
        }
      : {}),
    ...(form ? { data: withRows(form, draft.data) } : {}),
    ...(changed ? { changes: draft.changes } : {}),
  };
}
