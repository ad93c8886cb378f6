/* Made from the JSON Schemas beside this file by `npm run types`. Change the schemas, not this file. */
import type {Agency, Connector, Kind, Part, Registry, Scenario} from '#core/definition/types.ts';
import type {Json, JsonObject} from '#core/flow/types.ts';
import type {FormDefinition, FormFrame} from '#core/form/types.ts';

/**
 * A moment in UTC (ISO 8601).
 */
export type Instant = string;
/**
 * A day, YYYY-MM-DD.
 */
export type Day = string;
/**
 * A day or a moment in UTC (ISO 8601).
 */
export type DayOrInstant = string;
/**
 * Code of a language (ISO 639-1).
 */
export type Language = string;
/**
 * A JSON Pointer (RFC 6901) into the form.
 */
export type Pointer = string;
/**
 * The public reference of a case as it is kept: 12 digits, the last two a check (ISO 7064 MOD 97-10).
 */
export type PlainReference = string;
/**
 * In what right a person acts for a party.
 */
export type Through = 'self' | 'parent' | 'guardian' | 'attorney' | 'director';
/**
 * What is on its way to take the place of a document: a duplicate, one that is still to be paid for, a corrected one.
 */
export type Coming = 'duplicate' | 'unpaid' | 'corrected';
/**
 * Before it is sent a draft, after that an application.
 */
export type DraftOrApplication = DraftView | ApplicationView;

/**
 * The type of what crosses the wire, by the name of its shape.
 */
export interface ShapeOf {
  Json: Json;
  JsonObject: JsonObject;
  Text: Text;
  Instant: Instant;
  Day: Day;
  DayOrInstant: DayOrInstant;
  Language: Language;
  Pointer: Pointer;
  PlainReference: PlainReference;
  Through: Through;
  Mark: Mark;
  Entered: JsonObject;
  FormDefinition: FormDefinition;
  FormFrame: FormFrame;
  FieldError: FieldError;
  ProblemBody: ProblemBody;
  FileView: FileView;
  UploadGrant: UploadGrant;
  FileLink: FileLink;
  AccessView: AccessView;
  Submitted: Submitted;
  GroundView: GroundView;
  Coming: Coming;
  OriginView: OriginView;
  LinkedView: LinkedView;
  Followed: Followed;
  Accepted: Accepted;
  Saved: Saved;
  Form: JsonObject;
  DraftAsked: DraftAsked;
  DraftSaved: DraftSaved;
  LookupAsked: LookupAsked;
  UploadAsked: UploadAsked;
  PartyAct: PartyAct;
  MessageBody: MessageBody;
  WithdrawBody: WithdrawBody;
  DuplicateBody: DuplicateBody;
  PersonAtCounter: PersonAtCounter;
  WhomNamed: WhomNamed;
  MotionBody: MotionBody;
  OpenForBody: OpenForBody;
  TaskAct: TaskAct;
  MarkMade: MarkMade;
  TransferBody: TransferBody;
  AssignBody: AssignBody;
  ConsultBody: ConsultBody;
  OpinionBody: OpinionBody;
  ReasonBody: ReasonBody;
  GroundsBody: GroundsBody;
  CorrectBody: CorrectBody;
  GrantBody: GrantBody;
  DefinitionSent: DefinitionSent;
  ScenariosSent: ScenariosSent;
  HashAsked: HashAsked;
  MigrationAsked: MigrationAsked;
  ServiceCard: ServiceCard;
  ServicePage: ServicePage;
  PublicStatus: PublicStatus;
  Territory: Territory;
  CollectionView: CollectionView;
  NewsView: NewsView;
  VerifyAnswer: VerifyAnswer;
  TokenAnswer: TokenAnswer;
  LogoutAnswer: LogoutAnswer;
  Keys: Keys;
  DraftView: DraftView;
  PartyActionView: PartyActionView;
  WaitingView: WaitingView;
  TimelineEntry: TimelineEntry;
  WhyView: WhyView;
  PartyDocument: PartyDocument;
  PartyNote: PartyNote;
  ApplicationView: ApplicationView;
  DraftOrApplication: DraftOrApplication;
  LookupAnswer: LookupAnswer;
  MineEntry: MineEntry;
  TaskActionView: TaskActionView;
  ConsultView: ConsultView;
  TaskView: TaskView;
  PartyView: PartyView;
  ChangeView: ChangeView;
  AnswerView: AnswerView;
  IssuedView: IssuedView;
  HistoryView: HistoryView;
  OfficerNote: OfficerNote;
  CaseView: CaseView;
  DifferenceView: DifferenceView;
  AuditView: AuditView;
  CaseRehearsed: CaseRehearsed;
  MigrationProposal: MigrationProposal;
  MigrationView: MigrationView;
  MigrationPage: MigrationPage;
  AppointmentView: AppointmentView;
  AppointmentEnded: AppointmentEnded;
  MeView: MeView;
  TaskLine: TaskLine;
  CaseFound: CaseFound;
  EffectView: EffectView;
  EffectReplayed: EffectReplayed;
  CountView: CountView;
  AgencyView: AgencyView;
  Kind: Kind;
  Agency: Agency;
  Connector: Connector;
  Registry: Registry;
  Written: unknown;
  Part: Part;
  Scenario: Scenario;
  ScenarioSet: ScenarioSet;
  PublicationAct: PublicationAct;
  PublicationView: PublicationView;
  DefinitionDraft: DefinitionDraft;
  DefinitionProblem: DefinitionProblem;
  CheckAnswer: CheckAnswer;
  DefinitionLine: DefinitionLine;
  DesignerLibrary: DesignerLibrary;
  PublishAnswer: PublishAnswer;
  PublishedDefinition: PublishedDefinition;
}
/**
 * A text that a person reads, in every language of its definition: { "uk": "…", "en": "…" }.
 */
export interface Text {
  [k: string]: string;
}
/**
 * A field to be corrected.
 */
export interface Mark {
  pointer: Pointer;
  /**
   * What is wrong with it.
   */
  say?: string;
}
/**
 * One field's mistake: where in the body, and what to do about it.
 */
export interface FieldError {
  /**
   * A JSON Pointer (RFC 6901) into the body.
   */
  pointer: string;
  /**
   * Stable name of the mistake.
   */
  code?: string;
  /**
   * What is wrong, and how to mend it.
   */
  message: Text;
}
/**
 * Every answer that is an error (RFC 9457). The title is in the language asked for.
 */
export interface ProblemBody {
  /**
   * Always about:blank: `code` says which problem it is.
   */
  type: 'about:blank';
  /**
   * The status of the answer.
   */
  status: number;
  /**
   * Stable name of the problem: what a client may lean on.
   */
  code: string;
  /**
   * What is wrong, in the language asked for.
   */
  title: string;
  /**
   * More about it, in the language asked for.
   */
  detail?: string;
  /**
   * Mistakes by field.
   *
   * @maxItems 500
   */
  errors?: FieldError[];
}
/**
 * A file and its scan; nothing is readable before it is clean.
 */
