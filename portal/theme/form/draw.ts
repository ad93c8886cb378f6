import { schemaAt } from '#core/form/flatten.ts';
import { textsOf } from '#core/form/messages.ts';
import { anyRow, under, valueAt, within } from '#core/form/pointer.ts';
import { uiAt, widgetOf } from '#core/form/resolve-fields.ts';
import { isTakenOver } from '#core/form/rows.ts';
import type { FormDefinition, ResolvedForm, Schema } from '#core/form/types.ts';
import { type Language, say, textOf } from '../language.tsx';
import { formTexts } from './form-texts.ts';
import { ordered } from './order.ts';

/** A field that an officer asks to correct, with what they say about it. */
export interface DrawnMark {
  readonly pointer: string;
  readonly say?: string | undefined;
}

/** How a page is to be drawn. */
export interface DrawOptions {
  readonly language: Language;
  /** Given when an application is corrected: these fields are open, all others locked. */
  readonly marks?: readonly DrawnMark[];
  /** Nothing can be changed. */
  readonly readonly?: boolean;
}

/** One option of a choice. */
export interface Choice {
  readonly value: string | number | boolean;
  readonly label: string;
}

/** What the theme's widgets read from `ui:options`. */
export interface WidgetOptions {
  readonly choices?: readonly Choice[];
  /** Drawn as fieldset and legend, since it has several controls. */
  readonly group?: boolean;
  readonly hint?: string;
  readonly mark?: string;
  /** The field holds its own rows or files and draws its label itself. */
  readonly own?: boolean;
  readonly format?: string;
  readonly pointer?: string;
  readonly file?: { readonly types: readonly string[]; readonly each: number; readonly count: number };
  readonly width?: number;
  readonly inputMode?: string;
  readonly autocomplete?: string;
  readonly rowUi?: readonly object[];
  /** Choices that were taken from data: why there are none, that there are more than are shown. */
  readonly offered?: { readonly nothing?: string; readonly more?: string };
  /** What each row is of, where rows are neither added nor removed. */
  readonly heads?: readonly string[];
}

type Ui = { [name: string]: unknown };

/** More options than this make a select box, fewer radios. */
const RADIOS = 7;
/** More options than this are searched: nobody reads through them. */
const LONG = 20;

function choicesOf(schema: Schema, labels: (value: string) => string | undefined): Choice[] | undefined {
  const titled = Array.isArray(schema.oneOf) ? (schema.oneOf as Schema[]) : undefined;
  if (titled?.every((one) => 'const' in one))
    return titled.map((one) => ({
      value: one.const as Choice['value'],
      label: labels(String(one.const)) ?? String(one.title ?? one.const),
    }));
  if (!Array.isArray(schema.enum)) return undefined;
  return (schema.enum as Choice['value'][]).map((value) => ({
    value,
    label: labels(String(value)) ?? String(value),
  }));
}

/** Widgets named in definitions -> the theme's. */
const named: { readonly [widget: string]: string } = {
  textarea: 'k-textarea',
  date: 'k-date',
  money: 'k-money',
  territory: 'k-territory',
  checkbox: 'k-tick',
  radio: 'k-radios',
  select: 'k-select',
  yesno: 'k-yesno',
};

function widgetFor(
  schema: Schema,
  required: boolean,
  asked: string | undefined,
  choices: readonly Choice[] | undefined,
  fromData: boolean,
): string {
  // a list that comes and goes with what is entered beside it keeps its look
  if (choices && fromData && (asked !== 'radio' || choices.length === 0))
    return choices.length > LONG ? 'k-search' : 'k-select';
  if (choices) return asked === 'select' || choices.length > RADIOS ? 'k-select' : 'k-radios';
  if (schema.type === 'boolean') {
    if (asked === 'radio' || asked === 'yesno') return 'k-yesno';
    return asked === 'checkbox' || schema.const === true || !required ? 'k-tick' : 'k-yesno';
  }
  const own = asked === undefined ? undefined : named[asked];
  if (own) return own;
  if (schema.format === 'date') return 'k-date';
  if (schema.format === 'katottg') return 'k-territory';
  return typeof schema.maxLength === 'number' && schema.maxLength > 400 ? 'k-textarea' : 'k-text';
}

const severalControls = new Set(['k-radios', 'k-yesno', 'k-date', 'k-territory', 'k-checkboxes']);

