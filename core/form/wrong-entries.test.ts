import { describe, expect, it } from 'vitest';
import { complete } from './complete.ts';
import type { FormDefinition } from './types.ts';
import { validate } from './validate.ts';

const form: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      rnokpp: { type: 'string', format: 'rnokpp' },
      passport: { type: 'string', format: 'passport' },
      area: { type: 'number' },
      half: { type: 'number' },
    },
  },
  computed: { '/half': 'form.area / 2' },
  rules: [{ at: '/area', must: 'form.area > 5', say: { uk: 'Замало', en: 'Too little' } }],
};
const said = (data: Record<string, unknown>) =>
  validate(form, data, {}).map(({ pointer, message }) => [pointer, message.uk]);

describe('an entry that is wrong', () => {
  it('of another type than the schema says is named as such; what leans on it is not computed yet', () => {
    const data = { area: 'сім' };
    expect(complete(form, data, {})).toEqual(data);
    expect(said(data)).toEqual([['/area', 'Введіть число цифрами']]);
    expect(said({ area: 4 })).toEqual([['/area', 'Замало']]);
  });
  it('is told why: signs, their number, or one wrong digit', () => {
    expect(said({ rnokpp: '175901377' })).toEqual([['/rnokpp', 'Не та кількість знаків: потрібно 10 цифр']]);
    expect(said({ rnokpp: '1759013770' })).toEqual([
      ['/rnokpp', 'Одна з цифр помилкова: звірте номер із документом'],
    ]);
  });
  it('only by letters of the other alphabet or blanks is put right without a question', () => {
    const data = { rnokpp: '175 901 3776', passport: 'kм 123456' };
    expect(complete(form, data, {})).toEqual({ rnokpp: '1759013776', passport: 'КМ123456' });
    expect(said(data)).toEqual([]);
  });
});