export interface FileView {
  /**
   * Its id.
   */
  id: string;
  /**
   * The field that it was added to.
   */
  at: Pointer;
  /**
   * Name of the file.
   */
  name: string;
  /**
   * Bytes.
   */
  size: number;
  /**
   * Media type.
   */
  type: string;
  /**
   * `mismatch`: the content is not of the declared type.
   */
  scan: 'pending' | 'clean' | 'infected' | 'mismatch';
}
/**
 * Where the browser posts the file (multipart form, `fields` first, `file` last), and how it stands in the application.
 */
export interface UploadGrant {
  /**
   * The file as it was announced.
   */
  file: FileView;
  /**
   * Where it is posted to, within ten minutes.
   */
  url: string;
  /**
   * Fields of the form that is posted.
   */
  fields: {
    [k: string]: string;
  };
}
/**
 * An address of a file that lives for a minute.
 */
export interface FileLink {
  /**
   * The address.
   */
  url: string;
  /**
   * Name to keep it under.
   */
  name: string;
}
/**
 * That an officer saw the case: one an officer and day. Who it was is known to the agency, not to the party.
 */
export interface AccessView {
  /**
   * The first time on that day.
   */
  at: Instant;
  /**
   * The agency.
   */
  agency: Text;
  /**
   * The office.
   */
  office: Text;
  /**
   * The role.
   */
  role: Text;
  /**
   * For what.
   */
  purpose: Text;
}
/**
 * What a submission came to.
 */
export interface Submitted {
  /**
   * The case.
   */
  id: string;
  reference: PlainReference;
  /**
   * When it was submitted.
   */
  submittedAt: Instant;
}
/**
 * A ground in law.
 */
export interface GroundView {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * The act of law.
   */
  act: string;
  /**
   * What the applicant can do about it.
   */
  mend?: Text;
}
/**
 * The application that this one came of.
 */
export interface OriginView {
  /**
   * As what: started by it, sent to its collection, a complaint about it, its renewal.
   */
  as: 'start' | 'collect' | 'appeal' | 'renew';
  /**
   * Its service.
   */
  service: string;
  /**
   * The case.
   */
  id: string;
  reference: PlainReference;
}
/**
 * An application that came of this one.
 */
export interface LinkedView {
  /**
   * As what: started by it, sent to its collection, a complaint about it, its renewal.
   */
  as: 'start' | 'collect' | 'appeal' | 'renew';
  /**
   * Its service.
   */
  service: string;
  /**
   * The case.
   */
  id: string;
  reference: PlainReference;
  /**
   * When it was submitted.
   */
  at: Instant;
  /**
   * Kind of its outcome, once it has ended.
   */
  outcome?: string;
}
/**
 * A draft of another service is being opened; it is there within seconds.
 */
export interface Followed {
  /**
   * Its service.
   */
  service: string;
  /**
   * The draft.
   */
  application: string;
}
/**
 * A command was accepted; the case now stands at `seq`.
 */
export interface Accepted {
  /**
   * The case.
   */
  id: string;
  reference: PlainReference;
  /**
   * Number of its last event; its ETag is this in quotes.
   */
  seq: number;
}
/**
 * What was sent is kept; the ETag of the answer names it.
 */
export interface Saved {
  /**
   * When it was saved.
   */
  savedAt: Instant;
}
/**
 * Opens a draft.
 */
export interface DraftAsked {
  /**
   * Its language.
   */
  language?: Language;
  through?: Through;
  /**
   * The collection that the application is sent to: the case that collects.
   */
  collection?: string;
}
/**
 * Replaces what a draft holds.
 */
export interface DraftSaved {
  /**
   * All that is entered so far.
   */
  form: JsonObject;
  /**
   * Its language.
   */
  language?: Language;
  through?: Through;
}
/**
 * What is entered so far; what the registry is asked is made of it.
 */
export interface LookupAsked {
  /**
   * All that is entered so far.
   */
  form: JsonObject;
}
/**
 * Announces a file before it is sent.
 */
export interface UploadAsked {
  /**
   * The field that it belongs to.
   */
  at: Pointer;
  /**
   * Name of the file.
   */
  name: string;
  /**
   * Media type.
   */
  type: string;
  /**
   * Bytes.
   */
  size: number;
  /**
   * SHA-256 of the content, hex.
   */
  sha256: string;
}
/**
 * An action of a party's state.
 */
export interface PartyAct {
  /**
   * The place in the flow; the only place of the party where it is absent.
   */
  path?: string;
  /**
   * Why.
   */
  reason?: string;
  /**
   * Fields as corrected, by pointer.
   */
  changes?: {
    [k: string]: Json;
  };
  /**
   * What is entered in the form of the state.
   */
  data?: JsonObject;
}
/**
 * A message between parties and officers.
 */
export interface MessageBody {
  /**
   * What is written.
   */
  text: string;
  /**
   * Key of the party; absent, the officers.
   */
  to?: string;
}
/**
 * Withdraws the application.
 */
export interface WithdrawBody {
  /**
   * Why.
   */
  reason?: string;
}
/**
 * Asks for a duplicate of an issued document.
 */
export interface DuplicateBody {
  /**
   * The document.
   */
  document: string;
}
/**
 * A person as a clerk identified them.
 */
export interface PersonAtCounter {
  /**
   * Surname.
   */
  surname?: string;
  /**
   * Name.
   */
  name?: string;
  /**
   * Patronymic.
   */
  patronymic?: string;
  /**
   * Day of birth, YYYY-MM-DD.
   */
  birthDate?: string;
  /**
   * Sex.
   */
  sex?: string;
  /**
   * Taxpayer number (RNOKPP).
   */
  rnokpp?: string;
  /**
   * Number in the demographic register (UNZR).
   */
  unzr?: string;
  /**
   * Address for mail.
   */
  email?: string;
  /**
   * Telephone.
   */
  phone?: string;
  /**
   * The document by which the person was identified.
   */
  document?: {
    /**
     * Its kind.
     */
    type: string;
    /**
     * Its number.
     */
    number: string;
  };
}
/**
 * Whom a case concerns that an officer begins: a person by RNOKPP or UNZR, or a business by its code.
 */
export interface WhomNamed {
  /**
   * Surname.
   */
  surname?: string;
  /**
   * Name.
   */
  name?: string;
  /**
   * Patronymic.
   */
  patronymic?: string;
  /**
   * Day of birth, YYYY-MM-DD.
   */
  birthDate?: string;
  /**
   * Taxpayer number (RNOKPP).
   */
  rnokpp?: string;
  /**
   * Number in the demographic register (UNZR).
   */
  unzr?: string;
  /**
   * Address for mail.
   */
  email?: string;
  /**
   * Telephone.
   */
  phone?: string;
  /**
   * The business.
   */
  business?: {
    /**
     * Its code (EDRPOU).
     */
    edrpou: string;
    /**
     * Its name.
     */
    name: string;
  };
}
/**
 * Begins a case of the agency's own motion.
 */
