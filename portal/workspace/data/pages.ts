import { anyRow, steps, under, valueAt } from '#core/form/pointer.ts';
import type { FieldTexts, Json, PageDefinition, Schema, Text } from '#core/form/types.ts';
import { type Language, textOf } from '#portal/theme/language.tsx';
import { namesOf, stepInto } from './schema-at.ts';

/** What of a definition's form is needed to show what was entered. */
export interface FormFrame {
  readonly schema: Schema;
  readonly ui?: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, FieldTexts>>;
  readonly pages?: readonly PageDefinition[];
}

/** One value to be shown: where it is, what it is called, how it is read. */
export interface FieldRow {
  readonly pointer: string;
  /** Titles from the outermost group inwards; the last is the field's own. */
  readonly titles: readonly string[];
  readonly value: Json;
  readonly shape: Schema | undefined;
  readonly widget: string | undefined;
  readonly options: Readonly<Record<string, Text>>;
}

/** A page of the form with those of its fields that hold something. */
export interface FieldPage {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly FieldRow[];
}

/** A file that was attached: shown whole, never field by field. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** Whether a value is a file that was attached. */
export function isFile(value: unknown): value is AttachedFile {
  if (typeof value !== 'object' || value === null) return false;
  const file = value as Partial<AttachedFile>;
  return typeof file.id === 'string' && typeof file.name === 'string' && typeof file.size === 'number';
}

function textsAt(frame: FormFrame, pointer: string): FieldTexts {
  return frame.texts?.[pointer] ?? frame.texts?.[anyRow(pointer)] ?? {};
}

function uiAt(frame: FormFrame, pointer: string): Readonly<Record<string, unknown>> {
  let ui: unknown = frame.ui;
  for (const step of steps(pointer)) {
    if (typeof ui !== 'object' || ui === null) return {};
    const here = ui as Record<string, unknown>;
    ui = here[step] ?? (/^\d+$/.test(step) ? here.items : undefined);
  }
  return (ui ?? {}) as Record<string, unknown>;
}

function widgetAt(frame: FormFrame, pointer: string): string | undefined {
  const widget = uiAt(frame, pointer)['ui:widget'];
  return typeof widget === 'string' ? widget : undefined;
}

/** Names in the order of `ui:order` where the definition states one; `*` stands for the rest. */
function ordered(frame: FormFrame, pointer: string, names: readonly string[]): readonly string[] {
  const order = uiAt(frame, pointer)['ui:order'];
  if (!Array.isArray(order)) return names;
  const rest = names.filter((name) => !order.includes(name));
  const listed = order.flatMap((name) => (name === '*' ? rest : names.includes(name) ? [String(name)] : []));
  return order.includes('*') ? listed : [...listed, ...rest];
}

function holds(value: unknown): value is Json {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** The title of a field: the definition's, else the number of a row, else its name. */
export function titleAt(frame: FormFrame, pointer: string, language: Language): string {
  const last = steps(pointer).at(-1) ?? '';
  return (
    textOf(frame.texts?.[pointer]?.title, language) ||
    (/^\d+$/.test(last) ? String(Number(last) + 1) : textOf(textsAt(frame, pointer).title, language) || last)
  );
}

function shapeAt(frame: FormFrame, pointer: string): Schema | undefined {
  let shape: Schema | undefined = frame.schema;
  for (const step of steps(pointer)) shape = stepInto(frame.schema, shape, step);
  return shape;
}

/** One field as a row, whatever value it is given (old values of edits are shown this way too). */
export function rowAt(frame: FormFrame, pointer: string, value: Json, language: Language): FieldRow {
  return {
    pointer,
    titles: steps(pointer).map((_, n, all) =>
      titleAt(
        frame,
        all.slice(0, n + 1).reduce((at, step) => under(at, step), ''),
        language,
      ),
    ),
    value,
    shape: shapeAt(frame, pointer),
    widget: widgetAt(frame, pointer),
    options: textsAt(frame, pointer).options ?? {},
  };
}

/** Pointers of everything below that holds a value, in the order of the schema; unknown fields last. */
function leaves(frame: FormFrame, data: Json, pointer: string, shape: Schema | undefined): string[] {
  if (typeof data !== 'object' || data === null || isFile(data)) return [pointer];
  if (Array.isArray(data)) {
    if (data.every((item) => typeof item !== 'object' || item === null || isFile(item))) return [pointer];
    return data.flatMap((item, n) =>
      leaves(frame, item, under(pointer, n), stepInto(frame.schema, shape, String(n))),
    );
  }
  const fields = data as { readonly [name: string]: Json };
  const names = [...new Set([...namesOf(frame.schema, shape), ...Object.keys(fields)])];
  return ordered(frame, pointer, names).flatMap((name) => {
    const value = fields[name];
    return holds(value)
      ? leaves(frame, value, under(pointer, name), stepInto(frame.schema, shape, name))
      : [];
  });
}

/** What was entered, page by page, as far as `data` has it. A page without a value is left out. */
export function pagesOf(frame: FormFrame, data: unknown, language: Language): FieldPage[] {
  return (frame.pages ?? [])
    .map((page) => ({
      id: page.id,
      title: textOf(page.title, language),
      rows: page.fields.flatMap((pointer) => {
        const value = valueAt(data, pointer);
        if (!holds(value)) return [];
        return leaves(frame, value, pointer, shapeAt(frame, pointer)).map((at) =>
          rowAt(frame, at, valueAt(data, at) as Json, language),
        );
      }),
    }))
    .filter((page) => page.rows.length > 0);
}

/** A code of the KATOTTG tree, which people read as names. */
export const isPlace = (row: FieldRow): row is FieldRow & { value: string } =>
  row.shape?.format === 'katottg' && typeof row.value === 'string';
