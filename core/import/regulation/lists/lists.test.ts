import { describe, expect, it } from 'vitest';
import { check } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { starter } from '#core/definition/starter.ts';
import type { Agency, Service } from '#core/definition/types.ts';
import { importAll, type Source, sourceOf } from '../../import.ts';

const changes = (inside: string) =>
  `<?xml version="1.0"?><databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog" xmlns:ext="http://www.liquibase.org/xml/ns/dbchangelog-ext"><changeSet id="x" author="y">${inside}</changeSet></databaseChangeLog>`;
const search = (columns: string, more = '', attributes = '') =>
  changes(
    `<ext:createSearchCondition name="ownership_contains_name" ${attributes}><ext:table name="ownership" alias="o">${columns}</ext:table>${more}</ext:createSearchCondition>`,
  );
const columns =
  '<ext:column name="ownership_id"/><ext:column name="code"/><ext:column name="name" sorting="asc" searchType="contains"/>';
const loads = changes(
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a parameter of Liquibase
  "<sql>CALL p_load_table_from_csv('ownership','${dataLoadPath}forms.csv', array['code','name']);</sql>",
);
const dictionary = 'Код,Назва\r\n20,"Колективна, спільна"\r\n10,Приватна\r\n30,Державна\r\n';
const form = (more: object = {}) => ({
  title: 'Заява',
  path: 'enter',
  components: [
    {
      type: 'select',
      key: 'ownership',
      label: 'Форма власності',
      dataSrc: 'url',
      data: { url: '/officer/api/data-factory/ownership-contains-name' },
      valueProperty: 'code',
      template: '<span>{{ item.name }}</span>',
      ...more,
    },
    {
      type: 'textfield',
      key: 'decree',
      label: 'Указ',
      conditional: { show: true, when: 'ownership', eq: '30' },
    },
  ],
});

async function imported(files: { [file: string]: string | object }) {
  const sources: Source[] = Object.entries(files).map(([file, held]) =>
    sourceOf(file, typeof held === 'string' ? held : JSON.stringify(held)),
  );
  const { made } = await importAll(
    sources,
    { languages: ['uk'] },
    { known: ['registrar'], role: 'registrar' },
  );
  const [first] = made;
  if (!first) throw new Error('nothing was made');
  const told = first.report.filter(({ what, source }) => what === 'field' && source === '/components/0');
  return { ...first, schema: first.parts.form.schema as never as Drawn, told: told[0] };
}
type Drawn = { properties: { ownership: object }; allOf?: unknown };

const all = { 'r/a.xml': search(columns), 'r/b.xml': loads, 'r/csv/forms.csv': dictionary };

