import { compile, interpolate, evaluate as run } from '#core/expression/index.ts';

/** The value of an expression over names. @throws ExpressionError */
export const evaluate = (source: string, names: Record<string, unknown>): unknown =>
  run(compile(source, Object.keys(names)), names);

/** A text with its `{{ FEEL }}` filled in. @throws ExpressionError */
export const say = (text: string, names: Record<string, unknown>): string =>
  text.includes('{{') ? interpolate(text, names) : text;
