/* Made from the JSON Schemas beside this file by `npm run types`. Change the schemas, not this file. */
import type {Json, JsonObject} from '#core/definition/json.ts';

/**
 * The version of the definition format. This is version 1.
 */
export type Format = 1;
/**
 * A plain name that expressions may use: a Latin letter, then Latin letters and digits.
 */
export type Name = string;
/**
 * The identity of a definition, an office or a page: small Latin letters, digits and hyphens. It is part of addresses and keys, so it never changes.
 */
export type Id = string;
/**
 * A FEEL expression (OMG DMN).
 */
export type Feel = string;
/**
 * A JSON Pointer into the data that were entered; * stands for each row of a list.
 */
export type Pointer = string;
/**
 * JSON Pointers into the data that were entered.
 *
 * @maxItems 1000
 */
export type Pointers = Pointer[];
/**
 * A dotted path to data of the case: form.person, registry, files.
 */
export type DataPath = string;
/**
 * A length of time after ISO 8601: P14D, P1Y, PT15M.
 */
export type IsoDuration = string;
/**
 * A length of time: ISO 8601 (calendar days), working days or hours of the office. Counting starts the day after; a last day off rolls on.
 */
export type Duration =
  | IsoDuration
  | {
      /**
       * How many working days.
       */
      workingDays: number;
    }
  | {
      /**
       * How many hours.
       */
      hours: number;
    };
/**
 * Where the case goes: the name of a state, or a list of conditions whose last entry has none.
 */
export type Target = Name | Branch[];
/**
 * A day: YYYY-MM-DD.
 */
export type Day = string;
/**
 * A moment (ISO 8601 with a zone), or a day.
 */
export type Instant = string;
/**
 * A code of the codifier of territorial units (KATOTTG).
 */
export type Katottg = string;
/**
 * A block of a document.
 */
export type Block =
  | HeadingBlock
  | TextBlock
  | FieldsBlock
  | TableBlock
  | ColumnsBlock
  | ImageBlock
  | ChartBlock
  | QrBlock
  | SignatureBlock
  | PageBreakBlock;
/**
 * A state. `type` says its kind.
 */
export type State =
  | TaskState
  | PartyState
  | CallState
  | ParallelState
  | EachState
  | WaitState
  | PayState
  | SignState
  | IssueState
  | ReserveState
  | StartState
  | CollectState
  | PublishState
  | EndState;
/**
 * A moment in UTC, ISO 8601: 2026-03-02T08:00:00Z.
 */
export type Moment = string;
/**
 * One step: someone acts (as, at, act) or does something with the whole case (as, do), a system answers (answer) or tells (tells), time passes (passes).
 */
export type ScenarioStep = ActStep | DoStep | AnswerStep | TellStep | TimeStep;
/**
 * Where in the flow: the name of a state; inside a parallel or each state with its branch or the number of the item: approval/head/decide, consents/1/ask.
 */
export type StatePath = string;

/**
 * The type of a definition, by its kind.
 */
export interface DefinitionOf {
  service: Service;
  registry: Registry;
  connector: Connector;
  agency: Agency;
}
/**
 * A text that a person reads, in every language: { "uk": "…", "en": "…" }. May hold {{ FEEL }} where the property says so.
 */
export interface Text {
  [k: string]: string;
}
/**
 * Values by name, each a FEEL expression.
 */
export interface FeelMap {
  [k: string]: Feel;
}
/**
 * One way on.
 */
export interface Branch {
  /**
   * Taken if this is true. The last entry of a list has no condition.
   */
  when?: Feel;
  /**
   * The state it leads to.
   */
  to: Name;
}
/**
 * A plain JSON Schema, draft 2020-12.
 */
export interface JsonSchema {
  [k: string]: unknown;
}
/**
 * A plain rjsf uiSchema.
 */
export interface UiSchema {
  [k: string]: unknown;
}
/**
 * What is said about one field, in every language.
 */
export interface FieldTexts {
  /**
   * The question or name of the field.
   */
  title?: Text;
  /**
   * A hint under the name.
   */
  hint?: Text;
  /**
   * The name of each value that may be chosen, by value.
   */
  options?: {
    [k: string]: Text;
  };
  /**
   * What is said if the value is wrong, by keyword of the schema (required, pattern, minimum, format, …).
   */
  errors?: {
    [k: string]: Text;
  };
}
/**
 * Texts of the fields, by JSON Pointer (* = each row).
 */
export interface Texts {
  [k: string]: FieldTexts;
}
/**
 * A legal act.
 */
export interface Act {
  /**
   * Its name, number and date.
   */
  title: Text;
  /**
   * Where it can be read.
   */
  url?: string;
}
/**
 * How to reach them.
 */
export interface Contacts {
  /**
   * A telephone number, international: +380…
   */
  phone?: string;
  /**
   * An e-mail address.
   */
  email?: string;
  /**
   * A web address.
   */
  url?: string;
  /**
   * When they can be reached.
   */
  hours?: Text;
}
/**
 * What JSON Schema cannot say: sums, the order of dates, not over a year ago.
 */
export interface Rule {
  /**
   * The field at which the mistake is shown.
   */
  at: Pointer;
  /**
   * The rule applies only if this is true.
   */
  when?: Feel;
  /**
   * What must be true.
   */
  must: Feel;
  /**
   * What is wrong and how to mend it.
   */
  say: Text;
}
/**
 * A place for files to be attached.
 */
export interface FileField {
  /**
   * The field that holds the list of files.
   */
  at: Pointer;
  /**
   * Kinds of file that may be attached.
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: A kind of file.
   */
  types: (
    | 'jpeg'
    | 'png'
    | 'heic'
    | 'webp'
    | 'pdf'
    | 'docx'
    | 'xlsx'
    | 'odt'
    | 'xml'
    | 'txt'
    | 'p7s'
    | 'asice'
    | 'mp4'
    | 'mp3'
    | 'zip'
  )[];
  /**
   * The most that one file may weigh, in bytes.
   */
  each: number;
  /**
   * How many files at most (1 if not said).
   */
  count?: number;
  /**
   * How many files at least while the field shows (1 if not said, 0 if they are wanted but not needed).
   */
  min?: number;
  /**
   * What is attached: a scan of a paper original, a plain copy, or an electronic original with a signature.
   */
  original?: 'scan' | 'copy' | 'electronic';
  /**
   * Nothing need be attached if this is true: the registry knows it already.
   */
  skipWhen?: Feel;
}
/**
 * A heading.
 */
export interface HeadingBlock {
  /**
   * Kind of block.
   */
  type: 'heading';
  /**
   * The heading; may hold {{ FEEL }}.
   */
  text: Text;
  /**
   * 1, 2 or 3 (1 if not said).
   */
  level?: number;
  /**
   * Where it stands.
   */
  align?: 'left' | 'center' | 'right';
  /**
   * The block is printed only while this is true.
   */
  when?: Feel;
}
/**
 * A paragraph.
 */
export interface TextBlock {
  /**
   * Kind of block.
   */
  type: 'text';
  /**
   * The text; may hold {{ FEEL }}; an empty line starts a new paragraph.
   */
  text: Text;
  /**
   * Where it stands.
   */
  align?: 'left' | 'center' | 'right' | 'justify';
  /**
   * Printed in bold.
   */
  strong?: boolean;
  /**
   * Printed small.
   */
  small?: boolean;
  /**
   * The block is printed only while this is true.
   */
  when?: Feel;
}
/**
 * A list of names and values.
 */
export interface FieldsBlock {
  /**
   * Kind of block.
   */
  type: 'fields';
  /**
   * Names and values, in order.
   *
   * @maxItems 1000
   *
   * Items: A row.
   */
  rows?: {
    /**
     * The name.
     */
    title: Text;
    /**
     * The value.
     */
    value: Feel;
    /**
     * The row is printed only while this is true.
     */
    when?: Feel;
  }[];
  /**
   * Fields of the form, printed with their own titles. A group prints its fields.
   */
  of?: Pointers;
  /**
   * The block is printed only while this is true.
   */
  when?: Feel;
}
/**
 * A table with a row for each item of a list.
 */
