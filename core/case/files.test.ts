import { expect, it } from 'vitest';
import type { FileVersion } from './file.ts';
import { checkFiles, filesIn } from './files.ts';
import { Refused } from './refuse.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, Play, small } from './small-service.testing.ts';

const at = (...pointers: string[]) => ({
  files: Object.fromEntries(pointers.map((pointer, n) => [`f${n}`, { at: pointer }])),
});
const clean = (id: string): FileVersion => ({
  ...{ id, at: '/scan', name: 'план.pdf', key: `k/${id}`, version: '1', sha256: '0'.repeat(64) },
  ...{ size: 1, type: 'application/pdf', scan: 'clean' },
});

it('the files of a form are those that its fields name: one, several, in every row or in one of them', () => {
  const data = { one: 'a', many: ['b', { id: 'c' }], rows: [{ scan: 'd' }, {}, { scan: ['e'] }] };
  expect(filesIn(at('/one', '/many', '/rows/*/scan'), data).map(({ id }) => id)).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ]);
  expect(filesIn(at('/rows/2/scan'), data)).toEqual([{ id: 'e', at: '/rows/2/scan' }]);
  expect(filesIn({}, data)).toEqual([]);
});

it('a file that may not be taken is told of where it stands in the form', () => {
  const data = { one: 'a', many: ['b', { id: 'c' }], rows: [{}, { scan: ['d'] }] };
  const wrong = (pointer: string, files: object = {}) => {
    try {
      checkFiles(at(pointer), data, files as { [id: string]: FileVersion });
      return 'taken';
    } catch (error) {
      return error instanceof Refused
        ? { code: error.refusal.code, at: error.refusal.pointer, en: error.refusal.message.en }
        : error;
    }
  };
  const told = (code: string, pointer: string, words: string) => ({
    code,
    at: pointer,
    en: expect.stringContaining(words),
  });
  expect(wrong('/one')).toEqual(told('unknownFile', '/one', 'attach it again'));
  expect(wrong('/many')).toEqual(told('unknownFile', '/many/0', 'attach it again'));
  expect(wrong('/many/1')).toEqual(told('unknownFile', '/many/1', 'attach it again'));
  expect(wrong('/rows/*/scan')).toEqual(told('unknownFile', '/rows/1/scan/0', 'attach it again'));
  const all = {
    a: clean('a'),
    b: clean('b'),
    c: { ...clean('c'), scan: 'pending' },
    d: { ...clean('d'), scan: 'infected' },
  };
  expect(wrong('/one', all)).toBe('taken');
  expect(wrong('/many', all)).toEqual(told('fileNotScanned', '/many/1', '“план.pdf”'));
  expect(wrong('/rows/*/scan', all)).toEqual(told('fileInfected', '/rows/1/scan/0', '“план.pdf”'));
});

it('nothing is a file where nothing is named, or what is there is none', () => {
  const data = { none: null, number: 5, odd: [{ id: 5 }, null, []], text: 'a' };
  expect(
    filesIn(at('/none', '/number', '/odd', '/gone', '/text/deeper', '/none/deeper', '/constructor'), data),
  ).toEqual([]);
});

it('files that an officer attaches come to the case with what was entered, and with what was changed', () => {
  const file = { type: 'object', properties: { id: { type: 'string' } } };
  const limits = { types: ['application/pdf'], each: 1000, count: 1, min: 0 };
  const { form, flow } = small.bundle;
  const own = {
    schema: { type: 'object', properties: { scan: file } },
    files: { scan: { at: '/scan', ...limits } },
  };
  const schema = { ...form.schema, properties: { ...(form.schema.properties as object), plan: file } };
  const review = { ...flow.states.review, form: own, edits: ['/plan'] };
  const bundle = {
    ...small.bundle,
    form: { ...form, schema, files: { plan: { at: '/plan', ...limits } } },
    flow: { ...flow, states: { ...flow.states, review } },
  };
  const inReview = () => {
    const play = new Play({ ...small, bundle } as unknown as ServiceRuntime);
    play.toReview();
    play.do(asOfficer('o-iryna', 'registrar'), { type: 'claim', path: 'review' });
    return play;
  };
  const play = inReview();
  expect(play.review('approve', { data: { scan: { id: 'f1' } } })).toBe('unknownFile');
  expect(
    play.review('approve', { data: { scan: { id: 'f1' } }, files: { f1: clean('f1') } }),
  ).toBeUndefined();
  expect(play.here.data.files).toHaveProperty('f1');

  const changed = inReview();
  const changes = { '/plan': { id: 'f2' } };
  expect(changed.review('approve', { changes })).toBe('unknownFile');
  expect(changed.review('approve', { changes, files: { f2: clean('f2') } })).toBeUndefined();
  expect(changed.here.data).toMatchObject({
    form: { plan: { id: 'f2' } },
    changes: [{ pointer: '/plan', from: null }],
  });
  expect(changed.here.data.files).toHaveProperty('f2');
});
