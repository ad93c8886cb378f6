import { describe, expect, it } from 'vitest';
import { starter } from '#core/definition/starter.ts';
import type { Agency } from '#core/definition/types.ts';
import { importAll, importForm, serviceOf, sourceOf } from './import.ts';
import { NotImported } from './imported.ts';
import { nearest } from './nearest.ts';

const agency = {
  ...{ id: 'town', fallback: 'central', offices: [{ id: 'central' }] },
  roles: { clerk: { title: { uk: 'Діловод', en: 'Clerk' } } },
} as unknown as Agency;
const options = { languages: ['uk', 'en'] };
const roles = { known: ['clerk'], role: 'clerk' };
const form = (title: string) =>
  JSON.stringify({ title, components: [{ type: 'textfield', key: 'name', label: 'Name' }] });
const translated = JSON.stringify({ uk: { Name: 'Назва' } });
const rules =
  'authorization:\n  realm: citizen\n  process_definitions:\n    - process_definition_id: nobody\n';

/** Why nothing was made, by file. */
async function refused(...files: [file: string, text: string][]) {
  const { not } = await importAll(
    files.map(([file, text]) => sourceOf(file, text)),
    options,
    roles,
  );
  return Object.fromEntries(not.map(({ file, problem }) => [file, problem.text.en]));
}

describe('a file', () => {
  it('is known by what it holds, else by how its name ends', () => {
    const service = JSON.stringify(starter('a', agency, 'clerk', 'A'));
    expect(sourceOf('a.json', service).format).toBe('definition');
    expect(sourceOf('a.json', form('A')).format).toBe('formio');
    expect(sourceOf('a.json', translated).format).toBe('translations');
    expect(sourceOf('a.json', JSON.stringify({ type: 'object', properties: {} })).format).toBe('schema');
    expect(sourceOf('rules.yml', rules).format).toBe('access');
  });

  it.each([
    ['no JSON', 'a.json', '{', /a\.json is no JSON \(.+\)/],
    ['a number', 'a.json', '5', /a\.json is no form/],
    ['a list', 'a.json', '[]', /a\.json is no form/],
    ['nothing that is known', 'a.json', '{}', /a\.json is no form/],
    ['a schema of a list', 'a.json', '{"type":"array","properties":{}}', /a\.json is no form/],
    ['access rules of nothing', 'a.yml', 'a: [', /a\.yml is no form/],
    ['a dictionary with signs that none has', 'a.csv', 'a,b\n\0', /a\.csv is no form/],
  ])('that is %s is told of', (_, file, text, why) => {
    expect(() => sourceOf(file, text)).toThrow(NotImported);
    expect(() => sourceOf(file, text)).toThrow(why);
  });

  it('of which nothing can be made by itself is told what to give with it', async () => {
    const service = JSON.stringify(starter('a', agency, 'clerk', 'A'));
    expect(await refused(['s.json', service], ['t.json', translated], ['r.yml', rules])).toEqual({
      's.json': 's.json is a definition of Kladka already and needs no import',
      't.json': 't.json holds translations: give it together with the form of form.io',
      'r.yml': 'r.yml holds access rules: give it together with a process that they name',
    });
    expect(await refused(['t.json', translated], ['f.json', form('F')])).toEqual({});
    expect(() => importForm(sourceOf('t.json', translated), options)).toThrow('no form');
  });
});

describe('translations', () => {
  const titles = async (...files: [file: string, text: string][]) => {
    const sources = files.map(([file, text]) => sourceOf(file, text));
    const { made } = await importAll(sources, options, roles);
    return made.map(({ parts }) => parts.form.texts?.['/name']?.title?.uk);
  };

  it('go with the only form, else with the one of their name, and those of every form with each', async () => {
    expect(await titles(['a\\f.json', form('F')], ['other.json', translated])).toEqual(['Назва']);
    const two: [string, string][] = [
      ['forms/a.json', form('A')],
      ['forms/b.json', form('B')],
    ];
    expect(await titles(...two, ['translations/a.json', translated])).toEqual(['Назва', 'Name']);
    expect(await titles(...two, ['global-uk.json', translated])).toEqual(['Назва', 'Назва']);
  });
});

it('of several files of one name the one that lies nearest counts, the first of those as near', () => {
  const found = [{ file: 'a/x/1' }, { file: 'b/y/2' }, { file: 'b/z/3' }, { file: 'b/y/4' }];
  expect(nearest(found, 'b/y/form.json')?.file).toBe('b/y/2');
  expect(nearest(found, 'b/z/deep/form.json')?.file).toBe('b/z/3');
  expect(nearest(found, 'c/form.json')?.file).toBe('a/x/1');
  expect(nearest([], 'c/form.json')).toBeUndefined();
});

it('a service has the title of the source in the languages that there are, and its own in the others', () => {
  const begun = starter('a', agency, 'clerk', 'A');
  const parts = { form: begun.form };
  const one = { files: [], parts, report: [] };
  expect(serviceOf(begun, { ...one, title: { uk: 'Заява' } }).title).toEqual({ uk: 'Заява', en: 'A' });
  expect(serviceOf(begun, { ...one, title: { uk: 'Заява' } }, true).title).toEqual({ uk: 'A', en: 'A' });
  expect(serviceOf(begun, one).title).toEqual({ uk: 'A', en: 'A' });
});
