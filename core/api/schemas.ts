/** A JSON Schema (draft 2020-12) as plain data. */
export type BodySchema = { readonly [keyword: string]: unknown };

const text = (maxLength: number, minLength = 0): BodySchema => ({ type: 'string', minLength, maxLength });
const list = (items: BodySchema, maxItems: number): BodySchema => ({ type: 'array', items, maxItems });
const object = (properties: { [name: string]: BodySchema }, required: string[] = []): BodySchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const id = text(100, 1);
const pointer: BodySchema = { type: 'string', maxLength: 500, pattern: '^(/[^/]+)*$' };
const path = text(300);
const reason = text(4000, 1);
const open: BodySchema = { type: 'object', maxProperties: 2000 };
const language: BodySchema = { type: 'string', pattern: '^[a-z]{2}$' };
const through: BodySchema = { enum: ['self', 'parent', 'guardian', 'attorney', 'director'] };
const grounds = list(id, 50);
const marks = list(object({ pointer, say: text(1000) }, ['pointer']), 200);
const identity = object({
  surname: text(100),
  name: text(100),
  patronymic: text(100),
  birthDate: text(10),
  sex: text(10),
  rnokpp: text(10),
  unzr: text(14),
  email: text(254),
  phone: text(20),
  document: object({ type: id, number: id }, ['type', 'number']),
});
const place = { agency: id, office: id, role: id };
const party = { path, reason, changes: open, data: open };

/** Schemas of request bodies, by the name of the type in this room. What is not listed is refused. */
export const bodies = {
  DraftAsked: object({ language, through }),
  DraftSaved: object({ form: open, language, through }, ['form']),
  UploadAsked: object(
    {
      at: pointer,
      name: text(255, 1),
      type: text(100, 1),
      size: { type: 'integer', minimum: 1, maximum: 200_000_000 },
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    },
    ['at', 'name', 'type', 'size', 'sha256'],
  ),
  PartyAct: object(party),
  MessageBody: object({ text: text(4000, 1), to: id }, ['text']),
  WithdrawBody: object({ reason }),
  OpenForBody: object(
    {
      form: open,
      language,
      channel: { enum: ['counter', 'post'] },
      through,
      represents: identity,
      applicant: identity,
      signed: object({ by: { enum: ['ink', 'device'] }, file: id }, ['by']),
    },
    ['form', 'language', 'channel', 'applicant'],
  ),
  TaskAct: object({ reason, grounds, explain: text(10_000), marks, data: open, changes: open }),
  TransferBody: object({ ...place, reason }, ['agency', 'office', 'reason']),
  AssignBody: object({ person: id }, ['person']),
  ConsultBody: object({ ...place, question: reason, by: text(30, 10), fields: list(pointer, 200) }, [
    'agency',
    'office',
    'role',
    'question',
    'by',
    'fields',
  ]),
  OpinionBody: object({ opinion: text(10_000, 1) }, ['opinion']),
  CorrectBody: object({ changes: open, reason }, ['changes', 'reason']),
  ReasonBody: object({ reason }, ['reason']),
  GroundsBody: object({ reason, grounds }, ['reason', 'grounds']),
  GrantBody: object(
    { person: id, name: text(200), ...place, from: text(30), to: text(30), order: text(200, 1) },
    ['person', 'agency', 'office', 'role', 'order'],
  ),
} satisfies { [name: string]: BodySchema };

/** Name of a request body. */
export type BodyName = keyof typeof bodies;
