import type { OpenForBody } from '#core/api/types.ts';
import type { FormDefinition } from '#core/form/types.ts';

/** How a clerk describes the person before them. */
export type Described = OpenForBody['applicant'];

const letters = "^[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ'ʼ’ -]+$";
const name = { type: 'string', minLength: 1, maxLength: 100, pattern: letters };
const wrongLetters = {
  pattern: {
    uk: 'Напишіть українськими літерами, як у документі',
    en: 'Write it in Ukrainian letters, as in the document',
  },
};

/** What identifies a person at the counter: the document shown, and the numbers that it or they tell. */
export const identityForm: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      document: {
        type: 'object',
        properties: {
          type: { type: 'string', enum: ['idCard', 'passport', 'residencePermit'] },
          number: { type: 'string', minLength: 5, maxLength: 30 },
        },
        required: ['type', 'number'],
      },
      surname: name,
      name,
      patronymic: name,
      birthDate: { type: 'string', format: 'date' },
      sex: { type: 'string', enum: ['female', 'male'] },
      rnokpp: { type: 'string', format: 'rnokpp' },
      unzr: { type: 'string', format: 'unzr' },
      phone: { type: 'string', format: 'phone' },
      email: { type: 'string', format: 'email', maxLength: 254 },
    },
    required: ['document', 'surname', 'name', 'birthDate', 'sex'],
  },
  ui: {
    document: { type: { 'ui:widget': 'radio' }, number: { 'ui:options': { width: 20 } } },
    birthDate: { 'ui:widget': 'date' },
    sex: { 'ui:widget': 'radio' },
    rnokpp: { 'ui:options': { inputMode: 'numeric', width: 10 } },
    unzr: { 'ui:options': { inputMode: 'numeric', width: 14 } },
    phone: { 'ui:options': { inputMode: 'tel', width: 20 } },
    email: { 'ui:options': { inputMode: 'email' } },
  },
  texts: {
    '/document': { title: { uk: 'Документ, який показала людина', en: 'The document shown' } },
    '/document/type': {
      title: { uk: 'Вид документа', en: 'Kind of document' },
      options: {
        idCard: { uk: 'Паспорт у формі ID-картки', en: 'ID card' },
        passport: { uk: 'Паспорт-книжечка', en: 'Passport booklet' },
        residencePermit: { uk: 'Посвідка на проживання', en: 'Residence permit' },
      },
    },
    '/document/number': { title: { uk: 'Номер документа', en: 'Document number' } },
    '/surname': { title: { uk: 'Прізвище', en: 'Surname' }, errors: wrongLetters },
    '/name': { title: { uk: 'Імʼя', en: 'Name' }, errors: wrongLetters },
    '/patronymic': { title: { uk: 'По батькові', en: 'Patronymic' }, errors: wrongLetters },
    '/birthDate': { title: { uk: 'Дата народження', en: 'Date of birth' } },
    '/sex': {
      title: { uk: 'Стать', en: 'Sex' },
      options: { female: { uk: 'Жіноча', en: 'Female' }, male: { uk: 'Чоловіча', en: 'Male' } },
    },
    '/rnokpp': { title: { uk: 'РНОКПП', en: 'RNOKPP (taxpayer number)' } },
    '/unzr': { title: { uk: 'УНЗР', en: 'UNZR' } },
    '/phone': {
      title: { uk: 'Телефон', en: 'Phone' },
      hint: { uk: 'Наприклад +380441234567', en: 'For example +380441234567' },
    },
    '/email': { title: { uk: 'Електронна пошта', en: 'Email' } },
  },
};
