import { expect, it } from 'vitest';
import { check } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import type { Registry } from '#core/definition/types.ts';
import { importAll, sourceOf } from '../import.ts';

const tables = `<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"><changeSet id="x">
  <createTable tableName="staff_member" remarks="Працівники">
    <column name="staff_member_id" type="UUID" defaultValueComputed="uuid_generate_v4()"><constraints nullable="false" primaryKey="true"/></column>
    <column name="full_name" type="VARCHAR(200)" remarks="Повне імʼя"><constraints nullable="false"/></column>
    <column name="edrpou" type="TEXT"><constraints unique="true"/></column>
    <column name="laboratory_id" type="UUID"><constraints referencedTableName="laboratory"/></column>
    <column name="since" type="DATE"/>
    <column name="certificate" type="type_file"/>
    <column name="is_head" type="BOOLEAN"/>
  </createTable>
  <addUniqueConstraint tableName="staff_member" columnNames="full_name,since"/>
  <createTable tableName="log"><column name="text" type="TEXT"/></createTable>
</changeSet></databaseChangeLog>`;

async function made() {
  const { registries, not } = await importAll(
    [sourceOf('tables.xml', tables)],
    { languages: ['uk', 'en'] },
    { known: [], role: '' },
  );
  const [one] = registries;
  if (!one) throw new Error('no registry was made');
  return { registries, not, ...one };
}

it('a table becomes a registry: its columns the record, its key, what is unique an index', async () => {
  const { registry, registries, not } = await made();
  // a table without a key tells no records apart
  expect(registries).toHaveLength(1);
  expect(not).toEqual([]);
  expect(registry).toMatchObject({
    id: 'staff-member',
    title: { uk: 'Працівники' },
    key: '/staffMemberId',
    indexes: {
      byEdrpou: { fields: ['/edrpou'], unique: true },
      byFullNameSince: { fields: ['/fullName', '/since'], unique: true },
    },
  });
  expect(registry.versions[0]).toMatchObject({
    schema: {
      properties: {
        fullName: { type: 'string', maxLength: 200 },
        since: { type: 'string', format: 'date' },
        isHead: { type: 'boolean' },
      },
      required: ['staffMemberId', 'fullName'],
    },
    texts: { '/fullName': { title: { uk: 'Повне імʼя' } } },
  });
});

it('passes the check once an agency has it', async () => {
  const { registry } = await made();
  const whole = { ...registry, agency: 'kyiv-city' } as Registry;
  const problems = check(
    { ...shipped, registries: { ...shipped.registries, [registry.id]: whole } },
    { kind: 'registry', id: registry.id },
  );
  expect(problems.filter(({ severity }) => severity === 'mistake')).toEqual([]);
});

it('the report says in what a field is not the column that it was', async () => {
  const { report } = await made();
  const of = (column: string) => report.find(({ source }) => source === `staff_member.${column}`);
  expect(of('full_name')?.verdict).toBe('exact');
  expect(of('staff_member_id')?.text.en).toMatch(/made its value up/);
  expect(of('laboratory_id')?.text.en).toMatch(/record of “laboratory”/);
  expect(of('certificate')).toMatchObject({ verdict: 'approximated' });
});

it('records that two columns tell apart have both for their key; a name without Latin letters gets one', async () => {
  const table = `<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"><changeSet id="x">
    <createTable tableName="довідник">
      <column name="code" type="TEXT"><constraints primaryKey="true"/></column>
      <column name="year" type="INT"><constraints primaryKey="true"/></column>
    </createTable></changeSet></databaseChangeLog>`;
  const sources = [sourceOf('t.xml', table)];
  const { registries } = await importAll(sources, { languages: ['en'] }, { known: [], role: '' });
  expect(registries[0]?.registry).toMatchObject({
    id: 'registry',
    title: { en: 'довідник' },
    key: ['/code', '/year'],
    versions: [{ texts: { '/code': { title: { en: 'code' } } } }],
  });
  expect(registries[0]?.registry).not.toHaveProperty('indexes');
});
