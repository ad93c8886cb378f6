import type { Text } from '#core/definition/types.ts';
import { looseOf, textOf } from '../../json.ts';
import type { Asked } from '../../regulation/lists/lists.ts';
import type { Component } from '../component.ts';
import type { Tools } from '../kind.ts';

type FromList =
  | { readonly choices: readonly object[]; readonly kept: boolean; readonly note: Text }
  | { readonly loss: Text };

/** The choices of a component that another system keeps for it; undefined where they stand in the form. */
export function listOfRegistry(component: Component, tools: Tools): FromList | undefined {
  const source = textOf(component.dataSrc) ?? 'values';
  if (source === 'values') return undefined;
  const { url, resource, custom } = looseOf(component.data);
  const from = textOf(url) ?? textOf(resource) ?? textOf(custom) ?? source;
  const asked = askedOf(component, textOf(url));
  if ('why' in asked) return { loss: lossOf(from, asked.why) };
  const list = tools.listed?.(asked) ?? { why: NO_LISTS };
  if ('why' in list) return { loss: lossOf(from, list.why) };
  return { choices: list.choices, kept: list.kept, note: noteOf(list.from, list.kept) };
}

/** What a component asks a search condition of its registry for; or why that cannot be known from the form alone. */
function askedOf(component: Component, url: string | undefined): Asked | { readonly why: Text } {
  const search = /^\/(?:\w+\/)*data-factory\/([\w-]+)$/.exec(url ?? '')?.[1];
  if (search === undefined) return { why: url === undefined ? NO_ADDRESS : NO_SEARCH };
  const template = (textOf(component.template) ?? '').replace(/<[^>]*>/g, '').trim();
  const title = /^\{\{\s*item\.(\w+)\s*\}\}$/.exec(template)?.[1];
  const value = textOf(component.valueProperty);
  if (title === undefined || value === undefined) return { why: WHOLE };
  const filter = textOf(component.filter) ?? '';
  if (filter.includes('{{')) return { why: LEANS(filter) };
  const narrowed = [...new URLSearchParams(filter)].map(([column, wanted]) => [column, wanted] as const);
  return { search: search.replaceAll('-', '_'), title, value, narrowed };
}

const lossOf = (from: string, why: Text): Text => ({
  uk: `варіанти веде інша система (${from}): вводиться текст; додайте варіанти або звірку з реєстром (${why.uk})`,
  en: `the choices are kept by another system (${from}): a text is entered; add choices or a lookup (${why.en})`,
});

const noteOf = (file: string, kept: boolean): Text => ({
  uk: `варіанти — рядки довідника «${file}»${kept ? '' : '; ідентифікатор рядка джерело створює саме, тож тут його місце займає код із довідника'}`,
  en: `its choices are the rows of the dictionary “${file}”${kept ? '' : '; the source makes up an identifier of each row, here the code in the dictionary takes its place'}`,
});

const NO_LISTS: Text = {
  uk: 'моделі даних і довідників серед файлів немає',
  en: 'no data model and no dictionaries are among the files',
};
const NO_ADDRESS: Text = {
  uk: 'форма не каже, де саме',
  en: 'the form does not say where',
};
const NO_SEARCH: Text = {
  uk: 'це не умова пошуку реєстру',
  en: 'that is no search condition of a registry',
};
const WHOLE: Text = {
  uk: 'форма не каже, який стовпець показують, а який вводять',
  en: 'the form does not say which column is shown and which is entered',
};
const LEANS = (filter: string): Text => ({
  uk: `список залежить від того, що введено: ${filter}`,
  en: `the list depends on what was entered: ${filter}`,
});