export interface TableBlock {
  /**
   * Kind of block.
   */
  type: 'table';
  /**
   * The list. Columns see its items as item.
   */
  each: Feel;
  /**
   * The columns.
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: A column.
   */
  columns: {
    /**
     * The heading of the column.
     */
    title: Text;
    /**
     * What stands in it; sees item.
     */
    value: Feel;
    /**
     * Where it stands.
     */
    align?: 'left' | 'center' | 'right';
    /**
     * Its share of the width (1 if not said).
     */
    share?: number;
    /**
     * What stands in the last row.
     */
    total?: Feel;
  }[];
  /**
   * What the table is about.
   */
  caption?: Text;
  /**
   * Printed instead if the list is empty.
   */
  empty?: Text;
  /**
   * The block is printed only while this is true.
   */
  when?: Feel;
}
/**
 * Blocks side by side.
 */
export interface ColumnsBlock {
  /**
   * Kind of block.
   */
  type: 'columns';
  /**
   * The columns, each a list of blocks.
   *
   * @minItems 1
   * @maxItems 4
   */
  columns: Block[][];
  /**
   * The block is printed only while this is true.
   */
  when?: Feel;
}
/**
 * An image.
 */
export interface ImageBlock {
  /**
   * Kind of block.
   */
  type: 'image';
  /**
   * "logo" or "emblem" of the agency, a data: address (PNG or JPEG), or the data path of an attached image.
   */
  image: string;
  /**
   * What it shows, for those who do not see it.
   */
  alt: Text;
  /**
   * Width in millimetres.
   */
  width?: number;
  /**
   * Where it stands.
   */
  align?: 'left' | 'center' | 'right';
  /**
   * The block is printed only while this is true.
   */
  when?: Feel;
}
/**
 * A chart of numbers.
 */
export interface ChartBlock {
  /**
   * Kind of block.
   */
  type: 'chart';
  /**
   * How it is drawn (bars if not said).
   */
  kind?: 'bars' | 'line';
  /**
   * The list. label and value see its items as item.
   */
  each: Feel;
  /**
   * What an item is called.
   */
  label: Feel;
  /**
   * The number of an item.
   */
  value: Feel;
  /**
   * What the chart shows.
   */
  alt: Text;
  /**
   * The block is printed only while this is true.
   */
  when?: Feel;
}
/**
 * A QR code.
 */
export interface QrBlock {
  /**
   * Kind of block.
   */
  type: 'qr';
  /**
   * What it holds. If not said: the address at which the document is verified.
   */
  value?: Feel;
  /**
   * What stands under it.
   */
  caption?: Text;
  /**
   * Its side in millimetres (30 if not said).
   */
  size?: number;
  /**
   * The block is printed only while this is true.
   */
  when?: Feel;
}
/**
 * Who signed, or a place to sign.
 */
export interface SignatureBlock {
  /**
   * Kind of block.
   */
  type: 'signature';
  /**
   * Who signs; may hold {{ FEEL }}.
   */
  by?: Text;
  /**
   * A seal that was put electronically, or a line for ink.
   */
  kind?: 'electronic' | 'ink';
  /**
   * The block is printed only while this is true.
   */
  when?: Feel;
}
/**
 * What follows begins on a new page.
 */
export interface PageBreakBlock {
  /**
   * Kind of block.
   */
  type: 'pageBreak';
  /**
   * The block is printed only while this is true.
   */
  when?: Feel;
}
/**
 * States and where they lead.
 */
export interface Flow {
  /**
   * The state in which it begins.
   */
  initial: Name;
  /**
   * The states by name.
   */
  states: {
    [k: string]: State;
  };
}
/**
 * What a person may do in a state.
 */
export interface Action {
  /**
   * What stands on the button. Common actions have a title by default.
   */
  title?: Text;
  /**
   * What people read in the timeline once it was done: who did what. Where it is not said, it is made of the titles.
   */
  done?: Text;
  /**
   * Where the case goes then.
   */
  to: Target;
  /**
   * Offered only if this is true.
   */
  when?: Feel;
  /**
   * A reason must be written.
   */
  reason?: boolean;
  /**
   * The fields to be corrected must be marked.
   */
  marks?: boolean;
  /**
   * How many times it may be done in one case.
   */
  atMost?: number;
  /**
   * Grounds in law of which at least one must be chosen.
   *
   * @minItems 1
   * @maxItems 1000
   */
  grounds?: Name[];
  /**
   * The chosen ground must be explained for this case.
   */
  explain?: boolean;
  /**
   * What is asked before it is done.
   */
  confirm?: Text;
}
/**
 * What happens when the deadline has passed: the case leaves, or stays and someone is told.
 */
export interface Overdue {
  /**
   * The case leaves the state.
   */
  to?: Target;
  /**
   * The role that is told and sees the task; the case stays.
   */
  raise?: Name;
  /**
   * Messages sent.
   *
   * @maxItems 1000
   */
  notify?: Name[];
}
/**
 * A reminder.
 */
export interface Remind {
  /**
   * How long before the deadline.
   */
  before: Duration;
  /**
   * The message.
   */
  message: Name;
}
/**
 * When branches or items have come together.
 */
export interface Join {
  /**
   * The outcome that counts.
   */
  outcome?: Name;
  /**
   * How many must end with that outcome: all, any (the first) or so many.
   */
  need?: ('all' | 'any') | number;
  /**
   * Instead: a condition over outcomes, asked when all have ended.
   */
  when?: Feel;
}
/**
 * What is entered while acting.
 */
export interface TaskForm {
  /**
   * What may be entered.
   */
  schema: JsonSchema;
  /**
   * How it is shown.
   */
  ui?: UiSchema;
  /**
   * Texts of its fields.
   */
  texts?: Texts;
  /**
   * Values never entered, by pointer.
   */
  computed?: {
    [k: string]: Feel;
  };
  /**
   * What JSON Schema cannot say.
   *
   * @maxItems 1000
   */
  rules?: Rule[];
  /**
   * Files to be attached.
   */
  files?: {
    [k: string]: FileField;
  };
  /**
   * Lists that have a row for each item of another list: pointer -> FEEL.
   */
  rows?: {
    [k: string]: Feel;
  };
  /**
   * Choices taken from data: pointer -> FEEL that gives the list.
   */
  options?: {
    [k: string]: Feel;
  };
}
/**
 * An officer acts.
 */
export interface TaskState {
  /**
   * The kind of state.
   */
  type: 'task';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * The role that acts.
   */
  role: Name;
  /**
   * How a task finds its officer (claim if not said).
   */
  assign?: 'claim' | 'leastLoaded' | 'random' | 'byHead';
  /**
   * Persons who may not act here (four eyes): review.by.
   *
   * @maxItems 1000
   */
  not?: DataPath[];
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * What the officer enters.
   */
  form?: TaskForm;
  /**
   * Fields of the application that the officer may change; the applicant sees the old value beside the new.
   */
  edits?: Pointers;
  /**
   * What the officer is asked to do.
   */
  say?: Text;
  /**
   * What may be done here, by name.
   */
  actions: {
    [k: string]: Action;
  };
}
/**
 * A party acts.
 */
export interface PartyState {
  /**
   * The kind of state.
   */
  type: 'party';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * The party that acts.
   */
  party: Name;
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * Pages whose fields may be marked for correction; all if not said.
   *
   * @maxItems 1000
   */
  pages?: Id[];
  /**
   * What the party enters here.
   */
  form?: TaskForm;
  /**
   * What the party is asked to do.
   */
  say?: Text;
  /**
   * What may be done here, by name.
   */
  actions: {
    [k: string]: Action;
  };
}
/**
 * Another system is asked.
 */
