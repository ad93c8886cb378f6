import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, library, starter, written } from '#core/definition/index.ts';
import type { Agency } from '#core/definition/types.ts';
import { importSchema, isFormSchema } from '#core/import/schema/form.ts';
import { edited, type History, opened, undone } from '../commands/history.ts';
import type { Json } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { addField } from './add.ts';
import { everyField } from './fields-of.ts';
import { moveField } from './move.ts';
import { addPage, removePage } from './pages.ts';
import { FormPlace } from './place.ts';
import { removeField } from './remove.ts';
import { renameField } from './rename.ts';
import { showWhen } from './show-when.ts';

const folder = resolve(import.meta.dirname, '../../service-definitions');
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const { library: all } = library(files);
const ID = 'residence-registration';
const text = files[`services/${ID}/service.json`] ?? '';
const loaded = JSON.parse(text) as Json;

const place = (definition: Json) => new FormPlace(definition, '/form', all.parts);
const own = (form: FormPlace) => everyField(form.fields).filter((field) => !field.foreign);
const made = {
  name: 'note',
  schema: { type: 'string', maxLength: 100 },
  texts: { '': { title: { uk: 'Примітка', en: 'Note' } } },
  ui: { 'ui:widget': 'textarea' },
  required: true,
};
const mistakes = (definition: Json) =>
  check({ ...all, services: { [ID]: definition as never }, files: {} }, { kind: 'service', id: ID }).filter(
    ({ severity }) => severity === 'mistake',
  );
const become = (form: FormPlace, operations: readonly Operation[]) =>
  edited(opened(form.definition), operations).present;

/** Any edit of the form, drawn from four numbers; `asked` is the field that conditions ask about. */
function anyEdit(
  form: FormPlace,
  [kind, where, a, b]: readonly number[],
  asked = '/whose',
): readonly Operation[] {
  const fields = own(form);
  const field = fields[(where ?? 0) % fields.length];
  const page = (a ?? 0) % form.pages.length;
  const spot = { page, index: (b ?? 0) % ((form.pages[page]?.fields.length ?? 0) + 1) };
  const containers = fields.filter(({ inner }) => inner.some(({ foreign }) => !foreign));
  const container = containers[(a ?? 0) % Math.max(1, containers.length)];
  if (!field) return [];
  switch ((kind ?? 0) % 8) {
    case 0:
      return addField(form, made, spot).operations;
    case 1:
      return container ? addField(form, made, { container: container.pointer, index: 0 }).operations : [];
    case 2:
      return removeField(form, field);
    case 3:
      return moveField(form, field, spot).operations;
    case 4:
      return container
        ? moveField(form, field, { container: container.pointer, index: (b ?? 0) % 3 }).operations
        : [];
    case 5:
      return renameField(form, field, `name${(b ?? 0) % 1000}`);
    case 6:
      return field.pointer.includes('*')
        ? []
        : showWhen(form, field, { join: 'and', tests: [{ field: asked, is: 'equals', value: 'self' }] });
    default:
      return (b ?? 0) % 2 || form.pages.length < 2
        ? addPage(form, page, { uk: 'Ще' })
        : removePage(form, page);
  }
}

const imports = join(process.env.KLADKA_TEST_DATA ?? '', 'va-schemas');
const there = process.env.KLADKA_TEST_DATA !== undefined && existsSync(imports);
if (!there) console.log('va-schemas: skipped, KLADKA_TEST_DATA names no folder with va-schemas/');
const schemas = (there ? readdirSync(imports) : [])
  .filter((name) => name.endsWith('-schema.json'))
  .map((name) => ({ name, schema: JSON.parse(readFileSync(join(imports, name), 'utf8')) as unknown }))
  .filter((one) => isFormSchema(one.schema));

