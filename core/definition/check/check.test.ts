import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { library } from '../library.ts';
import { allSchemas } from '../schemas.ts';
import { check } from './check.ts';
import { shape } from './shape.ts';

const folder = resolve(import.meta.dirname, '../../../service-definitions');
const files = Object.fromEntries(
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((f) => f.endsWith('.json'))
    .map((f) => [f, readFileSync(resolve(folder, f), 'utf8')]),
);
const residence = 'services/residence-registration/service.json';
type Any = { [name: string]: Any } & Any[];

/** What check finds after a change to the service of the product. */
function after(change: (service: Any) => void) {
  const service = JSON.parse(files[residence] ?? '');
  change(service);
  const read = library({ ...files, [residence]: JSON.stringify(service, null, 2) });
  return check(read.library, { kind: 'service', id: 'residence-registration' }).map(
    (p) => `${p.code} ${p.pointer}`,
  );
}
const put = (path: string, value: unknown) => (service: Any) => {
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Any | undefined>((at, step) => at?.[step as never], service);
  if (value === undefined) delete holder?.[last as never];
  else Object.assign(holder ?? {}, { [last]: value });
};

describe('the definitions of the product', () => {
  it('have no mistake', () => {
    const read = library(files);
    expect(read.problems).toEqual([]);
    const found = check(read.library);
    // words that only a later release acts on
    expect([...new Set(found.map(({ code }) => code))]).toEqual(['noEffectYet']);
  });

  it.each([
    ['title', undefined, 'missing '],
    ['titel', {}, 'unknownWord /titel'],
    ['title/en', undefined, 'languageMissing /title'],
    ['flow/initial', 'nowhere', 'unknownState /flow/initial'],
    ['flow/states/review/type', 'tsk', 'notAllowed /flow/states/review/type'],
    ['flow/states/review/role', 'nobody', 'unknownReference /flow/states/review/role'],
    ['flow/states/review/due', undefined, 'waitsWithoutDue /flow/states/review'],
    ['flow/states/review/notify', ['nothing'], 'unknownReference /flow/states/review/notify/0'],
    ['retention/granted', undefined, 'noRetention /flow/states/granted'],
    ['agency', 'nobody', 'unknownReference /agency'],
    ['form/pages/0/fields', ['/nothing'], 'unknownField /form/pages/0/fields/0'],
    [
      'form/schema/properties/person',
      { $ref: '../../parts/nothing/schema.json' },
      'unknownPart /form/schema/properties/person/$ref',
    ],
    ['form/schema/dependentSchemas', {}, 'cannotDraw /form/schema/dependentSchemas'],
    ['form/computed', { '/fee': 'parameters.fee +' }, 'feelSyntax /form/computed/~1fee'],
    ['form/computed', { '/fee': 'nobody.age' }, 'unknownName /form/computed/~1fee'],
    ['parties/form', { who: ['person'] }, 'nameTaken /parties/form'],
  ])('%s as %j is a mistake: %s', (path, value, expected) => {
    expect(after(put(path, value))).toContain(expected);
  });

  it('shows line and column of a mistake', () => {
    const read = library({
      ...files,
      [residence]: (files[residence] ?? '').replace('"summary"', '"summery"'),
    });
    const found = check(read.library).find((p) => p.code === 'unknownWord');
    const line = (files[residence] ?? '').split('\n').findIndex((l) => l.includes('"summary"')) + 1;
    expect(found).toMatchObject({ file: residence, line, column: 3 });
  });
});

it('a shape is right exactly if the JSON Schema says so', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: true });
  addFormats.default(ajv);
  for (const schema of Object.values(allSchemas)) ajv.addSchema(schema);
  const valid = ajv.getSchema('https://kladka.example/schema/1/service.json');
  const service = JSON.parse(files[residence] ?? '');
  const places: (string | number)[][] = [];
  const collect = (value: unknown, path: (string | number)[]): void => {
    places.push(path);
    if (typeof value === 'object' && value !== null)
      for (const [k, v] of Object.entries(value)) collect(v, [...path, Array.isArray(value) ? Number(k) : k]);
  };
  collect(service, []);
  fc.assert(
    fc.property(
      fc.constantFrom(...places.filter((p) => p.length > 0)),
      fc.constantFrom(undefined, null, 0, 1, 'x', '', [], {}, true, ['x']),
      (path, value) => {
        const changed = structuredClone(service);
        put(path.join('\u0000').replaceAll('/', '\u0001').replaceAll('\u0000', '/'), value)(changed);
        if (path.some((p) => String(p).includes('/'))) return true;
        const clean = JSON.parse(JSON.stringify(changed));
        return (shape('service', clean).length === 0) === valid?.(clean);
      },
    ),
    { numRuns: process.env.MODE === 'thorough' ? 1000 : 100 },
  );
});