export interface CallState {
  /**
   * The kind of state.
   */
  type: 'call';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * The connector.
   */
  connector: Id;
  /**
   * Which of its operations, if it has several.
   */
  operation?: Name;
  /**
   * What is sent.
   */
  input: FeelMap;
  /**
   * The name under which the answer is known.
   */
  as?: Name;
  /**
   * The purpose of use, one of data.purposes.
   */
  purpose?: Name;
  /**
   * How long it is tried again before it has failed.
   */
  retryFor?: IsoDuration;
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * Where the case goes then.
   */
  next: Target;
  /**
   * Where the case goes if there is no answer. Its conditions see failure.code: the connector's name for it, due where no answer came in time.
   */
  failed: Target;
}
/**
 * Several flows go on at once.
 */
export interface ParallelState {
  /**
   * The kind of state.
   */
  type: 'parallel';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * The flows by name. They end in end states with outcomes.
   */
  branches: {
    [k: string]: Flow;
  };
  /**
   * When they have come together.
   */
  join: Join;
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * Where the case goes then.
   */
  next: Target;
  /**
   * Where the case goes as soon as the join cannot be met any more.
   */
  otherwise: Target;
}
/**
 * The same flow for each item of a list.
 */
export interface EachState {
  /**
   * The kind of state.
   */
  type: 'each';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * The list.
   */
  of: Feel;
  /**
   * The name of an item inside.
   */
  as: Name;
  /**
   * What tells the items apart; sees the item by its name.
   */
  key: Feel;
  /**
   * The flow of an item. It ends in end states with outcomes.
   */
  flow: Flow;
  /**
   * When they have come together.
   */
  join: Join;
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * Where the case goes then.
   */
  next: Target;
  /**
   * Where the case goes as soon as the join cannot be met any more.
   */
  otherwise: Target;
}
/**
 * The case waits for a time or an event. Exactly one of until, for, event.
 */
export interface WaitState {
  /**
   * The kind of state.
   */
  type: 'wait';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * Until this day or moment.
   */
  until?: Feel;
  /**
   * For so long.
   */
  for?: Duration;
  /**
   * Until another system tells.
   */
  event?: {
    /**
     * The connector that hears it.
     */
    connector: Id;
    /**
     * Which event it is: true over event and the case.
     */
    match: Feel;
    /**
     * The name under which it is known.
     */
    as?: Name;
  };
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * Where the case goes then.
   */
  next: Target;
}
/**
 * A fee is paid.
 */
export interface PayState {
  /**
   * The kind of state.
   */
  type: 'pay';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * The connector of payments.
   */
  connector: Id;
  /**
   * Who pays (the applicant if not said).
   */
  party?: Name;
  /**
   * How much, in the smallest unit of money.
   */
  amount: Feel;
  /**
   * Who need not pay.
   *
   * @maxItems 1000
   *
   * Items: An exemption.
   */
  exempt?: {
    /**
     * Whom it concerns.
     */
    when: Feel;
    /**
     * What it is called.
     */
    title: Text;
  }[];
  /**
   * The purpose of payment; may hold {{ FEEL }}.
   */
  purpose: Text;
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * Where the case goes then.
   */
  next: Target;
  /**
   * Kinds of outcome after which it is paid back.
   *
   * @maxItems 1000
   *
   * Items: A kind of outcome.
   */
  refund?: ('granted' | 'partly' | 'refused' | 'left' | 'withdrawn' | 'cancelled')[];
}
/**
 * Someone signs.
 */
export interface SignState {
  /**
   * The kind of state.
   */
  type: 'sign';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * Who signs: a party or a role.
   */
  by: {
    /**
     * The party.
     */
    party?: Name;
    /**
     * The role.
     */
    role?: Name;
  };
  /**
   * The connector of signatures.
   */
  connector?: Id;
  /**
   * What is signed: application, or a document of the service.
   */
  what: Name;
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * Where the case goes then.
   */
  next: Target;
  /**
   * Where the case goes if they decline.
   */
  declined: Target;
}
/**
 * A document is issued, a record written.
 */
export interface IssueState {
  /**
   * The kind of state.
   */
  type: 'issue';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * The document.
   */
  document?: Name;
  /**
   * What is done in a registry.
   */
  record?: RecordChange;
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * Where the case goes then.
   */
  next: Target;
  /**
   * Where the case goes if it cannot be done. Its conditions see failure.code: exists, absent, closed, taken, misfit of a registry; unreachable, timedOut, status503 and the like of another system; due.
   */
  failed: Target;
}
/**
 * A change of a record.
 */
export interface RecordChange {
  /**
   * What is done.
   */
  do: 'create' | 'change' | 'close' | 'revoke';
  /**
   * The registry.
   */
  registry: Id;
  /**
   * The key of the record.
   */
  key: Feel;
  /**
   * The data written, by field.
   */
  data?: FeelMap;
}
/**
 * A place, slot or number is reserved.
 */
export interface ReserveState {
  /**
   * The kind of state.
   */
  type: 'reserve';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * The registry with a capacity.
   */
  registry: Id;
  /**
   * Which records fit: true over record.
   */
  where: Feel;
  /**
   * How long a place is held while it is chosen.
   */
  hold?: IsoDuration;
  /**
   * The name under which it is known.
   */
  as: Name;
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * Where the case goes then.
   */
  next: Target;
  /**
   * Where the case goes if there is none.
   */
  none: Target;
  /**
   * The case waits in line if there is none.
   */
  waitingList?: boolean;
  /**
   * Kinds of outcome after which it is given back.
   *
   * @maxItems 1000
   *
   * Items: A kind of outcome.
   */
  release?: ('granted' | 'partly' | 'refused' | 'left' | 'withdrawn' | 'cancelled')[];
}
/**
 * A case of another service.
 */
export interface StartedCase {
  /**
   * The service.
   */
  service: Id;
  /**
   * Started only if this is true.
   */
  when?: Feel;
  /**
   * Data of its application: pointer -> FEEL.
   */
  form?: {
    [k: string]: Feel;
  };
  /**
   * Its parties: name there -> party here.
   */
  parties?: {
    [k: string]: Name;
  };
}
/**
 * Cases of other services are started.
 */
export interface StartState {
  /**
   * The kind of state.
   */
  type: 'start';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * The cases by name.
   */
  cases: {
    [k: string]: StartedCase;
  };
  /**
   * Whether the case waits for them (all if not said).
   */
  await?: 'all' | 'any' | 'none';
  /**
   * By when it must be done.
   */
  due?: Duration;
  /**
   * What happens if it is not done by then.
   */
  overdue?: Overdue;
  /**
   * Where the case goes then.
   */
  next: Target;
}
/**
 * Applications of another service are collected until a day.
 */
export interface CollectState {
  /**
   * The kind of state.
   */
  type: 'collect';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * The service.
   */
  service: Id;
  /**
   * From when.
   */
  opens?: Feel;
  /**
   * Until when.
   */
  closes: Feel;
  /**
   * What nobody sees before it closes.
   */
  sealed?: Pointers;
  /**
   * Who applied may replace it until then.
   */
  replaceable?: boolean;
  /**
   * How many are needed.
   */
  min?: number;
  /**
   * The name under which they are known.
   */
  as: Name;
  /**
   * Where the case goes then.
   */
  next: Target;
  /**
   * Where the case goes if there are fewer.
   */
  tooFew?: Target;
}
/**
 * Something is made public.
 */
export interface PublishState {
  /**
   * The kind of state.
   */
  type: 'publish';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * Reminders before the deadline.
   *
   * @maxItems 1000
   */
  remind?: Remind[];
  /**
   * Blocks.
   *
   * @minItems 1
   * @maxItems 1000
   */
  body: Block[];
  /**
   * Where it appears.
   *
   * @maxItems 1000
   */
  in?: Id[];
  /**
   * Until when.
   */
  until?: Feel;
  /**
   * Where the case goes then.
   */
  next: Target;
}
/**
 * The flow ends.
 */
