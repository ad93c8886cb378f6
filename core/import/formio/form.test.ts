import { expect, it } from 'vitest';
import { importFormio } from './form.ts';

const wizard = {
  title: 'Заява',
  display: 'wizard',
  components: [
    {
      type: 'panel',
      key: 'one',
      title: 'Про вас',
      components: [
        {
          type: 'htmlelement',
          key: 'html',
          content: '<p>Прочитайте <a href="https://example.org">правила</a></p>',
        },
        {
          type: 'textfieldLatest',
          key: 'name',
          label: 'Назва',
          validate: { required: true, maxLength: '20', pattern: '\\d+', customMessage: 'Лише цифри' },
        },
        {
          type: 'radio',
          key: 'kind',
          label: 'Вид',
          values: [
            { value: 'a', label: 'А' },
            { value: 'b', label: 'Б' },
          ],
          validate: { required: true },
        },
        {
          type: 'selectboxes',
          key: 'ways',
          label: 'Як',
          values: [
            { value: 'post', label: 'Пошта' },
            { value: 'mail', label: 'Лист' },
          ],
        },
        { type: 'textfield', key: 'more', label: 'Ще', conditional: { show: true, when: 'kind', eq: 'b' } },
        {
          type: 'textfield',
          key: 'odd',
          label: 'Дивне',
          customConditional: 'show = data.ways.post === true && data.kind !== "a"',
        },
        {
          type: 'textfield',
          key: 'left',
          label: 'Лишене',
          customConditional: 'show = moment().isAfter(data.day)',
        },
        { type: 'select', key: 'far', label: 'Далеке', dataSrc: 'url', data: { url: '/api/list' } },
        { type: 'button', key: 'submit', label: 'Далі' },
      ],
    },
    {
      type: 'panel',
      key: 'two',
      title: 'Список',
      components: [
        {
          type: 'datagrid',
          key: 'rows',
          label: 'Рядки',
          validate: { required: true, maxLength: 3 },
          components: [
            { type: 'number', key: 'size', label: 'Розмір', validate: { required: true, min: 1 } },
            { type: 'textfield', key: 'why', label: 'Чому', customConditional: 'show = row.size > 5' },
            {
              type: 'textfield',
              key: 'both',
              label: 'Обидва',
              customConditional: 'show = row.size > 5 || data.kind === "b"',
            },
          ],
        },
      ],
    },
  ],
};

const { form, report, title } = importFormio(wizard, { languages: ['uk', 'en'] });
const of = (source: string) =>
  report.filter((item) => item.source === source || item.source.startsWith(`${source}/`));
const panel = (n: number) => `/components/0/components/${n}`;

it('panels become pages, in the order of the source, with its texts', () => {
  expect(title).toEqual({ uk: 'Заява', en: 'Заява' });
  expect(form.pages.map(({ title, fields }) => [title.uk, fields.length])).toEqual([
    ['Про вас', 8],
    ['Список', 1],
  ]);
  expect(form.texts?.['/note']?.hint?.uk).toBe('Прочитайте правила (https://example.org)');
  expect(form.texts?.['/kind']?.options?.b).toEqual({ uk: 'Б', en: 'Б' });
  expect(
    report.some(({ what, text }) => what === 'text' && text.en?.includes('no translation into “en”')),
  ).toBe(true);
});

it('limits come over, with what is said where they are broken', () => {
  expect(form.schema.properties).toMatchObject({
    name: { type: 'string', minLength: 1, maxLength: 20, pattern: '^(?:\\d+)$' },
    rows: { type: 'array', minItems: 1, maxItems: 3 },
  });
  expect(form.texts?.['/name']?.errors?.pattern?.uk).toBe('Лише цифри');
});

it('a condition becomes if and then, where the same is asked', () => {
  const equals = (name: string, value: string) => ({
    properties: { [name]: { const: value } },
    required: [name],
  });
  expect(form.schema.allOf).toContainEqual({
    if: equals('kind', 'b'),
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { properties: expect.objectContaining({ more: { type: 'string' } }) },
  });
  expect(form.schema.allOf).toContainEqual({
    if: {
      allOf: [
        { properties: { ways: { contains: { const: 'post' } } }, required: ['ways'] },
        { not: equals('kind', 'a') },
      ],
    },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { properties: { odd: { type: 'string' } } },
  });
});

it('a condition over its own row stands in the row, one over both is divided', () => {
  const inRow = (form.schema.properties as { rows: { items: { allOf: unknown[] } } }).rows.items.allOf;
  const big = { properties: { size: { exclusiveMinimum: 5 } }, required: ['size'] };
  expect(inRow).toMatchObject([
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    { if: big, then: { properties: { why: { type: 'string' }, both: { type: 'string' } } } },
  ]);
  expect(JSON.stringify(form.schema.allOf)).toContain('"items":{"properties":{"both"');
});

it('what does not come over is told, with how it was written', () => {
  expect(of(panel(6))).toContainEqual(
    expect.objectContaining({
      what: 'condition',
      verdict: 'left',
      simple: false,
      shown: 'show = moment().isAfter(data.day)',
    }),
  );
  expect(of(panel(7))).toContainEqual(expect.objectContaining({ what: 'field', verdict: 'approximated' }));
  expect(of(panel(1))).toContainEqual(
    expect.objectContaining({ what: 'field', verdict: 'exact', to: '/form/texts/~1name' }),
  );
});
