import { type FieldType, formatType } from './field-type.ts';

/** Lines of text with a format that the state or a system gives: each checked to its last digit. */
export const formats: readonly FieldType[] = [
  formatType('email', '@', { uk: 'Електронна пошта', en: 'E-mail' }),
  formatType('phone', '☎', { uk: 'Телефон', en: 'Telephone' }),
  formatType('rnokpp', 'РН', { uk: 'РНОКПП (податковий номер)', en: 'RNOKPP (tax number)' }),
  formatType('unzr', 'УН', { uk: 'УНЗР', en: 'UNZR' }),
  formatType('edrpou', 'ЄД', { uk: 'Код ЄДРПОУ', en: 'EDRPOU code' }),
  formatType('iban', 'IB', { uk: 'Рахунок IBAN', en: 'IBAN account' }),
];
