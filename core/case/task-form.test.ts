import { expect, it } from 'vitest';
import { decide } from './decide.ts';
import { asOfficer, Play, small } from './small-service.testing.ts';

it('what is wrong in the form of a task is told by where it stands in the decision', () => {
  const play = new Play();
  play.toReview();
  play.review('none');
  const given = { now: play.now, actor: asOfficer('o-iryna', 'registrar'), ids: play.ids };
  const command = { type: 'act', path: 'review', action: 'approve', data: { note: 5 } } as const;
  expect(decide(small, play.here, command, given).refusal).toMatchObject({
    ...{ code: 'invalidData', pointer: '/data', fields: [{ pointer: '/data/note', code: 'type' }] },
  });
});
