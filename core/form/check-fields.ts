import { withObjects } from './entered.ts';
import { schemaAt } from './flatten.ts';
import { messageFor } from './messages.ts';
import { steps, valueAt, within } from './pointer.ts';
import { settled, uiAt, widgetOf } from './resolve-fields.ts';
import type { Entered, FieldProblem, FormDefinition, Schema } from './types.ts';
import { breaches } from './verdict.ts';

/** Keywords that tell of a level above what is wrong below: shown only if nothing below says more. */
const vague = new Set([
  'oneOf',
  'anyOf',
  'not',
  'const',
  'enum',
  'additionalProperties',
  'unevaluatedProperties',
]);

/** Judged again by the chosen alternative, since the whole schema names the breaches of every alternative. */
const judged = new Set(['const', 'enum']);

const agrees = (schema: Schema, value: unknown): boolean =>
  ('const' in schema ? schema.const === value : true) &&
  (Array.isArray(schema.enum) ? schema.enum.includes(value) : true);

/** Which of several breaches of one field is said: what is missing, then its kind, then how it is written. */
const order = ['required', 'dependentRequired', 'type', 'const', 'enum', 'minLength', 'pattern', 'format'];
const rank = (keyword: string): number => {
  const at = order.indexOf(keyword);
  return at < 0 ? order.length : at;
};

/**
 * What is wrong with what was entered, by the schema alone; one problem a field, in the order of the form.
 * `only`: the pointers of a page. What does not show is not looked at.
 */
export function checkFields(form: FormDefinition, data: Entered, only?: readonly string[]): FieldProblem[] {
  const { flat, kept } = settled(form.schema, data);
  const full = withObjects(flat, kept);
  const files = Object.values(form.files ?? {}).map((file) => file.at);
  const found = new Map<string, FieldProblem>();
  const candidates = breaches(form.schema, form.schema, full)
    .filter((one) => only === undefined || only.some((field) => within(one.pointer, field)))
    .sort((a, b) => rank(a.keyword) - rank(b.keyword));
  for (const { pointer, keyword } of candidates) {
    if (found.has(pointer)) continue;
    const value = valueAt(full, pointer);
    if (vague.has(keyword) && typeof value === 'object' && value !== null && candidates.length > 1) continue;
    const schema = schemaAt(flat, pointer);
    // a breach in an alternative that was not chosen
    if (schema === undefined) continue;
    if (keyword === 'required' && value !== undefined) continue;
    if (judged.has(keyword) && agrees(schema, value)) continue;
    const isFile = files.some((at) => within(pointer, at));
    const widget = widgetOf(uiAt(form, pointer));
    found.set(pointer, {
      pointer,
      code: keyword,
      message: messageFor(form, pointer, keyword, schema, widget, isFile, value),
    });
  }
  return inOrder([...found.values()], flat);
}

/** Sorts problems as the fields stand in the form. */
export function inOrder(problems: readonly FieldProblem[], flat: Schema): FieldProblem[] {
  const place = (pointer: string): number[] => {
    let at: Schema | undefined = flat;
    return steps(pointer).map((step) => {
      const index = /^\d+$/.test(step) ? Number(step) : Object.keys(at?.properties ?? {}).indexOf(step);
      at = at && schemaAt(at, `/${step}`);
      return index;
    });
  };
  const keyed = problems.map((problem) => ({ problem, key: place(problem.pointer) }));
  keyed.sort((a, b) => {
    for (let n = 0; n < Math.max(a.key.length, b.key.length); n += 1) {
      const difference = (a.key[n] ?? -1) - (b.key[n] ?? -1);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({ problem }) => problem);
}
