import fc from 'fast-check';
import type { Entered, Schema } from './types.ts';

const names = ['a', 'b', 'c', 'd'] as const;
const name = fc.constantFrom(...names);
const leaf: fc.Arbitrary<Schema> = fc.oneof(
  fc.record({ type: fc.constant('string'), maxLength: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ type: fc.constant('integer'), minimum: fc.integer({ min: -2, max: 2 }) }),
  fc.constant({ type: 'string', enum: ['x', 'y'] } as Schema),
);
const group = fc
  .record({
    properties: fc.dictionary(name, leaf, { noNullPrototype: true }),
    required: fc.uniqueArray(name),
  })
  .map(
    ({ properties, required }): Schema => ({
      type: 'object',
      properties,
      required: required.filter((one) => one in properties),
    }),
  );
const condition = fc
  .record({
    on: name,
    is: fc.constantFrom('x', 'y', 1),
    yes: group,
    no: fc.option(group, { nil: undefined }),
  })
  .map(
    ({ on, is, yes, no }): Schema => ({
      if: { properties: { [on]: { const: is } }, required: [on] },
      // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
      then: yes,
      ...(no ? { else: no } : {}),
    }),
  );
/** Fields whose kind never differs between branches, as `check` asks of definitions. */
export const schema = fc
  .record({ base: group, conditions: fc.array(condition, { maxLength: 3 }) })
  .map(({ base, conditions }): Schema => (conditions.length > 0 ? { ...base, allOf: conditions } : base));
const value = fc.oneof(
  fc.constantFrom('x', 'y', '', '  '),
  fc.string({ maxLength: 4 }),
  fc.integer({ min: -3, max: 3 }),
);
/** What may be entered into them, right and wrong. */
export const data = fc.dictionary(name, value, { noNullPrototype: true }) as fc.Arbitrary<Entered>;
