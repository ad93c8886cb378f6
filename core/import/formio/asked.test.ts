import { describe, expect, it } from 'vitest';
import { importFormio } from './form.ts';

const values = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const fields = [
  { type: 'checkbox', key: 'flag', label: 'Flag' },
  { type: 'number', key: 'sum', label: 'Sum' },
  { type: 'textfield', key: 'text', label: 'Text' },
  { type: 'radio', key: 'one', label: 'One', values },
  { type: 'selectboxes', key: 'many', label: 'Many', values },
  {
    type: 'datagrid',
    key: 'rows',
    label: 'Rows',
    components: [
      { type: 'textfield', key: 'inner', label: 'Inner' },
      { type: 'number', key: 'n', label: 'N' },
      { type: 'checkbox', key: 'ticked', label: 'Ticked' },
    ],
  },
  {
    type: 'container',
    key: 'group',
    label: 'Group',
    components: [{ type: 'textfield', key: 'inside', label: 'Inside' }],
  },
];
const imported = (...more: object[]) =>
  importFormio({ title: 'F', display: 'form', components: [...fields, ...more] }, { languages: ['en'] });
const where = (name: string, is: object) => ({ properties: { [name]: is }, required: [name] });
const has = (name: string, value: unknown) => where(name, { const: value });

/** The `if` under which a field shows; undefined where its condition is left. */
function asked(condition: object): unknown {
  const { form, report } = imported({ type: 'textfield', key: 'more', label: 'More', ...condition });
  const verdicts = report.filter(({ what }) => what === 'condition').map(({ verdict }) => verdict);
  if (verdicts.includes('left')) return undefined;
  return (form.schema.allOf as { if: object }[] | undefined)?.[0]?.if;
}

describe('a condition that is picked', () => {
  const when = (name: string, eq: unknown, show: unknown = true) =>
    asked({ conditional: { when: name, eq, show } });

  it('asks the same of every kind of field', () => {
    expect(when('text', 'x')).toEqual(has('text', 'x'));
    expect(when('sum', '3')).toEqual(has('sum', 3));
    expect(when('one', 'a')).toEqual(has('one', 'a'));
    expect(when('flag', 'true')).toEqual(has('flag', true));
    // a box that is not ticked is false, also where nothing was ever entered
    expect(when('flag', false)).toEqual({ not: has('flag', true) });
    expect(when('many.a', true)).toEqual(where('many', { contains: { const: 'a' } }));
    expect(when('text', '')).toEqual({ not: where('text', {}) });
    expect(when('text', 'x', 'false')).toEqual({ not: has('text', 'x') });
    expect(when('nowhere', 'x')).toBeUndefined();
    // what is no answer is asked of nothing, whatever it says of itself
    expect(when('text', { toString: 0 })).toBeUndefined();
    expect(when('text', ['x'])).toBeUndefined();
    expect(when('text', 'x', { toString: 0 })).toEqual({ not: has('text', 'x') });
    // another row is not asked from outside
    expect(when('rows.inner', 'x')).toBeUndefined();
  });

  it('is none where it names no field, or does not say how it shows', () => {
    expect(asked({ conditional: { when: 'text', eq: 'x', show: null } })).toBeUndefined();
    expect(
      imported({
        type: 'textfield',
        key: 'more',
        label: 'M',
        conditional: { when: 'text', eq: 'x', show: '' },
      }).form.schema,
    ).not.toHaveProperty('allOf');
    expect(
      imported({ type: 'textfield', key: 'more', label: 'M', conditional: { show: true } }).form.schema,
    ).not.toHaveProperty('allOf');
  });

  const list = (conditions: object[], conjunction = 'all') =>
    asked({ conditional: { show: true, conjunction, conditions } });
  it('of several is joined as it says', () => {
    const [text, one] = [
      { component: 'text', operator: 'isEqual', value: 'x' },
      { component: 'one', operator: 'isNotEqual', value: 'a' },
    ];
    expect(list([text])).toEqual(has('text', 'x'));
    expect(list([text, one])).toEqual({ allOf: [has('text', 'x'), { not: has('one', 'a') }] });
    expect(list([text, one], 'any')).toEqual({ anyOf: [has('text', 'x'), { not: has('one', 'a') }] });
    expect(list([{ component: 'text', operator: 'isEmpty' }])).toEqual({ not: where('text', {}) });
    expect(list([{ component: 'text', operator: 'isNotEmpty' }])).toEqual(where('text', {}));
    expect(list([text, { component: 'text', operator: 'startsWith', value: 'x' }])).toBeUndefined();
    expect(list([{ operator: 'isEqual', value: 'x' }])).toBeUndefined();
  });

  it('in JsonLogic is left, and so is one that is picked where another is written', () => {
    expect(asked({ conditional: { json: { '==': [1, 1] } } })).toBeUndefined();
    const { report } = imported({
      type: 'textfield',
      key: 'more',
      label: 'M',
      customConditional: 'show = data.flag',
      conditional: { when: 'text', eq: 'x', show: true },
    });
    expect(report).toContainEqual(
      expect.objectContaining({
        what: 'definition',
        verdict: 'left',
        source: expect.stringMatching(/\/conditional$/),
      }),
    );
  });
});

