import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, library, written } from '#core/definition/index.ts';
import { edited, type History, opened, undone } from '../commands/history.ts';
import type { Json } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { addField } from './add.ts';
import { anyFormEdit, note as made } from './any-edit.testing.ts';
import { everyField } from './fields-of.ts';
import { moveField } from './move.ts';
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
const mistakes = (definition: Json) =>
  check({ ...all, services: { [ID]: definition as never }, files: {} }, { kind: 'service', id: ID }).filter(
    ({ severity }) => severity === 'mistake',
  );
const become = (form: FormPlace, operations: readonly Operation[]) =>
  edited(opened(form.definition), operations).present;

describe('what is done on the canvas', () => {
  it('any of it undone gives the same bytes', () => {
    const numbers = fc.array(fc.array(fc.nat(100_000), { minLength: 4, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(numbers, (edits) => {
        let history: History = opened(loaded);
        for (const edit of edits)
          history = edited(history, anyFormEdit(place(history.present), edit, '/whose'));
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
