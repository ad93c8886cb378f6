import { strip } from './entered.ts';
import { flatten, places, schemaAt } from './flatten.ts';
import { under, within } from './pointer.ts';
import type {
  Entered,
  FileDefinition,
  FormDefinition,
  PageDefinition,
  ResolvedFile,
  ResolvedForm,
  ResolvedPage,
  Schema,
} from './types.ts';

/** What is taken out may hide more; only a definition that goes round in a circle is looked at as often as this. */
const ROUNDS = 200;

/** The flat schema and the data without what does not show and what is blank, in agreement with each other. */
export function settled(schema: Schema, data: Entered): { flat: Schema; kept: Entered; gone: string[] } {
  let before = data;
  const gone: string[] = [];
  for (let round = 0; ; round += 1) {
    const flat = flatten(schema, schema, before);
    const kept = (strip(flat, before, gone) ?? {}) as Entered;
    if (JSON.stringify(kept) === JSON.stringify(before) || round === ROUNDS) return { flat, kept, gone };
    before = kept;
  }
}

/** Does something of this field show? */
function shows(flat: Schema, pointer: string): boolean {
  const schema = schemaAt(flat, pointer);
  if (schema === undefined) return false;
  return schema.properties === undefined || Object.keys(schema.properties).length > 0;
}

/** Every top field on one page: for a form that names no pages (a task's). */
function onePage(flat: Schema): PageDefinition[] {
  const fields = Object.keys(flat.properties ?? {}).map((name) => under('', name));
  return [{ id: 'form', title: {}, fields }];
}

function pagesOf(form: FormDefinition, flat: Schema): ResolvedPage[] {
  return (form.pages ?? onePage(flat)).flatMap((page) => {
    const fields = page.fields.filter((field) => shows(flat, field));
    return fields.length > 0 ? [{ ...page, fields }] : [];
  });
}

/** Is `skipWhen` of a file met? Without expressions at hand: not yet known, so no. */
export type Skips = (source: string) => boolean;

function filesOf(form: FormDefinition, flat: Schema, skips: Skips): ResolvedFile[] {
  return Object.entries(form.files ?? {}).flatMap(([name, file]: [string, FileDefinition]) => {
    const schema = schemaAt(flat, file.at);
    if (!schema) return [];
    const asked = Math.max(file.min ?? 0, typeof schema.minItems === 'number' ? schema.minItems : 0);
    const needed = file.skipWhen !== undefined && skips(file.skipWhen) ? 0 : asked;
    return [{ ...file, name, needed }];
  });
}

/**
 * The form as it stands for what is entered, without evaluating any expression: what a browser draws before
 * the expression engine has arrived. Throws UnresolvedReference for a schema that was not bundled.
 */
export function resolveFields(
  form: FormDefinition,
  data: Entered,
  skips: Skips = () => false,
): ResolvedForm & { readonly kept: Entered } {
  const { flat, kept, gone } = settled(form.schema, data);
  return {
    schema: flat,
    pages: pagesOf(form, flat),
    fields: places(flat),
    gone,
    files: filesOf(form, flat, skips),
    kept,
  };
}

/** The page that a field stands on. */
export function pageOf(pages: readonly ResolvedPage[], pointer: string): ResolvedPage | undefined {
  return pages.find((page) => page.fields.some((field) => within(pointer, field)));
}

/** The uiSchema's entry for a field; rows share that of `items`. */
export function uiAt(form: FormDefinition, pointer: string): { readonly [name: string]: unknown } {
  let at: unknown = form.ui ?? {};
  for (const step of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null) return {};
    const here = at as Record<string, unknown>;
    at = here[step] ?? (/^(\d+|\*)$/.test(step) ? here.items : undefined);
  }
  return typeof at === 'object' && at !== null ? (at as Record<string, unknown>) : {};
}

/** What a widget is called in the uiSchema, wherever rjsf lets it be said. */
export function widgetOf(ui: { readonly [name: string]: unknown }): string | undefined {
  const options = ui['ui:options'] as { widget?: unknown } | undefined;
  const widget = ui['ui:widget'] ?? options?.widget;
  return typeof widget === 'string' ? widget : undefined;
}