export interface MotionBody {
  /**
   * The whole form.
   */
  form: JsonObject;
  /**
   * Its language.
   */
  language: Language;
  /**
   * Whom the case concerns; left out where that is nobody.
   */
  applicant?: WhomNamed;
}
/**
 * Opens a case at the counter for a person present.
 */
export interface OpenForBody {
  /**
   * The whole application.
   */
  form: JsonObject;
  /**
   * Its language.
   */
  language: Language;
  /**
   * How it came.
   */
  channel: 'counter' | 'post';
  through?: Through;
  /**
   * Who is acted for, where the person present acts for another.
   */
  represents?: PersonAtCounter;
  /**
   * The person present.
   */
  applicant: PersonAtCounter;
  /**
   * How the person signed.
   */
  signed?:
    | {
        /**
         * On paper.
         */
        by: 'ink';
        /**
         * The scan.
         */
        file: string;
      }
    | {
        /**
         * On the device.
         */
        by: 'device';
      };
}
/**
 * An action of a task.
 */
export interface TaskAct {
  /**
   * Why.
   */
  reason?: string;
  /**
   * Grounds in law.
   *
   * @maxItems 50
   *
   * Items: A ground.
   */
  grounds?: string[];
  /**
   * An explanation.
   */
  explain?: string;
  /**
   * Fields to be corrected.
   *
   * @maxItems 200
   */
  marks?: MarkMade[];
  /**
   * What is entered in the form of the task.
   */
  data?: JsonObject;
  /**
   * Fields of the application as changed, by pointer.
   */
  changes?: {
    [k: string]: Json;
  };
}
/**
 * A field to be corrected.
 */
export interface MarkMade {
  pointer: Pointer;
  /**
   * What is wrong with it.
   */
  say?: string;
}
/**
 * Gives a task to another office.
 */
export interface TransferBody {
  /**
   * The agency.
   */
  agency: string;
  /**
   * The office.
   */
  office: string;
  /**
   * The role; as it is where it is absent.
   */
  role?: string;
  /**
   * Why.
   */
  reason: string;
}
/**
 * Gives a task to an officer.
 */
export interface AssignBody {
  /**
   * Key of the officer.
   */
  person: string;
}
/**
 * Asks the opinion of another role.
 */
export interface ConsultBody {
  /**
   * The agency.
   */
  agency: string;
  /**
   * The office.
   */
  office: string;
  /**
   * The role.
   */
  role: string;
  /**
   * What is asked.
   */
  question: string;
  /**
   * By when: a day or a moment.
   */
  by: string;
  /**
   * Fields of the form that are shared.
   *
   * @maxItems 200
   */
  fields: Pointer[];
}
/**
 * Answers a question.
 */
export interface OpinionBody {
  /**
   * The opinion.
   */
  opinion: string;
}
/**
 * Gives a reason.
 */
export interface ReasonBody {
  /**
   * Why.
   */
  reason: string;
}
/**
 * Gives a reason and its grounds in law.
 */
export interface GroundsBody {
  /**
   * Why.
   */
  reason: string;
  /**
   * Grounds in law.
   *
   * @maxItems 50
   *
   * Items: A ground.
   */
  grounds: string[];
}
/**
 * Mends a mistake in a decided case.
 */
export interface CorrectBody {
  /**
   * Fields of the form as corrected, by pointer.
   */
  changes: {
    [k: string]: Json;
  };
  /**
   * Why.
   */
  reason: string;
}
/**
 * Grants a role; never to oneself.
 */
export interface GrantBody {
  /**
   * Key of the person.
   */
  person: string;
  /**
   * Their name.
   */
  name?: string;
  /**
   * The agency.
   */
  agency: string;
  /**
   * The office.
   */
  office: string;
  /**
   * The role.
   */
  role: string;
  /**
   * From when: a day.
   */
  from?: string;
  /**
   * Until when: a day.
   */
  to?: string;
  /**
   * Number of the order.
   */
  order: string;
}
/**
 * A definition of the kind named in the path, whole: by https://kladka.example/schema/1/<kind>.json.
 */
export interface DefinitionSent {
  [k: string]: unknown;
}
/**
 * The scenarios of a service, all of them: what is not named is removed.
 */
export interface ScenariosSent {
  /**
   * Scenarios by name, each by https://kladka.example/schema/1/scenario.json.
   */
  scenarios: {
    /**
     * A scenario.
     */
    [k: string]: {
      [k: string]: unknown;
    };
  };
}
/**
 * A file to compare.
 */
export interface HashAsked {
  /**
   * SHA-256 of the file, hex.
   */
  sha256?: string;
}
/**
 * Asks for a page of a migration.
 */
export interface MigrationAsked {
  /**
   * `cursor` of the page before; absent for the first.
   */
  cursor?: string;
}
/**
 * A service in the catalogue.
 */
export interface ServiceCard {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * What it gives.
   */
  summary?: Text;
  /**
   * The role whose officers take in applications at a counter.
   */
  counter?: string;
  /**
   * Who answers for it.
   */
  agency?: {
    /**
     * Its id.
     */
    id: string;
    /**
     * What it is called.
     */
    title: Text;
  };
}
/**
 * A service as its public page shows it, with the form that is drawn.
 */
