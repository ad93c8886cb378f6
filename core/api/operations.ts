import type { OwnProblems } from './problems.ts';
import type { QueryName } from './queries.ts';
import type { BodyName } from './schemas.ts';
import type { ShapeOf } from './types.generated.ts';

/** Who may ask: anyone, a signed-in citizen or business, an officer with an appointment. Deny by default. */
export type Audience = 'public' | 'citizen' | 'officer';
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** The function that answers. */
export type Answers =
  | 'session'
  | 'catalogue'
  | 'applicant'
  | 'officer'
  | 'workspace'
  | 'definitions'
  | 'verify';

/** One operation of the API. */
export type Operation = {
  id: string;
  method: Method;
  /** Under `/api`; `{name}` is one segment. */
  path: string;
  audience: Audience;
  answers: Answers;
  /** What the caller must be to the thing asked for: decided by core/case/rights.ts or by an appointment's right. */
  right?: 'own' | 'party' | 'task' | 'appointed' | 'administer' | 'design';
  /** `Idempotency-Key` is required. */
  idempotent?: true;
  /** A command on a case: the core may refuse it. */
  command?: true;
  /** `If-Match` is required. */
  ifMatch?: true;
  /** What may be asked for after `?`. */
  query?: readonly QueryName[];
  /** Name of the request body (core/api/schemas.ts). */
  body?: BodyName;
  /** Name of the answer's shape (core/api/contract.ts); absent where the answer has no body. */
  answer?: keyof ShapeOf;
  /** The answer is a page of such. */
  listed?: true;
  /** What a success is answered, where it is not 200. */
  status?: 201 | 204 | 302;
  /** The answer has an `ETag`. */
  etag?: true;
  /** Problems of this operation's own, by status, beside those of all like it (core/api/problems-of.ts). */
  problems?: OwnProblems;
};

type More = Omit<Operation, 'id' | 'method' | 'path' | 'audience' | 'answers'>;
const of =
  (audience: Audience, answers: Answers) =>
  (id: string, method: Method, path: string, more: More = {}): Operation => ({
    id,
    method,
    path,
    audience,
    answers,
    ...more,
  });

const open = of('public', 'catalogue');
const session = of('public', 'session');
const verify = of('public', 'verify');
const applicant = of('citizen', 'applicant');
const officer = of('officer', 'officer');
const workspace = of('officer', 'workspace');
const definitions = of('officer', 'definitions');
const mine = '/services/{service}/applications';
const cases = '/services/{service}/cases';
/** A command on a case: what the core refuses, and what it answers. */
const command = { idempotent: true, command: true, answer: 'Accepted' } as const;

/** Why a draft is not published as it is. */
const UNSOUND = ['hasMistakes', 'scenariosFail'] as const;

