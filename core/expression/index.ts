export { compile, type Expression } from './compile.ts';
export { type ExpressionCode, ExpressionError } from './error.ts';
export { evaluate, type Value } from './evaluate.ts';
export { expressionsIn, interpolate, sayDay } from './interpolate.ts';
