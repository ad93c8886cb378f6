import type { Schema } from '@cfworker/json-schema';
import { Validator } from '@cfworker/json-schema';

const known = new WeakMap<object, Validator>();

/**
 * What of a value does not fit a schema (draft 2020-12): pointer and keyword of each fault, never the value itself.
 * Empty where it fits.
 */
export function misfits(schema: object, value: unknown): string[] {
  let validator = known.get(schema);
  if (!validator) {
    // the validator marks the schema it is given: it gets its own copy
    validator = new Validator(structuredClone(schema) as Schema, '2020-12', false);
    known.set(schema, validator);
  }
  const { valid, errors } = validator.validate(value);
  if (valid) return [];
  const leaves = errors.filter(({ keyword }) => !['properties', 'items', 'allOf', '$ref'].includes(keyword));
  return leaves.slice(0, 20).map(({ instanceLocation, keyword, error }) => {
    // a missing property is named where it is missed; its name comes from the schema, not from the value
    const missed = /equired$/.test(keyword) ? ([...error.matchAll(/"([^"]+)"/g)].at(-1)?.[1] ?? '') : '';
    const place = `${instanceLocation.slice(1)}${missed ? `/${missed}` : ''}`;
    return `${place || '/'} ${keyword}`;
  });
}
