import { expect, it } from 'vitest';
import { readScript } from './read.ts';

const data = (...path: string[]) => ({ path: ['data', ...path] });

it('a comparison joined with others is read, and is simple', () => {
  expect(readScript('show = (data.a !== "nei") && !(row.b > 3 || data.c.d === true);', 'show')).toEqual({
    simple: true,
    logic: {
      all: [
        { compare: '!=', left: data('a'), right: { constant: 'nei' } },
        {
          not: {
            any: [
              { compare: '>', left: { path: ['row', 'b'] }, right: { constant: 3 } },
              { compare: '=', left: data('c', 'd'), right: { constant: true } },
            ],
          },
        },
      ],
    },
  });
  expect(readScript('show = !!data.x', 'show')?.simple).toBe(true);
  expect(readScript("show = ['a', 'b'].includes(data.x)", 'show')?.logic).toEqual({
    any: ['a', 'b'].map((constant) => ({ compare: '=', left: data('x'), right: { constant } })),
  });
});

it('what a variable stands for is put in its place', () => {
  expect(readScript('var hide = data.a === true; show = !hide;', 'show')).toEqual({
    simple: false,
    logic: { not: { compare: '=', left: data('a'), right: { constant: true } } },
  });
});

it('a row of a list is asked by some', () => {
  const asked = {
    simple: false,
    logic: {
      some: data('trips'),
      row: { compare: '=', left: { path: ['#row', 'taxi'] }, right: { constant: 'ja' } },
    },
  };
  expect(readScript("show = _.some(data.trips, (r) => r.taxi === 'ja')", 'show')).toEqual(asked);
  expect(readScript("show = data.trips.some((t) => { return t.taxi === 'ja'; })", 'show')).toEqual(asked);
});

it('a check brings what it says', () => {
  expect(readScript("valid = (input !== data.a) ? true : 'The same address';", 'valid')).toMatchObject({
    otherwise: 'The same address',
    logic: { compare: '!=', left: { path: ['input'] }, right: data('a') },
  });
});

it.each([
  'show = utils.fetch(data.x).empty',
  'show = fetch("https://example.org")',
  'show = data.x === "a"; data.y = 3; show = true',
  'show = data[data.x]',
  'show = new Date() > data.x',
  'while (true) {}',
  'show = data.x +',
  'show = /a/.test(data.x)',
  'other = data.x',
])('%s does more than compare', (source) => expect(readScript(source, 'show')).toBeUndefined());
