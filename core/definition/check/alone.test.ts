import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { library } from '../library.ts';
import type { Library, Service } from '../types.ts';
import { check } from './check.ts';

const folder = resolve(import.meta.dirname, '../../../test/fixtures/mistakes/base');
const files = Object.fromEntries(
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(resolve(folder, file), 'utf8')]),
);

it('nothing is said of the fields of another service that is known by its name alone', () => {
  const read = library(files).library;
  const service = structuredClone(read.services.parking) as Service;
  service.flow.states.pause = {
    type: 'start',
    cases: {
      other: { service: 'residence', form: { '/person': 'applicant' }, parties: { applicant: 'applicant' } },
    },
    due: 'P5D',
    overdue: { to: 'granted' },
    next: 'granted',
  };
  const known = {
    residence: { id: 'residence', title: { uk: 'Житло', en: 'Dwelling' } } as unknown as Service,
  };
  const all: Library = { ...read, services: { ...known, parking: service } };
  const found = check(all, { kind: 'service', id: 'parking' });
  expect(found.filter(({ severity }) => severity === 'mistake')).toEqual([]);
});