export interface ServicePage {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * What it gives.
   */
  summary?: Text;
  /**
   * Who answers for it.
   */
  agency?: {
    /**
     * Its id.
     */
    id: string;
    /**
     * What it is called.
     */
    title: Text;
  };
  /**
   * SHA-256 of the definition that runs.
   */
  hash: string;
  /**
   * The law that it stands on.
   *
   * Items: An act of law.
   */
  legalBasis?: {
    /**
     * What it is called.
     */
    title: Text;
    /**
     * Where it can be read.
     */
    url?: string;
  }[];
  /**
   * What one must have.
   *
   * Items: Something that one must have.
   */
  needs?: {
    /**
     * What it is.
     */
    title: Text;
    /**
     * FEEL: when it is needed.
     */
    when?: string;
    /**
     * Who brings it.
     */
    from?: string;
    /**
     * The rights to represent in which alone it is needed.
     *
     * @maxItems 5
     */
    through?: Through[];
  }[];
  /**
   * When one may apply.
   */
  availability?: {
    /**
     * From when.
     */
    opens?: DayOrInstant;
    /**
     * Until when.
     */
    closes?: DayOrInstant;
    /**
     * It is suspended now.
     */
    suspended?: {
      /**
       * Since when.
       */
      since: DayOrInstant;
      /**
       * Why.
       */
      why: Text;
      /**
       * What one can do instead.
       */
      instead?: Text;
    };
  };
  /**
   * Who begins a case.
   */
  startedBy: {
    /**
     * The applicant may, online.
     */
    applicant: boolean;
  };
  /**
   * How one may apply.
   *
   * @maxItems 20
   *
   * Items: A channel.
   */
  channels?: string[];
  /**
   * Who may apply.
   */
  applicant: {
    /**
     * Kinds of person.
     *
     * @maxItems 10
     */
    who?: string[];
    /**
     * In what right.
     *
     * @maxItems 5
     */
    through: Through[];
  };
  /**
   * In kopiikas; null where nothing is paid, absent where it depends on what is entered.
   */
  fee?: number | null;
  /**
   * The term of the law.
   */
  decideWithin?: {
    /**
     * Working days.
     */
    workingDays?: number;
    /**
     * Calendar days.
     */
    days?: number;
    /**
     * Hours.
     */
    hours?: number;
  };
  /**
   * The role whose officers begin cases of their own motion, and whether they name whom a case concerns.
   */
  officer?: {
    /**
     * The role.
     */
    role: string;
    /**
     * Whether.
     */
    applicant: 'required' | 'optional' | 'none';
  };
  /**
   * The role whose officers take in applications at a counter.
   */
  counter?: string;
  /**
   * The form.
   */
  form: FormDefinition;
  /**
   * What the expressions of the form see beside `form`, of one of whom nothing is known yet.
   */
  names: JsonObject;
}
/**
 * What anyone who knows a reference may see: nothing personal.
 */
export interface PublicStatus {
  reference: PlainReference;
  /**
   * The service.
   */
  service: Text;
  /**
   * Where the case stands.
   */
  state: Text;
  /**
   * Kind of the outcome, once it has ended.
   */
  outcome?: string;
  /**
   * When it changed last.
   */
  changedAt: Instant;
}
/**
 * A territory of the KATOTTG tree.
 */
export interface Territory {
  /**
   * Its code.
   */
  code: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * Its category in the codifier.
   */
  category: string;
  /**
   * Nothing lies below.
   */
  leaf?: true;
}
/**
 * A case that collects applications of this service.
 */
export interface CollectionView {
  /**
   * The case.
   */
  id: string;
  reference: PlainReference;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * From when applications are taken.
   */
  opens?: Instant;
  /**
   * Until when.
   */
  closes: Instant;
  /**
   * Who has applied may replace it until then.
   */
  replaceable?: true;
}
/**
 * An announcement.
 */
export interface NewsView {
  /**
   * The announcement.
   */
  id: string;
  /**
   * When it was published.
   */
  at: Instant;
  /**
   * Until when it stays.
   */
  until?: Instant;
  /**
   * What the service is called.
   */
  service: Text;
  /**
   * Whose announcement it is.
   */
  agency: Text;
  /**
   * What it says, by language: headings, texts, fields, tables as a document has them.
   */
  body: {
    /**
     * @maxItems 1000
     */
    [k: string]: JsonObject[];
  };
}
/**
 * What the verification of a document answers.
 */
export interface VerifyAnswer {
  /**
   * The document.
   */
  document: string;
  /**
   * What it is.
   */
  title: Text;
  /**
   * Who issued it.
   */
  agency: Text;
  /**
   * Its number.
   */
  number: string | null;
  /**
   * When it was issued.
   */
  issuedAt: Instant;
  /**
   * The last day on which it is valid; null where it does not run out.
   */
  validUntil: string | null;
  /**
   * What it says, as far as its definition makes that public.
   *
   * @maxItems 100
   *
   * Items: A value.
   */
  shows: {
    /**
     * What it is.
     */
    title: Text;
    /**
     * The value.
     */
    value: string;
  }[];
  /**
   * Whether it holds.
   */
  state: 'valid' | 'revoked' | 'suspended' | 'expired';
  /**
   * When it was revoked.
   */
  revokedAt: string | null;
  /**
   * SHA-256 of the file; null until it is sealed.
   */
  sha256: string | null;
  /**
   * ECDSA P-256 over the SHA-256 of the file by the seal key, DER in base64; null until it is sealed.
   */
  signature: string | null;
  /**
   * Whether the file asked about is this document; null where none was.
   */
  same: boolean | null;
}
/**
 * Who signed in, with an access token.
 */
export interface TokenAnswer {
  /**
   * The token (JWT, ES256), to be sent as Bearer.
   */
  accessToken: string;
  /**
   * Seconds.
   */
  expiresIn: number;
  /**
   * Who it is.
   */
  person: {
    /**
     * Key of the person.
     */
    id: string;
    /**
     * How they are called.
     */
    name: string;
  };
}
/**
 * The session has ended.
 */
export interface LogoutAnswer {
  /**
   * Where it ends at the provider, where that has a place for it.
   */
  next?: string;
}
/**
 * The keys by which access tokens are verified (RFC 7517).
 */
export interface Keys {
  /**
   * One key.
   *
   * @maxItems 10
   *
   * Items: A public key (JWK, P-256).
   */
  keys: JsonObject[];
}
/**
 * A draft, opened to be filled in.
 */
export interface DraftView {
  /**
   * A draft.
   */
  kind: 'draft';
  /**
   * Its id; that of the case too, once it is sent.
   */
  id: string;
  /**
   * The service.
   */
  service: string;
  /**
   * The definition that it was saved under.
   */
  definition: string;
  /**
   * What is entered so far.
   */
  form: JsonObject;
  /**
   * What the expressions of the form see beside `form`.
   */
  names: JsonObject;
  /**
   * The definition has changed since it was saved.
   */
  changed?: true;
  /**
   * Files that were added.
   *
   * @maxItems 100
   */
  files: FileView[];
  /**
   * Its language.
   */
  language: Language;
  through?: Through;
  /**
   * When it was saved.
   */
  savedAt: Instant;
}
/**
 * What a party can do in the state that waits for it.
 */
export interface PartyActionView {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * A reason is asked for.
   */
  reason?: boolean;
}
/**
 * What is asked of a party: its actions, the marked fields, by when.
 */
export interface WaitingView {
  /**
   * The place in the flow.
   */
  path: string;
  /**
   * The state.
   */
  state: string;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * By when.
   */
  due?: Instant;
  /**
   * What can be done.
   *
   * @maxItems 100
   */
  actions: PartyActionView[];
  /**
   * What is entered while answering, as it is for this case now.
   */
  form?: FormDefinition;
  /**
   * What is asked.
   */
  say?: Text;
  /**
   * Fields that may be changed.
   *
   * @maxItems 1000
   */
  open: Pointer[];
  /**
   * Fields to be corrected.
   *
   * @maxItems 200
   */
  marks?: Mark[];
  /**
   * The pages that may be changed at most.
   *
   * @maxItems 100
   *
   * Items: A page.
   */
  pages?: string[];
  /**
   * What the officer wrote.
   */
  reason?: string;
}
/**
 * Something that happened.
 */
