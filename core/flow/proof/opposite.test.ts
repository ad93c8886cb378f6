import { describe, expect, it } from 'vitest';
import { isOpposite } from './opposite.ts';

describe('one condition is the opposite of another', () => {
  it.each([
    ['form.a = 1', 'form.a != 1'],
    ['form.a < 1', 'form.a >= 1'],
    ['form.a > form.b', 'form.a  <=\n form.b'],
    ['form.ok', 'not(form.ok)'],
    ['form.ok ', 'not(form.ok)'],
    ['form.a  = 1 and form.b', 'not( form.a = 1 and form.b )'],
    ['not(form.ok)', 'not(not(form.ok))'],
  ])('%s and %s', (one, other) => {
    expect([isOpposite(one, other), isOpposite(other, one)]).toEqual([true, true]);
    expect([isOpposite(one, one), isOpposite(other, other)]).toEqual([false, false]);
  });

  it.each([
    ['form.a = 1', 'form.a = 2'],
    ['form.a = 1', 'form.a != 2'],
    ['form.a = 1', 'form.b != 1'],
    ['form.a < 1', 'form.a > 1'],
    ['form.a < 1', 'form.a <= 1'],
    // the same in part only: both are false where form.b is 2
    ['form.b = 1 and form.a = 1', 'form.b = 1 and form.a != 1'],
    ['count(form.l[item = 1]) = 1', 'count(form.l[item != 1]) = 1'],
    ['form.a in [1]', 'form.a in [1]'],
    ['form.ok', 'count(form.ok)'],
    ['form.ok', 'not(form.other)'],
    ['form.a =', 'form.a !='],
  ])('but not %s and %s', (one, other) => {
    expect([isOpposite(one, other), isOpposite(other, one)]).toEqual([false, false]);
  });
});
