import { type ScalarType, type Type, typeOfSchema } from '#core/expression/types/index.ts';

/** Every field that a form may have, by pointer (* = each row), conditional ones included, with its type. */
export type Fields = ReadonlyMap<string, Type>;

/** @param schema of the form, its parts put in */
export function fieldsOf(schema: unknown): Fields {
  const fields = new Map<string, Type>();
  const visit = (type: Type, pointer: string): void => {
    if (type.kind === 'context')
      for (const [name, inner] of Object.entries(type.fields)) {
        const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        fields.set(at, inner);
        visit(inner, at);
      }
    if (type.kind === 'list' && type.of.kind !== 'any') {
      fields.set(`${pointer}/*`, type.of);
      visit(type.of, `${pointer}/*`);
    }
  };
  visit(typeOfSchema(schema, '').type, '');
  return fields;
}

/** Something is entered there: it is not a group of fields. */
export const isLeaf = (type: Type): boolean => type.kind !== 'context' || type.open === true;

/** What may be chosen there: of the field itself, or of each item of a list. */
export const choicesOf = (type: Type): readonly (string | number | boolean)[] | undefined =>
  type.kind === 'list' ? choicesOf(type.of) : (type as ScalarType).values;