export interface TimelineEntry {
  /**
   * When.
   */
  at: Instant;
  /**
   * What.
   */
  title: Text;
  /**
   * Grounds in law.
   */
  detail?: Text;
}
/**
 * Why it was decided so, in the words of whoever decided.
 */
export interface WhyView {
  /**
   * The grounds in law.
   *
   * @maxItems 100
   */
  grounds?: GroundView[];
  /**
   * Why they apply to this very case.
   */
  explain?: string;
  /**
   * The reason.
   */
  reason?: string;
}
/**
 * A document that was issued.
 */
export interface PartyDocument {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is.
   */
  title: Text;
  /**
   * Its number.
   */
  number?: string;
  /**
   * When it was issued.
   */
  issuedAt?: Instant;
  /**
   * What to ask the file by, once there is one.
   */
  file?: string;
  /**
   * What became of one that holds no more.
   */
  state?: 'revoked' | 'replaced' | 'duplicated';
  /**
   * It is a duplicate of an earlier one.
   */
  duplicate?: true;
  coming?: Coming;
}
/**
 * A message.
 */
export interface PartyNote {
  /**
   * When.
   */
  at: Instant;
  /**
   * Key of the party, `officer` or `system`.
   */
  from: string;
  /**
   * What was written.
   */
  text: string;
}
/**
 * A case as one of its parties sees it.
 */
export interface ApplicationView {
  /**
   * An application.
   */
  kind: 'application';
  /**
   * The case.
   */
  id: string;
  /**
   * The service.
   */
  service: string;
  /**
   * What the service is called.
   */
  title: Text;
  reference: PlainReference;
  /**
   * Key of the party that looks.
   */
  party: string;
  /**
   * Where it stands, until it ends.
   */
  state?: {
    /**
     * The state.
     */
    id: string;
    /**
     * What it is called.
     */
    title: Text;
  };
  /**
   * How it ended.
   */
  outcome?: {
    /**
     * Kind of the outcome.
     */
    kind: string;
    /**
     * What it is called.
     */
    title?: Text;
    /**
     * What that means for the applicant.
     */
    say?: Text;
    why?: WhyView;
  };
  /**
   * When it was submitted.
   */
  submittedAt: Instant;
  /**
   * When it changed last.
   */
  changedAt: Instant;
  /**
   * When it is to be decided.
   */
  deadline?: Instant;
  /**
   * The term stands still.
   */
  paused?: true;
  /**
   * What was entered, as far as the party may see it.
   */
  form: JsonObject;
  /**
   * What the expressions of the form see beside `form`.
   */
  names: JsonObject;
  /**
   * Files of the case, and those announced for it.
   *
   * @maxItems 1000
   */
  files: FileView[];
  waiting?: WaitingView;
  /**
   * What happened, in order.
   */
  timeline: TimelineEntry[];
  /**
   * Documents that were issued.
   */
  documents: PartyDocument[];
  /**
   * When the decision was revoked.
   */
  revoked?: Instant;
  /**
   * In what right the applicant's representative applied, and for whom.
   */
  represented?: {
    through: Through;
    /**
     * Who is acted for.
     */
    name: string;
  };
  /**
   * Messages.
   */
  notes: PartyNote[];
  /**
   * Since when the decision has no force: a complaint about it is dealt with.
   */
  suspended?: Instant;
  cameOf?: OriginView;
  /**
   * Applications that came of this one.
   *
   * @maxItems 300
   */
  linked?: LinkedView[];
  /**
   * What the applicant may do after the decision.
   */
  after?: {
    /**
     * Ask for a duplicate of a document that is valid.
     */
    duplicate?: true;
    /**
     * Appeal the decision: until when.
     */
    appeal?: Instant;
    /**
     * Renew what was granted: when that ends.
     */
    renew?: Instant;
    /**
     * What the applicant may do on other days only, and on which.
     */
    closed?: {
      /**
       * When the term to appeal ended.
       */
      appeal?: Instant;
      /**
       * Since when and until when it may be renewed.
       */
      renew?: {
        /**
         * Since when.
         */
        opens: Instant;
        /**
         * Until when.
         */
        until: Instant;
      };
    };
  };
  /**
   * The party may withdraw.
   */
  canWithdraw: boolean;
}
/**
 * What came of a lookup.
 */
export interface LookupAnswer {
  /**
   * Its name in the form.
   */
  lookup: string;
  /**
   * `answered`; `unanswered`: the registry gives no answer now; `notAsked`: there is not enough to ask by.
   */
  state: 'answered' | 'unanswered' | 'notAsked';
  /**
   * Of the answer, what the form's expressions name; absent where there is none.
   */
  answer?: Json;
}
/**
 * One line of «My applications».
 */
export interface MineEntry {
  /**
   * Sent or not.
   */
  kind: 'draft' | 'application';
  /**
   * The draft or case.
   */
  id: string;
  /**
   * The service.
   */
  service: string;
  /**
   * What the service is called.
   */
  title: Text;
  reference?: PlainReference;
  /**
   * Where it stands.
   */
  state?: Text;
  /**
   * Kind of the outcome.
   */
  outcome?: string;
  /**
   * The decision was revoked.
   */
  revoked?: true;
  /**
   * When it changed last.
   */
  changedAt: Instant;
  /**
   * Something is asked of this person.
   */
  waiting?: boolean;
  /**
   * By when.
   */
  due?: Instant;
}
/**
 * An action of a task, as the definition states it and this case allows it now.
 */
export interface TaskActionView {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * A reason is asked for.
   */
  reason?: boolean;
  /**
   * An explanation is asked for.
   */
  explain?: boolean;
  /**
   * Fields may be marked.
   */
  marks?: boolean;
  /**
   * Grounds to choose from.
   *
   * @maxItems 1000
   */
  grounds?: GroundView[];
  /**
   * What is asked before it is done.
   */
  confirm?: Text;
  /**
   * How many times it may still be taken; absent where there is no limit.
   */
  left?: number;
}
/**
 * A question to another role.
 */
export interface ConsultView {
  /**
   * Its id.
   */
  id: string;
  /**
   * Whose opinion is asked: the agency.
   */
  agency: string;
  /**
   * The office.
   */
  office: string;
  /**
   * The role.
   */
  role: string;
  /**
   * By when.
   */
  by: Instant;
  /**
   * What is asked.
   */
  question?: string;
  /**
   * What was answered.
   */
  opinion?: string;
  /**
   * This officer may answer it.
   */
  mine?: boolean;
}
/**
 * A task of a case.
 */
