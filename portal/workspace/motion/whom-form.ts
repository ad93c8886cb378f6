import type { MotionBody, ServicePage } from '#core/api/types.ts';
import { checkFields } from '#core/form/check-fields.ts';
import type { FieldProblem, FormDefinition } from '#core/form/types.ts';

/** Whom a case concerns, as the officer names them. */
export interface Named {
  readonly kind?: 'person' | 'business' | 'nobody';
  readonly person?: Readonly<Record<string, string>>;
  readonly business?: Readonly<Record<string, string>>;
}

const name = { type: 'string', minLength: 1, maxLength: 100 };
const titles = {
  person: { uk: 'Людина', en: 'A person' },
  business: { uk: 'Підприємство', en: 'A business' },
  nobody: { uk: 'Нікого: це справа органу', en: 'Nobody: it is the agency’s own matter' },
} as const;
export type Kind = keyof typeof titles;

/** Whom the service lets a case concern. */
export function kindsOf({ officer, applicant }: ServicePage): Kind[] {
  if (officer?.applicant === 'none') return ['nobody'];
  const who = (['person', 'business'] as const).filter((kind) => applicant.who?.includes(kind) ?? true);
  return [...who, ...(officer?.applicant === 'required' ? [] : (['nobody'] as const))];
}

/** The form of the first step: the kind, where there is a choice, and what tells a person or a business apart. */
export const whomForm = (kinds: readonly Kind[], named: Named): FormDefinition => ({
  schema: {
    type: 'object',
    properties: {
      kind: { type: 'string', enum: [...kinds] },
      person: {
        type: 'object',
        properties: {
          surname: name,
          name,
          patronymic: name,
          rnokpp: { type: 'string', format: 'rnokpp' },
          unzr: { type: 'string', format: 'unzr' },
          email: { type: 'string', format: 'email', maxLength: 254 },
          phone: { type: 'string', format: 'phone' },
        },
        required: ['surname', 'name'],
      },
      business: {
        type: 'object',
        properties: {
          edrpou: { type: 'string', format: 'edrpou' },
          name: { type: 'string', minLength: 1, maxLength: 300 },
          email: { type: 'string', format: 'email', maxLength: 254 },
        },
        required: ['edrpou', 'name'],
      },
    },
    // a group that need not be there may be left empty: this one may not
    required: [
      'kind',
      ...fieldsOf(kinds, named).flatMap((field) => (field === '/kind' ? [] : [field.slice(1)])),
    ],
  },
  ui: {
    kind: { 'ui:widget': 'radio' },
    person: {
      rnokpp: { 'ui:options': { inputMode: 'numeric', width: 10 } },
      unzr: { 'ui:options': { inputMode: 'numeric', width: 14 } },
      email: { 'ui:options': { inputMode: 'email' } },
      phone: { 'ui:options': { inputMode: 'tel', width: 20 } },
    },
    business: {
      edrpou: { 'ui:options': { inputMode: 'numeric', width: 10 } },
      email: { 'ui:options': { inputMode: 'email' } },
    },
  },
  texts: {
    '/kind': { title: { uk: 'Кого стосується', en: 'Whom it concerns' }, options: titles },
    '/person': { title: titles.person },
    '/person/surname': { title: { uk: 'Прізвище', en: 'Surname' } },
    '/person/name': { title: { uk: 'Імʼя', en: 'Name' } },
    '/person/patronymic': { title: { uk: 'По батькові', en: 'Patronymic' } },
    '/person/rnokpp': {
      title: { uk: 'РНОКПП', en: 'RNOKPP (taxpayer number)' },
      hint: { uk: 'Або впишіть УНЗР', en: 'Or enter the UNZR' },
    },
    '/person/unzr': { title: { uk: 'УНЗР', en: 'UNZR' } },
    '/person/email': { title: { uk: 'Електронна пошта', en: 'Email' } },
    '/person/phone': {
      title: { uk: 'Телефон', en: 'Phone' },
      hint: { uk: 'Наприклад +380441234567', en: 'For example +380441234567' },
    },
    '/business': { title: titles.business },
    '/business/edrpou': { title: { uk: 'Код ЄДРПОУ', en: 'EDRPOU code' } },
    '/business/name': { title: { uk: 'Назва', en: 'Name' } },
    '/business/email': { title: { uk: 'Електронна пошта', en: 'Email' } },
  },
});

/** The fields that are asked, by the kind that was chosen. */
export function fieldsOf(kinds: readonly Kind[], { kind }: Named): string[] {
  const chosen = kind ?? (kinds.length === 1 ? kinds[0] : undefined);
  return [
    ...(kinds.length > 1 ? ['/kind'] : []),
    ...(chosen === 'person' || chosen === 'business' ? [`/${chosen}`] : []),
  ];
}

/** What is wrong with it; a person is told apart by a number. `number`: what is said where both are missing. */
export function problemsOf(
  kinds: readonly Kind[],
  named: Named,
  number: FieldProblem['message'],
): FieldProblem[] {
  const fields = fieldsOf(kinds, named);
  // what is asked is there, so that what it lacks is told
  const asked = { ...named, person: named.person ?? {}, business: named.business ?? {} };
  const found = checkFields(whomForm(kinds, named), asked, fields);
  const { rnokpp, unzr } = named.person ?? {};
  if (!fields.includes('/person') || rnokpp || unzr) return found;
  return [...found, { pointer: '/person/rnokpp', code: 'required', message: number }];
}

/** Whom the API is told; nothing where that is nobody. */
export function toldOf(kinds: readonly Kind[], named: Named): MotionBody['applicant'] {
  const fields = fieldsOf(kinds, named);
  if (fields.includes('/person')) return { ...named.person };
  if (!fields.includes('/business')) return undefined;
  const { email, edrpou = '', name: called = '' } = named.business ?? {};
  return { business: { edrpou, name: called }, ...(email ? { email } : {}) };
}

/** Whom the API is told, in one line: the name and the number. */
export function saidOf(told: MotionBody['applicant']): string {
  if (!told) return '';
  const { business, surname, name: given, patronymic, rnokpp, unzr } = told;
  if (business) return `${business.name}, ${business.edrpou}`;
  return [[surname, given, patronymic].filter(Boolean).join(' '), rnokpp ?? unzr].filter(Boolean).join(', ');
}
