import type { Text } from '#core/definition/types.ts';
import { looseOf, textOf } from '../../json.ts';
import type { Asked } from '../../regulation/lists/lists.ts';
import type { Component } from '../component.ts';

/** Where a list is kept that a component chooses from: what is asked there, and what of each record is entered and shown. */
export type Source = {
  /** The address as the form has it: of the platform that it runs on, or a whole one. */
  readonly url: string;
  /** Name of the search condition, where the address is that of one. */
  readonly search: string | undefined;
  readonly value: string;
  readonly title: string;
  /** Where in the answer the records are. */
  readonly within: string | undefined;
  /** What is asked for, by parameter: a constant, or what is entered in a field of the source. */
  readonly narrowed: readonly Narrowed[];
};
export type Narrowed =
  | { readonly by: string; readonly constant: string }
  | { readonly by: string; readonly field: readonly string[]; readonly written: string };

/** Where a component's list is kept; or why the form alone does not say it. */
export function sourceOfList(component: Component): Source | { readonly why: Text } {
  const { url: address, selectValues: inData } = looseOf(component.data);
  const url = textOf(address);
  if (url === undefined) return { why: NO_ADDRESS };
  const search = /^\/(?:\w+\/)*data-factory\/([\w-]+)$/.exec(url)?.[1]?.replaceAll('-', '_');
  if (search === undefined && !/^https:\/\/[\w.-]+(:\d+)?(\/[\w./-]*)?$/.test(url)) return { why: NO_SEARCH };
  const template = (textOf(component.template) ?? '').replace(/<[^>]*>/g, '').trim();
  const title = /^\{\{\s*item\.(\w+)\s*\}\}$/.exec(template)?.[1];
  const value = textOf(component.valueProperty);
  if (title === undefined || value === undefined || !/^\w+$/.test(value)) return { why: WHOLE };
  const filter = textOf(component.filter) ?? '';
  const narrowed = [...new URLSearchParams(filter)].map(([by, wanted]) => narrowedBy(by, wanted));
  const known = narrowed.filter((one) => one !== undefined);
  if (known.length < narrowed.length) return { why: LEANS(filter) };
  const within = textOf(component.selectValues) ?? textOf(inData);
  if (within !== undefined && !/^\w+$/.test(within)) return { why: NO_SEARCH };
  return { url, search, value, title, within, narrowed: known };
}

/** `level1={{data.oblast.code}}`, `constantCode=by_staff`; undefined where it does more. */
function narrowedBy(by: string, wanted: string): Narrowed | undefined {
  if (!/^[A-Za-z]\w*$/.test(by)) return undefined;
  if (!wanted.includes('{{')) return { by, constant: wanted };
  const path = /^\{\{\s*data\.(\w+(?:\.\w+)*)\s*\}\}$/.exec(wanted)?.[1];
  return path === undefined ? undefined : { by, field: path.split('.'), written: wanted };
}

/** What the files of the regulation are asked for; undefined where that leans on what is entered. */
export function askedOf({ search, value, title, narrowed }: Source): Asked | undefined {
  const constants = narrowed.flatMap((one) => ('constant' in one ? [[one.by, one.constant] as const] : []));
  if (search === undefined || constants.length < narrowed.length) return undefined;
  return { search, title, value, narrowed: constants };
}

const NO_ADDRESS: Text = { uk: 'форма не каже, де саме', en: 'the form does not say where' };
const NO_SEARCH: Text = {
  uk: 'це ні умова пошуку реєстру, ні повна адреса',
  en: 'that is neither a search condition of a registry nor a whole address',
};
const WHOLE: Text = {
  uk: 'форма не каже, який стовпець показують, а який вводять',
  en: 'the form does not say which column is shown and which is entered',
};
export const LEANS = (filter: string): Text => ({
  uk: `список залежить від того, чого тут немає: ${filter}`,
  en: `the list depends on what is not here: ${filter}`,
});
