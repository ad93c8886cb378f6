import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { written } from '#core/definition/written.ts';
import { under } from '#core/form/pointer.ts';
import { edited, type History, opened, redone, undone } from './history.ts';
import { isList, isObject, type Json } from './json.ts';
import { apply, type Operation, OperationError } from './operation.ts';

const folder = resolve(import.meta.dirname, '../../service-definitions');
const shipped = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(services\/[^/]+\/service|(agencies|registries|connectors)\/[^/]+)\.json$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** Every place of a document, the document itself left out. */
function places(value: Json, at = ''): { at: string; parent: Json; name: string }[] {
  const inner = isList(value)
    ? value.map((one, n) => [String(n), one] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  return inner.flatMap(([name, one]) => [
    { at: under(at, name), parent: value, name },
    ...places(one, under(at, name)),
  ]);
}

/** Any edit that can be made to this document, drawn from five numbers: names that are numbers and odd signs among them. */
function anyOperation(document: Json, [kind, where, a, b, c]: readonly number[]): Operation | null {
  const all = places(document);
  const place = all[(where ?? 0) % all.length];
  if (!place) return null;
  const value: Json = [null, 'ї', 7, { a: 1, 2: [] }, ['x', {}]][(a ?? 0) % 5] ?? null;
  const fresh = ['new', '7', 'з/~ім', 'constructor', '__proto__'][(b ?? 0) % 5] ?? 'new';
  const size = isList(place.parent) ? place.parent.length : Object.keys(place.parent as object).length;
  const parent = place.at.slice(0, place.at.lastIndexOf('/'));
  switch ((kind ?? 0) % 6) {
    case 0:
      return { do: 'put', at: place.at, value };
    case 1:
      return isObject(place.parent)
        ? { do: 'put', at: under(parent, fresh), value, index: (c ?? 0) % (size + 1) }
        : { do: 'insert', at: under(parent, (c ?? 0) % (size + 1)), value };
    case 2:
      return { do: 'take', at: place.at };
    case 3:
      return { do: 'shift', at: parent, from: (b ?? 0) % size, to: (c ?? 0) % size };
    case 4:
      return isObject(place.parent) && !Object.hasOwn(place.parent, fresh)
        ? { do: 'rename', at: place.at, to: fresh }
        : null;
    default:
      return isObject(place.parent) ? { do: 'put', at: `${under(parent, fresh)}/far/away`, value } : null;
  }
}

/** One more edit, where it can be made. */
function tried(history: History, numbers: readonly number[], n: number): History {
  const operation = anyOperation(history.present, numbers);
  if (!operation) return history;
  try {
    return edited(history, [operation], n % 3 ? { together: 'one' } : {});
  } catch (error) {
    // «far/away» of what is no object
    if (error instanceof OperationError) return history;
    throw error;
  }
}

describe('the law of undo', () => {
  it.each(shipped)('load, any edits, undo all, save gives the same bytes: $name', ({ text }) => {
    const numbers = fc.array(fc.array(fc.nat(100_000), { minLength: 5, maxLength: 5 }), { maxLength: 25 });
    fc.assert(
      fc.property(numbers, (edits) => {
        let history = opened(JSON.parse(text) as Json);
        for (const [n, edit] of edits.entries()) history = tried(history, edit, n);
        const end = written(history.present);
        while (history.past.length > 0) history = undone(history);
        expect(written(history.present)).toBe(text);
        while (history.future.length > 0) history = redone(history);
        expect(written(history.present)).toBe(end);
      }),
      { numRuns: 60 },
    );
  });

  it('an edit of which one operation cannot be done changes nothing', () => {
    const history = opened({ a: 1 });
    expect(() =>
      edited(history, [
        { do: 'put', at: '/b', value: 2 },
        { do: 'take', at: '/nothing' },
      ]),
    ).toThrow(OperationError);
    expect(history.present).toEqual({ a: 1 });
  });

  it('typing is one edit', () => {
    let history = opened({ title: '' });
    for (const value of ['Д', 'До', 'Дов'])
      history = edited(history, [{ do: 'put', at: '/title', value }], { together: 'title' });
    expect(history.past).toHaveLength(1);
    expect(undone(history).present).toEqual({ title: '' });
    expect(redone(undone(history)).present).toEqual({ title: 'Дов' });
  });

  it('what is undone leaves other parts of the document untouched: they are the same objects', () => {
    const document = { a: { deep: [1] }, b: { deep: [2] } };
    const { document: after } = apply(document, { do: 'put', at: '/a/deep/0', value: 9 });
    expect((after as typeof document).b).toBe(document.b);
  });
});

describe('the one formatting', () => {
  it.each(shipped)('is that in which definitions are kept: $name', ({ text }) => {
    expect(written(JSON.parse(text) as Json)).toBe(text);
  });
});
