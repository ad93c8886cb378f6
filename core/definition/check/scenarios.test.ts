import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { library } from '../library.ts';
import { mended } from '../mend.ts';
import { allSchemas } from '../schemas.ts';
import { check } from './check.ts';
import { shape } from './shape.ts';

const folder = resolve(import.meta.dirname, '../../../service-definitions');
const files = Object.fromEntries(
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((f) => f.endsWith('.json') && !f.startsWith('territories'))
    .map((f) => [f.replaceAll('\\', '/'), readFileSync(resolve(folder, f), 'utf8')]),
);
const file = 'services/residence-registration/scenarios/contested.json';
const whole = JSON.parse(files[file] ?? '{}');

/** What check says of the scenario after a change of its text. */
function changed(find: string, put: string) {
  const text = (files[file] ?? '').replace(find, put);
  expect(text).not.toBe(files[file]);
  const read = library({ ...files, [file]: text });
  return [...read.problems, ...check(read.library, { kind: 'service', id: 'residence-registration' })];
}

describe('a scenario', () => {
  it.each([
    ['"steps": [', '"stepps": [', ['unknownWord /stepps', 'missing ']],
    ['"submittedAt": "2026-03-02T08:00:00Z"', '"submittedAt": "2 March"', ['wrongForm /submittedAt']],
    ['"passes": "P8D"', '"passes": "8 days"', ['wrongForm /steps/0/passes']],
    ['"answer": "dwellingCheck"', '"answer": "dwelingCheck"', ['unknownState /steps/1/answer']],
    ['"at": "review"', '"at": "approval/boss/x"', ['unknownState /steps/3/at']],
    ['"as": "registrar"', '"as": "registrars"', ['unknownReference /steps/3/as']],
    ['"act": "contest"', '"act": "contests"', ['unknownReference /steps/3/act']],
    ['"outcome": "', '"outcome": "x', ['unknownReference /expect/outcome']],
    ['"steps": [', '"steps": [{ "tells": "nobody", "event": {} },', ['unknownReference /steps/0/tells']],
  ])('that says %s as %s is told where', (find, put, codes) => {
    const found = changed(find, put).filter((p) => p.severity === 'mistake');
    expect(found.map((p) => `${p.code} ${p.pointer}`).sort()).toEqual(codes.sort());
    const lines = (files[file] ?? '').replace(find, put).split('\n');
    for (const problem of found) {
      expect(problem.file).toBe(file);
      // at its name, or at the beginning of the file where it lacks one
      if (problem.pointer !== '')
        expect(lines[(problem.line ?? 0) - 1]).toContain(problem.pointer.split('/').at(-1));
    }
  });

  it('is mended where one word is nearly right', () => {
    const found = changed('"as": "registrar"', '"as": "registrarr"').find(({ mend }) => mend);
    const broken = (files[file] ?? '').replace('"as": "registrar"', '"as": "registrarr"');
    expect(mended(broken, found?.mend ?? [])).toBe(files[file]);
  });

  it('that cannot be read is told of once, as every file is', () => {
    const found = changed('"steps": [', '"steps": [[');
    expect(new Set(found.filter((p) => p.file === file).map(({ code }) => code))).toEqual(
      new Set(['notJson']),
    );
  });

  it('may expect nothing, and then only has to come to its end', () => {
    const { expect: _, ...open } = whole;
    const read = library({ ...files, [file]: JSON.stringify(open) });
    const found = check(read.library, { kind: 'service', id: 'residence-registration' });
    expect(found.filter((p) => p.file === file)).toEqual([]);
  });

  it('must be an object', () => {
    const read = library({ [file]: '[]' });
    expect(read.problems).toMatchObject([{ code: 'notObject', file, line: 1 }]);
  });

  it('has the right shape exactly if its JSON Schema says so', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: true });
    addFormats.default(ajv);
    for (const schema of Object.values(allSchemas)) ajv.addSchema(schema);
    const valid = ajv.getSchema('https://kladka.example/schema/1/scenario.json');
    type Holder = { [name: string]: unknown };
    const places = (value: unknown): [holder: Holder, name: string][] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([name, inner]) => [[value as Holder, name], ...places(inner)]);
    const count = places(whole).length;
    fc.assert(
      fc.property(
        fc.nat(count - 1),
        fc.constantFrom(undefined, null, 0, 'x', '', [], {}, true, ['x'], { passes: 'P1D' }, { as: 'a' }),
        (n, value) => {
          const other = structuredClone(whole);
          const [holder, name] = places(other)[n] ?? [{}, ''];
          if (value === undefined) delete holder[name];
          else holder[name] = value;
          const plain: unknown = JSON.parse(JSON.stringify(other));
          return valid?.(plain) === (shape('scenario', plain).length === 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
