import { any, context, day, list, moment, orEmpty, scalar, type Type } from '#core/expression/types/index.ts';

const text = scalar('string');
const maybe = orEmpty(text);

/** A person: every claim is known by name, none is certain to be there (`core/case/names.ts`, person). */
export const person: Type = context({
  person: maybe,
  surname: maybe,
  name: maybe,
  patronymic: maybe,
  birthDate: orEmpty(day),
  age: orEmpty(scalar('number')),
  sex: maybe,
  rnokpp: maybe,
  unzr: maybe,
  email: maybe,
  phone: maybe,
  assurance: orEmpty(scalar('string', ['low', 'substantial', 'high'])),
  document: { ...context({ type: text, number: text }), empty: true } as Type,
  business: context({ edrpou: maybe, name: maybe }),
});

const localised: Type = { kind: 'context', fields: {}, open: true };
const contacts: Type = context({ phone: maybe, email: maybe, url: maybe, hours: orEmpty(localised) });

export const agency: Type = context({ id: text, title: localised, edrpou: maybe, contacts });
/** @param ids of the agency's offices */
export const officeOf = (ids: readonly string[]): Type =>
  context({
    id: scalar('string', ids),
    title: localised,
    index: maybe,
    katottg: list(text),
    address: localised,
    contacts,
  });

const through = scalar('string', ['self', 'parent', 'guardian', 'attorney', 'director']);
/** `case` while there is none yet: a draft. */
export const draftCase: Type = context({ language: text, channel: text, through });
export const submittedCase: Type = context({
  id: text,
  reference: text,
  submittedAt: moment,
  language: text,
  channel: text,
  through,
  enteredBy: maybe,
  due: orEmpty(moment),
  documents: list(any),
});

/** Files that were attached (`core/case/file.ts`). */
export const files: Type = list(
  context({
    id: text,
    at: text,
    name: text,
    key: text,
    version: text,
    sha256: text,
    size: scalar('number'),
    type: text,
    scan: scalar('string', ['pending', 'clean', 'infected', 'mismatch']),
    uploadedAt: orEmpty(moment),
  }),
);

/** What a document says of itself (`functions/connectors/document`). */
export const document: Type = context({ number: maybe, issuedAt: moment, day, validUntil: orEmpty(day) });
