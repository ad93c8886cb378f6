import { segments } from '../../place.ts';
import type { FileField, Problem } from '../../types.ts';
import { mistake } from '../problem.ts';
import type { Fields } from './fields.ts';
import { missingField } from './unknown-field.ts';

type Schema = { readonly [keyword: string]: unknown };

/** Places for files: lists that hold as many as are allowed, described once. */
export function checkFiles(
  schema: unknown,
  files: { readonly [name: string]: FileField } | undefined,
  at: string,
  fields: Fields,
): Problem[] {
  const problems: Problem[] = [];
  const taken = new Set<string>();
  for (const [name, file] of Object.entries(files ?? {})) {
    const here = `${at}/${name}`;
    const type = fields.get(file.at);
    if (!type) problems.push(...missingField(file.at, `${here}/at`, fields));
    else if (type.kind !== 'list') problems.push(mistake('fileNotList', `${here}/at`, { name: file.at }));
    if (taken.has(file.at))
      problems.push(mistake('fileTwice', here, { name: file.at }, [{ op: 'remove', path: here }]));
    taken.add(file.at);
    const count = file.count ?? 1;
    const most = mostAt(schema, file.at);
    if (most !== undefined && most < count)
      problems.push(
        mistake('fileCountTooMany', `${here}/count`, { count: String(count), most: String(most) }, [
          { op: 'replace', path: `${here}/count`, value: most },
        ]),
      );
    if (file.min !== undefined && file.min > count)
      problems.push(
        mistake('fileMinOverCount', `${here}/min`, { min: String(file.min), count: String(count) }, [
          { op: 'replace', path: `${here}/min`, value: count },
        ]),
      );
  }
  return problems;
}

/** `maxItems` of the list at a pointer, where the schema declares it straight. */
function mostAt(schema: unknown, pointer: string): number | undefined {
  const found = segments(pointer).reduce<Schema | undefined>(
    (at, step) => (at?.properties as { [name: string]: Schema } | undefined)?.[step],
    schema as Schema | undefined,
  );
  return typeof found?.maxItems === 'number' ? found.maxItems : undefined;
}
