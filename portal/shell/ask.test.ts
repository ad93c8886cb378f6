import { expect, it } from 'vitest';
import { askedOf } from './ask.ts';
import { offline, type Problem } from './problem.ts';

const often: Problem = {
  ...offline,
  status: 429,
  code: 'tooMany',
  title: { uk: 'Спробуйте за хвилину', en: 'Try again in a minute' },
};

it('a registry that was asked too often says when to try again, in the language of the screen', () => {
  expect(askedOf({ ok: false, problem: often }, 'en')).toEqual({
    state: 'unanswered',
    why: 'Try again in a minute',
  });
});

it('a registry that gives no answer for another reason stops nobody with the reasons of a server', () => {
  for (const status of [0, 404, 500, 503])
    expect(askedOf({ ok: false, problem: { ...often, status } }, 'uk')).toEqual({ state: 'unanswered' });
});

it('an answer is taken only where there is one', () => {
  const came = { ok: true, status: 200, etag: null, location: null } as const;
  const told = (state: 'answered' | 'notAsked') =>
    askedOf({ ...came, data: { lookup: 'dwelling', state, answer: { kind: 'flat' } } }, 'uk');
  expect(told('answered')).toEqual({ state: 'answered', answer: { kind: 'flat' } });
  expect(told('notAsked')).toEqual({ state: 'notAsked' });
});
