import type { Connector, Form } from '#core/definition/types.ts';
import type { Lists } from './regulation/lists/lists.ts';
import type { Item } from './report.ts';
import type { Words } from './words.ts';

/** A form made of another system's, and what became of each thing of the source. */
export type ImportedForm = {
  readonly title?: Words | undefined;
  readonly form: Form;
  /** Drafts of connectors that its choices are asked of. */
  readonly connectors?: readonly Connector[];
  readonly report: readonly Item[];
};

/** How an import writes. */
export type ImportOptions = {
  /** The languages that the agency writes; every text gets them. */
  readonly languages: readonly string[];
  /** The language of the source, where it is known. */
  readonly language?: string;
  /** Name of the file, for the report. */
  readonly file?: string;
  /** What the lists hold that forms choose from but do not hold themselves. */
  readonly lists?: Lists;
  /** Whether the form may ask registries while it is filled in; that of a state may not. */
  readonly asks?: boolean;
};

/** The file is none that an import can read: the text says what is wrong with it. */
export class NotImported extends Error {
  readonly code = 'notImported';
  readonly text: { readonly uk: string; readonly en: string };
  constructor(text: { readonly uk: string; readonly en: string }) {
    super(text.en);
    this.name = 'NotImported';
    this.text = text;
  }
}
