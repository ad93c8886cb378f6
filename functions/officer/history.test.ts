import { describe, expect, it } from 'vitest';
import { first, migrated, second } from '#core/case/migration/versions.testing.ts';
import { asOfficer, asParty, asSystem, Play, petro } from '#core/case/small-service.testing.ts';
import { visible } from '#core/case/visible.ts';
import { timeline } from '../handlers/application/timeline.ts';
import { historyOf } from './history.ts';

/** Version 2 calls the review, the consent and the co-owner otherwise, and titles them otherwise. */
const next = second({ renamed: { review: 'study', ask: 'wish', owner: 'coOwner' } }, (bundle) => {
  const flow = JSON.stringify(bundle.flow)
    .replaceAll('"review"', '"study"')
    .replaceAll('review.by', 'study.by')
    .replaceAll('"ask"', '"wish"')
    .replaceAll('"owner"', '"coOwner"')
    .replaceAll('owner.rnokpp', 'coOwner.rnokpp');
  const { owner, ...parties } = bundle.parties;
  const message = JSON.stringify(bundle.messages)
    .replaceAll('"owner"', '"coOwner"')
    .replaceAll('review.', 'study.');
  Object.assign(bundle, {
    flow: JSON.parse(flow),
    parties: { ...parties, coOwner: owner },
    roles: JSON.parse(JSON.stringify(bundle.roles).replaceAll('"review"', '"study"')),
    messages: JSON.parse(message),
  });
  Object.assign(bundle.flow.states.study ?? {}, { title: { uk: 'Вивчення', en: 'Study' } });
});

function moved(): Play {
  const play = new Play(first);
  play.submit([{ rnokpp: '2222222222', email: 'petro@mail.example' }]);
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
  play.do(asParty(petro), { type: 'act', path: 'consents/1/ask', action: 'agree', data: {} });
  play.review('return', { reason: 'Уточніть імʼя', marks: [{ pointer: '/name' }] });
  const { play: over, refusal } = migrated(play, next);
  expect(refusal).toBeUndefined();
  return over;
}

describe('the history of a case that came over to another version', () => {
  const play = moved();
  const until = play.events.find(({ type }) => type === 'migrated')?.seq ?? 0;
  const service = { ...next, earlier: [{ until, service: first }] };

  it('is told to officers in the words of the version that each event was said under', () => {
    expect(play.here.earlier).toEqual([{ definition: first.hash, until }]);
    const officer = asOfficer('o-head', 'head');
    const viewer = { kind: 'officer', appointment: officer.appointment } as const;
    const seen = visible(service, play.here, viewer, play.now);
    if (!seen) throw new Error('not seen');
    const history = historyOf({ service, kase: play.here, seen, language: 'uk' }, play.events);
    const returned = history.find(({ title }) => title.uk === 'Розгляд: повернуто на виправлення');
    expect(returned?.text).toBe('Уточніть імʼя');
    const consent = history.find(({ title }) => title.uk?.includes('згоду надано'));
    expect(consent?.by).not.toBe('owner/1');
    expect(history.at(-1)?.title.uk).toBe('Справу перенесено на нову версію послуги');
  });

  it('loses nothing for the parties', () => {
    const titles = (party: string) => timeline(service, play.events, party).map(({ title }) => title.uk);
    expect(titles('applicant')).toContain('Розгляд: повернуто на виправлення');
    // what they did is told as it was before
    const before = play.events.filter(({ seq }) => seq < until);
    const told = timeline(first, before, 'owner/1').map(({ title }) => title.uk);
    expect(told.length).toBeGreaterThan(1);
    expect(titles('coOwner/1')).toEqual(told);
  });
});
