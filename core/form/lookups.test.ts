import { describe, expect, it } from 'vitest';
import { askedBy, lookupDifferences, lookupFills, lookupInput, refusedDifferences } from './lookups.ts';
import { resolve } from './resolve.ts';
import type { FormDefinition } from './types.ts';
import { judged } from './validate.ts';

const form: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      number: { type: 'string', pattern: '^[0-9]{2}$' },
      kind: { type: 'string', enum: ['flat', 'house'] },
      area: { type: 'number' },
      rented: { type: 'boolean' },
    },
    allOf: [
      {
        if: { properties: { rented: { const: true } }, required: ['rented'] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { owner: { type: 'string' } } },
      },
    ],
  },
  texts: { '/kind': { options: { flat: { uk: 'Квартира', en: 'Flat' } } } },
  lookups: {
    dwelling: {
      connector: 'rights',
      when: 'form.number != null',
      input: { number: 'form.number' },
      as: 'home',
      fills: { '/kind': 'result.kind', '/owner': 'result.owner', '/area': 'result.area' },
      whenDifferent: 'refuse',
    },
    person: { connector: 'people', input: { rnokpp: 'identity.rnokpp', number: 'form.number' } },
  },
};
const nothing = { home: null, person: null, identity: { rnokpp: null } };
const found = { ...nothing, home: { kind: 'flat', owner: 'Олена', area: null } };

/** The form with a lookup of its own. */
const withLookup = (lookup: object): FormDefinition => ({
  ...form,
  lookups: { asks: { connector: 'c', input: {}, ...lookup } },
});

describe('what a registry is asked', () => {
  it('is known once its condition holds', () => {
    expect(lookupInput(form, 'dwelling', {}, nothing)).toBeNull();
    expect(lookupInput(form, 'dwelling', { number: '77' }, nothing)).toEqual({ number: '77' });
  });

  it('without a condition waits for something to ask by', () => {
    expect(lookupInput(form, 'person', {}, nothing)).toBeNull();
    expect(lookupInput(form, 'person', {}, { ...nothing, identity: { rnokpp: '1' } })).toEqual({
      rnokpp: '1',
      number: null,
    });
  });

  it('is asked at once where nothing is sent: a list that is the same for everyone', () => {
    const list: FormDefinition = { ...form, lookups: { kinds: { connector: 'kinds', input: {} } } };
    expect(lookupInput(list, 'kinds', {}, { kinds: null })).toEqual({});
  });

  it('waits until what it is asked by is entered whole', () => {
    expect(lookupInput(form, 'dwelling', { number: '7' }, nothing)).toBeNull();
    expect(askedBy(form, 'dwelling')).toEqual(['/number']);
  });

  it('is nothing where the form has no such lookup', () => {
    expect(lookupInput(form, 'toString', {}, nothing)).toBeNull();
    expect(lookupInput({ schema: {} }, 'dwelling', {}, nothing)).toBeNull();
    expect(askedBy(form, 'toString')).toEqual([]);
  });

  it('waits for what has to be worked out of a field that is not entered', () => {
    const parts = withLookup({ input: { first: 'substring(form.number, 1, 1)', who: 'identity.rnokpp' } });
    const known = { ...nothing, identity: { rnokpp: '1' } };
    expect(lookupInput(parts, 'asks', {}, known)).toBeNull();
    expect(lookupInput(parts, 'asks', { number: '77' }, known)).toEqual({ first: '7', who: '1' });
  });

  it('is not asked while a field that only its condition names is wrong', () => {
    const when = withLookup({ when: 'form.number != ""', input: { who: 'identity.rnokpp' } });
    const known = { ...nothing, identity: { rnokpp: '1' } };
    expect(lookupInput(when, 'asks', { number: '7' }, known)).toBeNull();
    expect(lookupInput(when, 'asks', { number: '77' }, known)).toEqual({ who: '1' });
  });

  it('is not asked where its condition does not hold, though there is something to ask by', () => {
    const flats = withLookup({ when: 'form.kind = "flat"', input: { who: 'identity.rnokpp' } });
    const known = { ...nothing, identity: { rnokpp: '1' } };
    expect(lookupInput(flats, 'asks', { kind: 'house' }, known)).toBeNull();
    expect(lookupInput(flats, 'asks', { kind: 'flat' }, known)).toEqual({ who: '1' });
  });

  it('does not wait for a field that is required and empty, where it can do without', () => {
    const required = { ...form, schema: { ...form.schema, required: ['number'] } };
    const known = { ...nothing, identity: { rnokpp: '1' } };
    expect(lookupInput(required, 'person', {}, known)).toEqual({ rnokpp: '1', number: null });
    // nor for anything else that is wrong in the form
    const other = withLookup({ input: { who: 'identity.rnokpp' } });
    expect(lookupInput(other, 'asks', { number: '7' }, known)).toEqual({ who: '1' });
  });

  it('goes by the fields that its expressions name, not by words that look like them', () => {
    const fields = (input: object) => askedBy(withLookup({ input }), 'asks');
    expect(fields({ a: 'form.place.city', b: 'upper case(form . number)' })).toEqual([
      '/place/city',
      '/number',
    ]);
    expect(fields({ a: 'identity.form.kind', b: '"form.kind"', c: 'form' })).toEqual([]);
    expect(fields({ a: 'count(for form in identity.all return form.kind)' })).toEqual([]);
    expect(fields({ a: 'form.number', b: 'form.number' })).toEqual(['/number']);
  });
});

