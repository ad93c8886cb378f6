import { format } from '@cfworker/json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundle } from '#core/definition/index.ts';
import { enteredIn, shipped } from '#core/definition/shipped.testing.ts';
import { checkFields } from './check-fields.ts';
import { withObjects } from './entered.ts';
import { formats } from './formats.ts';
import { settled } from './resolve-fields.ts';
import { spoiled, spoiling } from './spoiled.testing.ts';
import type { FormDefinition } from './types.ts';

// Submissions of the shipped services, spoiled at random: what the citizen is told must agree with a second validator.

/** Of each service; twenty thousand where the whole core is gone through (`npm run core`). */
const RUNS = process.env.MODE === 'thorough' ? 20_000 : 1500;
/** A second validator, which knows the same formats. */
function compiled(form: FormDefinition): (data: unknown) => boolean {
  formats();
  const ajv = new Ajv2020({ strict: false });
  for (const [name, test] of Object.entries(format))
    ajv.addFormat(name, (text: string) => (test as (text: string) => boolean)(text));
  // a part that stands in two places carries its $id twice
  const whole = JSON.parse(JSON.stringify(form.schema), (name, value) =>
    name === '$id' && typeof value === 'string' ? undefined : value,
  );
  return ajv.compile(whole);
}

for (const id of Object.keys(shipped.services)) {
  const form = bundle(shipped, id, 1).form as unknown as FormDefinition;
  const entered = enteredIn(id);
  describe.skipIf(entered.length === 0)(id, () => {
    const second = compiled(form);
    it(`${RUNS} spoiled submissions: what the citizen is told agrees with a second validator`, {
      timeout: 180_000,
    }, () => {
      let right = 0;
      fc.assert(
        fc.property(fc.constantFrom(...entered), fc.array(spoiling, { maxLength: 4 }), (given, changes) => {
          const data = spoiled(given, changes);
          const { flat, kept } = settled(form.schema, data);
          const told = checkFields(form, data);
          const fits = second(withObjects(flat, kept));
          if (fits) right += 1;
          expect(
            told.map(({ pointer, code }) => `${pointer} ${code}`).length === 0,
            JSON.stringify(told),
          ).toBe(fits);
        }),
        { numRuns: RUNS },
      );
      console.log(`${id}: ${RUNS} submissions, ${right} of them right, judged alike by two validators`);
      expect(right).toBeGreaterThan(RUNS / 20);
      expect(right).toBeLessThan(RUNS);
    });
  });
}
