import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRecord } from '#core/expression/record.ts';
import { shipped } from '../shipped.testing.ts';
import { difference } from './difference.ts';
import { applied, type Operation, PatchError } from './index.ts';
import { below, own } from './patch.ts';
import { residence } from './residence.testing.ts';

/** Every place in a JSON value. */
function places(value: unknown, at = ''): string[] {
  if (value === null || typeof value !== 'object') return [at];
  return [at, ...Object.entries(value).flatMap(([name, inner]) => places(inner, below(at, name)))];
}

/** One edit somewhere: what an analyst, an import or a bad script may do. */
const edit = fc.record({
  place: fc.nat(1_000_000),
  how: fc.constantFrom('remove', 'replace', 'add', 'copy', 'shuffle'),
  value: fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(
      'P5D',
      { workingDays: 3 },
      { uk: 'Інше', en: 'Other' },
      [],
      {},
      null,
      true,
      'review',
    ),
  ),
  name: fc.oneof(
    fc.constantFrom('title', 'due', 'sees', 'pages', 'review', '__proto__', 'a/b~c', ''),
    fc.string(),
  ),
});

type Edit = { place: number; how: string; value: unknown; name: string };

const edited = (definition: unknown, edits: Edit[]): unknown =>
  edits.reduce<unknown>((here, one) => applied(here, operationsOf(here, one)), definition);

function operationsOf(definition: unknown, { place, how, value, name }: Edit): Operation[] {
  const all = places(definition);
  const at = all[place % all.length] ?? '';
  const there = valueAt(definition, at);
  if (how === 'remove') return at === '' ? [] : [{ op: 'remove', path: at }];
  if (how === 'replace') return at === '' ? [] : [{ op: 'replace', path: at, value }];
  const isList = Array.isArray(there);
  if (how === 'shuffle')
    return isList && there.length > 1
      ? [{ op: 'move', from: below(at, 0), path: below(at, there.length - 1) }]
      : [];
  const copy = how === 'copy' ? structuredClone(there) : value;
  if (isList) return [{ op: 'add', path: below(at, there.length), value: copy }];
  return isRecord(there) ? [{ op: 'add', path: below(at, name), value: copy }] : [];
}

function valueAt(definition: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((here, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return Array.isArray(here) ? here[Number(name)] : own(here, name);
  }, definition);
}

const definitions = [
  residence(),
  ...Object.values(shipped.agencies),
  ...Object.values(shipped.connectors),
  ...Object.values(shipped.registries),
];

describe('a difference', () => {
  it('loses nothing: its operations make the second definition of the first, and every change says what it is', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.array(edit, { maxLength: 6 }),
        fc.array(edit, { maxLength: 3 }),
        (which, one, other) => {
          const definition = definitions[which % 3 === 0 ? which % definitions.length : 0];
          const before = edited(definition, other);
          const after = edited(definition, one);
          const { changes, groups } = difference(before, after);
          expect(
            applied(
              before,
              changes.flatMap((c) => c.operations),
            ),
          ).toEqual(after);
          for (const { says, affects, operations } of changes) {
            expect(operations.length).toBeGreaterThan(0);
            expect(affects.length).toBeGreaterThan(0);
            for (const language of ['uk', 'en']) {
              expect(says[language]).toBeTruthy();
              expect(says[language]).not.toMatch(/undefined|\[object/);
            }
          }
          const told = new Set(groups.flatMap((g) => g.changes));
          expect([...told].sort((a, b) => a - b)).toEqual(changes.map((_, n) => n));
        },
      ),
      { numRuns: 250, seed: 20261126 },
    );
  });

  it('of a definition and itself is nothing', () => {
    for (const definition of definitions)
      expect(difference(definition, structuredClone(definition))).toEqual({ changes: [], groups: [] });
  });

  it('follows pages wherever they go', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    const form = (order: string[], n: number) => ({
      flow: {},
      form: {
        pages: order.map((id) => ({
          id,
          title: { uk: id, en: id },
          fields: [`/${id}${id === 'c' ? n : 0}`],
        })),
      },
    });
    fc.assert(
      fc.property(ids, ids, fc.nat(1), (olds, news, n) => {
        const [before, after] = [form(olds, 0), form(news, n)];
        const { changes } = difference(before, after);
        expect(
          applied(
            before,
            changes.flatMap((c) => c.operations),
          ),
        ).toEqual(after);
        const count = (code: string) => changes.filter((c) => c.code === code).length;
        expect(count('page.added')).toBe(news.filter((id) => !olds.includes(id)).length);
        expect(count('page.removed')).toBe(olds.filter((id) => !news.includes(id)).length);
      }),
    );
  });
});

describe('a patch', () => {
  it('refuses what does not fit', () => {
    expect(() => applied({}, [{ op: 'remove', path: '/a' }])).toThrow(PatchError);
    expect(() => applied({ a: [1] }, [{ op: 'add', path: '/a/3', value: 1 }])).toThrow(PatchError);
    expect(() => applied({ a: 1 }, [{ op: 'add', path: '/a/b', value: 1 }])).toThrow(PatchError);
  });

  it('leaves what it was given', () => {
    const before = residence();
    const kept = structuredClone(before);
    applied(before, [
      { op: 'remove', path: '/form/pages/0' },
      { op: 'replace', path: '/title/uk', value: 'x' },
    ]);
    expect(before).toEqual(kept);
  });
});
