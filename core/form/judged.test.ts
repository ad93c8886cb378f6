import { describe, expect, it } from 'vitest';
import { resolve } from './resolve.ts';
import type { FormDefinition } from './types.ts';
import { validate } from './validate.ts';

const t = (uk: string) => ({ uk, en: uk });
const limits = { types: ['application/pdf'], each: 1000, count: 3 };
const form: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      owner: { type: 'boolean' },
      from: { type: 'string', format: 'date' },
      to: { type: 'string', format: 'date' },
      proof: {
        type: 'array',
        items: { type: 'object', properties: { id: { type: 'string' } } },
        minItems: 1,
      },
      photo: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
    },
    required: ['owner', 'proof'],
  },
  pages: [
    { id: 'days', title: t('Дні'), fields: ['/owner', '/from', '/to'] },
    { id: 'files', title: t('Файли'), fields: ['/proof', '/photo'] },
  ],
  files: {
    proof: { at: '/proof', ...limits, min: 1, skipWhen: 'form.owner = true' },
    photo: { at: '/photo', ...limits, min: 0 },
  },
  rules: [
    { at: '/to', must: 'form.to > form.from', say: t('Кінець раніше за початок') },
    { at: '/to', must: 'form.to < "2030-01-01"', say: t('Надто далеко') },
    { at: '/from', when: 'form.owner = true', must: 'form.from > "2020-01-01"', say: t('Надто давно') },
    { at: '', must: 'form.from != "2026-02-24"', say: t('Цього дня не приймали') },
    { at: '/gone', must: 'false', say: t('Ніколи') },
  ],
};
const said = (data: Record<string, unknown>, only?: string[]) =>
  validate(form, data, {}, only).map(({ pointer, code }) => `${pointer} ${code}`);
const proof = [{ id: 'f1' }];

describe('what is wrong with a form', () => {
  it('is nothing where everything holds', () => {
    expect(said({ owner: false, from: '2026-01-01', to: '2026-02-01', proof })).toEqual([]);
  });

  it('is told in the order of the form, one thing a field', () => {
    expect(said({ from: '2026-02-01', to: '2026-01-01' })).toEqual([
      '/owner required',
      '/to rule0',
      '/proof required',
    ]);
    expect(said({ owner: true, from: '2031-01-01', to: '2030-06-01' })).toEqual(['/to rule0']);
  });

  it('is told of one page alone while that page is filled in', () => {
    expect(said({}, ['/proof', '/photo'])).toEqual(['/proof required']);
    expect(said({}, ['/owner'])).toEqual(['/owner required']);
    expect(said({ owner: true }, ['/proof'])).toEqual([]);
  });

  it('by a rule is told only once what the rule leans on was entered, and where its condition holds', () => {
    expect(said({ owner: false, to: '2026-01-01', proof })).toEqual([]);
    expect(said({ owner: false, from: '2019-01-01', proof })).toEqual([]);
    expect(said({ owner: true, from: '2019-01-01' })).toEqual(['/from rule2']);
  });

  it('may be of the form as a whole, and is never of a field that is not there', () => {
    expect(said({ owner: true, from: '2026-02-24' })).toEqual([' rule3']);
  });
});

describe('files of a form', () => {
  it('are needed as long as nothing says that they may be left out', () => {
    expect(said({ owner: false })).toEqual(['/proof required']);
    expect(said({ owner: false, proof: [] })).toEqual(['/proof minItems']);
    expect(said({ owner: true })).toEqual([]);
    expect(said({ owner: true, proof: [] })).toEqual([]);
  });

  it('are missing one by one, also where the schema does not ask for them', () => {
    const files = { photo: { at: '/photo', ...limits, min: 2 }, copy: { at: '/copy', ...limits, min: 1 } };
    const properties = { photo: { type: 'array' }, copy: { type: 'object' } };
    const told = (data: Record<string, unknown>) =>
      validate({ schema: { type: 'object', properties }, files }, data, {});
    expect(told({})).toEqual([
      { pointer: '/photo', code: 'required', message: { uk: 'Додайте файл', en: 'Attach a file' } },
      { pointer: '/copy', code: 'required', message: { uk: 'Додайте файл', en: 'Attach a file' } },
    ]);
    expect(told({ photo: proof, copy: { id: 'f1' } }).map(({ pointer }) => pointer)).toEqual(['/photo']);
    expect(told({ photo: [...proof, ...proof], copy: { id: 'f1' } })).toEqual([]);
  });

  it('that may be left out are still judged once they are there', () => {
    const schema = {
      ...form.schema,
      properties: {
        ...form.schema.properties,
        proof: {
          type: 'array',
          minItems: 2,
          items: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
        },
      },
    };
    const told = (given: object[]) =>
      validate({ ...form, schema }, { owner: true, proof: given }, {}).map(
        ({ pointer, code }) => `${pointer} ${code}`,
      );
    expect(told([])).toEqual([]);
    expect(told([{ id: 'f1' }])).toEqual(['/proof minItems']);
    expect(told([{}, { id: 'f1' }])).toEqual(['/proof/0/id required']);
  });

  it('are known by how many are needed now', () => {
    const needed = (owner: boolean) =>
      resolve(form, { owner }, {}).files.map((file) => [file.name, file.needed]);
    expect(needed(false)).toEqual([
      ['proof', 1],
      ['photo', 0],
    ]);
    expect(needed(true)).toEqual([
      ['proof', 0],
      ['photo', 0],
    ]);
  });
});
