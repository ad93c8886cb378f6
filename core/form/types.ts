/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
/** What is entered: an object of JSON values; absent values may be `undefined`. */
export type Entered = { readonly [name: string]: unknown };
/** A text in every language. */
export type Text = { readonly [language: string]: string };
/** A JSON pointer (RFC 6901) into what is entered; `*` stands for each row in patterns. */
export type Pointer = string;
/** The values that expressions see beside `form`: identity, applicant, parameters, today, lookups by their `as`. */
export type Names = { readonly [name: string]: unknown };

/** A JSON Schema, draft 2020-12, as far as forms use it. */
export type Schema = {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [name: string]: Schema | boolean };
  readonly required?: readonly string[];
  readonly items?: Schema | boolean;
};

/** The texts of one field. */
export type FieldTexts = {
  readonly title?: Text;
  readonly hint?: Text;
  readonly options?: { readonly [value: string]: Text };
  readonly errors?: { readonly [keyword: string]: Text };
};

/** A page of a form. */
export type PageDefinition = {
  readonly id: string;
  readonly title: Text;
  /** Its heading for everyone but the applicant, where the title speaks to the applicant. */
  readonly titleForOthers?: Text;
  readonly hint?: Text;
  readonly fields: readonly Pointer[];
};

/** A field that takes files. Sizes in bytes. */
export type FileDefinition = {
  readonly at: Pointer;
  readonly types: readonly string[];
  readonly each: number;
  readonly count: number;
  readonly min?: number;
  readonly original?: string;
  readonly skipWhen?: string;
};

/** What must hold and JSON Schema cannot say. */
export type RuleDefinition = {
  readonly at: Pointer;
  readonly when?: string;
  readonly must: string;
  readonly say: Text;
};

/** What a registry is asked while the form is filled in. */
export type LookupDefinition = {
  /** What the registry is called: put in by whoever hands the form to a browser. */
  readonly title?: Text;
  readonly connector: string;
  readonly operation?: string;
  readonly when?: string;
  readonly input: { readonly [name: string]: string };
  readonly as?: string;
  readonly purpose?: string;
  readonly fills?: { readonly [pointer: string]: string };
  readonly whenDifferent?: 'tellOfficer' | 'refuse' | 'ignore';
};

/** What a row stands for. `values`: the fields of the row that are taken over from it, and cannot be entered. */
export type RowItem = { readonly title: Text; readonly values: { readonly [name: string]: unknown } };

/** The form of a bundle: every `$ref` resolved or local (`#/$defs/…`), parts' ui and texts merged in. */
export type FormDefinition = {
  readonly schema: Schema;
  readonly ui?: { readonly [name: string]: unknown };
  readonly texts?: { readonly [pointer: string]: FieldTexts };
  readonly pages?: readonly PageDefinition[];
  readonly files?: { readonly [name: string]: FileDefinition };
  readonly prefill?: { readonly [pointer: string]: string };
  readonly suggest?: { readonly [pointer: string]: string };
  readonly computed?: { readonly [pointer: string]: string };
  readonly lookups?: { readonly [name: string]: LookupDefinition };
  /** Choices taken from data: of a list that an expression gives. */
  readonly options?: { readonly [pointer: string]: string };
  readonly rules?: readonly RuleDefinition[];
  /** Lists that have one row for each of these, in their order: put in where a state's form is made ready for a case. */
  readonly items?: { readonly [pointer: string]: readonly RowItem[] };
  /** Fields whose choices were taken from data: put in where these are worked out. */
  readonly offered?: { readonly [pointer: string]: Offered };
};

/** What is said of choices that were taken from data: why there are none, that there are more than are shown. */
export type Offered = { readonly nothing?: Text; readonly more?: Text };

/** A form as far as it is needed to read what was entered. */
export type FormFrame = Pick<FormDefinition, 'schema' | 'ui' | 'texts' | 'pages'>;

/** A page that shows, with the fields of it that show. */
export type ResolvedPage = {
  readonly id: string;
  readonly title: Text;
  /** Its heading for everyone but the applicant, where the title speaks to the applicant. */
  readonly titleForOthers?: Text;
  readonly hint?: Text;
  readonly fields: readonly Pointer[];
};

/** A field for files that shows. `needed` is how many there must be at least, after `skipWhen`. */
export type ResolvedFile = FileDefinition & { readonly name: string; readonly needed: number };

/** A form as it stands for what is entered. */
export type ResolvedForm = {
  /** The schema with every condition decided: no `$ref`, `allOf`, `if`, `oneOf` of objects, `dependentRequired` left. */
  readonly schema: Schema;
  readonly pages: readonly ResolvedPage[];
  /** Every field that shows, rows included: pointers of what can hold a value. */
  readonly fields: readonly Pointer[];
  /** What is in the data but no longer shows, so will not be sent. */
  readonly gone: readonly Pointer[];
  readonly files: readonly ResolvedFile[];
};

/** A mistake in what was entered. `message` says how to mend it. */
export type FieldProblem = { readonly pointer: Pointer; readonly code: string; readonly message: Text };
