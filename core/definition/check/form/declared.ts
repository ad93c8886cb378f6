import type { Problem } from '../../types.ts';
import { mistake } from '../problem.ts';
import type { Fields } from './fields.ts';

type Schema = { readonly [keyword: string]: unknown };
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const word = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** What a schema requires is declared somewhere; what it declares says what is entered, under a name that expressions can use. */
export function declared(schema: unknown, at: string, fields: Fields): Problem[] {
  const problems: Problem[] = [];
  const told = new Set<string>();
  const visit = (node: unknown, data: string, here: string): void => {
    if (!isSchema(node)) return;
    if (Array.isArray(node.required))
      for (const [n, name] of node.required.entries())
        if (typeof name === 'string' && !fields.has(`${data}/${word(name)}`)) {
          const path = `${here}/required/${n}`;
          problems.push(mistake('requiredUnknown', path, { name }, [{ op: 'remove', path }]));
        }
    const properties = isSchema(node.properties) ? node.properties : {};
    for (const [name, inner] of Object.entries(properties)) {
      const pointer = `${data}/${word(name)}`;
      const place = `${here}/properties/${word(name)}`;
      if (!told.has(pointer)) named(name, pointer, place);
      told.add(pointer);
      visit(inner, pointer, place);
    }
    visit(node.items, `${data}/*`, `${here}/items`);
    for (const list of ['allOf', 'anyOf', 'oneOf'])
      if (Array.isArray(node[list]))
        for (const [n, inner] of (node[list] as unknown[]).entries())
          visit(inner, data, `${here}/${list}/${n}`);
    for (const one of ['then', 'else']) visit(node[one], data, `${here}/${one}`);
  };
  const named = (name: string, pointer: string, place: string): void => {
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) problems.push(mistake('badFieldName', place, { name }));
    const type = fields.get(pointer);
    if (type?.kind === 'any') problems.push(mistake('fieldWithoutType', place, { name: pointer }));
  };
  visit(schema, '', at);
  return problems;
}
