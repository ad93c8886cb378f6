import type { Kind } from '#core/expression/types/index.ts';

/** What each kind of value is called. */
export const kindWords: { readonly [kind in Kind]: { readonly uk: string; readonly en: string } } = {
  any: { uk: 'невідомо що', en: 'of no known kind' },
  mixed: { uk: 'то одне, то інше', en: 'now this, now that' },
  null: { uk: 'порожнє (null)', en: 'nothing (null)' },
  boolean: { uk: 'так чи ні (boolean)', en: 'true or false' },
  number: { uk: 'число (number)', en: 'a number' },
  string: { uk: 'текст (string)', en: 'a text' },
  date: { uk: 'день (date)', en: 'a day (date)' },
  time: { uk: 'час (time)', en: 'a time' },
  'date and time': { uk: 'мить (date and time)', en: 'a moment (date and time)' },
  duration: { uk: 'тривалість (duration)', en: 'a duration' },
  range: { uk: 'проміжок (range)', en: 'a range' },
  list: { uk: 'список (list)', en: 'a list' },
  context: { uk: 'група полів (context)', en: 'a group of fields' },
  function: { uk: 'функція', en: 'a function' },
};