describe('a condition that is written', () => {
  it.each<[script: string, test: unknown]>([
    ['data.flag', has('flag', true)],
    ['data.text', where('text', {})],
    ['data.sum', where('sum', { not: { const: 0 } })],
    ['data.many.a', where('many', { contains: { const: 'a' } })],
    ['data.sum > 3', where('sum', { exclusiveMinimum: 3 })],
    ['3 > data.sum', where('sum', { exclusiveMaximum: 3 })],
    ['"x" === data.text', has('text', 'x')],
    ['"x" !== data.text', { not: has('text', 'x') }],
    ['data.sum <= "5"', where('sum', { maximum: 5 })],
    ['data.sum === "many"', { not: {} }],
    ['row.text === "x"', has('text', 'x')],
    ['!data.flag && data.one === "a"', { allOf: [{ not: has('flag', true) }, has('one', 'a')] }],
    ['_.some(data.rows, (r) => r.inner === "x")', where('rows', { contains: has('inner', 'x') })],
    [
      'data.rows.some((r) => r.inner === "x" && r.n > 1)',
      where('rows', { contains: { allOf: [has('inner', 'x'), where('n', { exclusiveMinimum: 1 })] } }),
    ],
    ['true', {}],
    ['data.sum >= 3', where('sum', { minimum: 3 })],
    ['data.sum == 3', has('sum', 3)],
    ['data.sum < 3', where('sum', { exclusiveMaximum: 3 })],
    ['data.many.includes("a")', where('many', { contains: { const: 'a' } })],
    ['["a"].includes(data.one)', has('one', 'a')],
    ['data.many === "a"', where('many', { contains: { const: 'a' } })],
    ['data.many === "none"', undefined],
    ['data.flag === "perhaps"', { not: {} }],
    ['data.flag === false', { not: has('flag', true) }],
    ['data.rows.some((r) => r.inner)', where('rows', { contains: where('inner', {}) })],
    ['[].some((r) => r.x)', undefined],
    ['data.rows.some((r) => r.ticked === false)', where('rows', { contains: { not: has('ticked', true) } })],
    ['data.group.inside === "x"', where('group', has('inside', 'x'))],
    ['data.group === ""', undefined],
    ['data.group.inside.more === "x"', undefined],
    ['data.sum > true', undefined],
    ['data.text > 3', undefined],
    ['data.text === data.one', undefined],
    ['data.nowhere === "x"', undefined],
    ['data.rows.inner === "x"', undefined],
    ['data.rows === ""', { not: where('rows', {}) }],
    ['data.rows', undefined],
    ['data.text.includes("x")', undefined],
    ['"abc".includes(data.text)', undefined],
    ['data.text.some((r) => r.x)', undefined],
    ['data.rows.some((r) => data.flag)', undefined],
    ['input === "x"', undefined],
    ['data.flag && data.nowhere', undefined],
    ['!data.nowhere', undefined],
  ])('%s', (script, test) => expect(asked({ customConditional: `show = ${script}` })).toEqual(test));
});

