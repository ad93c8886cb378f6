import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applied, type Operation } from '../diff/index.ts';
import { collections, fileOf, library } from '../library.ts';
import type { Kind } from '../types.ts';
import { check } from './check.ts';

const folder = resolve(import.meta.dirname, '../../../test/fixtures/mistakes/base');
const files = Object.fromEntries(
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(resolve(folder, file), 'utf8')]),
);
const { library: base } = library(files);
const definitions = (Object.entries(collections) as [Kind, (typeof collections)[Kind]][]).flatMap(
  ([kind, collection]) =>
    Object.entries(base[collection]).map(([id, definition]) => ({
      ...{ kind, id, file: fileOf(kind, id), definition: definition as unknown },
      places: placesOf(definition),
    })),
);

/** Every place in a definition, below the whole. */
function placesOf(value: unknown, at = ''): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [here, ...placesOf(inner, here)];
  });
}

/** What an analyst does on the way: takes something away, puts another word, another list, an expression half written. */
const edit = fc.record({
  place: fc.nat(),
  value: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<unknown>(
        ...['nothing', 'review', 'applicant', '/none', 'form.none', 'form.', 'P3D', 'granted', '1 +', '', 7],
        ...[true, null, [], {}, ['review'], [{ to: 'review' }], { workingDays: 2 }, { uk: 'Так' }],
      ),
    },
  ),
});

it('whatever is drawn so far is checked to its end, and what is wrong is said where it stands', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.nat(), fc.array(edit, { minLength: 1, maxLength: 2 }), (which, edits) => {
      const drawn = definitions[which % definitions.length];
      if (!drawn) return;
      let after = drawn.definition;
      for (const { place, value } of edits) {
        const path = drawn.places[place % drawn.places.length] ?? '';
        const operation: Operation =
          value === undefined ? { op: 'remove', path } : { op: 'replace', path, value };
        try {
          after = applied(after, [operation]);
        } catch {
          // what stood there went with the edit before
        }
      }
      const { library: now, problems } = library({ ...files, [drawn.file]: JSON.stringify(after) });
      const said = [...problems, ...check(now, { kind: drawn.kind, id: drawn.id })];
      found += said.length;
      for (const { code, pointer, message, hint } of said) {
        for (const text of [message.uk, message.en, hint.uk, hint.en]) {
          expect([code, text]).toEqual([code, expect.stringMatching(/\S/)]);
          expect([code, /undefined|\[object|\{[a-z]\w*\}(?!\})/.exec(text ?? '')?.[0]]).toEqual([
            code,
            undefined,
          ]);
        }
        expect(pointer === '' || pointer.startsWith('/')).toBe(true);
      }
    }),
    process.env.MODE === 'thorough' ? { numRuns: 1000 } : { numRuns: 400, seed: 3 },
  );
  expect(found).toBeGreaterThan(400);
}, 600_000);

it('where required is no list of names, that is said, and whatever reads it goes on', () => {
  const services = definitions.filter(({ kind }) => kind === 'service');
  for (const { kind, id, file, definition, places } of definitions)
    for (const path of places.filter((one) => one.endsWith('/required')))
      for (const value of [{ uk: 'Так' }, 7, [7]]) {
        const broken = applied(definition, [{ op: 'replace', path, value }]);
        const { library: now } = library({ ...files, [file]: JSON.stringify(broken) });
        for (const one of services) check(now, { kind: 'service', id: one.id });
        const pointers = check(now, { kind, id }).map(({ pointer }) => pointer);
        expect(pointers.some((one) => one.startsWith(path))).toBe(true);
      }
});
