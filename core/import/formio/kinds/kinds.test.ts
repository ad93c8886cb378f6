import { describe, expect, it } from 'vitest';
import { importFormio } from '../form.ts';
import { bytesOf, fileTypes } from './files.ts';

const imported = (component: object) =>
  importFormio(
    { title: 'F', display: 'form', components: [{ key: 'it', label: 'It', ...component }] },
    { languages: ['en'] },
  );
const schemaOf = (component: object) =>
  (imported(component).form.schema as { properties: { it: object } }).properties.it;
const toldOf = (component: object) =>
  imported(component).report.find(({ what, source }) => what === 'field' && source === '/components/0');

describe('files', () => {
  it.each([
    ['50MB', 50 * 2 ** 20],
    ['1.5 kb', 1536],
    ['10', 10],
    ['7B', 7],
    ['2GB', 2 ** 31],
    ['much', undefined],
    [undefined, undefined],
  ])('of %s are of so many bytes', (written, bytes) => expect(bytesOf(written)).toBe(bytes));

  it('are of the types that the source lets in; what we never take is told', () => {
    expect(fileTypes('.pdf, image/png').types.sort()).toEqual(['pdf', 'png']);
    expect(fileTypes('image/*').types).toContain('jpeg');
    expect(fileTypes('*.pdf,.exe')).toMatchObject({
      types: ['pdf'],
      losses: [{ en: 'files of the kind exe are not taken' }],
    });
    expect(fileTypes('.exe').types).toEqual(fileTypes('').types);
    for (const any of ['', '*', '*/*', ' ']) expect(fileTypes(any).losses).toHaveLength(1);
  });

  it('are as many as the source takes, and what it asks beside is told', () => {
    const file = (more: object = {}) =>
      Object.values(imported({ type: 'file', ...more }).form.files ?? {})[0];
    expect(file()).toMatchObject({ at: '/it', count: 1, min: 0, each: 50 * 2 ** 20 });
    expect(file({ multiple: true, validate: { required: true }, fileMaxSize: '1MB' })).toMatchObject({
      ...{ count: 20, min: 1, each: 2 ** 20 },
    });
    const odd = {
      type: 'file',
      filePattern: '.pdf',
      fileMinSize: '1KB',
      fileTypes: [{ label: 'Passport', value: 'p' }],
    };
    expect(toldOf(odd)?.verdict).toBe('approximated');
    expect(
      toldOf({ type: 'file', filePattern: '.pdf', fileTypes: [{ label: '', value: '' }] })?.verdict,
    ).toBe('exact');
  });
});

describe('values', () => {
  it.each<[object, object]>([
    [{ type: 'number' }, { type: 'number' }],
    [
      { type: 'number', validate: { min: 1, max: '5' } },
      { minimum: 1, maximum: 5 },
    ],
    [
      { type: 'number', decimalLimit: 2 },
      { type: 'number', multipleOf: 0.01 },
    ],
    [{ type: 'number', decimalLimit: 0 }, { type: 'integer' }],
    [{ type: 'number', validate: { integer: true }, decimalLimit: 2 }, { type: 'integer' }],
    [{ type: 'number', inputType: 'numeric' }, { type: 'integer' }],
    [{ type: 'currency' }, { type: 'number', multipleOf: 0.01 }],
    [{ type: 'currency', inputType: 'numeric' }, { type: 'integer' }],
    [
      { type: 'textfield', validate: { pattern: '^a+$', minLength: 2 } },
      { pattern: '^(?:a+)$', minLength: 2 },
    ],
  ])('%j are of the schema %j', (component, schema) => expect(schemaOf(component)).toMatchObject(schema));

  it.each([
    { validate: { pattern: '(' } },
    { validate: { minWords: 2 } },
    { validate: { maxWords: '9' } },
    { inputMask: '999' },
    { multiple: true },
  ])('what a text asks beside, %j, is told as lost', (more) => {
    expect(toldOf({ type: 'textfield', ...more })?.verdict).toBe('approximated');
    expect(schemaOf({ type: 'textfield', ...more })).not.toHaveProperty('pattern');
  });

  it('choices are told apart by their values: an empty one and a second of the same are none', () => {
    const values = [
      { value: 'a', label: 'A' },
      { value: '', label: 'Empty' },
      { value: 'a', label: 'Again' },
      { value: 2, label: 'Two' },
      { value: 'b' },
      { value: '__proto__', label: 'P' },
    ];
    expect(schemaOf({ type: 'radio', values })).toMatchObject({ enum: ['a', '2', 'b'] });
    expect(imported({ type: 'radio', values }).form.texts?.['/it']?.options).toMatchObject({
      a: { en: 'A' },
      b: { en: 'b' },
    });
  });
});