describe('a check that is written', () => {
  /** What a text must be; undefined where the check is left. */
  const must = (custom: string, more: object = {}) => {
    const checked = {
      type: 'textfield',
      key: 'more',
      label: 'More',
      validate: { required: true, custom, ...more },
    };
    const { form, report } = imported(checked);
    if (report.some(({ what, verdict }) => what === 'check' && verdict === 'left')) return undefined;
    return form.rules?.at(-1)?.must;
  };

  it.each<[script: string, feel: unknown]>([
    ['valid = input === "x"', 'form.more = "x"'],
    ['valid = value !== null', 'form.more != null'],
    ['valid = !(input === "x")', 'not(form.more = "x")'],
    ['valid = input === "x" || input === "y"', '(form.more = "x" or form.more = "y")'],
    [
      'valid = (input === data.text) && input !== row.one',
      '(form.more = form.text and form.more != form.one)',
    ],
    ['valid = data.sum > 3 ? true : "Too few"', 'form.sum > 3'],
    ['valid = input.x === "x"', undefined],
    ['valid = input === data.many', undefined],
    ['valid = input === data.many.a', undefined],
    ['valid = input === data.rows.inner', undefined],
    ['valid = input === data.nowhere', undefined],
    ['valid = input', undefined],
    ['valid = true', undefined],
    ['valid = !input', undefined],
    ['valid = input === "x" && input', undefined],
    ['valid = check(input)', undefined],
  ])('%s', (script, feel) => {
    const found = must(script);
    if (feel === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(feel);
  });

  it('and the words for what is wrong stand beside the field, those of the platform too', () => {
    const errors = (validate: object, own: object = {}) =>
      imported({ type: 'textfield', key: 'more', label: 'More', validate, errors: own }).form.texts?.['/more']
        ?.errors;
    expect(errors({ required: true, customMessage: 'Write it' })).toEqual({ required: { en: 'Write it' } });
    expect(errors({ required: true }, { required: 'Needed', unknownOne: 'No' })).toEqual({
      required: { en: 'Needed' },
    });
    expect(errors({ required: true }, { required: '' })).toBeUndefined();
  });

  it('in a list inside a list is left; in a row it asks every row', () => {
    const custom = { validate: { custom: 'valid = input === "x"' } };
    const inner = { type: 'textfield', key: 'word', label: 'W', ...custom };
    const list = (key: string, ...components: object[]) => ({
      type: 'datagrid',
      key,
      label: key,
      components,
    });
    const once = imported(list('outer', inner));
    expect(once.form.rules?.map(({ at, must: feel }) => [at, feel])).toEqual([
      ['/outer', 'every row in form.outer satisfies (if row.word = null then true else row.word = "x")'],
    ]);
    const twice = imported(list('outer', list('within', inner)));
    expect(twice.form.rules ?? []).toEqual([]);
    expect(twice.report.filter(({ what }) => what === 'check').map(({ verdict }) => verdict)).toEqual([
      'left',
    ]);
  });

  it('says what the source says, else that it should be looked at again', () => {
    const said = (custom: string, more: object = {}) =>
      imported({
        type: 'textfield',
        key: 'more',
        label: 'More',
        validate: { custom, ...more },
      }).form.rules?.at(-1)?.say;
    expect(said('valid = input === "x" ? true : "Write x"')).toEqual({ en: 'Write x' });
    expect(said('valid = input === "x"', { customMessage: 'Only x' })).toEqual({ en: 'Only x' });
    expect(said('valid = input === "x"')).toMatchObject({ en: 'Look at what was entered again' });
  });

  it('in JsonLogic is left', () => {
    const { report } = imported({
      type: 'textfield',
      key: 'more',
      label: 'M',
      validate: { json: { '==': [1, 1] } },
    });
    expect(report).toContainEqual(expect.objectContaining({ what: 'check', verdict: 'left' }));
  });
});
