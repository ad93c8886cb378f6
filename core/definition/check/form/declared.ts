import { isRecord } from '#core/expression/record.ts';
import type { Problem } from '../../types.ts';
import { mistake } from '../problem.ts';
import type { Fields } from './fields.ts';

const word = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** What a schema requires is declared somewhere; what it declares says what is entered, under a name that expressions can use. */
export function declared(schema: unknown, at: string, fields: Fields): Problem[] {
  const reading = new Declarations(fields);
  reading.visit(schema, '', at);
  return reading.problems;
}

class Declarations {
  readonly problems: Problem[] = [];
  readonly #told = new Set<string>();
  readonly fields: Fields;

  constructor(fields: Fields) {
    this.fields = fields;
  }

  /** @param data pointer of the field, `here` that of its schema */
  visit(node: unknown, data: string, here: string): void {
    if (!isRecord(node)) return;
    this.required(node.required, data, here);
    for (const [name, inner] of Object.entries(isRecord(node.properties) ? node.properties : {})) {
      const pointer = `${data}/${word(name)}`;
      const place = `${here}/properties/${word(name)}`;
      this.named(name, inner, pointer, place);
      this.visit(inner, pointer, place);
    }
    this.visit(node.items, `${data}/*`, `${here}/items`);
    for (const list of ['allOf', 'anyOf', 'oneOf'])
      if (Array.isArray(node[list]))
        for (const [n, inner] of node[list].entries()) this.visit(inner, data, `${here}/${list}/${n}`);
    for (const one of ['then', 'else']) this.visit(node[one], data, `${here}/${one}`);
  }

  required(names: unknown, data: string, here: string): void {
    if (!Array.isArray(names)) return;
    for (const [n, name] of names.entries()) {
      const path = `${here}/required/${n}`;
      if (typeof name === 'string' && !this.fields.has(`${data}/${word(name)}`))
        this.problems.push(mistake('requiredUnknown', path, { name }, [{ op: 'remove', path }]));
    }
  }

  named(name: string, schema: unknown, pointer: string, place: string): void {
    if (this.#told.has(pointer)) return;
    this.#told.add(pointer);
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) this.problems.push(mistake('badFieldName', place, { name }));
    const says = isRecord(schema) && schema.type !== undefined;
    if (!says && this.fields.get(pointer)?.kind === 'any')
      this.problems.push(mistake('fieldWithoutType', place, { name: pointer }));
  }
}
