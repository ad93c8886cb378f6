import { textsOf } from '#core/form/messages.ts';
import { uiAt, widgetOf } from '#core/form/resolve-fields.ts';
import type { FormDefinition, Schema } from '#core/form/types.ts';
import { showDay, showMoney } from '../dates.ts';
import { type Language, say, textOf } from '../language.tsx';
import { formTexts } from './form-texts.ts';

/** Nothing to show: absent, or emptied. */
export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A value as a person reads it: the option's words, a date, money, yes or no, the names of files. */
export function showValue(
  form: FormDefinition,
  schema: Schema,
  pointer: string,
  value: unknown,
  language: Language,
): string {
  if (isBlank(value)) return '';
  const texts = textsOf(form, pointer);
  if (Array.isArray(value))
    return value
      .map((one) => {
        if (typeof one === 'object' && one !== null && 'name' in one) return String(one.name);
        return textOf(texts.options?.[String(one)], language) || String(one);
      })
      .join(', ');
  const option = textOf(texts.options?.[String(value)], language);
  if (option) return option;
  if (typeof value === 'boolean') return say(formTexts, language, value ? 'yes' : 'no');
  if (typeof value === 'number' && widgetOf(uiAt(form, pointer)) === 'money')
    return showMoney(value, language);
  if (typeof value === 'string' && schema.format === 'date') return showDay(value, language);
  return typeof value === 'object' ? '' : String(value);
}
