import { type BodyName, type BodySchema, bodies } from './schemas.ts';

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
  /** `If-Match` is required. */
  ifMatch?: true;
  /** Name and schema of the request body. */
  body?: BodyName;
  request?: BodySchema;
  /** Name of the answer's type in core/api/types.ts. */
  answer?: string;
};

type More = Omit<Operation, 'id' | 'method' | 'path' | 'audience' | 'answers' | 'request'>;
const of =
  (audience: Audience, answers: Answers) =>
  (id: string, method: Method, path: string, more: More = {}): Operation => ({
    id,
    method,
    path,
    audience,
    answers,
    ...more,
    ...(more.body ? { request: bodies[more.body] } : {}),
  });

const open = of('public', 'catalogue');
const session = of('public', 'session');
const applicant = of('citizen', 'applicant');
const officer = of('officer', 'officer');
const workspace = of('officer', 'workspace');
const definitions = of('officer', 'definitions');
const mine = '/services/{service}/applications';
const cases = '/services/{service}/cases';
const command = { idempotent: true, answer: 'Accepted' } as const;

/** Every operation: router, rights and OpenAPI are made from this table. */
export const operations: readonly Operation[] = [
  session('login', 'GET', '/session/login'),
  session('signedIn', 'GET', '/session/callback'),
  session('token', 'POST', '/session/token', { answer: 'TokenAnswer' }),
  session('logout', 'POST', '/session/logout', { answer: 'LogoutAnswer' }),
  session('keys', 'GET', '/session/keys'),

  open('services', 'GET', '/services', { answer: 'Listed<ServiceCard>' }),
  open('service', 'GET', '/services/{service}', { answer: 'ServicePage' }),
  open('status', 'GET', '/status/{reference}', { answer: 'PublicStatus' }),
  open('territories', 'GET', '/territories', { answer: 'Listed<Territory>' }),
  open('territoriesIn', 'GET', '/territories/{parent}', { answer: 'Listed<Territory>' }),
  of('citizen', 'catalogue')('mine', 'GET', '/applications', { right: 'own', answer: 'Listed<MineEntry>' }),
  of('public', 'verify')('verify', 'GET', '/verify/{document}', { answer: 'VerifyAnswer' }),

  applicant('openDraft', 'POST', mine, { idempotent: true, body: 'DraftAsked', answer: 'DraftView' }),
  applicant('application', 'GET', `${mine}/{id}`, { right: 'party', answer: 'DraftView | ApplicationView' }),
  applicant('saveDraft', 'PUT', `${mine}/{id}`, { right: 'own', ifMatch: true, body: 'DraftSaved' }),
  applicant('deleteDraft', 'DELETE', `${mine}/{id}`, { right: 'own' }),
  applicant('submit', 'POST', `${mine}/{id}/submit`, { right: 'own', idempotent: true, answer: 'Submitted' }),
  applicant('upload', 'POST', `${mine}/{id}/files`, {
    right: 'party',
    idempotent: true,
    body: 'UploadAsked',
    answer: 'UploadGrant',
  }),
  applicant('file', 'GET', `${mine}/{id}/files/{file}`, { right: 'party', answer: 'FileLink' }),
  applicant('document', 'GET', `${mine}/{id}/documents/{document}`, { right: 'party', answer: 'FileLink' }),
  applicant('accesses', 'GET', `${mine}/{id}/accesses`, { right: 'party', answer: 'Listed<AccessView>' }),
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

  officer('openFor', 'POST', cases, {
    right: 'appointed',
    idempotent: true,
    body: 'OpenForBody',
    answer: 'Submitted',
  }),
  officer('case', 'GET', `${cases}/{id}`, { right: 'appointed', answer: 'CaseView' }),
  officer('events', 'GET', `${cases}/{id}/events`, { right: 'appointed', answer: 'Listed<HistoryView>' }),
  officer('caseAccesses', 'GET', `${cases}/{id}/accesses`, {
    right: 'appointed',
    answer: 'Listed<AuditView>',
  }),
  officer('caseFile', 'GET', `${cases}/{id}/files/{file}`, { right: 'appointed', answer: 'FileLink' }),
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
  officer('correct', 'POST', `${cases}/{id}/correct`, {
    ...command,
    right: 'appointed',
    body: 'CorrectBody',
  }),

  workspace('me', 'GET', '/me', { answer: 'MeView' }),
  workspace('tasks', 'GET', '/tasks', { right: 'appointed', answer: 'Listed<TaskLine>' }),
  workspace('findCase', 'GET', '/cases', { right: 'appointed', answer: 'Listed<CaseFound>' }),
  workspace('counts', 'GET', '/counts', { right: 'appointed', answer: 'Listed<CountView>' }),
  workspace('agencies', 'GET', '/agencies', { right: 'appointed', answer: 'Listed<AgencyView>' }),
  workspace('appointments', 'GET', '/appointments', {
    right: 'administer',
    answer: 'Listed<AppointmentView>',
  }),
  workspace('grant', 'POST', '/appointments', { right: 'administer', idempotent: true, body: 'GrantBody' }),
  workspace('endAppointment', 'DELETE', '/appointments/{person}/{agency}/{office}/{role}', {
    right: 'administer',
    idempotent: true,
  }),
  workspace('deadEffects', 'GET', '/effects', { right: 'administer', answer: 'Listed<EffectView>' }),
  workspace('replayEffect', 'POST', '/effects/{id}/replay', { right: 'administer', idempotent: true }),

  definitions('definitions', 'GET', '/definitions', { right: 'design', answer: 'Listed<DefinitionLine>' }),
  definitions('designerLibrary', 'GET', '/definitions/library', {
    right: 'design',
    answer: 'DesignerLibrary',
  }),
  definitions('readDefinition', 'GET', '/definitions/{kind}/{id}/draft', {
    right: 'design',
    answer: 'DefinitionDraft',
  }),
  definitions('saveDefinition', 'PUT', '/definitions/{kind}/{id}/draft', { right: 'design', ifMatch: true }),
  definitions('checkDefinition', 'POST', '/definitions/{kind}/{id}/check', {
    right: 'design',
    answer: 'CheckAnswer',
  }),
  definitions('publishDefinition', 'POST', '/definitions/{kind}/{id}/publish', {
    right: 'design',
    ifMatch: true,
    answer: 'PublishAnswer',
  }),
  definitions('publishedDefinition', 'GET', '/definitions/{kind}/{id}/versions/{version}', {
    right: 'design',
    answer: 'PublishedDefinition',
  }),
];
