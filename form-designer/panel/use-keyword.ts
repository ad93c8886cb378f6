import type { Json } from '../commands/json.ts';
import { useValue } from '../design.tsx';
import type { GroupProps } from '../fields/field-type.ts';

/** A keyword of a field's schema, and how to set it; undefined takes it away. */
export function useKeyword(
  { form, field }: GroupProps,
  keyword: string,
): [Json | undefined, (value: Json | undefined) => void] {
  return useValue(form.schemaAt(`${field.at}/${keyword}`));
}