describe.skipIf(!there)('a form made of a real schema', () => {
  it.each(schemas)('any edits undone give the same bytes: $name', ({ schema }) => {
    const agency = all.agencies['kyiv-city'] as Agency;
    const form = isFormSchema(schema) ? importSchema(schema, { languages: ['uk', 'en'] }).form : undefined;
    const before = { ...starter('imported', agency, 'registrar', 'Imported'), form } as unknown as Json;
    const bytes = written(before);
    const numbers = fc.array(fc.array(fc.nat(100_000), { minLength: 4, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(numbers, (edits) => {
        let history: History = opened(JSON.parse(bytes) as Json);
        for (const edit of edits) {
          const form = place(history.present);
          history = edited(history, anyEdit(form, edit, own(form)[0]?.pointer));
        }
        while (history.past.length > 0) history = undone(history);
        expect(written(history.present)).toBe(bytes);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what is done on the canvas', () => {
  it('any of it undone gives the same bytes', () => {
    const numbers = fc.array(fc.array(fc.nat(100_000), { minLength: 4, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(numbers, (edits) => {
        let history: History = opened(loaded);
        for (const edit of edits) history = edited(history, anyEdit(place(history.present), edit));
        while (history.past.length > 0) history = undone(history);
        expect(written(history.present)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('a field added to a page is there, with its texts, and is valid', () => {
    const form = place(loaded);
    const { operations, pointer } = addField(form, made, { page: 0, index: 0 });
    const next = become(form, operations);
    expect(pointer).toBe('/note');
    expect(place(next).pages[0]?.fields[0]).toBe('/note');
    expect(mistakes(next)).toEqual([]);
  });

  it('a field taken away leaves nothing of itself behind', () => {
    const form = place(loaded);
    const adding = addField(form, made, { page: 0, index: 0 });
    const first = place(become(form, adding.operations));
    const field = first.field('/note');
    if (!field) throw new Error('there is no note');
    expect(become(first, removeField(first, field))).toEqual(loaded);
  });

  it('a field moved into a section takes its texts along, and back out gives the same', () => {
    const form = place(loaded);
    const adding = addField(form, made, { page: 0, index: 0 });
    const first = place(become(form, adding.operations));
    const note = first.field('/note');
    if (!note) throw new Error('there is no note');
    const into = moveField(first, note, { container: '/contact', index: 0 });
    expect(into.pointer).toBe('/contact/note');
    const second = place(become(first, into.operations));
    expect(second.inside('/contact')[0]?.name).toBe('note');
    expect(mistakes(second.definition)).toEqual([]);
    const inner = second.field('/contact/note');
    if (!inner) throw new Error('there is no note in contact');
    const back = moveField(second, inner, { page: 0, index: 0 });
    expect(back.pointer).toBe('/note');
    expect(mistakes(become(second, back.operations))).toEqual([]);
  });

  it('a field that shows under a condition stays valid, and shows always again', () => {
    const form = place(loaded);
    const first = place(become(form, addField(form, made, { page: 0, index: 1 }).operations));
    const note = first.field('/note');
    if (!note) throw new Error('there is no note');
    const test = { field: '/whose', is: 'equals', value: 'child' } as const;
    const second = place(become(first, showWhen(first, note, { join: 'and', tests: [test] })));
    const shown = second.field('/note');
    expect(shown?.when).toHaveLength(1);
    expect(mistakes(second.definition)).toEqual([]);
    if (!shown) throw new Error('there is no note');
    const third = place(become(second, showWhen(second, shown, null)));
    expect(third.field('/note')?.when).toEqual([]);
    expect(third.definition).toEqual(first.definition);
  });

  it('a field by which others showed leaves none of them hidden for ever', () => {
    const form = place(loaded);
    const whose = form.field('/whose');
    if (!whose) throw new Error('there is no whose');
    const next = place(become(form, removeField(form, whose)));
    const spoken = everyField(next.fields).filter(({ when }) =>
      when.some(({ if: condition }) => JSON.stringify(condition).includes('"whose"')),
    );
    expect(spoken.map(({ pointer }) => pointer)).toEqual([]);
    expect(next.field('/children')).toBeDefined();
  });

  it('a field is renamed wherever the definition speaks of it', () => {
    const form = place(loaded);
    for (const field of own(form)) {
      if (field.pointer.includes('*')) continue;
      const next = become(form, renameField(form, field, 'anotherName'));
      expect(
        mistakes(next).map(({ pointer, message }) => `${field.pointer}: ${pointer} ${message.en}`),
      ).toEqual([]);
      expect(JSON.stringify(next)).not.toMatch(
        new RegExp(`form\\.${field.pointer.slice(1).replaceAll('/', '\\.')}\\b`),
      );
    }
  });
});