export interface TaskView {
  /**
   * The place in the flow.
   */
  path: string;
  /**
   * The state.
   */
  state: string;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * What is to be done.
   */
  say?: Text;
  /**
   * The agency.
   */
  agency: string;
  /**
   * The office.
   */
  office: string;
  /**
   * The role.
   */
  role: string;
  /**
   * By when.
   */
  due?: Instant;
  /**
   * It is late.
   */
  overdue: boolean;
  /**
   * Key of the officer who has it.
   */
  claimedBy?: string;
  /**
   * Their name.
   */
  claimedByName?: string;
  /**
   * This officer has it.
   */
  mine: boolean;
  /**
   * What this officer may do with it.
   *
   * @maxItems 20
   */
  may: string[];
  /**
   * Why this officer may not work on it, though it is for their role: it is their own case, or another than in the earlier step must do it.
   */
  kept?: 'ownCase' | 'fourEyes';
  /**
   * What this officer may decide.
   *
   * @maxItems 100
   */
  actions: TaskActionView[];
  /**
   * What is entered while acting.
   */
  form?: FormDefinition;
  /**
   * Fields of the application that may be changed.
   *
   * @maxItems 1000
   */
  edits?: Pointer[];
  /**
   * Pages whose fields may be marked, by action.
   */
  markable?: {
    /**
     * Pages.
     *
     * @maxItems 100
     *
     * Items: A page.
     */
    [k: string]: string[];
  };
  /**
   * Questions to other roles.
   */
  consults?: ConsultView[];
}
/**
 * Someone who acts for themselves in the case.
 */
export interface PartyView {
  /**
   * Key of the party in the case.
   */
  key: string;
  /**
   * The party in the definition.
   */
  party: string;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * Absent where the role may not know it, or it is not known yet: `withheld` says which.
   */
  name?: string;
  /**
   * The role may not know the name.
   */
  withheld?: true;
  through?: Through;
  /**
   * Who acts for them.
   */
  representative?: string;
  /**
   * Something is asked of them now.
   */
  asked: boolean;
  /**
   * By when.
   */
  due?: Instant;
  /**
   * What they answered last.
   */
  answer?: {
    /**
     * The action.
     */
    title: Text;
    /**
     * When.
     */
    at: Instant;
    /**
     * Why.
     */
    reason?: string;
  };
}
/**
 * A field that was changed after submission.
 */
export interface ChangeView {
  pointer: Pointer;
  /**
   * What it was.
   */
  from: Json;
  /**
   * What it is.
   */
  to: Json;
  /**
   * When.
   */
  at: Instant;
  /**
   * Who, in words.
   */
  by?: string;
}
/**
 * What another system answered; or why it did not.
 */
export interface AnswerView {
  /**
   * Its name in expressions.
   */
  as: string;
  /**
   * The state that asked.
   */
  title?: Text;
  /**
   * When it failed.
   */
  at?: Instant;
  /**
   * The answer.
   */
  result?: Json;
  /**
   * Code of the failure.
   */
  failed?: string;
  /**
   * How the answer is read.
   */
  frame?: FormFrame;
}
/**
 * A document that the case issued.
 */
export interface IssuedView {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is.
   */
  title: Text;
  /**
   * When it was issued.
   */
  at: Instant;
  /**
   * Its number.
   */
  number?: string;
  /**
   * What to ask the file by, once there is one.
   */
  file?: string;
  /**
   * What became of it, absent while it holds.
   */
  state?: 'revoked' | 'replaced' | 'duplicated';
  /**
   * It is a duplicate of an earlier one.
   */
  duplicate?: true;
  coming?: Coming;
}
/**
 * An event as one who may see the case reads it.
 */
export interface HistoryView {
  /**
   * Its number.
   */
  seq: number;
  /**
   * When.
   */
  at: Instant;
  /**
   * What happened.
   */
  title: Text;
  /**
   * Who, in words; never a name.
   */
  by?: string;
  /**
   * Grounds, reason or message.
   */
  text?: string;
}
/**
 * A message.
 */
export interface OfficerNote {
  /**
   * When.
   */
  at: Instant;
  /**
   * Who wrote, in words.
   */
  from: string;
  /**
   * Key of the party it is for.
   */
  to?: string;
  /**
   * What was written.
   */
  text: string;
}
/**
 * A case as an officer may see it.
 */
export interface CaseView {
  /**
   * The case.
   */
  id: string;
  /**
   * The service.
   */
  service: string;
  /**
   * What the service is called.
   */
  serviceTitle: Text;
  reference: PlainReference;
  /**
   * Where it stands.
   */
  title: Text;
  /**
   * When it was submitted.
   */
  submittedAt: Instant;
  /**
   * How it came.
   */
  channel: string;
  /**
   * The term of the law.
   */
  term?: {
    /**
     * When it is to be decided.
     */
    due: Instant;
    /**
     * It stands still.
     */
    paused?: {
      /**
       * Since when.
       */
      since: Instant;
    };
    /**
     * It has passed.
     */
    overdue?: boolean;
    /**
     * How many times it was extended.
     */
    extended: number;
  };
  /**
   * How it ended.
   */
  outcome?: {
    /**
     * What it is called.
     */
    title: Text;
    /**
     * Kind of the outcome.
     */
    kind: string;
    /**
     * When.
     */
    at: Instant;
  };
  /**
   * How what was entered is read.
   */
  frame: FormFrame;
  /**
   * What was entered, as far as the role may see it.
   */
  form: JsonObject;
  /**
   * Fields that were changed after submission.
   */
  changes: ChangeView[];
  /**
   * Fields in which the applicant entered something else than a registry answered while they filled in the form.
   *
   * @maxItems 1000
   */
  differences?: DifferenceView[];
  /**
   * Fields to be corrected.
   *
   * @maxItems 200
   */
  marks: Mark[];
  /**
   * Files of the case.
   *
   * @maxItems 1000
   */
  files: FileView[];
  /**
   * Documents that were issued.
   */
  documents: IssuedView[];
  /**
   * What other systems answered.
   */
  answers: AnswerView[];
  /**
   * Everyone who acts for themselves.
   */
  parties: PartyView[];
  /**
   * The tasks that the role sees.
   */
  tasks: TaskView[];
  /**
   * Messages.
   */
  notes: OfficerNote[];
  /**
   * The latest events.
   */
  history: HistoryView[];
  /**
   * What this officer may do with the case beside its tasks.
   *
   * @maxItems 20
   */
  may: string[];
  /**
   * Since when the decision has no force: a complaint about it is dealt with.
   */
  suspended?: Instant;
  cameOf?: OriginView;
  /**
   * Cases that came of this one.
   *
   * @maxItems 300
   */
  linked?: LinkedView[];
  /**
   * When the decision was revoked.
   */
  revoked?: Instant;
  /**
   * Grounds in law of what may be done after the decision.
   */
  after?: {
    /**
     * To revoke it.
     */
    revoke?: GroundView[];
    /**
     * To open the case again.
     */
    reopen?: GroundView[];
  };
}
/**
 * What a registry says of a field, where something else is entered.
 */
