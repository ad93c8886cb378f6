import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import Ajv04 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { type Outline, outline } from '#core/form/outline.ts';
import { steps } from '#core/form/pointer.ts';
import { resolve } from '#core/form/resolve.ts';
import type { FormDefinition, Schema } from '#core/form/types.ts';
import { validate } from '#core/form/validate.ts';
import { breaches } from '#core/form/verdict.ts';
import { upgraded } from './upgrade.ts';

describe('a schema of an older draft', () => {
  it('means the same in the latest one, and the report says what was changed', () => {
    const { schema, changes } = upgraded({
      $schema: 'http://json-schema.org/draft-04/schema#',
      id: 'https://example.org/form',
      definitions: { age: { type: 'integer', minimum: 0, exclusiveMinimum: true } },
      properties: {
        age: { $ref: '#/definitions/age', minimum: 18, title: 'Age' },
        pair: { type: 'array', items: [{ type: 'string' }], additionalItems: false },
      },
      dependencies: { a: ['b'], c: { required: ['d'] } },
    });
    expect(schema).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://example.org/form',
      $defs: { age: { type: 'integer', exclusiveMinimum: 0 } },
      properties: {
        age: { $ref: '#/$defs/age', title: 'Age' },
        pair: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      },
      dependentRequired: { a: ['b'] },
      dependentSchemas: { c: { required: ['d'] } },
    });
    expect(changes).toContainEqual({ pointer: '/properties/age', code: 'dropped', keyword: 'minimum' });
    expect(changes).toContainEqual({ pointer: '/$defs/age', code: 'bound', keyword: 'exclusiveMinimum' });
  });

  it('loses what judged nothing, and keeps what is no schema', () => {
    const { schema, changes } = upgraded({
      properties: {
        free: { minimum: 1, exclusiveMinimum: false },
        any: true,
        rows: { items: { type: 'string' }, additionalItems: false },
      },
      dependencies: { a: ['b'] },
    });
    expect(schema).toMatchObject({
      properties: { free: { minimum: 1 }, any: true, rows: { items: { type: 'string' } } },
      dependentRequired: { a: ['b'] },
    });
    expect(JSON.stringify(schema)).not.toMatch(/exclusiveMinimum|additionalItems|dependentSchemas/);
    expect(changes.map(({ pointer, code }) => `${pointer} ${code}`)).toContain('/properties/rows dropped');
    expect(upgraded({ dependencies: { a: { required: ['b'] } } }).schema).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      dependentSchemas: { a: { required: ['b'] } },
    });
    expect(upgraded(true)).toEqual({ schema: true, changes: [] });
  });

  it('stays as it is where it is of the latest draft', () => {
    const latest = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      items: { $ref: '#', minItems: 1 },
    };
    expect(upgraded(latest)).toEqual({ schema: latest, changes: [] });
  });
});

const folder = join(process.env.KLADKA_TEST_DATA ?? '', 'va-schemas');
const there = process.env.KLADKA_TEST_DATA !== undefined && existsSync(folder);
if (!there) console.log('va-schemas: skipped, KLADKA_TEST_DATA names no folder with va-schemas/');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
type Listed = { schema: string; $schema: string; examples: { file: string; valid: boolean }[] };
const listed: Listed[] = there ? read('examples.json') : [];

describe.skipIf(!there)('thirty real schemas of benefit forms', () => {
  it.each(listed)(
    '$schema: every example is judged as its authors judge it',
    ({ schema: name, examples }) => {
      const { schema } = upgraded(read(name)) as { schema: Schema };
      const form: FormDefinition = { schema };
      for (const { file, valid } of examples) {
        const data = read(file);
        expect([file, breaches(schema, schema, data).length === 0]).toEqual([file, valid]);
        if (!valid) continue;
        // what is valid is drawn and sent as it is, but for what no field of the schema could ever show
        const gone = resolve(form, data, {}).gone.filter((pointer) => declares(outline(schema), pointer));
        expect([file, gone]).toEqual([file, []]);
        expect([file, validate(form, data, {})]).toEqual([file, []]);
      }
    },
  );

  it('fail where the original fails, at every value that is taken away or made another', () => {
    let compared = 0;
    for (const { schema: name, $schema, examples } of listed) {
      const original = read(name);
      const { schema } = upgraded(original) as { schema: Schema };
      const compiled = byItsDraft($schema, original);
      if (!compiled) continue;
      for (const { file } of examples)
        for (const changed of spoiled(read(file))) {
          compared += 1;
          const same = breaches(schema, schema, changed).filter(({ keyword }) => keyword !== 'format');
          expect([file, JSON.stringify(changed).length, same.length === 0]).toEqual([
            file,
            JSON.stringify(changed).length,
            compiled(changed),
          ]);
        }
    }
    console.log(`va-schemas: ${compared} spoiled examples judged as by their own drafts`);
    expect(compared).toBeGreaterThan(500);
  });
});

/** The compiling validator of the schema's own draft; null where it cannot read the schema (a reference that leads nowhere). */
function byItsDraft($schema: string, original: object): ((data: unknown) => boolean) | null {
  const options = { strict: false, validateFormats: false, logger: false } as const;
  const ajv = $schema.includes('draft-04') ? new Ajv04.default(options) : new Ajv(options);
  try {
    return ajv.compile(original);
  } catch {
    return null;
  }
}

/** Whether some state of the form has a field there. */
function declares(whole: Outline, pointer: string): boolean {
  let at: Outline | undefined = whole;
  for (const step of steps(pointer))
    at = at?.shape === 'list' ? at.items : at?.properties.find(([name]) => name === step)?.[1];
  return at !== undefined;
}

/** The example with each value in turn taken away, and each in turn of another type. */
function* spoiled(whole: unknown): Generator<unknown> {
  for (const path of pathsOf(whole).slice(0, 120)) {
    yield changed(whole, path, undefined);
    yield changed(whole, path, 7.5);
  }
}

function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...at, name]));
}

function changed(value: unknown, [step, ...rest]: string[], to: unknown): unknown {
  if (step === undefined) return to;
  const copy = structuredClone(value) as Record<string, unknown>;
  const inner = changed(copy[step], rest, to);
  if (inner === undefined && !Array.isArray(copy)) delete copy[step];
  else copy[step] = inner ?? null;
  return copy;
}
