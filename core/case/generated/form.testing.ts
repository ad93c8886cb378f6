import type { JsonObject } from '#core/flow/types.ts';
import type { Draw } from './draw.testing.ts';
import { type Field, field, t } from './fields.testing.ts';

/** A generated form, and what may be entered in it. Only tests import this. */
export type Form = {
  definition: JsonObject;
  fields: readonly Field[];
  /** Fields that are there for certain: expressions of the flow may lean on them. */
  certain: readonly Field[];
  pages: readonly string[];
  /** What the form takes. */
  fits(draw: Draw): JsonObject;
  /** A registry is asked while the form is filled in; its answer is known as `looked`. */
  looks: boolean;
  /** What a registry was asked while filling in, where it is asked. */
  lookups(draw: Draw): JsonObject;
  /** The same with something wrong in it. */
  wrong(draw: Draw): JsonObject;
};

const KINDS = ['text', 'number', 'yes', 'choice', 'day', 'files'] as const;

/** A form of several kinds of field, some on condition, some computed, over several pages. */
export function formOf(draw: Draw): Form {
  const fields = [field('people', 'owners', false), field('partner', 'partner', true)];
  const count = draw.between(1, 7);
  for (let n = 1; n <= count; n++) {
    const kind = draw.of(KINDS);
    fields.push(field(kind, `${kind}${n}`, kind !== 'files' && !draw.once(3)));
  }
  const choice = fields.find((one) => one.kind === 'choice');
  const extra = choice && draw.once(2) ? field('text', 'why', false) : undefined;
  const numbers = fields.filter((one) => one.kind === 'number' && one.isRequired);
  const sum = draw.once(2);
  const limited = draw.once(2) ? numbers[0] : undefined;
  const [first, second] = fields.filter((one) => one.kind === 'text' && !one.isRequired);
  const together = first && second && draw.once(2) ? { [first.name]: [second.name] } : undefined;
  const all = extra ? [...fields, extra] : fields;
  const pages = paged(draw, [...all.map(({ name }) => `/${name}`), ...(sum ? ['/sum'] : [])]);

  const looks = draw.once(3);

  const fits = (of: Draw): JsonObject => {
    const data: JsonObject = {};
    for (const one of fields) if (one.isRequired || of.once(2)) data[one.name] = one.fits(of);
    if (extra && choice && data[choice.name] === 'two') data[extra.name] = extra.fits(of);
    if (together && first && second && data[first.name] !== undefined) data[second.name] = second.fits(of);
    return data;
  };
  return {
    definition: {
      schema: {
        type: 'object',
        properties: {
          ...Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
          ...(sum ? { sum: { type: 'number' } } : {}),
        },
        required: fields.filter((one) => one.isRequired).map(({ name }) => name),
        ...(together ? { dependentRequired: together } : {}),
        ...(extra && choice ? { allOf: [onlyFor(choice, extra)] } : {}),
      },
      texts: {
        ...Object.fromEntries(
          all.flatMap(({ name, texts }) =>
            Object.entries(texts).map(([at, text]): [string, object] => [`/${name}${at}`, text]),
          ),
        ),
        ...(sum ? { '/sum': { title: t('Разом', 'Total') } } : {}),
      } as JsonObject,
      pages: pages.map(({ id, fields: on }) => ({
        id,
        title: t(`Сторінка ${id}`, `Page ${id}`),
        fields: on,
      })),
      ...filesOf(draw, all),
      ...(sum ? { computed: { '/sum': summed(numbers) } } : {}),
      ...(limited ? { rules: [rule(limited)] } : {}),
      ...(draw.once(2) ? prefilled(fields) : {}),
      ...(looks
        ? { lookups: { looked: { connector: 'population', input: { key: 'form.partner.rnokpp' } } } }
        : {}),
    },
    fields: all,
    certain: fields.filter((one) => one.isRequired),
    pages: pages.map(({ id }) => id),
    fits,
    looks,
    lookups: (of) => (looks && of.once(2) ? { looked: { found: of.once(2), level: 3, name: 'Назва§' } } : {}),
    wrong: (of) => {
      const one = of.of(fields);
      if (limited && of.once(3)) return { ...fits(of), [limited.name]: 150 };
      return { ...fits(of), [one.name]: of.once(3) && one.isRequired ? null : one.wrong };
    },
  };
}

/** A field that is asked, and must be answered, for one choice only. */
const onlyFor = (choice: Field, extra: Field): JsonObject => ({
  if: { properties: { [choice.name]: { const: 'two' } }, required: [choice.name] },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: { properties: { [extra.name]: extra.schema }, required: [extra.name] },
});

const summed = (numbers: readonly Field[]): string =>
  ['count(form.owners)', ...numbers.map(({ name }) => `form.${name}`)].join(' + ');

const rule = ({ name }: Field): JsonObject => ({
  at: `/${name}`,
  must: `form.${name} <= 100`,
  say: t('Не більше 100', 'At most 100'),
});

function filesOf(draw: Draw, fields: readonly Field[]): JsonObject {
  const lists = fields.filter((one) => one.kind === 'files');
  if (lists.length === 0) return {};
  const rules = {
    types: ['pdf', 'png'],
    each: 1_000_000,
    count: 3,
    min: 0,
    original: draw.of(['scan', 'copy']),
  };
  return { files: Object.fromEntries(lists.map(({ name }) => [name, { at: `/${name}`, ...rules }])) };
}

function prefilled(fields: readonly Field[]): JsonObject {
  const text = fields.find((one) => one.kind === 'text');
  return text ? { prefill: { [`/${text.name}`]: 'identity.name' } } : {};
}

function paged(draw: Draw, pointers: readonly string[]): { id: string; fields: string[] }[] {
  const pages = [{ id: 'page1', fields: [] as string[] }];
  for (const pointer of pointers) {
    const last = pages[pages.length - 1] as { id: string; fields: string[] };
    if (last.fields.length > 0 && draw.once(3))
      pages.push({ id: `page${pages.length + 1}`, fields: [pointer] });
    else last.fields.push(pointer);
  }
  return pages;
}