/** Draws one field into rjsf's schema and uiSchema: no condition is left, texts are in the language asked for. */
class Drawing {
  readonly form: FormDefinition;
  readonly data: unknown;
  readonly options: DrawOptions;
  readonly files: ResolvedForm['files'];

  constructor(form: FormDefinition, resolved: ResolvedForm, data: unknown, options: DrawOptions) {
    this.form = form;
    this.data = data;
    this.options = options;
    this.files = resolved.files;
  }

  #locked(pointer: string): boolean {
    const { marks, readonly } = this.options;
    if (readonly || pointer in (this.form.computed ?? {}) || isTakenOver(this.form, pointer)) return true;
    if (marks && !marks.some((mark) => within(pointer, mark.pointer) || within(mark.pointer, pointer)))
      return true;
    const ui = uiAt(this.form, pointer);
    if (ui['ui:readonly'] === true) return true;
    // what an identity filled in stays; what it left empty must be entered
    return ui['ui:locked'] === true && pointer in (this.form.prefill ?? {}) && !marks
      ? lockedValues(this.data, pointer)
      : false;
  }

  /** What is said of choices that data give; until these were worked out, that they are on their way. */
  #offered(pointer: string): WidgetOptions['offered'] {
    const { language } = this.options;
    const at = anyRow(pointer);
    const { offered, options } = this.form;
    const said = offered && Object.hasOwn(offered, at) ? offered[at] : undefined;
    if (said)
      return {
        ...(said.nothing ? { nothing: textOf(said.nothing, language) } : {}),
        ...(said.more ? { more: textOf(said.more, language) } : {}),
      };
    return options && Object.hasOwn(options, at)
      ? { nothing: say(formTexts, language, 'choicesAwaited') }
      : undefined;
  }

  field(schema: Schema, pointer: string, required = true): { schema: Schema; ui: Ui } {
    const { language, marks } = this.options;
    const texts = textsOf(this.form, pointer);
    const given = uiAt(this.form, pointer);
    const options = { ...(given['ui:options'] as object | undefined) } as Ui;
    const hint = textOf(texts.hint, language) || String(schema.description ?? '');
    const title = textOf(texts.title, language) || String(schema.title ?? lastStep(pointer));
    const mark = marks?.find((one) => one.pointer === pointer);
    const common: Ui = {
      ...options,
      pointer,
      hint,
      ...(given['ui:autocomplete'] ? { autocomplete: given['ui:autocomplete'] } : {}),
      ...(mark ? { mark: mark.say ?? '' } : {}),
    };
    const locked = this.#locked(pointer);
    const shared: Ui = { ...(locked ? { 'ui:readonly': true } : {}) };
    if (schema.properties)
      return this.#group(schema, pointer, title, { ...shared, 'ui:options': { ...common, own: true } });
    // a note: nothing is entered, so it has no value, no label and no mistakes
    if (schema.type === 'null')
      return {
        schema: { type: 'string' },
        ui: {
          'ui:field': 'Note',
          'ui:options': { own: true, pointer, hint, heading: textOf(texts.title, language) },
        },
      };
    if (schema.type === 'array') return this.#list(schema, pointer, title, common, shared, locked);
    const offered = this.#offered(pointer);
    const choices =
      choicesOf(schema, (value) => textOf(texts.options?.[value], language) || undefined) ??
      (offered ? [] : undefined);
    const widget = widgetFor(schema, required, widgetOf(given), choices, offered !== undefined);
    return {
      schema: {
        type: schema.type ?? 'string',
        title,
        ...(schema.maxLength ? { maxLength: schema.maxLength } : {}),
      },
      ui: {
        ...shared,
        'ui:widget': widget,
        'ui:options': {
          ...common,
          ...(choices ? { choices } : {}),
          ...(offered ? { offered } : {}),
          ...(schema.format ? { format: schema.format } : {}),
          group: severalControls.has(widget),
        },
      },
    };
  }

  #group(schema: Schema, pointer: string, title: string, ui: Ui): { schema: Schema; ui: Ui } {
    const properties: { [name: string]: Schema } = {};
    const inner: Ui = { ...ui };
    for (const name of ordered(Object.keys(schema.properties ?? {}), uiAt(this.form, pointer)['ui:order'])) {
      const property = schema.properties?.[name];
      if (property === undefined || property === false) continue;
      const asked = schema.required?.includes(name) ?? false;
      const drawn = this.field(property === true ? {} : property, under(pointer, name), asked);
      properties[name] = drawn.schema;
      inner[name] = drawn.ui;
    }
    const required = (schema.required ?? []).filter((name) => name in properties);
    return { schema: { type: 'object', title, properties, required }, ui: inner };
  }

  #list(
    schema: Schema,
    pointer: string,
    title: string,
    common: Ui,
    shared: Ui,
    locked: boolean,
  ): { schema: Schema; ui: Ui } {
    const file = this.files.find((one) => one.at === pointer);
    const items = (typeof schema.items === 'object' ? schema.items : {}) as Schema;
    const limits = {
      ...(schema.minItems === undefined ? {} : { minItems: schema.minItems }),
      ...(schema.maxItems === undefined ? {} : { maxItems: schema.maxItems }),
    };
    const drawnList: Schema = { type: 'array', title, ...limits, items: { type: 'object' } };
    if (file)
      return {
        schema: drawnList,
        ui: { ...shared, 'ui:field': 'Files', 'ui:options': { ...common, file, group: true } },
      };
    const texts = textsOf(this.form, pointer);
    const offered = this.#offered(pointer);
    const choices =
      choicesOf(items, (value) => textOf(texts.options?.[value], this.options.language) || undefined) ??
      (offered ? [] : undefined);
    if (choices)
      return {
        schema: { ...drawnList, items: { type: 'string' } },
        ui: {
          ...shared,
          'ui:options': { ...common, choices, ...(offered ? { offered } : {}), group: true },
        },
      };
    const heads = this.form.items?.[anyRow(pointer)]?.map((one) => textOf(one.title, this.options.language));
    const rows = (schema.rows as readonly Schema[] | undefined) ?? [];
    const drawn = rows.map((row, n) => this.field(row, under(pointer, n)));
    return {
      schema: {
        ...drawnList,
        items: drawn[0]?.schema ?? { type: items.type ?? 'object' },
        rows: drawn.map((one) => one.schema),
      },
      ui: {
        ...shared,
        'ui:options': {
          ...{ ...common, own: true, locked, rowUi: drawn.map((one) => one.ui) },
          ...(heads ? { heads } : {}),
        },
      },
    };
  }
}

