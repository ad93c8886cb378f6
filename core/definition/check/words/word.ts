/** What a mistake is called in each language: what is wrong, how to mend it; `{holes}` are filled in. */
export type Word = {
  readonly uk: readonly [what: string, mend: string];
  readonly en: readonly [what: string, mend: string];
  /** It does not stop publishing. */
  readonly warning?: true;
  /** Where only one thing can be meant, `check --mend` puts it in. */
  readonly mends?: true;
};