export interface DifferenceView {
  /**
   * The field.
   */
  pointer: Pointer;
  /**
   * The value in the registry.
   */
  found: Json;
  /**
   * What the registry is called.
   */
  registry: Text;
}
/**
 * That an officer saw a case, as whoever audits its office reads it.
 */
export interface AuditView {
  /**
   * The first time on that day.
   */
  at: Instant;
  /**
   * The agency.
   */
  agency: Text;
  /**
   * The office.
   */
  office: Text;
  /**
   * The role.
   */
  role: Text;
  /**
   * For what.
   */
  purpose: Text;
  /**
   * Key of the officer.
   */
  person: string;
  /**
   * Their name.
   */
  name?: string;
}
/**
 * What would become of an open case, or why it stays.
 */
export interface CaseRehearsed {
  /**
   * The case.
   */
  case: string;
  /**
   * Its public reference.
   */
  reference: string;
  /**
   * The version it runs on.
   */
  version: number;
  /**
   * moves: it comes over; stays: the definition keeps it; refused: the new version cannot take it.
   */
  result: 'moves' | 'stays' | 'refused';
  /**
   * Why it stays.
   */
  code?: string;
  /**
   * Where it waits: paths of states.
   *
   * @maxItems 1000
   */
  from: string[];
  /**
   * Where it would wait.
   *
   * @maxItems 1000
   */
  to: string[];
  /**
   * What has no place in the new version: pointers of the form, names.
   *
   * @maxItems 10000
   */
  lost: string[];
  /**
   * All of it in words.
   *
   * @maxItems 1000
   */
  says: Text[];
}
/**
 * That the open cases of a service should come over to its current version. Another person carries it out.
 */
export interface MigrationProposal {
  /**
   * The version they come over to.
   */
  version: number;
  /**
   * Its hash.
   */
  hash: string;
  /**
   * Who proposed it.
   */
  by: string;
  /**
   * When.
   */
  at: Instant;
  /**
   * Whoever asks proposed it: they do not carry it out.
   */
  own: boolean;
}
/**
 * A page of the rehearsal: what would become of the open cases that run on other versions.
 */
export interface MigrationView {
  /**
   * The current version.
   */
  version: number;
  /**
   * The version whose open cases come over; absent where the current one takes over none.
   */
  from?: number;
  /**
   * Where it was proposed.
   */
  proposal?: MigrationProposal;
  /**
   * The cases.
   */
  items: CaseRehearsed[];
  /**
   * Asks for the next page; absent on the last.
   */
  cursor?: string;
}
/**
 * What a page of the migration came to.
 */
export interface MigrationPage {
  /**
   * How many cases came over.
   */
  moved: number;
  /**
   * Those that stay on their version.
   */
  items: CaseRehearsed[];
  /**
   * Asks for the next page; absent on the last.
   */
  cursor?: string;
}
/**
 * A person in a role of an office.
 */
export interface AppointmentView {
  /**
   * Key of the person.
   */
  person: string;
  /**
   * Their name.
   */
  name?: string;
  /**
   * The agency.
   */
  agency: string;
  /**
   * The office.
   */
  office: string;
  /**
   * The role.
   */
  role: string;
  /**
   * What the role is called.
   */
  roleTitle?: Text;
  /**
   * What the office is called.
   */
  officeTitle?: Text;
  /**
   * From when.
   */
  from?: DayOrInstant;
  /**
   * Until when.
   */
  to?: DayOrInstant;
  /**
   * Number of the order.
   */
  order?: string;
}
/**
 * The appointment that has ended.
 */
export interface AppointmentEnded {
  /**
   * Key of the person.
   */
  person: string;
  /**
   * The agency.
   */
  agency: string;
  /**
   * The office.
   */
  office: string;
  /**
   * The role.
   */
  role: string;
}
/**
 * Who is signed in, with their appointments in force and what those allow beside tasks.
 */
export interface MeView {
  /**
   * Key of the person.
   */
  person: string;
  /**
   * Their name.
   */
  name: string;
  /**
   * Appointments in force.
   */
  appointments: AppointmentView[];
  /**
   * What these allow beside tasks.
   *
   * @maxItems 20
   */
  may: string[];
  /**
   * Services of which they may begin a case of their own motion.
   *
   * @maxItems 500
   *
   * Items: A service.
   */
  begins?: {
    /**
     * Its id.
     */
    id: string;
    /**
     * What it is called.
     */
    title: Text;
    /**
     * What it gives.
     */
    summary?: Text;
  }[];
}
/**
 * A line of the list of tasks. No personal data of a party.
 */
export interface TaskLine {
  /**
   * The case.
   */
  case: string;
  /**
   * The place in the flow.
   */
  path: string;
  /**
   * The state.
   */
  state: string;
  /**
   * The service.
   */
  service: string;
  /**
   * What the service is called.
   */
  serviceTitle?: Text;
  reference: PlainReference;
  /**
   * What the task is called.
   */
  title: Text;
  /**
   * The agency.
   */
  agency: string;
  /**
   * The office.
   */
  office: string;
  /**
   * The role.
   */
  role: string;
  /**
   * By when.
   */
  due?: Instant;
  /**
   * Since when it waits.
   */
  since: Instant;
  /**
   * It is late.
   */
  overdue: boolean;
  /**
   * Key of the officer who has it.
   */
  claimedBy?: string;
  /**
   * Their name.
   */
  claimedByName?: string;
  /**
   * It is not for the taking: the head assigns it, or its officer is drawn within a minute.
   */
  awaits?: 'head' | 'draw';
  /**
   * The question, where an opinion is asked.
   */
  consult?: string;
}
/**
 * Where the case of a reference is.
 */
export interface CaseFound {
  /**
   * The case.
   */
  case: string;
  /**
   * The service.
   */
  service: string;
  reference: PlainReference;
  /**
   * What the service is called.
   */
  title: Text;
}
/**
 * An effect that was given up.
 */
export interface EffectView {
  /**
   * What to try it again by.
   */
  id: string;
  /**
   * The connector.
   */
  connector: string;
  /**
   * Kind of the effect.
   */
  kind: string;
  /**
   * Reference of the case.
   */
  reference: string;
  /**
   * The service.
   */
  service: string;
  /**
   * The case.
   */
  case: string;
  /**
   * Why it was given up.
   */
  code: string;
  /**
   * How often it was tried.
   */
  attempts: number;
  /**
   * Since when.
   */
  since: Instant;
}
/**
 * The effect is tried again.
 */
