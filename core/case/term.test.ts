import { expect, it } from 'vitest';
import type { ServiceRuntime } from './runtime.ts';
import { asParty, olena, Play, small } from './small-service.testing.ts';

/** The small service, its term in law over once a registrar has the case. */
const untilReview = {
  ...small,
  bundle: {
    ...small.bundle,
    decideWithin: { workingDays: 10, from: 'submitted', until: ['review'], overdue: { meaning: 'late' } },
  },
} as ServiceRuntime;

it('a term from the submission that has stopped does not begin anew when the case goes back', () => {
  const play = new Play(untilReview);
  play.submit();
  expect(play.here.term).toBeDefined();
  play.do(
    { kind: 'system', by: 'population' },
    { type: 'callAnswered', effect: play.effect('check'), result: { found: true } },
  );
  expect(play.here.term).toBeUndefined();
  expect(play.review('return', { reason: 'так', marks: [{ pointer: '/name' }] })).toBeUndefined();
  expect(play.here.term).toBeUndefined();
  const resubmit = {
    type: 'act',
    path: 'correction',
    action: 'resubmit',
    changes: { '/name': 'Олена' },
  } as const;
  expect(play.do(asParty(olena), resubmit)).toBeUndefined();
  expect(play.here.term).toBeUndefined();
});
