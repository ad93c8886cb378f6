import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checked, mentions, typeOfSchema } from './index.ts';

const words = [
  ...[
    'if',
    'then',
    'else',
    'for',
    'in',
    'return',
    'some',
    'every',
    'satisfies',
    'and',
    'or',
    'between',
    'null',
    'true',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    ',',
    '.',
    '..',
    ':',
    '=',
    '!=',
    '<',
    '>',
    '+',
    '-',
    '*',
    '/',
    '**',
    '@',
    '?',
  ],
  ...[
    'form',
    'form.a',
    'form.b.c',
    'count(',
    'date(',
    'not(',
    'sort(',
    'function(',
    'x',
    '1',
    '0.5',
    '"a"',
    'item',
    'list',
  ],
  ...['instance of', 'string', 'matches(', 'ї', '\\', '\n', '//', '/*', "'", '`', 'today()', 'partial'],
];
const soup = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(' '));
const { type: form } = typeOfSchema(
  {
    type: 'object',
    properties: {
      a: { type: 'string' },
      b: { type: 'array', items: { type: 'object', properties: { c: { type: 'number' } } } },
    },
  },
  'form',
);
const scope = { names: { form, x: { kind: 'any' } as const }, strict: true };

it('whatever is written is answered, never thrown', () => {
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 })), (source) => {
      const { findings } = checked(source, scope, { kinds: ['boolean'] });
      for (const { from, to } of findings) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(source.length);
      }
      mentions(source, ['form', 'x']);
    }),
    { numRuns: 1500 },
  );
}, 60_000);

it.each(['(', '[', '-', 'not(', '{a:', 'if x then ', 'x[', '"', 'x.', 'for x in '])(
  '%s, two thousand times, is refused and not fallen over',
  (piece) => {
    const source = piece.repeat(2000).slice(0, 4000);
    expect(checked(source, scope).findings.map((f) => f.code)).not.toEqual([]);
  },
);

it.each([
  ['one item of one item', (n: number) => `form.b${'[1]'.repeat(n)}`],
  [
    'lists that contain what lists contain',
    (n: number) => `${'list contains([1, '.repeat(n)}2${'], form.a)'.repeat(n)}`,
  ],
])('%s is looked through once, however deep', (_, nested) => {
  // looked through twice at each depth this would take longer than anybody waits
  expect(checked(nested(30), scope, { kinds: ['boolean'] }).findings).toBeInstanceOf(Array);
});
