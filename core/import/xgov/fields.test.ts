import { describe, expect, it } from 'vitest';
import { importXgov } from './form.ts';

const list = {
  name: 'colours',
  items: [
    { text: 'Red', value: 'red', description: 'As a rose' },
    { text: 'Two', value: 2 },
    { value: 'bare' },
    { text: 'No value' },
  ],
};
const page = (components: object[], more: object = {}) => ({
  ...{ path: '/a', title: 'A', components, next: [{ path: '/end' }], ...more },
});
const end = { path: '/end', title: 'Summary', controller: './pages/summary.js', components: [], next: [] };
const imported = (components: object[]) =>
  importXgov(
    { name: 'X', startPage: '/a', pages: [page(components), end], lists: [list], conditions: [] },
    { languages: ['en'] },
  );
const field = (type: string, more: object = {}) => ({ type, name: 'it', title: 'It', ...more });

describe('a field of an imported form', () => {
  it.each<[object, object]>([
    [field('TextField'), { type: 'string' }],
    [
      field('TextField', { schema: { min: 2, max: '9', regex: '^[a-z]+$' } }),
      { minLength: 2, maxLength: 9, pattern: '^[a-z]+$' },
    ],
    [field('TextField', { schema: { length: 8 } }), { minLength: 8, maxLength: 8 }],
    [field('EmailAddressField'), { type: 'string', format: 'email' }],
    [
      field('TelephoneNumberField', { schema: { max: 20 } }),
      { type: 'string', maxLength: 20, pattern: '^[0-9\\s+()-]*$' },
    ],
    [field('NumberField'), { type: 'number' }],
    [
      field('NumberField', { schema: { min: 0, max: 10, precision: 2 } }),
      { type: 'number', minimum: 0, maximum: 10, multipleOf: 0.01 },
    ],
    [field('NumberField', { schema: { integer: true } }), { type: 'integer' }],
    [field('NumberField', { schema: { precision: 0 } }), { type: 'integer' }],
    [field('YesNoField'), { type: 'boolean' }],
    [field('RadiosField', { list: 'colours' }), { type: 'string', enum: ['red', '2', 'bare'] }],
    [field('SelectField', { list: 'colours' }), { type: 'string', enum: ['red', '2', 'bare'] }],
    [
      field('CheckboxesField', { list: 'colours' }),
      { type: 'array', minItems: 1, items: { enum: ['red', '2', 'bare'] } },
    ],
    [field('RadiosField', { list: 'none' }), { type: 'string', maxLength: 300 }],
    [field('DatePartsField'), { type: 'string', format: 'date' }],
  ])('%j takes the same', (component, schema) => {
    expect((imported([component]).form.schema as { properties: object }).properties).toMatchObject({
      it: schema,
    });
  });

  it('shows a long list as one to open, and is told what did not come over of it', () => {
    const { form, report } = imported([field('SelectField', { list: 'colours' })]);
    expect(form.ui).toMatchObject({ it: { 'ui:widget': 'select' } });
    expect(form.texts?.['/it']?.options).toMatchObject({
      red: { en: 'Red' },
      2: { en: 'Two' },
      bare: { en: 'bare' },
    });
    const told = report.find(({ source }) => source === '/pages/0/components/0');
    expect(told).toMatchObject({ what: 'field', verdict: 'approximated' });
  });

  it('is a day within so many days before and after', () => {
    const must = (options: object) =>
      imported([field('DatePartsField', { options })]).form.rules?.map((rule) => rule.must);
    expect(must({ maxDaysInPast: 30 })?.join()).toMatch(/>= date\(today\) - duration\("P30D"\)$/);
    expect(must({ maxDaysInFuture: '7' })?.join()).toMatch(/<= date\(today\) \+ duration\("P7D"\)$/);
    expect(must({ maxDaysInPast: 1, maxDaysInFuture: 2 })?.join()).toMatch(/P1D.* and .*P2D/);
    expect(must({}) ?? []).toEqual([]);
  });

  it('takes as many files, of such types and size, as the source lets in', () => {
    const taken = (options: object) =>
      Object.values(imported([field('ClientSideFileUploadField', { options })]).form.files ?? {})[0];
    expect(
      taken({
        dropzoneConfig: { acceptedFiles: '.pdf,image/jpeg', maxFiles: 3, maxFilesize: 2 },
        minimumRequiredFiles: 2,
      }),
    ).toMatchObject({
      ...{ at: '/it', count: 3, min: 2, each: 2 * 2 ** 20 },
    });
    expect(taken({})).toMatchObject({ count: 10, min: 1, each: 50 * 2 ** 20 });
    expect(taken({ required: false, dropzoneConfig: { maxFiles: 500 } })).toMatchObject({
      count: 100,
      min: 0,
    });
  });
});