export interface EndState {
  /**
   * The kind of state.
   */
  type: 'end';
  /**
   * What people read in the timeline. Common states have a title by default.
   */
  title?: Text;
  /**
   * false keeps the state out of the timeline of the applicant.
   */
  shown?: boolean;
  /**
   * Messages sent when the case comes here.
   *
   * @maxItems 1000
   */
  notify?: Name[];
  /**
   * The outcome.
   */
  outcome: Name;
  /**
   * Its kind, which retention goes by. Needed in the flow of the service, not inside branches.
   */
  kind?: 'granted' | 'partly' | 'refused' | 'left' | 'withdrawn' | 'cancelled';
  /**
   * What the applicant reads; may hold {{ FEEL }}.
   */
  say?: Text;
}
/**
 * Something one must have.
 */
export interface Need {
  /**
   * What it is.
   */
  title: Text;
  /**
   * Needed only if this is true.
   */
  when?: Feel;
  /**
   * Who must have it: a party (the applicant if not said).
   */
  from?: Name;
}
/**
 * When the service can be applied for.
 */
export interface Availability {
  /**
   * From when.
   */
  opens?: Instant;
  /**
   * Until when.
   */
  closes?: Instant;
  /**
   * How many applications at most.
   */
  limit?: number;
  /**
   * It is suspended.
   */
  suspended?: {
    /**
     * Since when.
     */
    since: Instant;
    /**
     * Why.
     */
    why: Text;
    /**
     * What to do instead.
     */
    instead?: Text;
  };
}
/**
 * Who or what starts a case.
 */
export interface StartedBy {
  /**
   * The applicant, in the portal.
   */
  applicant?: boolean;
  /**
   * A clerk, for a person present.
   */
  counter?: {
    /**
     * The role.
     */
    role: Name;
  };
  /**
   * An officer, of the agency's own motion.
   */
  officer?: {
    /**
     * The role.
     */
    role: Name;
    /**
     * Whether the officer names whom the case concerns, who then is its applicant: must, may (optional, where it is not said), or does not.
     */
    applicant?: 'required' | 'optional' | 'none';
  };
  /**
   * The calendar.
   */
  schedule?: {
    /**
     * When: minute, hour, day of month, month, day of week (Europe/Kyiv), of which the minute is one number, and either the day of month or that of the week is *.
     */
    cron: string;
    /**
     * A case for each open record, known as about; without it one case each time.
     */
    forEach?: {
      /**
       * The registry.
       */
      registry: Id;
      /**
       * Which records: true over record.
       */
      where?: Feel;
    };
    /**
     * What the form of such a case holds: pointer -> FEEL over record.
     */
    form?: {
      [k: string]: Feel;
    };
    /**
     * Whom the case concerns, by FEEL over record: a value with surname, name, patronymic, birthDate, sex, rnokpp, unzr or document, email, phone; or with edrpou and name of a business. Where it tells nobody, the case is the agency's own.
     */
    applicant?: Feel;
  };
  /**
   * The case is about a record, known as about.
   */
  about?: {
    /**
     * The registry.
     */
    registry: Id;
  };
}
/**
 * Someone who acts for themselves.
 */
export interface Party {
  /**
   * What the party is called.
   */
  title?: Text;
  /**
   * Whether persons or businesses.
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: Kind of party.
   */
  who?: ('person' | 'business')[];
  /**
   * Who may act for them.
   *
   * @maxItems 1000
   *
   * Items: Kind of representation.
   */
  through?: ('self' | 'parent' | 'guardian' | 'attorney' | 'director')[];
  /**
   * Who is acted for where through is not self, from what is entered: a value with surname, name, patronymic, birthDate, sex, rnokpp, unzr or document. case.through says in what right.
   */
  represents?: Feel;
  /**
   * How well they must be identified.
   */
  assurance?: 'low' | 'substantial' | 'high';
  /**
   * Conditions to take part.
   *
   * @maxItems 1000
   *
   * Items: A condition.
   */
  may?: {
    /**
     * What must be true.
     */
    when: Feel;
    /**
     * What is said otherwise.
     */
    else: Text;
  }[];
  /**
   * A list: the party is each of its items, known as item in identify and contact.
   */
  each?: Feel;
  /**
   * Who they are, from data of the case. At least one.
   */
  identify?: {
    /**
     * RNOKPP.
     */
    rnokpp?: Feel;
    /**
     * UNZR.
     */
    unzr?: Feel;
    /**
     * EDRPOU, for a business.
     */
    edrpou?: Feel;
    /**
     * E-mail address that was confirmed.
     */
    email?: Feel;
  };
  /**
   * Where messages go if the party has not told itself.
   */
  contact?: {
    /**
     * Name.
     */
    name?: Feel;
    /**
     * E-mail address.
     */
    email?: Feel;
    /**
     * Telephone number.
     */
    phone?: Feel;
  };
  /**
   * What of the data they see; the applicant sees all of the form, and of a case that the agency begins what is named here, where anything is.
   *
   * @maxItems 1000
   */
  sees?: DataPath[];
}
/**
 * A role that acts in this service.
 */
export interface Role {
  /**
   * What it is called.
   */
  title: Text;
  /**
   * Of which agency (of the service if not said). The agency has a role of this name.
   */
  agency?: Id;
  /**
   * Of which office: an id of an office.
   */
  office?: Feel;
  /**
   * The office that takes it if there is none.
   */
  ifNoOffice?: Id;
  /**
   * What of the data it sees: form.person, registry, files.
   *
   * @maxItems 1000
   */
  sees: DataPath[];
}
/**
 * A value and since when.
 */
export interface ParameterValue {
  /**
   * The day from which it holds.
   */
  from: Day;
  /**
   * The value. Money is an integer of the smallest unit.
   */
  value: number | string | boolean | unknown[] | {};
  /**
   * The act that sets it.
   */
  act?: string;
}
/**
 * A reason in law.
 */
export interface Ground {
  /**
   * What it says.
   */
  title: Text;
  /**
   * Act and article.
   */
  act: string;
  /**
   * How one could mend it.
   */
  mend?: Text;
}
/**
 * Personal data.
 */
export interface DataUse {
  /**
   * The agency that answers for them.
   */
  controller: Id;
  /**
   * The ground in law to use them.
   */
  basis: string;
  /**
   * Which are of a special category.
   *
   * @maxItems 1000
   */
  special?: DataPath[];
  /**
   * Purposes of use, by name of lookup or call: what is told to the other system and written in the log.
   */
  purposes?: {
    [k: string]: string;
  };
}
/**
 * What is entered, page by page.
 */
export interface Form {
  /**
   * What may be entered. $ref to ../parts/<name>/schema.json brings a part with its ui and texts.
   */
  schema: JsonSchema;
  /**
   * How it is shown.
   */
  ui?: UiSchema;
  /**
   * Texts of the fields.
   */
  texts?: Texts;
  /**
   * The pages, in order.
   *
   * @minItems 1
   * @maxItems 100
   */
  pages: Page[];
  /**
   * Files to be attached.
   */
  files?: {
    [k: string]: FileField;
  };
  /**
   * Filled in when a draft is opened: pointer -> FEEL.
   */
  prefill?: {
    [k: string]: Feel;
  };
  /**
   * Offered once, may be changed: pointer -> FEEL.
   */
  suggest?: {
    [k: string]: Feel;
  };
  /**
   * Never entered, computed again on the server: pointer -> FEEL.
   */
  computed?: {
    [k: string]: Feel;
  };
  /**
   * Asked of registries while filling in.
   */
  lookups?: {
    [k: string]: Lookup;
  };
  /**
   * Choices taken from data, such as the answer of a lookup: pointer -> FEEL that gives the list.
   */
  options?: {
    [k: string]: Feel;
  };
  /**
   * What JSON Schema cannot say.
   *
   * @maxItems 1000
   */
  rules?: Rule[];
}
/**
 * A page. It shows while the schema, resolved for what is entered, has one of its fields.
 */
export interface Page {
  /**
   * Part of its address.
   */
  id: Id;
  /**
   * Its heading.
   */
  title: Text;
  /**
   * Its heading for everyone but the applicant, where the title speaks to the applicant: About you, Applicant.
   */
  titleForOthers?: Text;
  /**
   * What is said above the fields.
   */
  hint?: Text;
  /**
   * The fields on it.
   */
  fields: Pointers;
}
/**
 * A registry is asked while filling in.
 */
