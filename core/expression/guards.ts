import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from 'feelin';
import type { Expression } from './compile.ts';
import { type ExpressionCode, ExpressionError } from './error.ts';

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDuration) return 'duration';
  if (value instanceof FeelRange) return 'range';
  return typeof value === 'object' ? 'context' : typeof value;
};

/** What the guards found first since `begin`, and the guards themselves as names of the interpreter. */
export type Guards = {
  names: Record<string, FeelFunction>;
  /** Begins an evaluation; answers how to go back to the one that was going on. */
  begin(): () => ExpressionError | undefined;
};

/** The guards of one program. */
export function guardsOf(expression: Expression): Guards {
  let fault: ExpressionError | undefined;
  let left = new Map<number, unknown>();
  const note = (code: ExpressionCode, place: number, what: string): null => {
    const at = expression.places[place] ?? { from: 0, to: expression.written.length };
    fault ??= new ExpressionError(
      code,
      expression.written,
      at,
      `${what} in “${expression.written.slice(at.from, at.to)}”`,
    );
    return null;
  };
  const present = (value: unknown, place: number) =>
    value === null || value === undefined ? note('null', place, 'a value is absent') : value;
  const condition = (value: unknown, place: number): boolean => {
    if (typeof value === 'boolean') return value;
    note(
      value === null || value === undefined ? 'null' : 'type',
      place,
      'the condition is neither true nor false',
    );
    return false;
  };
  const compared = (value: unknown, place: number, how: unknown): unknown => {
    const first = left.get(place);
    const [a, b] = [kindOf(first), kindOf(value)];
    // equality with an absent value is an answer; an order is none
    if (a === 'null' || b === 'null') return how === 'eq' ? value : note('null', place, 'a value is absent');
    if (a !== b) return note('type', place, `a ${a} is compared with a ${b}`);
    if (how === 'order' && /^(list|context|boolean|range)$/.test(a))
      return note('type', place, `a ${a} has no order`);
    return value;
  };
  const total = (list: unknown): number | null => {
    const place = -1;
    if (!Array.isArray(list)) return note(list === null ? 'null' : 'type', place, 'total of what is no list');
    let sum = 0;
    for (const one of list) {
      if (typeof one !== 'number')
        return note(one === null ? 'null' : 'type', place, 'total of what is no number');
      sum += one;
    }
    return sum;
  };
  const names: Record<string, FeelFunction> = {
    _b: new FeelFunction(condition, ['value', 'place']),
    _n: new FeelFunction(present, ['value', 'place']),
    _f: new FeelFunction(present, ['value', 'place']),
    _d: new FeelFunction(
      (value: unknown, place: number) =>
        value === 0 ? note('null', place, 'division by zero') : present(value, place),
      ['value', 'place'],
    ),
    _a: new FeelFunction(
      (value: unknown, place: number) => value ?? note('type', place, 'values do not go together'),
      ['value', 'place'],
    ),
    _l: new FeelFunction(
      (value: unknown, place: number) => {
        left.set(place, value);
        return value;
      },
      ['value', 'place', 'how'],
    ),
    _r: new FeelFunction(compared, ['value', 'place', 'how']),
    total: new FeelFunction(total, ['list']),
  };
  return {
    names,
    begin: () => {
      const [faultBefore, leftBefore] = [fault, left];
      fault = undefined;
      left = new Map();
      return () => {
        const found = fault;
        [fault, left] = [faultBefore, leftBefore];
        return found;
      };
    },
  };
}