describe('a field that chooses from a table of the registry', () => {
  it('has the rows of the dictionary that fills the table, sorted as there', async () => {
    const { schema, told, parts } = await imported({ ...all, 'r/f.json': form() });
    expect(schema.properties.ownership).toEqual({ type: 'string', enum: ['30', '20', '10'] });
    expect(parts.form.texts?.['/ownership']).toMatchObject({
      options: { '30': { uk: 'Державна' }, '20': { uk: 'Колективна, спільна' }, '10': { uk: 'Приватна' } },
    });
    expect(told?.verdict).toBe('exact');
    expect(told?.text.uk).toContain('forms.csv');
    // what is entered is the same, so conditions that compare it are too
    expect(schema.allOf).toBeDefined();
  });

  it('takes the code of the dictionary for an identifier that the source makes up; conditions on that are left', async () => {
    const { schema, told, report } = await imported({
      ...all,
      'r/f.json': form({ valueProperty: 'ownershipId' }),
    });
    expect(schema.properties.ownership).toMatchObject({ enum: ['30', '20', '10'] });
    expect(told?.verdict).toBe('exact');
    expect(told?.text.en).toContain('takes its place');
    expect(report.find(({ what }) => what === 'condition')?.verdict).toBe('left');
  });

  it('may take several of them', async () => {
    const { schema } = await imported({ ...all, 'r/f.json': form({ multiple: true }) });
    expect(schema.properties.ownership).toMatchObject({
      type: 'array',
      items: { enum: ['30', '20', '10'] },
      uniqueItems: true,
    });
  });

  it('has only the rows that the condition and the filter of the field ask for', async () => {
    const where =
      '<ext:where><ext:condition tableAlias="o" columnName="code" operator="ne" value="\'20\'"/></ext:where>';
    const narrowing = columns.replace('"code"/>', '"code" searchType="equal"/>');
    const rows = { ...all, 'r/a.xml': search(narrowing, where) };
    const first = await imported({ ...rows, 'r/f.json': form() });
    expect(first.schema.properties.ownership).toMatchObject({ enum: ['30', '10'] });
    const second = await imported({ ...rows, 'r/f.json': form({ filter: 'code=10' }) });
    expect(second.schema.properties.ownership).toMatchObject({ enum: ['10'] });
    const limited = { ...all, 'r/a.xml': search(columns, '', 'limit="2"') };
    const third = await imported({ ...limited, 'r/f.json': form() });
    expect(third.schema.properties.ownership).toMatchObject({ enum: ['30', '20'] });
  });

  it('has the list of its own regulation, where two have one of that name', async () => {
    const { schema } = await imported({
      'other/a.xml': search(columns),
      'other/b.xml': loads,
      'other/forms.csv': 'Код,Назва\n99,Інша',
      ...all,
      'r/f.json': form(),
    });
    expect(schema.properties.ownership).toMatchObject({ enum: ['30', '20', '10'] });
  });

  const NONE =
    '<ext:where><ext:condition tableAlias="o" columnName="code" operator="eq" value="\'0\'"/></ext:where>';
  const join = '<ext:join type="left"/>';
  const counts = `<ext:function name="count" alias="cnt" columnName="code"/>${columns}`;
  const asksFor = (found: Awaited<ReturnType<typeof imported>>) => {
    const { lookups = {}, options } = found.parts.form;
    return { lookups, options, operation: found.connectors?.[0]?.operations?.ownershipList };
  };
  it.each<[string, { [file: string]: string | object }]>([
    ['no data model is given', {}],
    ['the dictionary is not given', { 'a.xml': search(columns), 'b.xml': loads }],
    ['no dictionary fills the table', { 'a.xml': search(columns) }],
    ['it joins tables', { ...all, 'r/a.xml': search(columns, join) }],
    ['it counts', { ...all, 'r/a.xml': search(counts) }],
    ['nothing is found', { ...all, 'r/a.xml': search(columns, NONE) }],
    ['its rows are alike', { ...all, 'r/csv/forms.csv': 'Код,Назва\n1,А\n1,А' }],
  ])('asks for its list while one fills in where the files do not have it: %s', async (_, files) => {
    const found = await imported({ ...files, 'r/f.json': form() });
    expect(found.told?.verdict).toBe('exact');
    expect(found.schema.properties.ownership).toEqual({ type: 'string', maxLength: 300 });
    expect(asksFor(found)).toMatchObject({
      lookups: { ownershipList: { connector: 'enter-lists', operation: 'ownershipList', input: {} } },
      options: {
        '/ownership': 'for r in ownershipList.items return { value: r.code, title: r.name }',
      },
      operation: {
        request: { method: 'GET', path: 'officer/api/data-factory/ownership-contains-name' },
        result: '{ items: response.body }',
      },
    });
  });

  it('asks for what another field narrows, once that is chosen, and for a constant', async () => {
    const narrowing = columns.replace('"code"/>', '"code" searchType="equal"/>');
    const filter = 'code={{data.region.id}}&name=x';
    const one = form({ filter }).components;
    const region = {
      type: 'select',
      key: 'region',
      data: { values: [{ value: '1', label: 'А' }] },
      valueProperty: 'id',
    };
    const found = await imported({
      'r/a.xml': search(narrowing.replace('contains', 'equal')),
      'r/f.json': { ...form(), components: [...one, region] },
    });
    expect(found.told?.verdict).toBe('exact');
    expect(asksFor(found)).toMatchObject({
      lookups: { ownershipList: { input: { code: 'form.region' } } },
      operation: { request: { query: { name: '"x"', code: 'code' } } },
    });
  });

  it('has a field for the beginning of a name before it, where the list is not given whole', async () => {
    const found = await imported({ 'r/a.xml': search(columns, '', 'limit="100"'), 'r/f.json': form() });
    expect(found.told?.verdict).toBe('exact');
    expect(found.told?.text.en).toContain('ownershipSearch');
    expect(asksFor(found).lookups).toMatchObject({
      ownershipList: { input: { name: 'form.ownershipSearch' } },
    });
    expect(found.parts.form.pages[0]?.fields.slice(0, 2)).toEqual(['/ownershipSearch', '/ownership']);
  });

  it('says that a list is longer than an answer may be', async () => {
    const long = `Код,Назва\n${Array.from({ length: 501 }, (_, n) => `${n},Н${n}`).join('\n')}`;
    const found = await imported({ ...all, 'r/csv/forms.csv': long, 'r/f.json': form() });
    expect(found.told).toMatchObject({
      verdict: 'approximated',
      text: { en: expect.stringMatching(/there are 501/) },
    });
  });

  it('passes the check with the draft of its connector', async () => {
    const { parts, connectors = [] } = await imported({ 'r/f.json': form({ multiple: true }) });
    const begun = starter('lists', shipped.agencies['kyiv-city'] as Agency, 'registrar', 'Списки');
    const service = { ...begun, ...parts } as Service;
    const drafts = Object.fromEntries(connectors.map((one) => [one.id, one]));
    const problems = check(
      { ...shipped, connectors: { ...shipped.connectors, ...drafts }, services: { lists: service } },
      { kind: 'service', id: 'lists' },
    );
    // the library writes two languages, this form has one
    expect(problems.filter(({ code }) => code !== 'languageMissing')).toEqual([]);
  });

  it.each<[string, { [file: string]: string | object }, RegExp]>([
    ['it depends on what is not there', { f: form({ filter: 'code={{data.x}}' }) }, /depends on what/],
    ['it depends on what is computed', { f: form({ filter: 'code={{data.x + 1}}' }) }, /depends on what/],
    ['it narrows by what is not asked', { ...all, f: form({ filter: 'name=x' }) }, /does not ask/],
    ['no address is named', { ...all, f: form({ data: { url: '' } }) }, /does not say where/],
    ['the address is of no list', { ...all, f: form({ data: { url: '/some/page' } }) }, /neither a search/],
    [
      'it shows more than a column',
      { ...all, f: form({ template: '{{ item.a }} {{ item.b }}' }) },
      /which column/,
    ],
  ])('is a line of text, and the report says why: %s', async (_, { f = form(), ...files }, why) => {
    const { schema, told } = await imported({ ...files, 'r/f.json': f });
    expect(schema.properties.ownership).toEqual({ type: 'string', maxLength: 300 });
    expect(told?.verdict).toBe('approximated');
    expect(told?.text.en).toMatch(why);
  });
});

