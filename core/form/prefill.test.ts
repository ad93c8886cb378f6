import { describe, expect, it } from 'vitest';
import { prefill, suggest } from './prefill.ts';
import type { FormDefinition } from './types.ts';

const form = {
  schema: {
    type: 'object',
    properties: {
      person: {
        type: 'object',
        properties: { name: { type: 'string' }, email: { type: 'string' }, phone: { type: 'string' } },
      },
      city: { type: 'string' },
      street: { type: 'string' },
      label: { type: 'string' },
    },
  },
  pages: [],
  prefill: { '/person/name': 'identity.name', '/person/email': 'identity.email' },
  suggest: {
    '/city': 'identity.city',
    '/label': 'form.city + ", " + form.street',
    '/person/phone': 'identity.phone',
  },
} as unknown as FormDefinition;

const identity = { name: 'Олена', email: null, city: 'Харків', phone: null };

describe('what a draft begins with', () => {
  it('is what is known of the person, and nothing in the place of what is not', () => {
    expect(prefill(form, { identity })).toStrictEqual({ person: { name: 'Олена' } });
  });

  it('leaves out what cannot be known yet', () => {
    const later = { ...form, prefill: { '/city': 'form.street + "!"', '/person/name': 'identity.name' } };
    expect(prefill(later, { identity })).toStrictEqual({ person: { name: 'Олена' } });
  });

  it('is empty where the form fills in nothing beforehand', () => {
    expect(prefill({ ...form, prefill: undefined } as unknown as FormDefinition, { identity })).toEqual({});
  });

  it('is refused where the definition names what does not exist, rather than left out', () => {
    const broken = { ...form, prefill: { '/city': 'identty.city' } } as unknown as FormDefinition;
    expect(() => prefill(broken, { identity })).toThrow();
  });
});

describe('what is offered', () => {
  it('is offered for fields where nothing was entered yet', () => {
    expect(suggest(form, {}, { identity })).toStrictEqual({ '/city': 'Харків' });
  });

  it('is never offered over what a person entered, nor put in again once they emptied it', () => {
    expect(suggest(form, { city: 'Львів' }, { identity })).toEqual({});
  });

  it('may lean on what was entered, and waits for it', () => {
    expect(suggest(form, { city: 'Львів', street: 'Зелена' }, { identity })).toEqual({
      '/label': 'Львів, Зелена',
    });
  });

  it('is nothing in a field that another answer hides', () => {
    const hiding = {
      ...form,
      schema: {
        type: 'object',
        properties: { abroad: { type: 'boolean' } },
        allOf: [
          {
            if: { properties: { abroad: { const: false } }, required: ['abroad'] },
            // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
            then: { properties: { city: { type: 'string' } } },
          },
        ],
      },
      suggest: { '/city': 'identity.city' },
    } as unknown as FormDefinition;
    expect(suggest(hiding, { abroad: true }, { identity })).toEqual({});
    expect(suggest(hiding, { abroad: false }, { identity })).toEqual({ '/city': 'Харків' });
  });

  it('is nothing where the form offers nothing', () => {
    expect(suggest({ ...form, suggest: undefined } as unknown as FormDefinition, {}, { identity })).toEqual(
      {},
    );
  });
});
