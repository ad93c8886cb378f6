import type { Type } from '#core/expression/types/index.ts';
import type { Localised } from '#portal/theme/language.tsx';

type Word = Localised & { readonly uk: string; readonly en: string };

const words: { readonly [kind in Type['kind']]: Word } = {
  any: { uk: 'будь-що', en: 'anything' },
  mixed: { uk: 'то одне, то інше', en: 'now this, now that' },
  null: { uk: 'порожньо', en: 'nothing' },
  boolean: { uk: 'так чи ні', en: 'true or false' },
  number: { uk: 'число', en: 'number' },
  string: { uk: 'текст', en: 'text' },
  date: { uk: 'день', en: 'day' },
  time: { uk: 'час', en: 'time' },
  'date and time': { uk: 'мить', en: 'moment' },
  duration: { uk: 'тривалість', en: 'duration' },
  range: { uk: 'проміжок', en: 'range' },
  list: { uk: 'список', en: 'list' },
  context: { uk: 'група', en: 'group' },
  function: { uk: 'функція', en: 'function' },
};
const formats: { readonly [format: string]: Word } = {
  date: { uk: 'день як текст', en: 'day as text' },
  'date-time': { uk: 'мить як текст', en: 'moment as text' },
};
const maybe = { uk: 'може бракувати', en: 'may be absent' };

/** What a value is, in a few words: «число, може бракувати». */
export function typeWords(type: Type, language: 'uk' | 'en'): string {
  const format = 'format' in type && type.format !== undefined ? formats[type.format] : undefined;
  const plain = (format ?? words[type.kind])[language];
  const whole =
    type.kind === 'list' && type.of.kind !== 'any' ? `${plain}: ${typeWords(type.of, language)}` : plain;
  return type.empty && type.kind !== 'null' ? `${whole}, ${maybe[language]}` : whole;
}