export interface Lookup {
  /**
   * The connector.
   */
  connector: Id;
  /**
   * Which of its operations, if it has several.
   */
  operation?: Name;
  /**
   * Asked once this is true.
   */
  when?: Feel;
  /**
   * What is sent.
   */
  input: FeelMap;
  /**
   * The name under which the answer is known (that of the lookup if not said).
   */
  as?: Name;
  /**
   * The purpose of use, one of data.purposes (that of the same name if not said).
   */
  purpose?: Name;
  /**
   * What it fills in: pointer -> FEEL over result.
   */
  fills?: {
    [k: string]: Feel;
  };
  /**
   * What happens if the person enters something else (tellOfficer if not said).
   */
  whenDifferent?: 'tellOfficer' | 'refuse' | 'ignore';
}
/**
 * A document that is issued.
 */
export interface Document {
  /**
   * What it is called.
   */
  title: Text;
  /**
   * Its blocks.
   *
   * @minItems 1
   * @maxItems 1000
   */
  body: Block[];
  /**
   * How it is numbered.
   */
  number?: {
    /**
     * With {{ office.index }}, {{ n }}, {{ year }}.
     */
    pattern: string;
    /**
     * What has a count of its own.
     *
     * @maxItems 1000
     *
     * Items: Counter.
     */
    per?: ('agency' | 'office' | 'year' | 'service')[];
    /**
     * No number may be missing.
     */
    gapless?: boolean;
  };
  /**
   * Who seals it: agency, or a role.
   */
  sign?: string;
  /**
   * Anyone can verify it by number or QR code.
   */
  verify?: boolean;
  /**
   * What the verification page shows beside number, title and date.
   *
   * @maxItems 1000
   */
  public?: DataPath[];
  /**
   * The last day on which it is valid.
   */
  validUntil?: Feel;
  /**
   * The languages it is printed in (that of the case if not said).
   *
   * @maxItems 1000
   *
   * Items: Language.
   */
  languages?: string[];
}
/**
 * What people are told.
 */
export interface Message {
  /**
   * A party or a role.
   */
  to: Name;
  /**
   * The ways, the first that reaches.
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: A way.
   */
  channels: ('email' | 'sms' | 'post')[];
  /**
   * The subject; may hold {{ FEEL }}.
   */
  subject: Text;
  /**
   * The body; may hold {{ FEEL }}.
   */
  body: Text;
  /**
   * A short text for SMS; may hold {{ FEEL }}.
   */
  sms?: Text;
  /**
   * Documents attached.
   *
   * @maxItems 1000
   */
  attach?: Name[];
}
/**
 * The term in law for the whole case.
 */
export interface DecideWithin {
  /**
   * So many working days.
   */
  workingDays?: number;
  /**
   * So many calendar days.
   */
  days?: number;
  /**
   * So many hours by the clock.
   */
  hours?: number;
  /**
   * The state whose entry starts the clock, or submitted, registered.
   */
  from: Name;
  /**
   * States that stop it.
   *
   * @minItems 1
   * @maxItems 1000
   */
  until: Name[];
  /**
   * States in which it stands still.
   *
   * @maxItems 1000
   */
  pausedIn?: Name[];
  /**
   * How it may be extended.
   */
  extend?: {
    /**
     * The role that may.
     */
    by: Name;
    /**
     * So many working days.
     */
    workingDays?: number;
    /**
     * So many calendar days.
     */
    days?: number;
    /**
     * So many hours by the clock.
     */
    hours?: number;
    /**
     * How many times.
     */
    times?: number;
    /**
     * The message sent.
     */
    message?: Name;
  };
  /**
   * The act that sets the term.
   */
  act?: string;
  /**
   * What law says if it is missed.
   */
  overdue: {
    /**
     * late: still to be decided; consent or refusal: silence decides.
     */
    meaning: 'late' | 'consent' | 'refusal';
    /**
     * Where the case goes, if silence decides.
     */
    to?: Target;
    /**
     * The role that is told.
     */
    raise?: Name;
    /**
     * Messages sent.
     *
     * @maxItems 1000
     */
    notify?: Name[];
  };
}
/**
 * What may happen to a decided case.
 */
export interface After {
  /**
   * A mistake in a document is corrected.
   */
  correct?: {
    /**
     * The role.
     */
    by: Name;
    /**
     * The document.
     */
    reissues?: Name;
  };
  /**
   * The decision is revoked.
   */
  revoke?: {
    /**
     * The role.
     */
    by: Name;
    /**
     * Grounds.
     *
     * @minItems 1
     * @maxItems 1000
     */
    grounds: Name[];
  };
  /**
   * The case is opened again.
   */
  reopen?: {
    /**
     * The role.
     */
    by: Name;
    /**
     * Grounds.
     *
     * @minItems 1
     * @maxItems 1000
     */
    grounds: Name[];
    /**
     * The state it returns to (the initial one if not said).
     */
    to?: Name;
  };
  /**
   * The decision is appealed.
   */
  appeal?: {
    /**
     * The service of complaints.
     */
    service: Id;
    /**
     * Until when.
     */
    within: IsoDuration;
    /**
     * The decision has no force meanwhile.
     */
    suspends?: boolean;
  };
  /**
   * What was granted is renewed.
   */
  renew?: {
    /**
     * The service.
     */
    service: Id;
    /**
     * How long before it ends.
     */
    opens: IsoDuration;
    /**
     * Reminders before it ends.
     *
     * @maxItems 1000
     */
    remind?: IsoDuration[];
  };
  /**
   * A duplicate may be asked for.
   */
  duplicate?: {
    /**
     * The fee, in the smallest unit of money.
     */
    pay?: Feel;
  };
}
/**
 * How long a case is kept after it ended, by kind of outcome; drafts after the last change.
 */
export interface Retention {
  /**
   * Cases that ended granted.
   */
  granted?: IsoDuration;
  /**
   * Cases that ended partly.
   */
  partly?: IsoDuration;
  /**
   * Cases that ended refused.
   */
  refused?: IsoDuration;
  /**
   * Cases that ended left.
   */
  left?: IsoDuration;
  /**
   * Cases that ended withdrawn.
   */
  withdrawn?: IsoDuration;
  /**
   * Cases that ended cancelled.
   */
  cancelled?: IsoDuration;
  /**
   * Drafts that were not sent.
   */
  draft?: IsoDuration;
}
/**
 * How open cases of an earlier version come over. Whatever has the same name in both comes over as it is.
 */
export interface Migrate {
  /**
   * The version whose open cases come over; cases of others stay. 0: a working copy.
   */
  from: number;
  /**
   * Only cases for which this is true come over; the others stay. It sees what the earlier version saw.
   */
  when?: Feel;
  /**
   * What has another name now, old name -> new: states, branches, parties, lookups, answers (as), documents.
   */
  renamed?: {
    [k: string]: Name;
  };
  /**
   * Cases that wait in one of these states of the earlier version do not just go on there.
   */
  states?: {
    [k: string]: Carried;
  };
  /**
   * What was entered, by where it is now: form, or the state in which an officer or a party entered it.
   */
  data?: {
    [k: string]: CarriedData;
  };
}
/**
 * What becomes of a case that waits in the state: exactly one of enter and stays.
 */
export interface Carried {
  /**
   * The state, in the same flow, that it enters anew; what it waited for is cancelled.
   */
  enter?: Name;
  /**
   * It stays on its version: why.
   */
  stays?: Text;
}
/**
 * Where fields went. What has no place any more is lost, and the rehearsal says so.
 */
export interface CarriedData {
  /**
   * Old pointer -> new; * stands for each row, the same rows on both sides.
   */
  move?: {
    [k: string]: Pointer;
  };
  /**
   * New pointer -> FEEL over what the earlier version saw.
   */
  fill?: {
    [k: string]: Feel;
  };
}
/**
 * A service: its form, flow, documents and messages. No version while it is worked on: publishing assigns it.
 */
