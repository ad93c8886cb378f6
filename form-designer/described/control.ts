import type { Json, JsonObject } from '../commands/json.ts';

/** What stands at a control: its name, and a line of help where the name does not say enough. */
export interface Words {
  readonly uk: readonly [label: string, help?: string];
  readonly en: readonly [label: string, help?: string];
}
type Choice = readonly [value: string, uk: string, en: string];

/** Where the options of a reference come from: this definition, or what is released. */
export type Source =
  | 'roles'
  | 'parties'
  | 'documents'
  | 'messages'
  | 'purposes'
  | 'fields'
  | 'decided'
  | 'agencies'
  | 'services'
  | 'registries'
  | 'connectors'
  | 'operations'
  | 'offices'
  | 'agencyRoles'
  | 'recordFields'
  /** The fields of the record, and `/` for all of it. */
  | 'recordParts';

interface Of {
  /** The property that it edits; '' is the place itself. */
  readonly name: string;
  readonly words: Words;
}

/** A control of one property, described: `controls.tsx` draws it. Whatever is emptied goes from the definition, unless it is `required`. */
export type Control = Of &
  (
    | { readonly is: 'texts'; readonly rows?: number; readonly required?: true }
    | { readonly is: 'line'; readonly type?: 'date' | 'time' | 'color'; readonly required?: true }
    | { readonly is: 'lines' }
    | { readonly is: 'number'; readonly min?: number; readonly required?: true }
    /** `byDefault`: what it means that nothing is written. */
    | { readonly is: 'tick'; readonly byDefault?: true; readonly required?: true }
    | { readonly is: 'pick'; readonly options: readonly Choice[]; readonly required?: true }
    | { readonly is: 'reference'; readonly from: Source; readonly required?: true }
    | { readonly is: 'several'; readonly options: readonly Choice[] }
    /** `single`: one alone is written as itself, not as a list. */
    | { readonly is: 'references'; readonly from: Source; readonly single?: true }
    | { readonly is: 'feel' }
    | { readonly is: 'feelMap'; readonly known?: 'input' | 'record' }
    | { readonly is: 'duration'; readonly calendar?: true; readonly required?: true }
    | { readonly is: 'pairs'; readonly from: Source }
    | { readonly is: 'places' }
    | { readonly is: 'blocks' }
    | { readonly is: 'schema' }
    | { readonly is: 'fieldTitles' }
    | { readonly is: 'answer' }
    | { readonly is: 'image' }
    | {
        readonly is: 'group';
        readonly inner: readonly Control[];
        /** It may be left out: ticked, it begins so. */
        readonly fresh?: Json;
        /** Its controls are short: they stand beside one another. */
        readonly row?: true;
      }
    | {
        readonly is: 'list';
        readonly inner: readonly Control[];
        /** A new entry; of those that are there, where it goes on from them. */
        readonly fresh: Json | ((list: readonly Json[]) => Json);
        readonly add: Words;
        /** The property by which an entry is called. */
        readonly called?: string;
        /** It stays, though empty. */
        readonly stays?: true;
      }
    | {
        readonly is: 'map';
        readonly inner: readonly Control[];
        readonly fresh: (title: string) => Json;
        readonly add: Words;
        readonly called?: string;
      }
    /** Edited by a control that is written, not described: the sheet of a form. */
    | { readonly is: 'elsewhere' }
  );

/** The words of a control: its label in both languages, then its help. */
export const said = (uk: string, en: string, helpUk?: string, helpEn?: string): Words => ({
  uk: helpUk === undefined ? [uk] : [uk, helpUk],
  en: helpEn === undefined ? [en] : [en, helpEn],
});

/** Every pointer below a place that some control edits; `*` stands for each entry of a list or map. */
export function edited(controls: readonly Control[], at = ''): string[] {
  return controls.flatMap((control) => {
    const here = control.name === '' ? at : `${at}/${control.name}`;
    const below =
      'inner' in control ? edited(control.inner, control.is === 'group' ? here : `${here}/*`) : [];
    return [here, ...below];
  });
}

/** What of an object no control edits: it is kept, and shown as it is written. */
export function unedited(
  value: JsonObject,
  controls: readonly Control[],
  besides: readonly string[],
): JsonObject {
  const known = new Set([...controls.map(({ name }) => name.split('/')[0] ?? ''), ...besides]);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !known.has(name)));
}
