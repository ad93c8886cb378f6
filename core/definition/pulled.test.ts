import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { bundle, hash, library, pulled, scenariosIn } from './index.ts';

const folder = resolve(import.meta.dirname, '../../service-definitions');
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const ID = 'residence-registration';
const source: unknown = JSON.parse(files[`services/${ID}/service.json`] ?? '');
const known = hash(bundle(library(files).library, ID, 3));

it('a published service comes with the bundle by which it is known', () => {
  const { files: made, frozen } = pulled(files, { kind: 'service', id: ID, version: 3, hash: known, source });
  expect(frozen).toBe(true);
  expect(Object.keys(made)).toEqual([`services/${ID}/service.json`, `services/${ID}/published/3.json`]);
  expect(made[`services/${ID}/service.json`]).toBe(files[`services/${ID}/service.json`]);
  expect(hash(JSON.parse(made[`services/${ID}/published/3.json`] ?? ''))).toBe(known);
});

it('a frozen version keeps the order in which fields were drawn: so they are shown', () => {
  const { files: made } = pulled(files, { kind: 'service', id: ID, version: 3, hash: known, source });
  const drawn = bundle(library(files).library, ID, 3);
  expect(made[`services/${ID}/published/3.json`]).toBe(`${JSON.stringify(drawn)}\n`);
});

it('with other parts in the folder nothing is frozen under that number', () => {
  const part = 'parts/person/texts.json';
  const other = { ...files, [part]: '{}' };
  const { files: made, frozen } = pulled(other, { kind: 'service', id: ID, version: 3, hash: known, source });
  expect(frozen).toBe(false);
  expect(Object.keys(made)).toEqual([`services/${ID}/service.json`]);
});

it('an agency is one file', () => {
  const agency: unknown = JSON.parse(files['agencies/dms.json'] ?? '');
  const { files: made } = pulled(files, { kind: 'agency', id: 'dms', version: 1, hash: '', source: agency });
  expect(made).toEqual({ 'agencies/dms.json': files['agencies/dms.json'] });
});

it('brings the scenarios that it was tried with, takes away what it has no more, and leaves as written what says the same', () => {
  const at = (name: string) => `services/${ID}/scenarios/${name}.json`;
  const all = scenariosIn({ files }, ID);
  const [kept = '', gone = ''] = Object.keys(all);
  const one = all[kept];
  if (!one) throw new Error('no scenario is shipped');
  const minified = { ...files, [at(kept)]: JSON.stringify(one) };
  const scenarios = { [kept]: one, fresh: { ...one, title: { uk: 'Ще один', en: 'One more' } } };
  const published = { kind: 'service', id: ID, version: 3, hash: known, source, scenarios } as const;
  const { files: made, gone: removed } = pulled(minified, published);
  expect(made[at(kept)]).toBe(minified[at(kept)]);
  expect(JSON.parse(made[at('fresh')] ?? '')).toEqual(scenarios.fresh);
  expect(removed).toContain(at(gone));
  expect(removed).not.toContain(at(kept));
});
