import { expect, it } from 'vitest';
import { asOfficer, Play, small } from '#core/case/small-service.testing.ts';
import { openCard } from './cards.ts';

it('a decision that was revoked is not shown as granted to whoever asks by the number', () => {
  const play = new Play();
  play.toReview();
  play.review('refuse', { grounds: ['noRight'], explain: 'Ні' });
  expect(openCard(small, play.here)).not.toHaveProperty('revoked');
  play.do(asOfficer('o-head', 'head'), { type: 'revoke', grounds: ['noRight'], reason: 'Помилка' });
  expect(openCard(small, play.here)).toMatchObject({
    state: { uk: 'Рішення скасовано', en: 'Decision revoked' },
    revoked: true,
  });
});