describe('a condition of an imported page', () => {
  const fields = [
    field('YesNoField', { name: 'flag' }),
    field('NumberField', { name: 'sum' }),
    field('RadiosField', { name: 'one', list: 'colours' }),
    field('CheckboxesField', { name: 'many', list: 'colours' }),
    field('TextField', { name: 'text' }),
  ];
  const asks = (name: string, operator: string, value: unknown, more: object = {}) => ({
    ...{ field: { name }, operator, value: { type: 'Value', value }, ...more },
  });
  /** The `if` under which the second page shows; undefined where the condition is left. */
  const shown = (...conditions: object[]) => {
    const form = {
      ...{ name: 'X', startPage: '/a', lists: [list] },
      pages: [
        page(fields, { next: [{ path: '/end' }, { path: '/b', condition: 'c' }] }),
        {
          path: '/b',
          title: 'B',
          components: [field('TextField', { name: 'more' })],
          next: [{ path: '/end' }],
        },
        end,
      ],
      conditions: [
        { name: 'c', value: { conditions } },
        { name: 'd', value: { conditions: [asks('flag', 'is', 'true')] } },
        { name: 'round', value: { conditions: [{ conditionName: 'round' }] } },
      ],
    };
    const { form: made, report } = importXgov(form, { languages: ['en'] });
    if (report.some(({ what, verdict }) => what === 'condition' && verdict === 'left')) return undefined;
    return (made.schema.allOf as { if: object }[] | undefined)?.[0]?.if;
  };
  const where = (name: string, is: object) => ({ properties: { [name]: is }, required: [name] });

  it.each<[object[], object]>([
    [[asks('flag', 'is', 'true')], where('flag', { const: true })],
    [[asks('flag', 'is', 'false')], where('flag', { const: false })],
    [[asks('flag', 'is not', 'true')], { not: where('flag', { const: true }) }],
    [[asks('sum', 'is', '3')], where('sum', { const: 3 })],
    [[asks('sum', 'is at least', '3')], where('sum', { minimum: 3 })],
    [[asks('sum', 'is less than', 3)], where('sum', { exclusiveMaximum: 3 })],
    [[asks('one', 'is', 'red')], where('one', { const: 'red' })],
    [[asks('many', 'contains', 'red')], where('many', { contains: { const: 'red' } })],
    [[asks('many', 'does not contain', 'red')], { not: where('many', { contains: { const: 'red' } }) }],
    [[asks('section.text', 'is', 'x')], where('text', { const: 'x' })],
    [[{ conditionName: 'd' }], where('flag', { const: true })],
    [[{ conditions: [asks('flag', 'is', 'true')] }], where('flag', { const: true })],
    [
      [
        asks('flag', 'is', 'true'),
        asks('sum', 'is', '3', { coordinator: 'and' }),
        asks('one', 'is', 'red', { coordinator: 'or' }),
      ],
      {
        anyOf: [
          { allOf: [where('flag', { const: true }), where('sum', { const: 3 })] },
          where('one', { const: 'red' }),
        ],
      },
    ],
  ])('%j asks the same', (conditions, schema) => expect(shown(...conditions)).toEqual(schema));

  it.each<[string, object[]]>([
    ['asks a field that there is not', [asks('none', 'is', 'x')]],
    ['compares a number with a word', [asks('sum', 'is', 'x')]],
    ['compares by a word that nobody knows', [asks('text', 'matches', 'x')]],
    ['asks for more than a text', [asks('text', 'is at least', '3')]],
    ['looks for a part of what is no list', [asks('text', 'contains', 'x')]],
    ['looks for what is not in what is no list', [asks('one', 'does not contain', 'x')]],
    ['compares several with one', [asks('many', 'is not', 'x')]],
    ['compares with a day that moves', [{ ...asks('text', 'is', 'x'), value: { type: 'RelativeTime' } }]],
    ['leads to a condition that there is not', [{ conditionName: 'nowhere' }]],
    ['leads round to itself', [{ conditionName: 'round' }]],
    ['asks nothing', []],
  ])('is left where it %s', (_, conditions) => expect(shown(...conditions)).toBeUndefined());
});
