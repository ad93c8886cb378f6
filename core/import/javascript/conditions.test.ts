import { expect, it } from 'vitest';
import type { Logic } from './logic.ts';
import { readScript } from './read.ts';

const a = { path: ['data', 'a'] };
const is = (constant: string | number | boolean | null | undefined): Logic => ({
  ...{ compare: '=', left: a, right: { constant } },
});

it.each<[script: string, logic: Logic]>([
  ['show = data.a', { truthy: a }],
  ['show = (data.a)', { truthy: a }],
  ['show = data["a"] === "x"', is('x')],
  ['show = data?.a === "x"', is('x')],
  ['show = (data.a) === ("x")', is('x')],
  ['show = data.a === -3', is(-3)],
  ['show = data.a == null', is(null)],
  ['show = data.a === undefined', is(undefined)],
  ['show = true', { all: [] }],
  ['show = false', { any: [] }],
  ['var show = data.a === 1', is(1)],
  ['return data.a === 1;', is(1)],
  ['data.a === 1', is(1)],
  ['var x = data.a; show = x === 1;', is(1)],
  ['var y = data; show = y.a === 1;', is(1)],
  [
    'show = data.a === 1 ? data.a === 2 : data.a === 3',
    { any: [{ all: [is(1), is(2)] }, { all: [{ not: is(1) }, is(3)] }] },
  ],
  ['show = data.a.includes("x")', { includes: a, value: { constant: 'x' } }],
  ['show = _.includes(data.a, "x")', { includes: a, value: { constant: 'x' } }],
  ['show = _.includes(["x", 2], data.a)', { any: [is('x'), is(2)] }],
])('%s asks the same', (script, logic) => expect(readScript(script, 'show')?.logic).toEqual(logic));

it.each([
  '',
  'show',
  'show += data.a',
  'hide = data.a',
  'var show;',
  'var other = data.a === 1',
  'var [show] = data.a',
  'var { x } = data; show = x',
  'var show = data.a, more = 1',
  'return;',
  'if (data.a) show = true',
  'show = data.a ?? true',
  'show = ~data.a',
  'show = -data.a',
  'show = data.a + 1',
  'show = "x"',
  'show = 10n === data.a',
  'show = data.a === /x/',
  'show = data[0]',
  'show = moment === data.a',
  'show = data.a.includes()',
  'show = data.a.includes("x", 1)',
  'show = [, "x"].includes(data.a)',
  'show = data.a["includes"]("x")',
  'show = data.a.startsWith("x")',
  'show = data.a.some(check)',
  'show = data.a.some(({ b }) => b)',
  'show = data.a.some((r, n) => r.b)',
  'show = data.a.some((r) => { r.b; })',
  'show = data.a.some((r) => { const b = r.b; return b; })',
])('%s does more than compare, or says nothing', (script) => {
  expect(readScript(script, 'show')).toBeUndefined();
});

it('a check says what it says only where it is one', () => {
  expect(readScript('valid = data.a === 1 ? true : data.a', 'valid')).not.toHaveProperty('otherwise');
  expect(readScript('valid = data.a === 1 ? false : "x"', 'valid')).toBeUndefined();
  expect(readScript('show = data.a === 1 ? true : "x"', 'show')).toBeUndefined();
});
