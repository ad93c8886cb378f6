import type { Form, JsonSchema, Rule, Texts } from '../types.ts';

/** A component of form.io, as far as it is read here. */
type Component = {
  key: string;
  type: string;
  label?: string;
  title?: string;
  components?: Component[];
  values?: { label: string; value: string }[];
  data?: { values?: { label: string; value: string }[] };
  conditional?: { when?: string | null; eq?: string };
  validate?: { required?: boolean };
};

const layout = new Set(['panel', 'navSkjemagruppe', 'fieldset', 'row']);
const said = new Set(['alertstripe', 'htmlelement', 'image']);
const dotted = (pointer: string): string => `form${pointer.replaceAll('/', '.')}`;

/** How many components a form of form.io has, those inside others counted. */
export const sizeOf = (components: readonly Component[]): number =>
  components.reduce((sum, one) => sum + 1 + sizeOf(one.components ?? []), 0);

/**
 * A real form of form.io as one of ours: its fields, groups, lists, choices and texts, and its simple conditions as rules. Only as
 * far as a check of its size and kind wants; what such a form means in ours the import decides.
 */
export function largeForm(components: readonly Component[]): Form {
  const reading = new Reading();
  const properties: { [name: string]: JsonSchema } = {};
  const pages = components.map((panel, n) => {
    const before = new Set(Object.keys(properties));
    reading.into([panel], properties, '');
    const fields = Object.keys(properties).filter((name) => !before.has(name));
    const title = panel.title ?? panel.label ?? panel.key;
    return { id: `page-${n}`, title: { uk: title, en: title }, fields: fields.map((name) => `/${name}`) };
  });
  return {
    schema: { type: 'object', properties },
    texts: reading.texts,
    pages: pages.filter((page) => page.fields.length > 0),
    rules: reading.rules(),
  };
}

class Reading {
  readonly texts: Texts = {};
  readonly #pointers = new Map<string, string>();
  readonly #conditions: { pointer: string; when: string; eq: string }[] = [];
  readonly #kinds = new Map<string, JsonSchema>();

  into(components: readonly Component[], properties: { [name: string]: JsonSchema }, at: string): void {
    for (const one of components) {
      if (said.has(one.type)) continue;
      if (layout.has(one.type)) this.into(one.components ?? [], properties, at);
      else this.field(one, properties, at);
    }
  }

  field(one: Component, properties: { [name: string]: JsonSchema }, at: string): void {
    let name = one.key;
    for (let n = 2; Object.hasOwn(properties, name); n++) name = `${one.key}${n}`;
    const pointer = `${at}/${name}`;
    const title = one.label || one.key;
    const choices = one.values ?? one.data?.values ?? [];
    const schema = this.schemaOf(one, pointer, choices.map((c) => c.value).filter(Boolean));
    properties[name] = schema;
    this.#kinds.set(pointer, schema);
    this.#pointers.set(one.key, pointer);
    this.texts[pointer] = {
      title: { uk: title, en: title },
      ...(schema.enum
        ? { options: Object.fromEntries(choices.map((c) => [c.value, { uk: c.label, en: c.label }])) }
        : {}),
    };
    const { when, eq } = one.conditional ?? {};
    if (when && eq !== undefined) this.#conditions.push({ pointer, when, eq });
  }

  schemaOf(one: Component, pointer: string, values: string[]): JsonSchema {
    const inside = (at: string): JsonSchema => {
      const properties: { [name: string]: JsonSchema } = {};
      this.into(one.components ?? [], properties, at);
      return { type: 'object', properties };
    };
    switch (one.type) {
      case 'container':
        return inside(pointer);
      case 'datagrid':
        return { type: 'array', maxItems: 50, items: inside(`${pointer}/*`) };
      case 'attachment':
        return { type: 'array', maxItems: 10, items: { type: 'string' } };
      case 'selectboxes':
        return { type: 'array', items: { type: 'string' }, uniqueItems: true };
      case 'currency':
        return { type: 'integer', minimum: 0 };
      case 'navCheckbox':
        return { type: 'boolean' };
      case 'navDatepicker':
        return { type: 'string', format: 'date' };
      case 'orgNr':
        return { type: 'string', pattern: '^[0-9]{9}$' };
      default:
        return values.length > 0
          ? { type: 'string', enum: [...new Set(values)] }
          : { type: 'string', maxLength: 2000 };
    }
  }

  /** What must be filled in where a condition of the form holds. Fields in rows are left out. */
  rules(): Rule[] {
    return this.#conditions.flatMap(({ pointer, when, eq }, n) => {
      const other = this.#pointers.get(when.split('.').at(-1) ?? '');
      const kind = other === undefined ? undefined : this.#kinds.get(other);
      if (other === undefined || `${other}${pointer}`.includes('*') || !kind) return [];
      if (kind.enum && !(kind.enum as string[]).includes(eq)) return [];
      if (kind.type !== 'string' && kind.type !== 'boolean') return [];
      const value = kind.type === 'boolean' ? eq : JSON.stringify(eq);
      const own = this.#kinds.get(pointer)?.type;
      const must = own === 'array' ? `count(${dotted(pointer)}) > 0` : `${dotted(pointer)} != null`;
      const say = { uk: `Заповніть поле (${n + 1})`, en: `Fill in the field (${n + 1})` };
      return [
        { at: pointer, when: `${dotted(other)} = ${value}`, must: own === 'object' ? 'true' : must, say },
      ];
    });
  }
}
