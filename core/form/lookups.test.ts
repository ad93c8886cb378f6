import { describe, expect, it } from 'vitest';
import { askedBy, lookupDifferences, lookupFills, lookupInput } from './lookups.ts';
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

  it('waits until what it is asked by is entered whole', () => {
    expect(lookupInput(form, 'dwelling', { number: '7' }, nothing)).toBeNull();
    expect(askedBy(form, 'dwelling')).toEqual(['/number']);
  });

  it('is nothing where the form has no such lookup', () => {
    expect(lookupInput(form, 'toString', {}, nothing)).toBeNull();
    expect(lookupInput({ schema: {} }, 'dwelling', {}, nothing)).toBeNull();
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