function lockedValues(data: unknown, pointer: string): boolean {
  const value = valueAt(data, pointer);
  return value !== undefined && value !== null && value !== '';
}

const lastStep = (pointer: string): string => pointer.split('/').at(-1) ?? '';

/** What rjsf is given for the fields of one page. */
export function drawPage(
  form: FormDefinition,
  resolved: ResolvedForm,
  fields: readonly string[],
  data: unknown,
  options: DrawOptions,
): { schema: Schema; ui: Ui } {
  const drawing = new Drawing(form, resolved, data, options);
  const root = { type: 'object', properties: {} as Record<string, Schema>, required: [] as string[] };
  const ui: Ui = { 'ui:options': { own: true, pointer: '' } };
  for (const pointer of fields) {
    const schema = schemaAt(resolved.schema, pointer);
    if (!schema) continue;
    const above = schemaAt(resolved.schema, pointer.slice(0, pointer.lastIndexOf('/')));
    const asked = above?.required?.includes(lastStep(pointer)) ?? false;
    const drawn = drawing.field(schema, pointer, asked);
    const path = pointer.slice(1).split('/');
    place(root, ui, path, drawn, resolved.schema);
  }
  return { schema: root, ui };
}

type Branch = { type?: unknown; title?: unknown; properties?: Record<string, Schema>; required?: string[] };

/** Puts a drawn field where it belongs, with bare groups around it where a page shows part of an object. */
function place(
  root: Branch,
  ui: Ui,
  path: readonly string[],
  drawn: { schema: Schema; ui: Ui },
  flat: Schema,
): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  root.properties ??= {};
  if (flat.required?.includes(name)) root.required = [...(root.required ?? []), name];
  if (rest.length === 0) {
    root.properties[name] = drawn.schema;
    ui[name] = drawn.ui;
    return;
  }
  const branch = (root.properties[name] ?? { type: 'object', properties: {} }) as Branch;
  root.properties[name] = branch as Schema;
  const branchUi = (ui[name] ?? { 'ui:options': { own: true, bare: true } }) as Ui;
  ui[name] = branchUi;
  place(branch, branchUi, rest, drawn, (schemaAt(flat, `/${name}`) ?? {}) as Schema);
}