export interface EffectReplayed {
  /**
   * What it was asked by.
   */
  id: string;
}
/**
 * How cases of a service stand in an office.
 */
export interface CountView {
  /**
   * The service.
   */
  service: string;
  /**
   * What the service is called.
   */
  serviceTitle?: Text;
  /**
   * The office.
   */
  office: string;
  /**
   * Cases that wait.
   */
  open: number;
  /**
   * Of these late.
   */
  late: number;
  /**
   * Due today.
   */
  dueToday: number;
  /**
   * Absent where it is not counted.
   */
  decided?: number;
  /**
   * There is more than was counted: the numbers are the least.
   */
  partial?: true;
  /**
   * How long half of them took.
   */
  medianHours?: number;
  /**
   * Where they wait.
   *
   * Items: A role.
   */
  waiting: {
    /**
     * The role.
     */
    role: string;
    /**
     * What it is called.
     */
    roleTitle?: Text;
    /**
     * Cases that wait for it.
     */
    count: number;
  }[];
}
/**
 * An agency with its offices and roles, as a colleague of another sees it.
 */
export interface AgencyView {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * Its offices.
   *
   * Items: An office.
   */
  offices: {
    /**
     * Its id.
     */
    id: string;
    /**
     * What it is called.
     */
    title: Text;
    /**
     * The roles that it has, where not all of them.
     *
     * Items: A role.
     */
    roles?: string[];
  }[];
  /**
   * Its roles.
   */
  roles: {
    /**
     * A role.
     */
    [k: string]: {
      /**
       * What it is called.
       */
      title: Text;
    };
  };
}
/**
 * The scenarios of a service as they are kept beside its draft; where none were kept yet, those that were released with it.
 */
export interface ScenarioSet {
  /**
   * Scenarios by name.
   */
  scenarios: {
    [k: string]: Scenario;
  };
  /**
   * When they were saved; empty where none were kept yet.
   */
  savedAt: string;
}
/**
 * A step of publishing, for the record.
 */
export interface PublicationAct {
  /**
   * What was done.
   */
  what: 'proposed' | 'returned' | 'published';
  /**
   * By whom.
   */
  by: string;
  /**
   * When.
   */
  at: Instant;
  /**
   * The version that was published.
   */
  version?: number;
  /**
   * Why it was given back.
   */
  reason?: string;
}
/**
 * How the publishing of a draft stands.
 */
export interface PublicationView {
  /**
   * How many persons publish a definition of its agency.
   */
  persons: 'one' | 'two';
  /**
   * The proposal that this draft be published, where there is one.
   */
  proposal?: {
    /**
     * Who proposed it.
     */
    by: string;
    /**
     * When.
     */
    at: Instant;
    /**
     * Whether the caller did.
     */
    own: boolean;
    /**
     * False where draft or scenarios were changed since: then it must be proposed anew.
     */
    stands: boolean;
  };
  /**
   * What was done, the latest first.
   *
   * @maxItems 50
   */
  acts: PublicationAct[];
}
/**
 * A definition being worked on; where there is no draft yet, what was released.
 */
export interface DefinitionDraft {
  definition: unknown;
  /**
   * When it was saved; empty where it is no draft yet.
   */
  savedAt: string;
}
/**
 * A mistake in a definition, or a warning.
 */
export interface DefinitionProblem {
  /**
   * A JSON Pointer into the definition.
   */
  pointer: string;
  /**
   * Stable name of the mistake.
   */
  code: string;
  /**
   * A warning does not stop publishing.
   */
  severity: 'mistake' | 'warning';
  /**
   * What is wrong.
   */
  message: Text;
  /**
   * How to mend it.
   */
  hint: Text;
}
/**
 * What is wrong with a definition.
 */
export interface CheckAnswer {
  /**
   * Mistakes and warnings.
   *
   * @maxItems 500
   */
  problems: DefinitionProblem[];
}
/**
 * A definition as the designer lists it.
 */
export interface DefinitionLine {
  kind: Kind;
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  title: Text;
  /**
   * Who answers for it.
   */
  agency?: {
    /**
     * Its id.
     */
    id: string;
    /**
     * What it is called.
     */
    title?: Text;
  };
  /**
   * Whether the caller may change it.
   */
  mine: boolean;
  /**
   * What runs now. Only services have versions that run.
   */
  live?: {
    /**
     * 0 is a working copy of one machine.
     */
    version?: number;
    /**
     * SHA-256 of the definition.
     */
    hash?: string;
  };
  /**
   * What was published last from the designer.
   */
  published?: {
    /**
     * Its number.
     */
    version: number;
    /**
     * SHA-256 of the definition.
     */
    hash: string;
    /**
     * When.
     */
    at: Instant;
    /**
     * By whom.
     */
    by: string;
  };
  /**
   * What is being worked on.
   */
  draft?: {
    /**
     * When it was saved.
     */
    savedAt: Instant;
    /**
     * By whom.
     */
    savedBy: string;
    /**
     * How many stop publishing.
     */
    mistakes: number;
  };
}
/**
 * What a definition leans on: what is live, shared parts, and which services there are.
 */
export interface DesignerLibrary {
  /**
   * Agencies by id.
   */
  agencies: {
    [k: string]: Agency;
  };
  /**
   * Connectors by id.
   */
  connectors: {
    [k: string]: Connector;
  };
  /**
   * Registries by id.
   */
  registries: {
    [k: string]: Registry;
  };
  /**
   * Parts by name.
   */
  parts: {
    [k: string]: Part;
  };
  /**
   * Services by id.
   */
  services: {
    /**
     * A service.
     */
    [k: string]: {
      /**
       * What it is called.
       */
      title: Text;
      /**
       * SHA-256 of the definition that runs.
       */
      hash: string;
    };
  };
  /**
   * The agencies for which the caller draws.
   *
   * Items: An agency.
   */
  mine: string[];
  /**
   * Those for which they may publish.
   *
   * Items: An agency.
   */
  publishes: string[];
}
/**
 * What publishing came to.
 */
export interface PublishAnswer {
  /**
   * The version.
   */
  version: number;
  /**
   * SHA-256 of the definition.
   */
  hash: string;
  /**
   * False where nothing had changed since the version before.
   */
  changed: boolean;
}
/**
 * A version as it was published; of one that came with the code it is not known when and by whom.
 */
export interface PublishedDefinition {
  /**
   * The version.
   */
  version: number;
  /**
   * SHA-256 of the definition.
   */
  hash: string;
  /**
   * When.
   */
  at?: Instant;
  /**
   * By whom.
   */
  by?: string;
  source: unknown;
  /**
   * Of a service: the scenarios that held when it was published, by name.
   */
  scenarios?: {
    [k: string]: Scenario;
  };
  /**
   * SHA-256 of the canonical JSON of these scenarios.
   */
  scenariosHash?: string;
}