export interface Service {
  /**
   * The address of this schema, so that editors complete.
   */
  $schema?: string;
  /**
   * The version of the format.
   */
  format: Format;
  /**
   * The identity of the service.
   */
  id: Id;
  /**
   * The agency that provides it.
   */
  agency: Id;
  /**
   * Its name.
   */
  title: Text;
  /**
   * What one gets, in a sentence or two.
   */
  summary: Text;
  /**
   * The acts it rests on.
   *
   * @maxItems 1000
   */
  legalBasis?: Act[];
  /**
   * Its entry in the national register of services.
   */
  register?: {
    /**
     * Number of the guide.
     */
    guideId?: string;
  };
  /**
   * What one must have: the service page is made of this.
   *
   * @maxItems 1000
   */
  needs?: Need[];
  /**
   * When it can be applied for.
   */
  availability?: Availability;
  /**
   * Who or what starts a case.
   */
  startedBy: StartedBy;
  /**
   * Ways to apply.
   *
   * @maxItems 1000
   *
   * Items: A way.
   */
  channels?: ('portal' | 'counter' | 'post' | 'api')[];
  /**
   * Ways to get the result.
   *
   * @maxItems 1000
   *
   * Items: A way.
   */
  deliver?: ('portal' | 'counter' | 'post')[];
  /**
   * Everyone who acts for themselves; the applicant is required.
   */
  parties: {
    /**
     * Who applies.
     */
    applicant: Party;
    [k: string]: Party;
  };
  /**
   * The roles that act.
   */
  roles?: {
    [k: string]: Role;
  };
  /**
   * What law changes: fees, limits, terms; dated values.
   */
  parameters?: {
    /**
     * Values with the day from which each holds.
     *
     * @minItems 1
     * @maxItems 1000
     */
    [k: string]: ParameterValue[];
  };
  /**
   * The closed list of reasons in law.
   */
  grounds?: {
    [k: string]: Ground;
  };
  /**
   * Who answers for the personal data and why they are used.
   */
  data?: DataUse;
  /**
   * What is entered.
   */
  form: Form;
  /**
   * What happens then.
   */
  flow: Flow;
  /**
   * What is issued.
   */
  documents?: {
    [k: string]: Document;
  };
  /**
   * What people are told.
   */
  messages?: {
    [k: string]: Message;
  };
  /**
   * The term in law for the whole case.
   */
  decideWithin?: DecideWithin;
  /**
   * What may happen to a decided case.
   */
  after?: After;
  /**
   * How long each kind of outcome is kept.
   */
  retention: Retention;
  /**
   * How open cases of an earlier version come over to this one; without it they stay on theirs.
   */
  migrate?: Migrate;
}
/**
 * A version of the record's shape.
 */
export interface RecordVersion {
  /**
   * Its number.
   */
  version: number;
  /**
   * Since when.
   */
  from?: Day;
  /**
   * What a record holds.
   */
  schema: JsonSchema;
  /**
   * Texts of its fields.
   */
  texts?: Texts;
  /**
   * How it is shown.
   */
  ui?: UiSchema;
  /**
   * How a record of the version before becomes one of this: pointer -> FEEL over record.
   */
  migrate?: {
    [k: string]: Feel;
  };
}
/**
 * A registry: records of one kind, kept with their history.
 */
export interface Registry {
  /**
   * The address of this schema, so that editors complete.
   */
  $schema?: string;
  /**
   * The version of the format.
   */
  format: Format;
  /**
   * The identity of the registry.
   */
  id: Id;
  /**
   * The agency that keeps it.
   */
  agency: Id;
  /**
   * Its name.
   */
  title: Text;
  /**
   * What it holds.
   */
  summary?: Text;
  /**
   * The acts it rests on.
   *
   * @maxItems 1000
   */
  legalBasis?: Act[];
  /**
   * The record's shape, in versions; the last is current.
   *
   * @minItems 1
   * @maxItems 1000
   */
  versions: RecordVersion[];
  /**
   * What tells records apart: a field, or several.
   */
  key: Pointer | Pointers;
  /**
   * Further ways to find records.
   */
  indexes?: {
    /**
     * An index.
     */
    [k: string]: {
      /**
       * The fields, in order.
       */
      fields: Pointers;
      /**
       * No two open records may share it.
       */
      unique?: boolean;
    };
  };
  /**
   * Who reads which fields. Whoever is not named reads nothing.
   */
  readers: {
    /**
     * Officers.
     *
     * @maxItems 1000
     *
     * Items: A role.
     */
    roles?: {
      /**
       * Of which agency (that which keeps it if not said).
       */
      agency?: Id;
      /**
       * The role.
       */
      role: Name;
      /**
       * What it reads; / stands for all.
       */
      fields: Pointers;
      /**
       * Why.
       */
      purpose?: string;
    }[];
    /**
     * Other systems.
     *
     * @maxItems 1000
     *
     * Items: A connector.
     */
    connectors?: {
      /**
       * The connector.
       */
      connector: Id;
      /**
       * What it reads.
       */
      fields: Pointers;
      /**
       * Why.
       */
      purpose?: string;
    }[];
    /**
     * The person whom the record concerns.
     */
    person?: {
      /**
       * Where the record says who they are.
       */
      identify?: {
        /**
         * RNOKPP.
         */
        rnokpp?: Pointer;
        /**
         * UNZR.
         */
        unzr?: Pointer;
        /**
         * EDRPOU.
         */
        edrpou?: Pointer;
      };
      /**
       * What they read.
       */
      fields: Pointers;
    };
  };
  /**
   * The services that may write it.
   *
   * @maxItems 1000
   */
  writtenBy?: Id[];
  /**
   * What is kept of former states.
   */
  history?: {
    /**
     * How long versions are kept (for ever if not said).
     */
    keep?: IsoDuration;
  };
  /**
   * Records have places that can be reserved.
   */
  capacity?: {
    /**
     * How many: a number, or the field that says it.
     */
    places: number | Pointer;
    /**
     * The field that says when it begins.
     */
    starts?: Pointer;
    /**
     * How long a place is held while it is chosen.
     */
    hold?: IsoDuration;
  };
  /**
   * What everyone may see.
   */
  public?: {
    /**
     * Which fields.
     */
    fields: Pointers;
    /**
     * A page of the portal.
     */
    page?: boolean;
    /**
     * A feed of changes.
     */
    feed?: boolean;
    /**
     * A data set to download.
     */
    openData?: boolean;
    /**
     * Which records: true over record.
     */
    where?: Feel;
  };
}
/**
 * An operation of the other system.
 */
export interface Operation {
  /**
   * What it does.
   */
  title?: Text;
  /**
   * What is sent.
   */
  input?: JsonSchema;
  /**
   * What is answered.
   */
  output?: JsonSchema;
  /**
   * What the fields of the answer are called.
   */
  texts?: Texts;
  /**
   * How it is asked (rest, payment, sms).
   */
  request?: HttpRequest;
  /**
   * The answer, made of response (status, body). If not said: the body.
   */
  result?: Feel;
  /**
   * True over response if the answer is a failure that no repetition mends.
   */
  failed?: Feel;
  /**
   * What the local stand-in answers.
   */
  standIn?: StandIn;
}
/**
 * A request over HTTP.
 */
export interface HttpRequest {
  /**
   * The method (POST if not said).
   */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /**
   * Added to the address; may hold {{ FEEL }} over input.
   */
  path?: string;
  /**
   * Query, by name.
   */
  query?: FeelMap;
  /**
   * Headers, by name.
   */
  headers?: FeelMap;
  /**
   * The body. If not said: the input.
   */
  body?: Feel;
}
/**
 * What the local stand-in answers: the first that fits.
 */
export interface StandIn {
  /**
   * Answers in order.
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: An answer.
   */
  answers: {
    /**
     * Given if this is true over input. The last has no condition.
     */
    when?: Feel;
    /**
     * What is answered; texts may hold {{ FEEL }} over input.
     */
    answer?: {
      [k: string]: unknown;
    };
    /**
     * It fails instead.
     */
    fail?: {
      /**
       * The name of the failure.
       */
      code: string;
      /**
       * Trying again may help.
       */
      again?: boolean;
    };
    /**
     * How long it takes.
     */
    after?: IsoDuration;
  }[];
}
/**
 * A way to another system. Its contract (kind, input, output) is frozen with a service; address and limits are live.
 */
