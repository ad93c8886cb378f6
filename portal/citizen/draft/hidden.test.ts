import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '#core/form/types.ts';
import { hiddenIn, hiddenTitles, withHidden } from './hidden.ts';

const form: FormDefinition = {
  schema: {
    type: 'object',
    properties: { whose: { type: 'string' } },
    allOf: [
      {
        if: { properties: { whose: { const: 'child' } }, required: ['whose'] },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word
        then: { properties: { child: { type: 'object', properties: { name: { type: 'string' } } } } },
      },
    ],
  },
  texts: { '/child': { title: { uk: 'Дитина', en: 'The child' } } },
};
const gone = (data: Record<string, unknown>) => hiddenIn(form, data, data);

describe('what another answer hides', () => {
  const before = { whose: 'self', child: { name: 'Софія' } };

  it('is told by its title', () => {
    expect(hiddenTitles(form, gone(before), 'en')).toEqual(['The child']);
    expect(hiddenTitles(form, gone({ ...before, whose: 'child' }), 'en')).toEqual([]);
  });
  it('is told too where the form works out itself what hides it', () => {
    const computed = { ...form, computed: { '/whose': 'case.through' } };
    const stale = { whose: 'child', child: { name: 'Софія' } };
    expect(hiddenTitles(computed, hiddenIn(computed, stale, { whose: 'self' }), 'en')).toEqual(['The child']);
  });
  it('comes back with the answer', () => {
    const next = withHidden({ whose: 'child' }, before, gone(before));
    expect(next).toEqual({ whose: 'child', child: { name: 'Софія' } });
  });
  it('is not put into another row', () => {
    const rows = { owners: [{ a: 1 }, { a: 2, b: 3 }] };
    expect(withHidden({ owners: [{ a: 2 }] }, rows, ['/owners/1/b'])).toEqual({ owners: [{ a: 2 }] });
    expect(withHidden({ owners: [{ a: 1 }, { a: 5 }] }, rows, ['/owners/1/b'])).toEqual({
      owners: [{ a: 1 }, { a: 5, b: 3 }],
    });
  });
});
