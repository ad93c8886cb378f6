import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { library } from '../library.ts';
import type { Migrate } from '../types.ts';
import { check } from './check.ts';
import { shape } from './shape.ts';

const folder = resolve(import.meta.dirname, '../../../test/fixtures/mistakes/base');
const base = Object.fromEntries(
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(resolve(folder, file), 'utf8')]),
);
const file = 'services/parking/service.json';
const parking = JSON.parse(base[file] ?? '{}');

/** What is told of a migration from version 2, into a service with one state more, in which something is entered. */
function told(migrate: Omit<Migrate, 'from'>): string[] {
  const { correction, review } = parking.flow.states;
  const asking = { ...correction, pages: undefined, notify: undefined, form: review.form };
  const states = {
    ...parking.flow.states,
    review: { ...review, actions: { ...review.actions, ask: { to: 'asking' } } },
    asking: { ...asking, form: { ...asking.form, options: undefined } },
  };
  const service = { ...parking, migrate: { from: 2, ...migrate }, flow: { ...parking.flow, states } };
  const read = library({ ...base, [file]: JSON.stringify(service) });
  return check(read.library, { kind: 'service', id: 'parking' }, { today: '2026-11-26' })
    .filter(({ pointer }) => pointer.startsWith('/migrate'))
    .map(({ code, pointer }) => `${pointer} ${code}`);
}

it('a state is entered anew or keeps its cases: it cannot be both', () => {
  const states = { a: { enter: 'b', stays: { uk: 'Ні' } } };
  const both = shape('service', { ...parking, migrate: { from: 1, states } });
  expect(both.map(({ pointer }) => pointer)).toEqual(['/migrate/states/a']);
});

it('what is entered in a state that the version before had not can be filled in, not moved', () => {
  expect(told({ data: { asking: { fill: { '/zone': '"A"' } } } })).toEqual([]);
  expect(told({ data: { asking: { move: { '/zone': '/zone' } } } })).toEqual([
    '/migrate/data/asking/move/~1zone notInVersion',
  ]);
  expect(told({ data: { asking: { move: { '/zone': '/nowhere' } } } })).toContain(
    '/migrate/data/asking/move/~1zone unknownField',
  );
});

it('a name that is like none of the new version is told of without a guess', () => {
  expect(told({ renamed: { review: 'entirelyDifferent' } })).toContain(
    '/migrate/renamed/review renamedToNothing',
  );
});

it('nothing can be brought over into a state in which nothing is entered', () => {
  expect(told({ data: { pause: { fill: { '/zone': '"A"' } } } })).toContain(
    '/migrate/data/pause unknownState',
  );
});
