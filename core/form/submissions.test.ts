import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from '@cfworker/json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundle, library } from '#core/definition/index.ts';
import { checkFields } from './check-fields.ts';
import { withObjects } from './entered.ts';
import { formats } from './formats.ts';
import { settled } from './resolve-fields.ts';
import type { Entered, FormDefinition } from './types.ts';

// Submissions of the shipped services, spoiled at random: what the citizen is told must agree with a second validator.

/** Of each service; twenty thousand where the whole core is gone through (`npm run core`). */
const RUNS = process.env.MODE === 'thorough' ? 20_000 : 1500;
const root = resolve(import.meta.dirname, '../../service-definitions');

const files = Object.fromEntries(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]),
);
const { library: all } = library(files);

/** The forms of a service's scenarios: what people really enter. */
const formsOf = (service: string): Entered[] =>
  Object.entries(files)
    .filter(([path]) => path.startsWith(`services/${service}/scenarios/`))
    .map(([, text]) => (JSON.parse(text) as { form: Entered }).form);

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

/** Every place of a value, the value itself left out. */
function pathsOf(value: unknown, at: string[] = []): string[][] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const own = at.length > 0 ? [at] : [];
  return [...own, ...inner.flatMap(([name, one]) => pathsOf(one, [...at, name]))];
}

const wrong = fc.oneof(
  fc.constantFrom<unknown>('', ' ', 'x', '0', 'а'.repeat(5000), 0, -1, 1e9, 0.5, true, false, null, [], {}),
  fc.constantFrom<unknown>('2026-02-30', '1111111111', 'UA80000000000093317', 'own', 'not-an-address@'),
  fc.string({ maxLength: 12 }),
);
const spoiling = fc.record({
  where: fc.nat(),
  how: fc.constantFrom('away', 'other', 'moved', 'twice', 'more'),
  from: fc.nat(),
  wrong,
});
type Spoiling = { where: number; how: string; from: number; wrong: unknown };

function spoiled(form: Entered, changes: Spoiling[]): Entered {
  const copy = structuredClone(form) as Record<string, unknown>;
  for (const { where, how, from, wrong } of changes) {
    const paths = pathsOf(copy);
    const path = paths[where % Math.max(1, paths.length)];
    if (!path) return copy;
    const parent = path.slice(0, -1).reduce<unknown>((at, step) => Reflect.get(Object(at), step), copy);
    const last = path.at(-1) ?? '';
    const at = parent as Record<string, unknown>;
    const other = (paths[from % paths.length] ?? []).reduce<unknown>(
      (inner, step) => Reflect.get(Object(inner), step),
      copy,
    );
    if (how === 'away') {
      if (Array.isArray(parent)) parent.splice(Number(last), 1);
      else delete at[last];
    } else if (how === 'other') at[last] = structuredClone(wrong);
    else if (how === 'moved') at[last] = structuredClone(other);
    else if (how === 'twice' && Array.isArray(at[last]))
      at[last] = [...at[last], ...structuredClone(at[last])];
    else if (how === 'more' && !Array.isArray(parent)) at[`more${from % 3}`] = structuredClone(wrong);
  }
  return copy;
}

for (const id of Object.keys(all.services)) {
  const form = bundle(all, id, 1).form as unknown as FormDefinition;
  const entered = formsOf(id);
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
