import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle } from '../bundle.ts';
import { library } from '../library.ts';
import { mended } from '../mend.ts';
import type { JsonPatch } from '../types.ts';
import { check } from './check.ts';

/** What may be left out, and what may be written in more than one way: the check has nothing against it. */
const folder = resolve(import.meta.dirname, '../../../test/fixtures/mistakes/base');
const base = Object.fromEntries(
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(resolve(folder, file), 'utf8')]),
);

function told(files: { readonly [file: string]: string }): string[] {
  const read = library({ ...base, ...files });
  return [...read.problems, ...check(read.library, undefined, { today: '2026-11-26' })]
    .filter(({ code }) => code !== 'noEffectYet' && code !== 'notCarriedOut')
    .map(({ file, pointer, code }) => `${file}${pointer} ${code}`);
}

const changed = (file: string, edit: JsonPatch) => told({ [file]: mended(base[file] ?? '', edit) });
const parking = 'services/parking/service.json';
const fair = 'services/fair/service.json';

const text = (uk: string, en: string) => ({ uk, en });
const least = {
  ...{ format: 1, id: 'least', agency: 'town', startedBy: { applicant: true } },
  title: text('Звернення', 'A request'),
  summary: text('Напишіть нам', 'Write to us'),
  parties: { applicant: { who: ['person'] } },
  form: {
    schema: { type: 'object', properties: { request: { type: 'string' } } },
    texts: { '/request': { title: text('Про що?', 'What about?') } },
    pages: [{ id: 'request', title: text('Звернення', 'The request'), fields: ['/request'] }],
  },
  flow: { initial: 'heard', states: { heard: { type: 'end', outcome: 'heard', kind: 'granted' } } },
  retention: { granted: 'P1Y', withdrawn: 'P1Y', draft: 'P30D' },
};

/** The least service with other states, and more. */
const serviceOf = (states: object, more: object = {}) => ({
  'services/least/service.json': JSON.stringify({
    ...least,
    flow: { initial: Object.keys(states)[0], states: { ...states, ...least.flow.states } },
    ...more,
  }),
});

describe('a service that says no more than it must', () => {
  it('has no mistake: nobody of an agency acts, no document, no message, nothing is looked up', () => {
    expect(told({ 'services/least/service.json': JSON.stringify(least) })).toEqual([]);
  });

  it('brings its open cases over to another as plain', () => {
    const before = library({ ...base, 'services/least/service.json': JSON.stringify(least) }).library;
    const published = JSON.stringify(bundle(before, 'least', 1));
    const migrate = { from: 1, data: { form: { fill: { '/request': '"—"' } } } };
    const files = { 'services/least/published/1.json': published };
    const next = { 'services/least/service.json': JSON.stringify({ ...least, migrate }) };
    expect(told({ ...files, ...next })).toEqual([]);
  });

  it('is told of what it names in vain, though there is none of the kind', () => {
    const after = { revoke: { by: 'clerk', grounds: ['late'] } };
    const found = told({ 'services/least/service.json': JSON.stringify({ ...least, after }) });
    expect(found).toEqual([
      'services/least/service.json/after/revoke/by unknownReference',
      'services/least/service.json/after/revoke/grounds/0 unknownReference',
    ]);
  });
});

describe('what a state may leave out', () => {
  const due = { due: 'P5D', overdue: { to: 'heard' } };

  it('a call whose answer nobody needs, an event that leaves nothing behind', () => {
    const states = {
      asking: { type: 'call', connector: 'bank', input: {}, next: 'hearing', failed: 'hearing' },
      hearing: {
        type: 'wait',
        event: { connector: 'bank', match: 'event.id = case.reference' },
        ...due,
        next: 'heard',
      },
    };
    const found = told(serviceOf(states));
    // a bank cannot be asked like a registry; the input of a connector that says nothing is not judged
    expect(found).toEqual(['services/least/service.json/flow/states/asking/connector wrongConnector']);
  });

  it('a payment that nobody is exempt from, a record that is only closed', () => {
    const states = {
      paying: {
        type: 'pay',
        connector: 'bank',
        amount: '5000',
        purpose: text('Збір', 'Fee'),
        ...due,
        next: 'closing',
      },
      closing: {
        type: 'issue',
        document: 'note',
        record: { do: 'close', registry: 'permits', key: 'form.request' },
        next: 'heard',
        failed: 'heard',
      },
    };
    const note = { title: text('Лист', 'Letter'), body: [{ type: 'fields', of: ['/request'] }] };
    const permits = mended(base['registries/permits.json'] ?? '', [
      { op: 'add', path: '/writtenBy/-', value: 'least' },
    ]);
    expect(
      told({ ...serviceOf(states, { documents: { note } }), 'registries/permits.json': permits }),
    ).toEqual(['services/least/service.json/flow/states/closing/record/key mayBeEmpty']);
  });

  it('a case of another service that is given nothing and always started', () => {
    const states = { starting: { type: 'start', cases: { one: { service: 'fair' } }, next: 'heard' } };
    expect(told(serviceOf(states))).toEqual([]);
  });
});

