import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from 'feelin';
import { Budget, MOST_WORK } from './budget.ts';
import type { Expression } from './compile.ts';
import { type ExpressionCode, ExpressionError } from './error.ts';
import { metered, meteredName } from './metered.ts';
import type { Guard } from './rewrite.ts';

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
  /** What the evaluation that is going on has left. */
  budget: Budget;
  /** Begins an evaluation; answers how to go back to the one that was going on. */
  begin(): () => ExpressionError | undefined;
};

/** The guards of one program. */
export function guardsOf(expression: Expression): Guards {
  const { written, places } = expression;
  let fault: ExpressionError | undefined;
  let left = new Map<number, unknown>();
  const tooMuch = (what: string): never => {
    throw new ExpressionError('tooComplex', written, { from: 0, to: written.length }, what);
  };
  const budget = new Budget(() =>
    tooMuch(`takes more than ${MOST_WORK} steps: let it go through fewer items, or less text, at once`),
  );
  const note = (code: ExpressionCode, place: number, what: string): null => {
    const at = places[place] ?? { from: 0, to: written.length };
    fault ??= new ExpressionError(code, written, at, `${what} in “${written.slice(at.from, at.to)}”`);
    return null;
  };
  const looked = (value: unknown): unknown => {
    budget.look(value);
    return value;
  };
  const present = (value: unknown, place: number) =>
    looked(value) ?? note('null', place, 'a value is absent');
  const condition = (value: unknown, place: number): boolean => {
    budget.look(value);
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
    budget.through(first);
    budget.through(value);
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
    budget.look(list);
    if (!Array.isArray(list)) return note(list === null ? 'null' : 'type', place, 'total of what is no list');
    let sum = 0;
    for (const one of list) {
      if (typeof one !== 'number')
        return note(one === null ? 'null' : 'type', place, 'total of what is no number');
      sum += one;
    }
    return sum;
  };
  const guards: { [guard in Guard]: FeelFunction } = {
    _b: new FeelFunction(condition, ['value', 'place']),
    _n: new FeelFunction(present, ['value', 'place']),
    _f: new FeelFunction(present, ['value', 'place']),
    _d: new FeelFunction(
      (value: unknown, place: number) =>
        value === 0 ? note('null', place, 'division by zero') : present(value, place),
      ['value', 'place'],
    ),
    _a: new FeelFunction(
      (value: unknown, place: number) => looked(value) ?? note('type', place, 'values do not go together'),
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
    _g: new FeelFunction(
      (over: unknown, round: number) => {
        if (over instanceof FeelRange) tooMuch('a range to loop over is written in numbers');
        budget.rounds(Array.isArray(over) ? over.length : 1, round);
        return over;
      },
      ['over', 'round'],
    ),
    _i: new FeelFunction(
      (over: unknown, round: number, copies: number) => {
        budget.filtered(Array.isArray(over) ? over : [over], round, copies);
        return over;
      },
      ['over', 'round', 'copies'],
    ),
    _s: new FeelFunction(
      (value: unknown, rounds: number, round: number) => {
        budget.rounds(rounds, round);
        return value;
      },
      ['value', 'rounds', 'round'],
    ),
    _t: new FeelFunction(
      (value: unknown) => {
        budget.through(value);
        return value;
      },
      ['value'],
    ),
    _v: new FeelFunction(
      (value: unknown) => {
        if (Array.isArray(value)) budget.spend(4 * value.length);
        return looked(value);
      },
      ['value'],
    ),
    // a copy: a list that is still being made must not come to stand in itself
    _p: new FeelFunction(
      (list: unknown) => (Array.isArray(looked(list)) ? [...(list as unknown[])] : list),
      ['list'],
    ),
  };
  const names: Record<string, FeelFunction> = {};
  for (const guard of expression.guards) names[guard] = guards[guard];
  for (const name of expression.calls)
    names[meteredName(name)] = name === 'total' ? new FeelFunction(total, ['list']) : metered(name, budget);
  return {
    names,
    budget,
    begin: () => {
      const before = { fault, left };
      const goOn = budget.begin();
      fault = undefined;
      left = new Map();
      return () => {
        const found = fault;
        ({ fault, left } = before);
        goOn();
        return found;
      };
    },
  };
}