export interface Connector {
  /**
   * The address of this schema, so that editors complete.
   */
  $schema?: string;
  /**
   * The version of the format.
   */
  format: Format;
  /**
   * The identity of the connector.
   */
  id: Id;
  /**
   * Its name.
   */
  title: Text;
  /**
   * The agency that answers for the connection.
   */
  agency?: Id;
  /**
   * Whose system it is.
   */
  owner?: Text;
  /**
   * What it speaks.
   */
  kind:
    'xroad' | 'rest' | 'email' | 'sms' | 'payment' | 'registry' | 'document' | 'sign' | 'cases' | 'publish';
  /**
   * Where it is: a web address.
   */
  address?: string;
  /**
   * For kind registry: the registry of ours.
   */
  registry?: Id;
  /**
   * For kinds email and sms: who sends.
   */
  sender?: string;
  /**
   * For kind xroad: who asks and what.
   */
  xroad?: {
    /**
     * INSTANCE/CLASS/MEMBER/SUBSYSTEM that asks.
     */
    client: string;
    /**
     * INSTANCE/CLASS/MEMBER/SUBSYSTEM/CODE[/VERSION] that is asked.
     */
    service: string;
    /**
     * REST (if not said) or SOAP.
     */
    protocol?: 'rest' | 'soap';
  };
  /**
   * How it knows us.
   */
  auth?: {
    /**
     * How.
     */
    kind: 'none' | 'bearer' | 'basic' | 'apiKey' | 'hmac' | 'mtls';
    /**
     * For apiKey and hmac: the header.
     */
    header?: string;
    /**
     * The name of the secret, never the secret itself.
     */
    secret?: string;
  };
  /**
   * What is sent.
   */
  input?: JsonSchema;
  /**
   * What is answered.
   */
  output?: JsonSchema;
  /**
   * What the fields of the answer are called, for those who read it.
   */
  texts?: Texts;
  /**
   * How it is asked (rest, payment, sms).
   */
  request?: HttpRequest;
  /**
   * The answer, made of response (status, body). If not said: the body.
   */
  result?: Feel;
  /**
   * True over response if the answer is a failure that no repetition mends.
   */
  failed?: Feel;
  /**
   * What the local stand-in answers.
   */
  standIn?: StandIn;
  /**
   * Several operations, each with its own contract.
   */
  operations?: {
    [k: string]: Operation;
  };
  /**
   * How long one try may take (PT10S if not said).
   */
  timeout?: IsoDuration;
  /**
   * How it is tried again.
   */
  retries?: {
    /**
     * How many times.
     */
    times: number;
    /**
     * The first pause; each next is twice as long.
     */
    wait?: IsoDuration;
    /**
     * The longest pause.
     */
    longest?: IsoDuration;
  };
  /**
   * When it is left in peace.
   */
  breaker?: {
    /**
     * After so many failures in a row.
     */
    failures: number;
    /**
     * For so long.
     */
    wait: IsoDuration;
  };
  /**
   * How many a second.
   */
  rate?: {
    /**
     * How many a second.
     */
    perSecond: number;
    /**
     * How many at once.
     */
    burst?: number;
  };
  /**
   * How many at a time (5 if not said).
   */
  concurrency?: number;
  /**
   * The share of rate kept for lookups while filling in, 0 to 1 (0.3 if not said).
   */
  lookups?: number;
  /**
   * When a state that waits for it is overdue, if the state does not say.
   */
  due?: Duration;
  /**
   * The purpose of use told to the other system.
   */
  purpose?: string;
  /**
   * How it tells us of its own accord.
   */
  callback?: {
    /**
     * The name of the secret that signs.
     */
    secret: string;
    /**
     * How old a message may be (PT5M if not said).
     */
    tolerance?: IsoDuration;
  };
}
/**
 * An office.
 */
export interface Office {
  /**
   * Its identity.
   */
  id: Id;
  /**
   * Its name.
   */
  title: Text;
  /**
   * The office it belongs to.
   */
  parent?: Id;
  /**
   * The territories it serves, with all that lies in them.
   *
   * @maxItems 1000
   */
  katottg: Katottg[];
  /**
   * Its index in numbers of documents.
   */
  index?: string;
  /**
   * Where it is.
   */
  address?: Text;
  /**
   * How to reach it.
   */
  contacts?: Contacts;
  /**
   * The roles it has (all if not said).
   *
   * @maxItems 1000
   */
  roles?: Name[];
  /**
   * Its own calendar, if another.
   */
  calendar?: Calendar;
}
/**
 * A role that persons are appointed to.
 */
export interface AgencyRole {
  /**
   * What it is called.
   */
  title: Text;
  /**
   * What it may beside its tasks.
   *
   * @maxItems 1000
   *
   * Items: A right.
   */
  may?: ('assign' | 'extend' | 'counts' | 'appoint' | 'define' | 'publish' | 'audit' | 'dead' | 'counter')[];
}
/**
 * Working hours of a day, local time.
 */
export interface Hours {
  /**
   * HH:MM.
   */
  from: string;
  /**
   * HH:MM.
   */
  to: string;
  /**
   * Break.
   */
  break?: {
    /**
     * HH:MM.
     */
    from: string;
    /**
     * HH:MM.
     */
    to: string;
  };
}
/**
 * When work is done.
 */
export interface Calendar {
  /**
   * Whose public holidays are kept (UA if not said).
   */
  country?: 'UA' | 'none';
  /**
   * Time zone (Europe/Kyiv if not said).
   */
  zone?: string;
  /**
   * Working hours by day of the week; a day that is missing is off.
   */
  week: {
    /**
     * Working hours.
     */
    monday?: Hours;
    /**
     * Working hours.
     */
    tuesday?: Hours;
    /**
     * Working hours.
     */
    wednesday?: Hours;
    /**
     * Working hours.
     */
    thursday?: Hours;
    /**
     * Working hours.
     */
    friday?: Hours;
    /**
     * Working hours.
     */
    saturday?: Hours;
    /**
     * Working hours.
     */
    sunday?: Hours;
  };
  /**
   * Single days that differ: moved working days, days off.
   *
   * @maxItems 1000
   *
   * Items: A day.
   */
  days?: {
    /**
     * The day.
     */
    date: Day;
    /**
     * Whether work is done.
     */
    works: boolean;
    /**
     * Why.
     */
    why?: Text;
    /**
     * The act.
     */
    act?: string;
  }[];
  /**
   * The last day for which single days are known.
   */
  until?: Day;
}
/**
 * A special regime in law.
 */
export interface Regime {
  /**
   * Its name.
   */
  id: Id;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * The act.
   */
  act: string;
  /**
   * Since when.
   */
  from: Day;
  /**
   * Until when; in force if not said.
   */
  to?: Day;
  /**
   * Public holidays are working days.
   */
  holidaysWorked?: boolean;
  /**
   * Terms stand still.
   */
  termsSuspended?: boolean;
  /**
   * Only for these services.
   *
   * @maxItems 1000
   */
  services?: Id[];
}
/**
 * Offices are closed.
 */
export interface Closure {
  /**
   * Which (all if not said).
   *
   * @maxItems 1000
   */
  offices?: Id[];
  /**
   * First day.
   */
  from: Day;
  /**
   * Last day.
   */
  to: Day;
  /**
   * Why.
   */
  why: Text;
  /**
   * The office that serves meanwhile.
   */
  instead?: Id;
}
/**
 * How pages and documents look.
 */
export interface Look {
  /**
   * Main colour: #rrggbb.
   */
  colour?: string;
  /**
   * A data: address (PNG or SVG).
   */
  logo?: string;
  /**
   * A data: address (PNG or SVG) of the coat of arms.
   */
  emblem?: string;
}
/**
 * An agency: offices, roles, calendar. Who holds a role is never in a definition: appointments are records.
 */
