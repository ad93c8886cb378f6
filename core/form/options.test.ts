import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosesFrom, MOST_OPTIONS, withChoices } from './options.ts';
import type { FormDefinition, Names } from './types.ts';
import { judged } from './validate.ts';

const form: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      community: { type: 'string' },
      street: { type: 'string' },
      near: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      houses: {
        type: 'array',
        items: { type: 'object', properties: { street: { type: 'string' }, n: { type: 'integer' } } },
      },
    },
    required: ['street'],
  },
  texts: {
    '/community': { title: { uk: 'Громада', en: 'Community' } },
    '/street': { hint: { uk: 'Як у свідоцтві', en: 'As in the certificate' } },
  },
  lookups: { streets: { connector: 'streets', input: { community: 'form.community' }, as: 'found' } },
  options: {
    '/street': 'for s in found.items return { value: s.code, title: s.name }',
    '/near': 'found.items.code',
    '/houses/*/street': 'found.items.code',
  },
};
const items = [
  { code: 's1', name: 'Лесі Українки' },
  { code: 's2', name: 'Шевченка' },
];
const answered: Names = { found: { items } };
const nothing: Names = { found: null };
const problemsOf = (data: object, names: Names) => judged(form, { ...data }, names).problems;

describe('a field that chooses from the answer of a lookup', () => {
  it('offers what was answered, by its titles, and keeps the hint of the definition', () => {
    const here = withChoices(form, { community: 'a' }, answered);
    expect(here.schema.properties?.street).toMatchObject({ enum: ['s1', 's2'] });
    expect(here.texts?.['/street']).toMatchObject({
      hint: { uk: 'Як у свідоцтві' },
      options: { s1: { uk: 'Лесі Українки', en: 'Лесі Українки' } },
    });
    expect(here.offered?.['/street']).toEqual({});
  });

  it('takes what is among the choices, in rows and in lists too', () => {
    const data = { community: 'a', street: 's2', near: ['s1'], houses: [{ street: 's1', n: 3 }] };
    expect(problemsOf(data, answered)).toEqual([]);
  });

  it('refuses all else, wherever it came from', () => {
    const data = { community: 'a', street: 's9', near: ['s1', 's8'], houses: [{ street: 's7' }] };
    expect(problemsOf(data, answered)).toMatchObject([
      { pointer: '/street', code: 'enum', message: { uk: expect.stringContaining('у списку немає') } },
      { pointer: '/near/1', code: 'enum', message: { en: expect.stringContaining('no such option') } },
      { pointer: '/houses/0/street', code: 'enum' },
    ]);
  });

  it('says what to fill in first, by the name of that field', () => {
    const { offered } = withChoices(form, {}, nothing);
    expect(offered?.['/street']?.nothing).toEqual({
      uk: 'Спершу заповніть поле «Громада»: від цього залежить список',
      en: 'First fill in “Community”: the list depends on it',
    });
    expect(problemsOf({}, nothing)).toMatchObject([
      { pointer: '/street', code: 'required', message: { uk: expect.stringContaining('«Громада»') } },
    ]);
  });

  it('tells being asked, no answer and an empty answer apart', () => {
    const said = (names: Names, asking: string[] = []) =>
      withChoices(form, { community: 'a' }, names, asking).offered?.['/street']?.nothing?.en;
    expect(said(nothing, ['streets'])).toContain('Looking');
    expect(said(nothing)).toContain('not available');
    expect(said({ found: { items: [] } })).toContain('nothing to choose from');
  });

  it('tells of a list whose entries cannot be chosen', () => {
    const loose: FormDefinition = { ...form, options: { '/street': 'found.items' } };
    const { offered } = withChoices(loose, { community: 'a' }, { found: { items: [{ label: 'x' }] } });
    expect(offered?.['/street']?.nothing?.uk).toContain('не мають ні value');
  });

  it('accepts nothing while the registry gives no answer: nobody could say what is in its list', () => {
    expect(problemsOf({ community: 'a', street: 's1' }, nothing)).toMatchObject([
      { pointer: '/street', code: 'enum', message: { en: expect.stringContaining('not available') } },
    ]);
    const optional: FormDefinition = { ...form, schema: { ...form.schema, required: [] } };
    expect(judged(optional, { community: 'a' }, nothing).problems).toEqual([]);
  });

  it('asks for a choice in the usual words where there is one to make', () => {
    const [problem] = problemsOf({ community: 'a' }, answered);
    expect(problem).toMatchObject({ pointer: '/street', code: 'required' });
    expect(problem?.message.en).not.toContain('no such option');
  });

  it('names all the fields to fill in first, of those that have a name; in general where none has', () => {
    const input = { community: 'form.community', kind: 'form.kind', more: 'form.more' };
    const said = (texts: FormDefinition['texts']) => {
      const fields = { ...form.schema.properties, kind: { type: 'string' }, more: { type: 'string' } };
      const schema = { ...form.schema, properties: fields };
      const asks = {
        ...form,
        schema,
        texts,
        lookups: { streets: { connector: 'streets', input, as: 'found' } },
      };
      return withChoices(asks as FormDefinition, {}, nothing).offered?.['/street']?.nothing;
    };
    expect(said({ ...form.texts, '/kind': { title: { uk: 'Вид' } } })).toEqual({
      uk: 'Спершу заповніть поля «Громада», «Вид»: від цього залежить список',
      en: 'First fill in “Community”, “Вид”: the list depends on it',
    });
    expect(said(undefined)).toEqual({
      uk: 'Список зʼявиться, щойно буде за чим його шукати: заповніть попередні поля',
      en: 'The list appears once there is something to search by: fill in the fields before',
    });
  });

  it('waits for no answer but those that its list is of', () => {
    const asks = { connector: 'people', input: { name: 'form.near' } };
    const both = { ...form, lookups: { people: asks, ...form.lookups } };
    const { offered } = withChoices(both, { community: 'a' }, { people: null, found: { items: [] } });
    expect(offered?.['/street']?.nothing?.en).toContain('nothing to choose from');
    expect(choosesFrom(both, 'streets')).toEqual(['/street', '/near', '/houses/*/street']);
    expect(choosesFrom(both, 'people')).toEqual([]);
    const { options: _, ...none } = both;
    expect(choosesFrom(none, 'streets')).toEqual([]);
  });

  it('offers of its own choices those alone that were answered too', () => {
    const street = { type: 'string', enum: ['s2', 's3'] };
    const schema = { ...form.schema, properties: { ...form.schema.properties, street } };
    const here = withChoices({ ...form, schema }, {}, answered).schema.properties?.street;
    expect(here).toEqual({ type: 'string', enum: ['s2'] });
  });

  it('keeps the words that the definition has for a choice or a mistake, and adds what it has not', () => {
    const own = { options: { s1: { uk: 'Лесі' } }, errors: { enum: { uk: 'Не та вулиця' } } };
    const texts = (given: FormDefinition['texts'], names: Names) => {
      const { texts: _, ...bare } = form;
      return withChoices(given ? { ...bare, texts: given } : bare, {}, names).texts?.['/street'];
    };
    const second = { uk: 'Шевченка', en: 'Шевченка' };
    expect(texts({ '/street': own }, answered)).toEqual({
      options: { s1: { uk: 'Лесі' }, s2: second },
      errors: { enum: { uk: 'Не та вулиця' } },
    });
    expect(texts({ '/street': own }, nothing)?.errors).toMatchObject({
      enum: { uk: 'Не та вулиця' },
      required: { en: expect.stringContaining('appears once') },
    });
    expect(texts(undefined, answered)?.options).toMatchObject({ s2: second });
  });

  it('is bounded: what is beyond is neither offered nor taken, and that is said', () => {
    const many = Array.from({ length: MOST_OPTIONS + 5 }, (_, n) => ({ code: `c${n}`, name: `${n}` }));
    const flat: FormDefinition = { ...form, options: { '/street': 'found.items.code' } };
    const names = { found: { items: many } };
    expect(withChoices(flat, {}, names).offered?.['/street']?.more?.uk).toContain(String(MOST_OPTIONS));
    expect(judged(flat, { street: `c${MOST_OPTIONS - 1}` }, names).problems).toEqual([]);
    expect(judged(flat, { street: `c${MOST_OPTIONS}` }, names).problems).toHaveLength(1);
  });

  it('whatever is answered and entered: taken is exactly what is offered', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(code), code, (codes, entered) => {
        const names = { found: { items: codes.map((one) => ({ code: one, name: one })) } };
        const offered = withChoices(form, {}, names).schema.properties?.street as { enum: string[] };
        const refused = problemsOf({ street: entered }, names).some(({ pointer }) => pointer === '/street');
        expect(refused).toBe(!offered.enum.includes(entered));
      }),
      { numRuns: 40 },
    );
  });
});
