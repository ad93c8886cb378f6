import { expect, it } from 'vitest';
import { asParty, olena, Play, small } from './small-service.testing.ts';

it('a correction that names no pages opens whatever was marked, and nothing else', () => {
  const service = structuredClone(small);
  const { correction } = service.bundle.flow.states;
  if (correction?.type !== 'party') throw new Error('the small service has no correction');
  delete correction.pages;
  const play = new Play(service);
  play.toReview();
  expect(play.review('return', { reason: 'Помилка в імені', marks: [{ pointer: '/name' }] })).toBeUndefined();
  const resubmit = { type: 'act', path: 'correction', action: 'resubmit' } as const;
  expect(play.do(asParty(olena), { ...resubmit, changes: { '/rnokpp': '9' } })).toBe('fieldNotOpen');
  expect(play.do(asParty(olena), { ...resubmit, changes: { '/name': 'Оленка' } })).toBeUndefined();
  expect(play.here.data.form.name).toBe('Оленка');
});
