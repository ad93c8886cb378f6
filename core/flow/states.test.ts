import { expect, it } from 'vitest';
import type { Flow } from '#core/definition/types.generated.ts';
import { flowAt, stateAt } from './states.ts';

const end = { type: 'end', outcome: 'agreed' };
const branch = { start: 'agreed', states: { agreed: end } };
const top = {
  start: 'signing',
  states: { signing: { type: 'parallel', branches: { head: branch } } },
} as unknown as Flow;

it('a state is found by its path through branches', () => {
  expect(stateAt(top, 'signing/head/agreed')).toBe(end);
  expect(stateAt(top, 'signing/head/none')).toBeUndefined();
  expect(stateAt(top, 'signing/lawyer/agreed')).toBeUndefined();
});

it('no branch and no state is found under a name that every object has', () => {
  expect(flowAt(top, 'signing/constructor')).toBeUndefined();
  expect(stateAt(top, 'signing/constructor/agreed')).toBeUndefined();
  expect(stateAt(top, 'signing/head/toString')).toBeUndefined();
});