describe('what a connector is sent', () => {
  it('may be lists and groups of any kind, and a case hands them over as they are', () => {
    const input = {
      type: 'object',
      properties: { codes: { type: 'array' }, who: { type: 'object' }, sure: { type: 'boolean' } },
      required: ['codes'],
    };
    const cars = mended(base['connectors/cars.json'] ?? '', [
      { op: 'replace', path: '/input', value: input },
    ]);
    const states = {
      asking: {
        ...{ type: 'call', connector: 'cars', as: 'told', next: 'heard', failed: 'heard' },
        input: { codes: '["A", form.request]', who: '{ name: form.request }', sure: 'true' },
      },
    };
    const found = told({ ...serviceOf(states), 'connectors/cars.json': cars });
    expect(found.filter((line) => line.includes('/least/'))).toEqual([]);
    const { codes: _, ...less } = states.asking.input;
    const wrong = serviceOf({ asking: { ...states.asking, input: { ...less, who: '7' } } });
    const lacks = told({ ...wrong, 'connectors/cars.json': cars });
    expect(lacks.filter((line) => line.includes('/least/'))).toEqual([
      'services/least/service.json/flow/states/asking/input/who wrongResult',
      'services/least/service.json/flow/states/asking/input missingInput',
    ]);
  });

  it('a record that is created with nothing in it lacks what its schema needs', () => {
    const record = { do: 'create', registry: 'permits', key: '"1"' };
    const states = {
      closing: { type: 'issue', document: 'note', record, next: 'heard', failed: 'heard' },
    };
    const note = { title: text('Лист', 'Letter'), body: [{ type: 'qr' }, { type: 'signature' }] };
    const permits = mended(base['registries/permits.json'] ?? '', [
      { op: 'add', path: '/writtenBy/-', value: 'least' },
    ]);
    const files = { ...serviceOf(states, { documents: { note } }), 'registries/permits.json': permits };
    const at = 'services/least/service.json/flow/states/closing/record/data missingRecordField';
    expect(told(files)).toEqual([at, at]);
  });
});

describe('what may be written in another way', () => {
  it.each<[string, string, JsonPatch]>([
    [
      'any branch is enough',
      parking,
      [{ op: 'replace', path: '/flow/states/approval/join/need', value: 'any' }],
    ],
    [
      'branches come together by a condition',
      parking,
      [
        {
          op: 'replace',
          path: '/flow/states/approval/join',
          value: { when: 'outcomes.approval.chief = "yes"' },
        },
      ],
    ],
    [
      'an officer may go one of two ways with the marks of a correction',
      parking,
      [
        {
          op: 'replace',
          path: '/flow/states/review/actions/return/to',
          value: [{ when: 'form.kind = "own"', to: 'correction' }, { to: 'correction' }],
        },
      ],
    ],
    [
      'a list of plain values is described by its items, a note speaks in its hint alone',
      fair,
      [
        {
          op: 'add',
          path: '/form/schema/properties/words',
          value: { type: 'array', items: { type: 'string' } },
        },
        { op: 'add', path: '/form/schema/properties/told', value: { type: 'null' } },
        { op: 'add', path: '/form/texts/~1words', value: { title: { uk: 'Слова', en: 'Words' } } },
        { op: 'add', path: '/form/texts/~1told', value: { hint: { uk: 'Увага', en: 'Mind' } } },
        { op: 'add', path: '/form/pages/0/fields/-', value: '/words' },
        { op: 'add', path: '/form/pages/0/fields/-', value: '/told' },
        { op: 'add', path: '/form/ui/words', value: { items: { 'ui:widget': 'textarea' } } },
      ],
    ],
    ['a lookup is always asked', parking, [{ op: 'remove', path: '/form/lookups/car/when' }]],
    ['a lookup fills in nothing', parking, [{ op: 'remove', path: '/form/lookups/car/fills' }]],
    [
      'a field of every row is computed',
      parking,
      [{ op: 'add', path: '/form/computed/~1owners~1*~1share', value: '1 / count(form.owners)' }],
    ],
    ['a file may be one and more are not said', parking, [{ op: 'remove', path: '/form/files/proof/count' }]],
    [
      'a registry tells persons nothing',
      'registries/permits.json',
      [{ op: 'remove', path: '/readers/person' }],
    ],
    [
      'what an officer edits may be a field of rows, and what they see a field of a list',
      parking,
      [
        { op: 'replace', path: '/flow/states/review/edits', value: ['/owners/*/name'] },
        { op: 'add', path: '/roles/head/sees/-', value: 'form.owners.name' },
      ],
    ],
    [
      'a task changes nothing and enters nothing',
      parking,
      [{ op: 'remove', path: '/flow/states/review/edits' }],
    ],
    ['a note has no title of its own', fair, [{ op: 'remove', path: '/documents/plan/body/1/rows' }]],
    [
      'silence decides for one or the other',
      parking,
      [
        {
          op: 'replace',
          path: '/decideWithin/overdue',
          value: { meaning: 'consent', to: [{ when: 'form.kind = "own"', to: 'granted' }, { to: 'left' }] },
        },
      ],
    ],
    ['a schema has no text for a field that is no choice', fair, [{ op: 'remove', path: '/form/ui' }]],
  ])('%s', (_, file, edit) => {
    expect(changed(file, edit)).toEqual([]);
  });
});

describe('choices taken from data', () => {
  const offered = (name: string, source: string) =>
    changed(fair, [{ op: 'add', path: '/form/options', value: { [name]: source } }]);

  it('may be plain values, records that are known by a value, and what nothing is known of', () => {
    expect(offered('/name', 'form.tags')).toEqual([]);
    expect(offered('/tags', 'form.tags')).toEqual([]);
    expect(offered('/name', '[{ id: "a", title: "A" }]')).toEqual([]);
    expect(offered('/name', '[]')).toEqual([]);
  });

  it('of another kind than the field holds, or without a value, are told of', () => {
    const at = `${fair}/form/options/~1name`;
    expect(offered('/name', 'form.days.guests')).toEqual([`${at} optionsOfOtherKind`]);
    expect(offered('/name', 'for d in form.days return date(d.day)')).toEqual([`${at} optionsWithoutValue`]);
    expect(offered('/name', 'form.days')).toEqual([`${at} optionsWithoutValue`]);
  });
});
