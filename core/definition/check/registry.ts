import { type Type, typeOfSchema } from '#core/expression/types/index.ts';
import { wholeSchema } from '../scope/answers.ts';
import type { Library, Problem, Registry } from '../types.ts';
import { typeAt } from './expressions/form.ts';
import { mistake } from './problem.ts';
import { checkSchema } from './schema/schema.ts';

/** A registry: its records can be told apart, what is read, found and shown exists, its versions follow each other. */
export function checkRegistry(library: Library, registry: Registry): Problem[] {
  const last = registry.versions.at(-1);
  const schema = last && wholeSchema(last.schema, library);
  const type = schema === undefined ? undefined : typeOfSchema(schema, 'record').type;
  const problems: Problem[] = [];
  const exists = (pointer: string | undefined, at: string) => {
    if (pointer === undefined || pointer === '/' || !type) return;
    if (!isThere(type, pointer)) problems.push(mistake('unknownField', at, { name: pointer }));
  };
  const all = (pointers: readonly string[] | undefined, at: string) => {
    for (const [n, pointer] of (pointers ?? []).entries()) exists(pointer, `${at}/${n}`);
  };
  const { key, indexes, readers, capacity } = registry;
  if (typeof key === 'string') exists(key, '/key');
  else all(key, '/key');
  for (const [name, index] of Object.entries(indexes ?? {})) all(index.fields, `/indexes/${name}/fields`);
  for (const [n, role] of (readers.roles ?? []).entries()) all(role.fields, `/readers/roles/${n}/fields`);
  for (const [n, one] of (readers.connectors ?? []).entries())
    all(one.fields, `/readers/connectors/${n}/fields`);
  all(readers.person?.fields, '/readers/person/fields');
  for (const [claim, pointer] of Object.entries(readers.person?.identify ?? {}))
    exists(pointer, `/readers/person/identify/${claim}`);
  all(registry.public?.fields, '/public/fields');
  if (typeof capacity?.places === 'string') exists(capacity.places, '/capacity/places');
  exists(capacity?.starts, '/capacity/starts');
  return [...problems, ...checkVersions(registry)];
}

const isThere = (type: Type, pointer: string): boolean =>
  typeAt(type, pointer) !== undefined || (type.kind === 'context' && type.open === true);

function checkVersions({ versions }: Registry): Problem[] {
  return versions.flatMap((one, n) => {
    const at = `/versions/${n}`;
    const before = versions[n - 1];
    const problems = checkSchema(one.schema, `${at}/schema`);
    if (before && one.version !== before.version + 1)
      problems.push(
        mistake(
          'versionOrder',
          `${at}/version`,
          { version: String(one.version), wants: String(before.version + 1) },
          [{ op: 'replace', path: `${at}/version`, value: before.version + 1 }],
        ),
      );
    if (before && !one.migrate) problems.push(mistake('noMigration', at, { version: String(one.version) }));
    return problems;
  });
}
