import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '#core/flow/pointer.ts';
import type { JsonObject, Pointer } from '#core/flow/types.ts';
import { leavesOf, withMoves } from './carry-data.ts';
import { moved, outermostFirst, Renaming } from './renaming.ts';

describe('names of a migration', () => {
  it('are looked up part by part: what is named like a member of every object is a name like others', () => {
    const renaming = new Renaming({ from: 1, renamed: { lawyer: 'counsel', constructor: 'builder' } });
    expect(renaming.path('signing/lawyer/lawyerDecides')).toBe('signing/counsel/lawyerDecides');
    expect(['constructor', 'toString', '__proto__'].map((name) => renaming.name(name))).toEqual([
      ...['builder', 'toString', '__proto__'],
    ]);
  });

  it.each([
    ['/street', '/address/street'],
    ['/owners', '/people'],
    ['/owners/0', '/people/0'],
    // what was written of a row names it as it was before any move
    ['/owners/1/fio', '/people/1/name'],
    ['/owners/1/fio/first', '/people/1/name/first'],
    ['/owners/*/fio', '/people/*/name'],
    ['/owner', '/owner'],
    ['/ownersOfAll', '/ownersOfAll'],
    ['/other', '/other'],
  ])('the field %s is then %s', (before, after) => {
    const move = { '/street': '/address/street', '/owners': '/people', '/owners/*/fio': '/people/*/name' };
    expect(new Renaming({ from: 1, data: { form: { move } } }).pointer(before)).toBe(after);
  });
});

describe('values of a migration', () => {
  const moves = (of: { [from: Pointer]: Pointer }) => outermostFirst(of);

  it('change places where two fields are called after each other', () => {
    const data = { a: 1, b: 2 };
    expect(withMoves(data, moves({ '/a': '/b', '/b': '/a' }))).toEqual({ a: 2, b: 1 });
  });

  it('of every row go into the same row, and what a row has not is not made', () => {
    const data = { owners: [{ fio: 'Олена', share: 1 }, { share: 2 }, null] };
    expect(withMoves(data, moves({ '/owners/*/fio': '/owners/*/name' }))).toEqual({
      owners: [{ name: 'Олена', share: 1 }, { share: 2 }, null],
    });
  });

  it('of a list of lists find their rows', () => {
    const data = { flats: [{ rooms: [{ m: 1 }, { m: 2 }] }, { rooms: [{ m: 3 }] }] };
    expect(withMoves(data, moves({ '/flats/*/rooms/*/m': '/flats/*/rooms/*/area' }))).toEqual({
      flats: [{ rooms: [{ area: 1 }, { area: 2 }] }, { rooms: [{ area: 3 }] }],
    });
  });

  it('go into what is moved itself, whichever is named first', () => {
    const data = { x: { a: 1 }, y: 2 };
    for (const of of [
      { '/x': '/group', '/y': '/group/y' },
      { '/y': '/group/y', '/x': '/group' },
    ])
      expect(withMoves(data, moves(of))).toEqual({ group: { a: 1, y: 2 } });
  });

  it('of all rows go together into another list, and each keeps its place', () => {
    const owners = [{ fio: 'Олена' }, { fio: 'Петро' }, { fio: 'Іван' }];
    const into = (to: string, data: JsonObject) => withMoves(data, moves({ '/owners/*': to }));
    for (const people of [{}, { people: [] }, { people: null }])
      expect(into('/people/*', { owners, ...people })).toEqual({ owners: [], people: owners });
    expect(into('/people/*/called', { owners: ['Олена', 'Петро'] })).toEqual({
      ...{ owners: [], people: [{ called: 'Олена' }, { called: 'Петро' }] },
    });
    expect(into('/people/*/called', { owners: ['Олена'], people: [{ age: 30 }] })).toEqual({
      ...{ owners: [], people: [{ age: 30, called: 'Олена' }] },
    });
  });

  it('of some rows find the rows of the other list that are of the same', () => {
    const data = { owners: [{ share: 1 }, { share: 2, fio: 'Петро' }] };
    expect(withMoves(data, moves({ '/owners/*/fio': '/people/*/name' }))).toEqual({
      owners: [{ share: 1 }, { share: 2 }],
      people: [{}, { name: 'Петро' }],
    });
    expect(
      withMoves({ ...data, people: [{ age: 30 }] }, moves({ '/owners/*/fio': '/people/*/name' })),
    ).toEqual({
      owners: [{ share: 1 }, { share: 2 }],
      people: [{ age: 30 }, { name: 'Петро' }],
    });
    const third = { owners: [{}, {}, { fio: 'Іван' }], people: [{ age: 30 }] };
    expect(withMoves(third, moves({ '/owners/*/fio': '/people/*/name' }))).toMatchObject({
      people: [{ age: 30 }, {}, { name: 'Іван' }],
    });
    const flats = { flats: [{ rooms: [{ m: 1 }, { m: 2 }] }, { rooms: [{ m: 3 }] }] };
    expect(withMoves(flats, moves({ '/flats/*/rooms/*/m': '/houses/*/halls/*/area' }))).toMatchObject({
      houses: [{ halls: [{ area: 1 }, { area: 2 }] }, { halls: [{ area: 3 }] }],
    });
  });

  it('that were never entered leave nothing behind', () => {
    expect(withMoves({ a: 1 }, moves({ '/none': '/there', '/rows/*/x': '/rows/*/y' }))).toEqual({ a: 1 });
  });

  it('are counted as lost only where there was one: an empty field holds none', () => {
    expect(leavesOf({ a: null, b: { c: 0, 'd/e': '', 'g~h': 1 }, f: [false, null] })).toEqual([
      ...['/b/c', '/b/d~1e', '/b/g~0h', '/f/0'],
    ]);
  });

  it('are all found where the pointers say, whatever changes places with what', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
        fc.infiniteStream(fc.integer()),
        fc.nat(),
        (fields, values, turn) => {
          const data: JsonObject = Object.fromEntries(
            fields.flatMap((name) => {
              const value = values.next().value;
              return value === undefined ? [] : [[name, value]];
            }),
          );
          const move = Object.fromEntries(
            fields.map((name, n) => [`/${name}`, `/${fields[(n + turn) % fields.length]}`]),
          );
          const next = withMoves(data, moves(move));
          expect(Object.keys(next).sort()).toEqual(Object.keys(data).sort());
          for (const pointer of leavesOf(data))
            expect(at(next, moved(pointer, moves(move)))).toBe(at(data, pointer));
        },
      ),
      { numRuns: 200 },
    );
  });
});
