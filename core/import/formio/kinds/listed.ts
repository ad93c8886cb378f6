import type { Text } from '#core/definition/types.ts';
import { looseOf, textOf } from '../../json.ts';
import type { Component } from '../component.ts';
import type { Live, Tools } from '../kind.ts';
import { askedOf, sourceOfList } from './asked.ts';

type FromList =
  | { readonly choices: readonly object[]; readonly kept: boolean; readonly note: Text }
  | { readonly live: Live; readonly losses: readonly Text[] }
  | { readonly loss: Text };

/**
 * The choices of a component that another system keeps for it: as the files have them, else as they are asked for while one
 * fills in; undefined where they stand in the form.
 */
export function listOfRegistry(component: Component, tools: Tools): FromList | undefined {
  const source = textOf(component.dataSrc) ?? 'values';
  if (source === 'values') return undefined;
  const { url, resource, custom } = looseOf(component.data);
  const from = textOf(url) ?? textOf(resource) ?? textOf(custom) ?? source;
  const kept = sourceOfList(component);
  if ('why' in kept) return { loss: lossOf(from, kept.why) };
  const asked = askedOf(kept);
  const list = asked && tools.listed?.(asked);
  if (list && !('why' in list))
    return { choices: list.choices, kept: list.kept, note: noteOf(list.from, list.kept) };
  if (!tools.asks) return { loss: lossOf(from, list?.why ?? NO_LOOKUPS) };
  const searched = tools.searched?.(kept);
  if (searched && 'why' in searched) return { loss: lossOf(from, searched.why) };
  const typed = searched?.typed ? { typed: searched.typed } : {};
  const many = list && 'many' in list ? list.many : undefined;
  return { live: { ...kept, ...typed }, losses: many === undefined || searched?.typed ? [] : [LONG(many)] };
}

export const lossOf = (from: string, why: Text): Text => ({
  uk: `варіанти веде інша система (${from}): вводиться текст; додайте варіанти або звірку з реєстром (${why.uk})`,
  en: `the choices are kept by another system (${from}): a text is entered; add choices or a lookup (${why.en})`,
});

const noteOf = (file: string, kept: boolean): Text => ({
  uk: `варіанти — рядки довідника «${file}»${kept ? '' : '; ідентифікатор рядка джерело створює саме, тож тут його місце займає код із довідника'}`,
  en: `its choices are the rows of the dictionary “${file}”${kept ? '' : '; the source makes up an identifier of each row, here the code in the dictionary takes its place'}`,
});

const LONG = (rows: number): Text => ({
  uk: `варіанти питають під час заповнення, а їх ${rows}: відповідь, довша за 50 КБ, не прийметься; звузьте її іншим полем`,
  en: `its choices are asked for while one fills in, and there are ${rows} of them: an answer above 50 KB is not taken; narrow it by another field`,
});
const NO_LOOKUPS: Text = {
  uk: 'форма стану нічого не питає під час заповнення: спитайте до неї станом «call» і виберіть з відповіді',
  en: 'the form of a state asks nothing while it is filled in: ask before it by a state “call”, and choose from the answer',
};
