import type { Json } from '#core/form/types.ts';
import { showDay, showMoney } from '#portal/theme/dates.ts';
import { type Language, textOf } from '#portal/theme/language.tsx';
import { type FieldRow, isFile } from './pages.ts';

const yesNo = { uk: ['так', 'ні'], en: ['yes', 'no'] } as const;

function one(value: Json, row: FieldRow, language: Language): string {
  if (value === null) return '—';
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1];
  if (typeof value === 'number')
    return row.widget === 'money'
      ? showMoney(value, language)
      : value.toLocaleString(language === 'uk' ? 'uk-UA' : 'en-GB');
  if (typeof value === 'string') {
    const option = row.options[value];
    if (option) return textOf(option, language);
    return row.shape?.format === 'date' ? showDay(value, language) : value;
  }
  if (isFile(value)) return value.name;
  if (Array.isArray(value)) return value.map((item) => one(item, row, language)).join(', ');
  return JSON.stringify(value);
}

/** A value as a person reads it: the words of a choice, a day in full, money in hryvnias. */
export function showValue(row: FieldRow, language: Language): string {
  return one(row.value, row, language);
}
