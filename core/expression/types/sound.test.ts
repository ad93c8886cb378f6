import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile, ExpressionError, evaluate } from '../index.ts';
import { checked, typeOfSchema } from './index.ts';

const schema = {
  type: 'object',
  properties: {
    n: { type: 'number' },
    maybe: { type: 'number' },
    s: { type: 'string' },
    note: { type: 'string' },
    kind: { type: 'string', enum: ['a', 'b'] },
    yes: { type: 'boolean' },
    born: { type: 'string', format: 'date' },
    rows: {
      type: 'array',
      items: {
        type: 'object',
        properties: { n: { type: 'number' }, t: { type: 'string' } },
        required: ['n'],
      },
    },
  },
  required: ['n', 's', 'kind', 'yes', 'born'],
};
const { type: form, implications } = typeOfSchema(schema, 'form');

/** Data that the schema accepts, completed as docs/format.md says. */
const data = fc.record({
  n: fc.integer({ min: -5, max: 5 }),
  maybe: fc.option(fc.integer({ min: -5, max: 5 })),
  s: fc.constantFrom('', 'x', 'a'),
  note: fc.option(fc.constantFrom('', 'x')),
  kind: fc.constantFrom('a', 'b'),
  yes: fc.boolean(),
  born: fc.constantFrom('2020-01-31', '1999-12-01'),
  rows: fc.array(fc.record({ n: fc.integer({ min: 0, max: 3 }), t: fc.option(fc.constantFrom('x', 'y')) }), {
    maxLength: 2,
  }),
});

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const e = tie('expression');
  const t = (strings: TemplateStringsArray, ...parts: fc.Arbitrary<string>[]) =>
    fc.tuple(...parts).map((given) => strings.reduce((all, s, n) => all + s + (given[n] ?? ''), ''));
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(
        'form.n',
        'form.maybe',
        'form.s',
        'form.note',
        'form.kind',
        'form.yes',
        'form.born',
        'form.rows',
      ),
      fc.constantFrom(
        '1',
        '"a"',
        '"x"',
        'null',
        'true',
        'today',
        'form.rows.n',
        'form.rows.t',
        'form.rows[1].n',
        '[]',
      ),
      t`${e} ${fc.constantFrom('=', '!=', '<', '>=', '+', '-', '*')} ${e}`,
      t`(${e})`,
      t`${e} ${fc.constantFrom('and', 'or')} ${e}`,
      t`if ${e} then ${e} else ${e}`,
      t`${e} ${fc.constantFrom('= null', '!= null', '= "a"')}`,
      t`not(${e})`,
      t`${fc.constantFrom('count', 'total', 'sum', 'string', 'upper case', 'date', 'distinct values', 'abs', 'min')}(${e})`,
      t`${fc.constantFrom('list contains', 'concatenate', 'contains', 'append', 'modulo')}(${e}, ${e})`,
      t`${e} in (${e}, ${e})`,
      t`${fc.constantFrom('some', 'every')} r in form.rows satisfies ${fc.oneof(e, fc.constantFrom('r.n > 1', 'r.t = "x"', 'r.t > "x"'))}`,
      t`for r in form.rows return ${fc.oneof(e, fc.constantFrom('r.n + 1', 'r.t'))}`,
      t`form.rows[${fc.oneof(e, fc.constantFrom('n > 1', 't = null', 'item.n = 1'))}]`,
      t`if form.maybe ${fc.constantFrom('= null', '!= null')} then ${e} else form.maybe + 1`,
    ),
  };
});

it('what was found right never surprises with data that the schema accepts', () => {
  let right = 0;
  const names = { form, today: { kind: 'string', format: 'date' } } as const;
  fc.assert(
    fc.property(expression, data, (source, given) => {
      const entered = structuredClone(given);
      const { findings, type } = checked(source, { names, implications, strict: true }, { empty: true });
      if (findings.length > 0) return;
      right += 1;
      try {
        const value = evaluate(compile(source, ['form', 'today']), { form: entered, today: '2026-01-01' });
        if (value === null) expect(type.empty).toBe(true);
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        // days that no schema checks, numbers that happen to be 0
        if (/date\(|modulo/.test(source)) return;
        throw error;
      }
    }),
    { numRuns: 1500 },
  );
  expect(right).toBeGreaterThan(150);
}, 60_000);

it('what cannot be compiled is told', () => {
  const names = { form, today: { kind: 'string', format: 'date' } } as const;
  const slips = fc.constantFrom(
    '',
    ' +',
    'x.',
    'fom.n + ',
    'today() = ',
    'cuont(',
    ')',
    'a',
    '[',
    'form.rows[zz > 1].n = ',
  );
  fc.assert(
    fc.property(expression, slips, slips, (source, before, after) => {
      const text = before + source + after;
      try {
        compile(text, ['form', 'today']);
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        expect(checked(text, { names, implications, strict: true }, { empty: true }).findings).not.toEqual(
          [],
        );
      }
    }),
    { numRuns: 800 },
  );
}, 60_000);
