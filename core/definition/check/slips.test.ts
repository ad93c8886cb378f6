import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { applied } from '../diff/index.ts';
import { fileOf, library } from '../library.ts';
import type { Kind } from '../types.ts';
import { check } from './check.ts';

// Slips of the pen in a whole definition: of each rule the cases that its example in test/fixtures/mistakes/ does not show

const folder = resolve(import.meta.dirname, '../../../test/fixtures/mistakes/base');
const files = Object.fromEntries(
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(resolve(folder, file), 'utf8')]),
);
/** Values by where they are put; undefined takes one away. */
type Slip = { readonly [pointer: string]: unknown };

const base = new Map<string, Set<string>>();
function said(kind: Kind, id: string, slip: Slip): string[] {
  const file = fileOf(kind, id);
  const drawn = Object.entries(slip).reduce<unknown>(
    (here, [path, value]) =>
      applied(here, [value === undefined ? { op: 'remove', path } : { op: 'add', path, value }]),
    JSON.parse(files[file] ?? ''),
  );
  const { library: now } = library({ ...files, [file]: JSON.stringify(drawn) });
  return check(now, { kind, id }, { today: '2026-11-26' }).map(({ code, pointer }) => `${code} ${pointer}`);
}
/** What is told now and was not before: the base holds words that nothing acts on yet. */
function told(kind: Kind, id: string, slip: Slip): string[] {
  const known = base.get(id) ?? new Set(said(kind, id, {}));
  base.set(id, known);
  return said(kind, id, slip).filter((one) => !known.has(one));
}

const week = { monday: { from: '09:00', to: '18:00' } };
const fee = (from: string) => ({ from, value: 1, act: 'Рішення' });

it.each<[what: string, kind: Kind, id: string, slip: Slip, ...told: string[]]>([
  [
    'two offices of one id',
    'agency',
    'town',
    { '/offices/1/id': 'central' },
    'repeated /offices/1/id',
    'unknownReference /closures/0/offices/0',
  ],
  [
    'two regimes of one id',
    'agency',
    'town',
    { '/regimes/1': { id: 'special', title: { uk: 'Т', en: 'T' }, act: 'А', from: '2026-01-01' } },
    'repeated /regimes/1/id',
  ],
  ['no regimes and no closures', 'agency', 'town', { '/regimes': undefined, '/closures': undefined }],
  [
    'a regime from a day that does not exist',
    'agency',
    'town',
    { '/regimes/0/from': '2026-02-30' },
    'noSuchDay /regimes/0/from',
  ],
  [
    'a regime to a day that does not exist',
    'agency',
    'town',
    { '/regimes/0/to': '2026-02-30' },
    'noSuchDay /regimes/0/to',
  ],
  [
    'a calendar of an office with a day twice',
    'agency',
    'town',
    {
      '/offices/0/calendar': {
        week,
        days: [
          { date: '2026-12-24', works: false },
          { date: '2026-12-24', works: true },
        ],
      },
    },
    'repeated /offices/0/calendar/days/1',
  ],
  [
    'a calendar until a day that does not exist',
    'agency',
    'town',
    { '/calendar/until': '2027-02-29' },
    'noSuchDay /calendar/until',
  ],
  [
    'an X-Road connector that says no address there',
    'connector',
    'cars',
    { '/kind': 'xroad' },
    'connectorLacks ',
  ],
  ['a key of a registry that no record has', 'registry', 'permits', { '/key': '/none' }, 'unknownField /key'],
  [
    'a key of several fields, one unknown',
    'registry',
    'permits',
    { '/key': ['/plate', '/none'] },
    'unknownField /key/1',
  ],
  [
    'places by a field that no record has',
    'registry',
    'permits',
    { '/capacity/places': '/none' },
    'unknownField /capacity/places',
  ],
  [
    'a registry without indexes, readers by role and places',
    'registry',
    'permits',
    { '/indexes': undefined, '/readers/roles': undefined, '/capacity': undefined },
  ],
  [
    'a value by law from a day that does not exist',
    'service',
    'parking',
    { '/parameters/fee': [fee('2026-01-01'), fee('2026-02-30')] },
    'noSuchDay /parameters/fee/1/from',
  ],
  [
    'two values by law from one day',
    'service',
    'parking',
    { '/parameters/fee': [fee('2026-01-01'), fee('2026-01-01')] },
    'repeated /parameters/fee/1/from',
  ],
  [
    'values by law of several kinds',
    'service',
    'parking',
    { '/parameters/fee': [fee('2026-01-01'), { ...fee('2027-01-01'), value: [1] }] },
    'parameterKinds /parameters/fee',
  ],
  [
    'drafts that are kept for no time said',
    'service',
    'parking',
    { '/retention/draft': undefined },
    'noRetention /retention',
  ],
  [
    'a note of less than no length',
    'service',
    'parking',
    { '/form/schema/properties/note/maxLength': -1 },
    'wrongKeywordValue /form/schema/properties/note/maxLength',
  ],
])('tells of %s', (_, kind, id, slip, ...codes) => expect(told(kind, id, slip)).toEqual(codes));
