import { compile, interpolate, evaluate as run } from '#core/expression/index.ts';

type Names = Record<string, unknown>;

/** The value of an expression. @throws ExpressionError */
export const evaluate = (source: string, names: Names): unknown =>
  run(compile(source, Object.keys(names)), names);

/** A text with its `{{ FEEL }}` filled in. @throws ExpressionError */
export const fill = (text: string, names: Names): string =>
  text.includes('{{') ? interpolate(text, names) : text;

/** Every text inside a value filled in; a text that is one expression and nothing else keeps its value's type. */
export function fillAll(value: unknown, names: Names): unknown {
  if (typeof value === 'string') {
    const whole = /^\{\{([^{}]+)\}\}$/.exec(value.trim());
    return whole?.[1] ? evaluate(whole[1].trim(), names) : fill(value, names);
  }
  if (Array.isArray(value)) return value.map((item) => fillAll(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillAll(item, names)]));
}

/** The names that an operation's expressions see: the input as `input`, and its fields by themselves, absent ones null. */
export function namesOf(input: unknown, schema: object | undefined): Names {
  const declared = Object.keys((schema as { properties?: object } | undefined)?.properties ?? {});
  const given = typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as Names) : {};
  const fields = Object.fromEntries(
    [...declared, ...Object.keys(given)].map((name) => [name, given[name] ?? null]),
  );
  return { ...fields, input: { ...fields } };
}
