import { expect, it } from 'vitest';
import { asOfficer, asParty, asSystem, olena, Play, small } from '#core/case/small-service.testing.ts';
import type { PartyActor } from '#core/case/types.ts';
import { applicationView } from '../handlers/application/case-view.ts';
import { caseView, sightOf } from './case-view.ts';

/** The small service whose registrar, and whose applicant in a correction, say something of each owner. */
function withOwnForms() {
  const service = structuredClone(small);
  const { review, correction } = service.bundle.flow.states as unknown as { [name: string]: object };
  const form = {
    schema: {
      type: 'object',
      properties: {
        checks: {
          type: 'array',
          items: { type: 'object', properties: { rnokpp: { type: 'string' }, fine: { type: 'boolean' } } },
        },
        speaker: { type: 'string' },
      },
    },
    rows: { '/checks': 'form.owners' },
    options: { '/speaker': 'form.owners.rnokpp' },
  };
  const say = { uk: 'Що з ними?', en: 'What of them?' };
  for (const state of [review, correction]) Object.assign(state ?? {}, { form, say });
  return new Play(service);
}

function inReview() {
  const play = withOwnForms();
  play.submit([{ rnokpp: '2222222222', email: 'petro@mail.example' }]);
  const { flow } = play.service.bundle;
  Object.assign(flow.states.check ?? {}, { next: 'review' });
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
  return play;
}

const ofTheCase = {
  schema: { properties: { checks: { minItems: 1, maxItems: 1 }, speaker: { enum: ['2222222222'] } } },
  items: { '/checks': [{ title: { uk: '2222222222' }, values: { rnokpp: '2222222222' } }] },
};

it('whoever decides is given the form of the task as it is for this case, once it may be filled in', () => {
  const play = inReview();
  const seen = () => {
    const found = { service: play.service, kase: play.here, now: play.now };
    const held = [asOfficer('o-iryna', 'registrar').appointment];
    return caseView(sightOf(found, held, 'uk'), new Map(), play.events).tasks[0];
  };
  expect(seen()?.form).toBeUndefined();
  play.do(asOfficer('o-iryna', 'registrar'), { type: 'claim', path: 'review' });
  expect(seen()?.form).toMatchObject(ofTheCase);
  expect(seen()?.form).not.toHaveProperty('rows');
});

it('a party is given the form of its state as it is for this case, with what is asked', () => {
  const play = inReview();
  const marks = [{ pointer: '/name', say: 'Перевірте' }];
  expect(play.review('return', { reason: 'Не те', marks })).toBeUndefined();
  const seen = {
    ...{ case: play.here, events: play.events, announced: [] },
    actor: asParty(olena) as PartyActor,
  };
  const view = applicationView(play.service, seen, play.now);
  expect(view?.waiting).toMatchObject({ say: { uk: 'Що з ними?' }, form: ofTheCase });
});
