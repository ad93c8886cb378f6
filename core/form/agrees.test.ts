import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { data, schema } from './schemas.testing.ts';
import { breaches, fits } from './verdict.ts';

it('the interpreting validator says the same as a compiling one', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  fc.assert(
    fc.property(schema, data, (given, entered) => {
      const compiled = ajv.compile(given);
      expect(fits(given, given, entered)).toBe(compiled(entered));
      expect(breaches(given, given, entered).length === 0).toBe(compiled(entered));
    }),
    { numRuns: 300 },
  );
});