describe('what an answer fills in', () => {
  const fills = (data: object, names: object) =>
    lookupFills(form, 'dwelling', { ...data }, { ...names }, resolve(form, { ...data }, { ...names }));

  it('is what it has, in fields that show', () => {
    expect(fills({}, found)).toEqual({ '/kind': 'flat' });
    expect(fills({ rented: true }, found)).toEqual({ '/kind': 'flat', '/owner': 'Олена' });
  });

  it('is nothing while there is no answer', () => {
    expect(fills({ rented: true }, nothing)).toEqual({});
  });

  it('is known by the name of the lookup where it has no other', () => {
    const own = withLookup({ fills: { '/kind': 'result.kind' } });
    const answered = { ...nothing, asks: { kind: 'flat' } };
    expect(lookupFills(own, 'asks', {}, answered, resolve(own, {}, answered))).toEqual({ '/kind': 'flat' });
  });

  it('is nothing where it is only shown, or there is no such lookup', () => {
    const shown = withLookup({});
    const answered = { ...nothing, asks: { kind: 'flat' }, toString: { kind: 'flat' } };
    expect(lookupFills(shown, 'asks', {}, answered, resolve(shown, {}, answered))).toEqual({});
    expect(lookupFills(shown, 'toString', {}, answered, resolve(shown, {}, answered))).toEqual({});
  });
});

describe('something else than the registry answered', () => {
  it('is refused where the lookup says so, in words that mend it', () => {
    const { problems } = judged(form, { number: '77', kind: 'house' }, found);
    expect(problems).toEqual([
      {
        pointer: '/kind',
        code: 'differs',
        message: {
          uk: 'У реєстрі інше: «Квартира». Впишіть так, як у реєстрі, або перевірте дані, за якими шукали',
          en: 'The registry says otherwise: “Flat”. Enter it as the registry has it, or check the data it was searched by',
        },
      },
    ]);
  });

  it.each<[string, unknown, unknown, string, string]>([
    ['a number', 12.5, 10, '12.5', '12.5'],
    ['yes or no', true, false, 'так', 'yes'],
    ['no', false, true, 'ні', 'no'],
    ['several choices', ['flat', 'barn'], [], 'Квартира, barn', 'Flat, barn'],
    ['a choice with one text', 'hut', 'flat', 'Хата', 'Хата'],
    [
      'an address',
      { street: 'Садова', of: 'hut', house: 1, flat: null },
      { street: 'Лісова' },
      'Садова, Хата, 1',
      'Садова, Hut, 1',
    ],
  ])('is told as a person reads it: %s', (_, answer, entered, uk, en) => {
    const refusing: FormDefinition = {
      schema: { type: 'object', properties: { what: {} } },
      texts: {
        '/what': { options: { flat: { uk: 'Квартира', en: 'Flat' }, hut: { uk: 'Хата' } } },
        '/what/of': { options: { hut: { uk: 'Хата', en: 'Hut' } } },
      },
      lookups: {
        asks: { connector: 'c', input: {}, fills: { '/what': 'result.what' }, whenDifferent: 'refuse' },
      },
    };
    const names = { asks: { what: answer } };
    const [problem] = refusedDifferences(refusing, { what: entered }, names, resolve(refusing, {}, names));
    expect(problem?.message.uk).toContain(`«${uk}»`);
    expect(problem?.message.en).toContain(`“${en}”`);
  });

  it('is no mistake where nothing is entered, nothing was answered, or the same', () => {
    expect(judged(form, { number: '77' }, found).problems).toEqual([]);
    expect(judged(form, { number: '77', kind: 'house' }, nothing).problems).toEqual([]);
    expect(judged(form, { number: '77', kind: 'flat' }, found).problems).toEqual([]);
  });

  it('is told to the officer where the lookup says nothing', () => {
    const { whenDifferent: _, ...dwelling } = form.lookups?.dwelling ?? { connector: '', input: {} };
    const told: FormDefinition = { ...form, lookups: { dwelling } };
    const data = { kind: 'house' };
    expect(judged(told, data, found).problems).toEqual([]);
    expect(lookupDifferences(told, data, found, resolve(told, data, found), 'tellOfficer')).toEqual([
      { lookup: 'dwelling', pointer: '/kind', entered: 'house', found: 'flat' },
    ]);
  });
});