it('rows stand as the search condition sorts them: rising, falling, or as the file has them', async () => {
  const sortedBy = async (sorting: string) => {
    const asked = columns.replace('sorting="asc"', sorting);
    const { schema } = await imported({ ...all, 'r/a.xml': search(asked), 'r/f.json': form() });
    return (schema.properties.ownership as { enum?: string[] }).enum;
  };
  expect(await sortedBy('sorting="asc"')).toEqual(['30', '20', '10']);
  expect(await sortedBy('sorting="desc"')).toEqual(['10', '20', '30']);
  expect(await sortedBy('')).toEqual(['20', '10', '30']);
});

it('a list without the column that is shown, or that a condition asks, is told of with its name', async () => {
  const why = async (model: string) => {
    const files = { ...all, 'r/a.xml': model, 'r/f.json': JSON.stringify(form()) };
    const sources = Object.entries(files).map(([file, text]) => sourceOf(file, text));
    const roles = { known: [], role: '' };
    const { made } = await importAll(sources, { languages: ['uk'], asks: false }, roles);
    return made[0]?.report.find(({ source }) => source === '/components/0')?.text.en;
  };
  const where = (condition: string) => `<ext:where><ext:condition value="'1'" ${condition}/></ext:where>`;
  const hidden = columns.replace('name="name"', 'name="name" returning="false"');
  expect(await why(search(hidden))).toContain('the list has no column “name”');
  expect(await why(search(columns, where('columnName="region" operator="eq"')))).toContain(
    'no column “region”',
  );
  expect(await why(search(columns, where('columnName="code" operator="gt"')))).toContain('(condition)');
});

it('a data model without a form is said to go with one', async () => {
  const { not } = await importAll(
    [sourceOf('a.xml', search(columns)), sourceOf('forms.csv', dictionary)],
    { languages: ['uk'] },
    { known: [], role: '' },
  );
  expect(not.map(({ problem }) => problem.text.en)).toEqual([
    'a.xml holds what forms choose from: give it together with the forms',
    'forms.csv holds what forms choose from: give it together with the forms',
  ]);
  expect(() => sourceOf('a.xml', '<a><b></a>')).toThrow('no form');
  // one that tells of tables alone belongs to the regulation too
  expect(sourceOf('tables.xml', changes('<createTable tableName="a"/>')).format).toBe('model');
  expect(() => sourceOf('a.csv', 'Код,Назва')).toThrow('no form');
});
