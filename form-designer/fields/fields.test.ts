import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, check, library } from '#core/definition/index.ts';
import { starter } from '#core/definition/starter.ts';
import { validate } from '#core/form/validate.ts';
import { edited, opened, undone } from '../commands/history.ts';
import type { Json } from '../commands/json.ts';
import { addField } from '../form/add.ts';
import { FormPlace } from '../form/place.ts';
import { removeField } from '../form/remove.ts';
import { begun, namesBefore } from '../try/run.ts';
import { sampleData } from '../try/sample.ts';
import { paletteWith, typeOf } from './index.ts';

const folder = resolve(import.meta.dirname, '../../service-definitions');
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const { library: all } = library(files);
const agency = all.agencies['kyiv-city'];
if (!agency) throw new Error('there is no agency');
const blank = starter('blank', agency, 'registrar', 'Послуга') as unknown as Json;
const types = paletteWith(all.parts);

const within = (definition: Json) => ({ ...all, services: { blank: definition as never }, files: {} });
const mistakes = (definition: Json) =>
  check(within(definition), { kind: 'service', id: 'blank' })
    .filter(({ severity }) => severity === 'mistake')
    .map(({ pointer, message }) => `${pointer} ${message.en}`);

describe.each(types)('a field of the kind $id', (type) => {
  const form = new FormPlace(blank, '/form', all.parts);
  const { operations, pointer } = addField(form, type.made, { page: 0, index: 1 });
  const history = edited(opened(blank), operations);
  const place = new FormPlace(history.present, '/form', all.parts);
  const field = place.field(pointer);

  it('is without a mistake as it comes from the palette, and is known again', () => {
    expect(mistakes(history.present)).toEqual([]);
    expect(field && typeOf(place, field, all.parts)?.id).toBe(type.id);
  });

  it('can be filled in with sample data that are valid', () => {
    const { agencies, connectors, registries } = all;
    const service = {
      bundle: bundle(within(history.present), 'blank', 0),
      hash: 'trial',
      live: { agencies, connectors, registries },
    };
    const names = namesBefore(begun(service, '2026-03-02T09:00:00.000Z'));
    const made = service.bundle.form as never;
    expect(validate(made, sampleData(made, names), names)).toEqual([]);
  });

  it('taken away or undone leaves the definition as it was', () => {
    expect(undone(history).present).toEqual(blank);
    expect(field && edited(history, removeField(place, field)).present).toEqual(blank);
  });
});