export interface Agency {
  /**
   * The address of this schema, so that editors complete.
   */
  $schema?: string;
  /**
   * The version of the format.
   */
  format: Format;
  /**
   * The identity of the agency.
   */
  id: Id;
  /**
   * Its name.
   */
  title: Text;
  /**
   * Its short name.
   */
  short?: Text;
  /**
   * Its code in the register of legal persons.
   */
  edrpou: string;
  /**
   * The territory it serves.
   */
  katottg: Katottg;
  /**
   * The languages in which its texts must be written (uk, en if not said).
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: Language.
   */
  languages?: string[];
  /**
   * Its offices, a tree by parent.
   *
   * @minItems 1
   * @maxItems 1000
   */
  offices: Office[];
  /**
   * The office that takes what no other does.
   */
  fallback: Id;
  /**
   * Its roles.
   */
  roles: {
    [k: string]: AgencyRole;
  };
  /**
   * When it works.
   */
  calendar: Calendar;
  /**
   * Special regimes in law, such as martial law.
   *
   * @maxItems 1000
   */
  regimes?: Regime[];
  /**
   * Days on which offices are closed.
   *
   * @maxItems 1000
   */
  closures?: Closure[];
  /**
   * How many persons publish a definition of this agency (one if not said). Of two, one proposes and another, who may publish too, confirms or gives it back.
   */
  publishedBy?: 'one' | 'two';
  /**
   * How to reach it.
   */
  contacts: Contacts;
  /**
   * How its pages and documents look.
   */
  look?: Look;
}
/**
 * An example of a service: what was entered, who did what, what must come out.
 */
export interface Scenario {
  /**
   * The address of this schema, so that editors complete.
   */
  $schema?: string;
  /**
   * What it shows.
   */
  title?: Text;
  /**
   * When the application is sent.
   */
  submittedAt: Moment;
  /**
   * Who begins the case: the applicant, where it is not said; an officer of their own motion; the calendar, for the record in about, which fills the form in.
   */
  startedBy?: 'applicant' | 'officer' | 'schedule';
  /**
   * Who sends it; of a case that an officer or the calendar begins, whom it concerns, null for nobody.
   */
  applicant: ScenarioPerson | null;
  /**
   * In what right it is sent, where not for themselves.
   */
  through?: 'self' | 'parent' | 'guardian' | 'attorney' | 'director';
  /**
   * What was entered.
   */
  form: JsonObject;
  /**
   * Uploaded files by id, where one must be other than clean; every other file that the form names is taken for uploaded and clean.
   */
  files?: {
    [k: string]: ScenarioFile;
  };
  /**
   * What lookups answered while it was filled in, by name.
   */
  lookups?: {
    [k: string]: Json;
  };
  /**
   * The record that the case is about.
   */
  about?: JsonObject;
  /**
   * What happens then, in order.
   *
   * @maxItems 1000
   */
  steps: ScenarioStep[];
  /**
   * What must come out; what is not named may be anything.
   */
  expect?: Expected;
}
/**
 * Someone as the identity provider knows them.
 */
export interface ScenarioPerson {
  /**
   * What tells them apart: any word.
   */
  person: string;
  /**
   * Surname.
   */
  surname?: string;
  /**
   * Given name.
   */
  name?: string;
  /**
   * Patronymic.
   */
  patronymic?: string;
  /**
   * Day of birth.
   */
  birthDate?: Day;
  /**
   * Sex: female, male.
   */
  sex?: string;
  /**
   * RNOKPP.
   */
  rnokpp?: string;
  /**
   * UNZR.
   */
  unzr?: string;
  /**
   * Confirmed e-mail address.
   */
  email?: string;
  /**
   * Telephone number.
   */
  phone?: string;
  /**
   * How well they are identified.
   */
  assurance?: 'low' | 'substantial' | 'high';
  /**
   * The company they act for.
   */
  business?: {
    /**
     * EDRPOU.
     */
    edrpou: string;
    /**
     * Its name.
     */
    name?: string;
  };
  /**
   * The document by which a clerk identified them.
   */
  document?: {
    /**
     * Kind of document.
     */
    type: string;
    /**
     * Its number.
     */
    number: string;
  };
}
/**
 * A file as it was uploaded.
 */
export interface ScenarioFile {
  /**
   * Its id, by which the form names it.
   */
  id: string;
  /**
   * The field it was uploaded at.
   */
  at: Pointer;
  /**
   * Its name.
   */
  name: string;
  /**
   * Where it lies.
   */
  key: string;
  /**
   * Which version of it.
   */
  version: string;
  /**
   * SHA-256, hex.
   */
  sha256: string;
  /**
   * Bytes.
   */
  size: number;
  /**
   * Media type.
   */
  type: string;
  /**
   * What the scanner says.
   */
  scan: 'pending' | 'clean' | 'infected' | 'mismatch';
}
/**
 * An officer or a party takes an action of a state. A task that nobody has claimed is claimed first.
 */
export interface ActStep {
  /**
   * The role, or the party.
   */
  as: Name;
  /**
   * Who comes, where not the applicant or the one officer of the role.
   */
  person?: ScenarioPerson;
  /**
   * The state.
   */
  at: StatePath;
  /**
   * The action.
   */
  act: Name;
  /**
   * The reason that is written.
   */
  reason?: string;
  /**
   * What explains the ground.
   */
  explain?: string;
  /**
   * The grounds that are chosen.
   *
   * @maxItems 1000
   */
  grounds?: Name[];
  /**
   * The fields that are marked for correction.
   *
   * @maxItems 1000
   *
   * Items: A mark.
   */
  marks?: {
    /**
     * The field.
     */
    pointer: Pointer;
    /**
     * What is wrong with it.
     */
    say?: string;
  }[];
  /**
   * What is entered in the form of the state.
   */
  data?: JsonObject;
  /**
   * Fields of the application as changed, by pointer.
   */
  changes?: {
    [k: string]: Json;
  };
  /**
   * What lookups answered to what was changed, by name: those from which its fields choose.
   */
  lookups?: {
    [k: string]: Json;
  };
}
/**
 * Something is done with the whole case.
 */
export interface DoStep {
  /**
   * The role, or the party.
   */
  as: Name;
  /**
   * Who comes, where not the applicant or the one officer of the role.
   */
  person?: ScenarioPerson;
  /**
   * What is done.
   */
  do: 'withdraw' | 'extend' | 'correct' | 'revoke' | 'reopen';
  /**
   * The reason that is written.
   */
  reason?: string;
  /**
   * The grounds that are chosen (revoke, reopen).
   *
   * @maxItems 1000
   */
  grounds?: Name[];
  /**
   * Fields of the application as corrected, by pointer (correct).
   */
  changes?: {
    [k: string]: Json;
  };
}
/**
 * The system that a state asks answers, or fails for good. Of a state that pays, signs or starts it says that it was paid, signed, that the other cases ended.
 */
export interface AnswerStep {
  /**
   * The state.
   */
  answer: StatePath;
  /**
   * What is answered (if not said: what such a system gives when all is well).
   */
  result?: Json;
  /**
   * It fails instead: the name of the failure.
   */
  fails?: string;
}
/**
 * A system tells of an event that the case may wait for.
 */
export interface TellStep {
  /**
   * The connector.
   */
  tells: Id;
  /**
   * What it tells.
   */
  event: JsonObject;
}
/**
 * Time passes; deadlines, reminders and waits that fall due meanwhile happen in order.
 */
export interface TimeStep {
  /**
   * How long.
   */
  passes: IsoDuration;
}
/**
 * What must come out.
 */
export interface Expected {
  /**
   * The outcome of the case.
   */
  outcome?: Name;
  /**
   * The documents that were issued, in order.
   *
   * @maxItems 1000
   */
  documents?: Name[];
  /**
   * The registries that were written, in order.
   *
   * @maxItems 1000
   */
  records?: Id[];
  /**
   * The messages that were sent, in order.
   *
   * @maxItems 1000
   */
  messages?: Name[];
}