/** Every operation: router, rights and OpenAPI are made from this table. */
export const operations: readonly Operation[] = [
  session('login', 'GET', '/session/login', { query: ['audience', 'return', 'login_hint'], status: 302 }),
  session('signedIn', 'GET', '/session/callback', { query: ['code', 'state'], status: 302 }),
  session('token', 'POST', '/session/token', {
    query: ['audience'],
    answer: 'TokenAnswer',
    problems: { 401: ['signedOut'], 403: ['forbidden'] },
  }),
  session('logout', 'POST', '/session/logout', {
    query: ['audience'],
    answer: 'LogoutAnswer',
    problems: { 403: ['forbidden'] },
  }),
  session('keys', 'GET', '/session/keys', { answer: 'Keys' }),

  open('services', 'GET', '/services', { answer: 'ServiceCard', listed: true }),
  open('service', 'GET', '/services/{service}', { answer: 'ServicePage' }),
  open('collections', 'GET', '/services/{service}/collections', { answer: 'CollectionView', listed: true }),
  open('news', 'GET', '/news/{place}', { answer: 'NewsView', listed: true }),
  open('status', 'GET', '/status/{reference}', { answer: 'PublicStatus' }),
  open('territories', 'GET', '/territories', { query: ['parent'], answer: 'Territory', listed: true }),
  open('territoriesIn', 'GET', '/territories/{parent}', { answer: 'Territory', listed: true }),
  of('citizen', 'catalogue')('mine', 'GET', '/applications', {
    right: 'own',
    query: ['cursor'],
    answer: 'MineEntry',
    listed: true,
  }),
  verify('verify', 'GET', '/verify/{document}', {
    query: ['sha256'],
    answer: 'VerifyAnswer',
    problems: { 400: ['badHash'], 404: ['unknownDocument'] },
  }),
  verify('verifyFile', 'POST', '/verify/{document}', {
    body: 'HashAsked',
    answer: 'VerifyAnswer',
    problems: { 400: ['badHash'], 404: ['unknownDocument'] },
  }),

  applicant('openDraft', 'POST', mine, {
    idempotent: true,
    body: 'DraftAsked',
    answer: 'DraftView',
    status: 201,
    etag: true,
    problems: {
      403: ['suspended', 'notOpen', 'mayNotApply'],
      404: ['notFound'],
      409: ['appliedAlready'],
      422: ['through'],
      503: ['busy'],
    },
  }),
  applicant('application', 'GET', `${mine}/{id}`, {
    right: 'party',
    answer: 'DraftOrApplication',
    etag: true,
  }),
  applicant('saveDraft', 'PUT', `${mine}/{id}`, {
    right: 'own',
    ifMatch: true,
    body: 'DraftSaved',
    answer: 'Saved',
    etag: true,
    problems: { 413: ['formTooLarge'], 422: ['through'] },
  }),
  applicant('deleteDraft', 'DELETE', `${mine}/{id}`, { right: 'own', idempotent: true, status: 204 }),
  applicant('submit', 'POST', `${mine}/{id}/submit`, {
    ...command,
    right: 'own',
    answer: 'Submitted',
    problems: { 403: ['notOpen'], 429: ['tooManySubmits'] },
  }),
  applicant('lookup', 'POST', `${mine}/{id}/lookups/{lookup}`, {
    right: 'own',
    body: 'LookupAsked',
    answer: 'LookupAnswer',
    problems: { 413: ['formTooLarge'], 429: ['tooManyLookups'] },
  }),
  applicant('upload', 'POST', `${mine}/{id}/files`, {
    right: 'party',
    idempotent: true,
    body: 'UploadAsked',
    answer: 'UploadGrant',
    status: 201,
    problems: { 422: ['unknownField', 'wrongType', 'tooLarge', 'tooMany'] },
  }),
  applicant('file', 'GET', `${mine}/{id}/files/{file}`, {
    right: 'party',
    answer: 'FileLink',
    problems: { 409: ['fileNotClean'] },
  }),
  applicant('document', 'GET', `${mine}/{id}/documents/{document}`, { right: 'party', answer: 'FileLink' }),
  applicant('accesses', 'GET', `${mine}/{id}/accesses`, {
    right: 'party',
    query: ['cursor'],
    answer: 'AccessView',
    listed: true,
  }),
  applicant('partyAct', 'POST', `${mine}/{id}/actions/{action}`, {
    ...command,
    right: 'party',
    body: 'PartyAct',
  }),
  applicant('partyMessage', 'POST', `${mine}/{id}/messages`, {
    ...command,
    right: 'party',
    body: 'MessageBody',
  }),
  applicant('withdraw', 'POST', `${mine}/{id}/withdraw`, {
    ...command,
    right: 'party',
    body: 'WithdrawBody',
  }),
  applicant('partyDuplicate', 'POST', `${mine}/{id}/duplicate`, {
    ...command,
    right: 'party',
    body: 'DuplicateBody',
  }),
  applicant('appeal', 'POST', `${mine}/{id}/appeal`, { ...command, right: 'party', answer: 'Followed' }),
  applicant('renew', 'POST', `${mine}/{id}/renew`, { ...command, right: 'party', answer: 'Followed' }),

  officer('openFor', 'POST', cases, {
    ...command,
    right: 'appointed',
    body: 'OpenForBody',
    answer: 'Submitted',
    status: 201,
    problems: { 403: ['notOpen'], 422: ['notIdentified'] },
  }),
  // before the operations of one case: no case is called so
  officer('lookupFor', 'POST', `${cases}/lookups/{lookup}`, {
    right: 'appointed',
    body: 'OpenForBody',
    answer: 'LookupAnswer',
    problems: { 422: ['notIdentified'] },
  }),
  officer('initiate', 'POST', `${cases}/motions`, {
    ...command,
    right: 'appointed',
    body: 'MotionBody',
    answer: 'Submitted',
    status: 201,
    problems: { 422: ['notIdentified'] },
  }),
  officer('lookupForMotion', 'POST', `${cases}/motions/lookups/{lookup}`, {
    right: 'appointed',
    body: 'MotionBody',
    answer: 'LookupAnswer',
    problems: { 422: ['notIdentified'] },
  }),
  officer('rehearseMigration', 'GET', `${cases}/migration`, {
    right: 'administer',
    query: ['cursor'],
    answer: 'MigrationView',
  }),
  officer('proposeMigration', 'POST', `${cases}/migration`, {
    right: 'administer',
    idempotent: true,
    answer: 'MigrationProposal',
    problems: { 409: ['otherVersion'] },
  }),
  officer('migrateCases', 'POST', `${cases}/migration/pages`, {
    right: 'administer',
    idempotent: true,
    body: 'MigrationAsked',
    answer: 'MigrationPage',
    problems: { 400: ['badCursor'], 403: ['fourEyes'], 409: ['notProposed', 'otherVersion'] },
  }),
  officer('case', 'GET', `${cases}/{id}`, { right: 'appointed', answer: 'CaseView', etag: true }),
  officer('events', 'GET', `${cases}/{id}/events`, {
    right: 'appointed',
    query: ['cursor'],
    answer: 'HistoryView',
    listed: true,
  }),
  officer('caseAccesses', 'GET', `${cases}/{id}/accesses`, {
    right: 'appointed',
    query: ['cursor'],
    answer: 'AuditView',
    listed: true,
  }),
  officer('caseFile', 'GET', `${cases}/{id}/files/{file}`, {
    right: 'appointed',
    answer: 'FileLink',
    problems: { 409: ['fileNotScanned', 'fileInfected'] },
  }),
  officer('caseDocument', 'GET', `${cases}/{id}/documents/{document}`, {
    right: 'appointed',
    answer: 'FileLink',
  }),
  officer('claim', 'POST', `${cases}/{id}/tasks/{task}/claim`, { ...command, right: 'task' }),
  officer('release', 'POST', `${cases}/{id}/tasks/{task}/release`, { ...command, right: 'task' }),
  officer('assign', 'POST', `${cases}/{id}/tasks/{task}/assign`, {
    ...command,
    right: 'task',
    body: 'AssignBody',
    problems: { 422: ['notAppointed'] },
  }),
  officer('act', 'POST', `${cases}/{id}/tasks/{task}/actions/{action}`, {
    ...command,
    right: 'task',
    ifMatch: true,
    body: 'TaskAct',
  }),
  officer('consult', 'POST', `${cases}/{id}/tasks/{task}/consults`, {
    ...command,
    right: 'task',
    body: 'ConsultBody',
    problems: { 422: ['badDay'] },
  }),
  officer('answerConsult', 'POST', `${cases}/{id}/tasks/{task}/consults/{consult}`, {
    ...command,
    right: 'appointed',
    body: 'OpinionBody',
  }),
  officer('transfer', 'POST', `${cases}/{id}/tasks/{task}/transfer`, {
    ...command,
    right: 'task',
    body: 'TransferBody',
  }),
  officer('extend', 'POST', `${cases}/{id}/extend`, { ...command, right: 'appointed', body: 'ReasonBody' }),
  officer('officerMessage', 'POST', `${cases}/{id}/messages`, {
    ...command,
    right: 'appointed',
    body: 'MessageBody',
  }),
  officer('reopen', 'POST', `${cases}/{id}/reopen`, { ...command, right: 'appointed', body: 'GroundsBody' }),
  officer('revoke', 'POST', `${cases}/{id}/revoke`, { ...command, right: 'appointed', body: 'GroundsBody' }),
  officer('duplicate', 'POST', `${cases}/{id}/duplicate`, {
    ...command,
    right: 'appointed',
    body: 'DuplicateBody',
  }),
  officer('correct', 'POST', `${cases}/{id}/correct`, {
    ...command,
    right: 'appointed',
    body: 'CorrectBody',
  }),

  workspace('me', 'GET', '/me', { answer: 'MeView' }),
  workspace('tasks', 'GET', '/tasks', {
    right: 'appointed',
    query: ['agency', 'office', 'role', 'cursor'],
    answer: 'TaskLine',
    listed: true,
  }),
  workspace('findCase', 'GET', '/cases', {
    right: 'appointed',
    query: ['reference'],
    problems: { 404: ['notFound'] },
    answer: 'CaseFound',
    listed: true,
  }),
  workspace('counts', 'GET', '/counts', { right: 'appointed', answer: 'CountView', listed: true }),
  workspace('agencies', 'GET', '/agencies', { right: 'appointed', answer: 'AgencyView', listed: true }),
  workspace('appointments', 'GET', '/appointments', {
    right: 'administer',
    query: ['agency', 'office', 'role', 'cursor'],
    answer: 'AppointmentView',
    listed: true,
  }),
  workspace('grant', 'POST', '/appointments', {
    right: 'administer',
    idempotent: true,
    body: 'GrantBody',
    answer: 'AppointmentView',
    problems: { 403: ['ownAppointment'], 422: ['badAppointment'] },
  }),
  workspace('endAppointment', 'DELETE', '/appointments/{person}/{agency}/{office}/{role}', {
    right: 'administer',
    idempotent: true,
    answer: 'AppointmentEnded',
    problems: { 403: ['ownAppointment'] },
  }),
  workspace('deadEffects', 'GET', '/effects', {
    right: 'administer',
    query: ['cursor'],
    answer: 'EffectView',
    listed: true,
  }),
  workspace('replayEffect', 'POST', '/effects/{id}/replay', {
    right: 'administer',
    idempotent: true,
    answer: 'EffectReplayed',
    problems: { 409: ['notDead'] },
  }),

  definitions('definitions', 'GET', '/definitions', {
    right: 'design',
    answer: 'DefinitionLine',
    listed: true,
  }),
  definitions('designerLibrary', 'GET', '/definitions/library', {
    right: 'design',
    answer: 'DesignerLibrary',
  }),
  definitions('readDefinition', 'GET', '/definitions/{kind}/{id}/draft', {
    right: 'design',
    answer: 'DefinitionDraft',
    etag: true,
  }),
  definitions('saveDefinition', 'PUT', '/definitions/{kind}/{id}/draft', {
    right: 'design',
    ifMatch: true,
    body: 'DefinitionSent',
    answer: 'Saved',
    etag: true,
    problems: { 422: ['badDefinition'] },
  }),
  definitions('checkDefinition', 'POST', '/definitions/{kind}/{id}/check', {
    right: 'design',
    body: 'DefinitionSent',
    answer: 'CheckAnswer',
  }),
  definitions('publishDefinition', 'POST', '/definitions/{kind}/{id}/publish', {
    right: 'design',
    idempotent: true,
    ifMatch: true,
    answer: 'PublishAnswer',
    problems: { 403: ['fourEyes'], 409: ['notProposed'], 422: UNSOUND },
  }),
  definitions('publication', 'GET', '/definitions/{kind}/{id}/publication', {
    right: 'design',
    answer: 'PublicationView',
  }),
  definitions('proposePublication', 'POST', '/definitions/{kind}/{id}/publication', {
    right: 'design',
    idempotent: true,
    ifMatch: true,
    answer: 'PublicationView',
    problems: { 422: UNSOUND },
  }),
  definitions('returnPublication', 'POST', '/definitions/{kind}/{id}/publication/return', {
    right: 'design',
    idempotent: true,
    body: 'ReasonBody',
    answer: 'PublicationView',
    problems: { 409: ['notProposed'] },
  }),
  definitions('readScenarios', 'GET', '/definitions/{kind}/{id}/scenarios', {
    right: 'design',
    answer: 'ScenarioSet',
    etag: true,
  }),
  definitions('saveScenarios', 'PUT', '/definitions/{kind}/{id}/scenarios', {
    right: 'design',
    ifMatch: true,
    body: 'ScenariosSent',
    answer: 'Saved',
    etag: true,
    problems: { 422: ['badDefinition'] },
  }),
  definitions('publishedDefinition', 'GET', '/definitions/{kind}/{id}/versions/{version}', {
    right: 'design',
    answer: 'PublishedDefinition',
  }),
];
