import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import type { Agency, Kind, Library } from '#core/definition/types.ts';
import type { JsonObject } from '../commands/json.ts';
import { type Control, edited, unedited } from '../described/control.ts';
import { placesOf } from '../described/schema-places.testing.ts';
import { agencyLike, blankKinds, blankOf } from '../home/blanks.ts';
import { placeOf } from '../problems/place-of.ts';
import { nextVersion } from './registry.ts';
import { everyControl, given } from './sheet.ts';
import { sheetsOf } from './sheets.ts';

const kinds = ['agency', 'registry', 'connector'] as const satisfies readonly Kind[];
const folder = resolve(import.meta.dirname, '../../service-definitions');
const lists = { agency: 'agencies', registry: 'registries', connector: 'connectors' } as const;

/** What the format lets a definition say, but for what is given when it begins. */
const sayable = (kind: Kind): string[] =>
  placesOf(kind).filter((place) => !given.some((name) => place === `/${name}`));

describe.each(kinds)('an analyst who has never seen JSON: %s', (kind) => {
  const controls = everyControl(sheetsOf(kind));

  it('finds a control for whatever the format lets it say, and none for anything else', () => {
    const reached = new Set(edited(controls));
    expect(sayable(kind).filter((place) => !reached.has(place))).toEqual([]);
    const known = new Set(sayable(kind));
    expect([...reached].filter((place) => !known.has(place))).toEqual([]);
  });

  it('is led to the tab that edits what a problem is about', () => {
    for (const { tab, sections } of sheetsOf(kind))
      for (const { controls: here } of sections)
        for (const { name } of here)
          expect([name, placeOf(`/${name}`, undefined, kind).tab]).toEqual([name, tab]);
  });

  it('reads it in both languages', () => {
    const walk = (all: readonly Control[]): void => {
      for (const control of all) {
        expect(control.words.uk.length).toBe(control.words.en.length);
        for (const said of [...control.words.uk, ...control.words.en]) expect(said).not.toBe('');
        if ('inner' in control) walk(control.inner);
      }
    };
    walk(controls);
  });

  it('sees of what ships nothing that has no control', () => {
    const files = readdirSync(resolve(folder, lists[kind]));
    expect(files).not.toEqual([]);
    for (const file of files) {
      const definition = JSON.parse(readFileSync(resolve(folder, lists[kind], file), 'utf8')) as JsonObject;
      expect(unedited(definition, controls, given)).toEqual({});
    }
  });
});

describe('what has no control', () => {
  it('is shown as it is written', () => {
    const definition = { id: 'x', title: { uk: 'Х' }, invented: 7 };
    expect(unedited(definition, everyControl(sheetsOf('agency')), given)).toEqual({ invented: 7 });
  });
});

describe('the next version of a record', () => {
  it('begins as the one before it, under the next number', () => {
    const before = {
      version: 3,
      from: '2026-01-01',
      schema: { type: 'object' },
      texts: {},
      migrate: { '/a': '1' },
    };
    expect(nextVersion([{ version: 2 }, before])).toEqual({
      version: 4,
      schema: { type: 'object' },
      texts: {},
    });
  });
});

describe('a blank definition', () => {
  const agency = shipped.agencies['kyiv-city'] as Agency;
  it.each(blankKinds)('is right as it stands: %s', (kind) => {
    const definition = blankOf(kind, 'brand-new', agency, 'Новий', 'registrar');
    const list = kind === 'service' ? 'services' : lists[kind];
    const library = { ...shipped, [list]: { ...shipped[list], 'brand-new': definition } } as Library;
    const problems = check(library, { kind, id: 'brand-new' });
    expect(problems.filter(({ severity }) => severity === 'mistake')).toEqual([]);
  });
});

it('a new agency that begins like another lacks its codes alone', () => {
  const like = shipped.agencies['kyiv-city'] as Agency;
  const made = agencyLike(like, 'rada', 'Рада міста');
  expect(made).not.toHaveProperty('look');
  const library: Library = { ...shipped, agencies: { ...shipped.agencies, rada: made as never } };
  const found = check(library, { kind: 'agency', id: 'rada' });
  expect([...new Set(found.map(({ pointer }) => pointer))]).toEqual(['/edrpou', '/katottg']);
});
