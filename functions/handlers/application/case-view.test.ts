import { describe, expect, it } from 'vitest';
import { asParty, olena, Play, petro, small } from '#core/case/small-service.testing.ts';
import type { Identity, PartyActor } from '#core/case/types.ts';
import { applicationView } from './case-view.ts';

const seen = (play: Play, identity: Identity) =>
  applicationView(
    small,
    { case: play.here, events: play.events, announced: [], actor: asParty(identity) as PartyActor },
    play.now,
  );

describe('a case as its parties see it', () => {
  it('tells the applicant where it stands and what happened, and nothing of who the officers are', () => {
    const play = new Play();
    play.toReview();
    const view = seen(play, olena);
    expect(view).toMatchObject({ party: 'applicant', state: { id: 'review' }, canWithdraw: true });
    expect(view?.waiting).toBeUndefined();
    expect(view?.timeline.map(({ title }) => title.uk)).toEqual([
      'Заяву подано',
      'Перевірка в реєстрі',
      'Розгляд',
    ]);
    expect(seen(play, petro)).toBeNull();
  });

  it('asks for the marked fields, with the reason and what may be done', () => {
    const play = new Play();
    play.toReview();
    const marks = [{ pointer: '/name', say: 'Перевірте' }];
    expect(play.review('return', { reason: 'Не те ім’я', marks })).toBeUndefined();
    const view = seen(play, olena);
    expect(view?.waiting).toMatchObject({
      path: 'correction',
      open: ['/name'],
      marks,
      pages: ['main'],
      reason: 'Не те ім’я',
      actions: [{ id: 'resubmit' }],
    });
    expect(JSON.stringify(view)).not.toContain('o-iryna');
  });

  it('shows an owner only what the owner sees, and what is asked of that owner', () => {
    const play = new Play();
    play.submit([{ rnokpp: '2222222222', email: 'petro@mail.example' }]);
    play.do(
      { kind: 'system', by: 'worker' },
      {
        type: 'callAnswered',
        effect: play.effect('check'),
        result: { found: true },
      },
    );
    const view = seen(play, petro);
    expect(view?.form).toEqual({ name: 'Олена' });
    expect(view?.waiting?.actions).toEqual([
      { id: 'agree', title: { uk: 'Погодитися', en: 'Agree' } },
      { id: 'decline', title: { uk: 'Не погодитися', en: 'Decline' }, reason: true },
    ]);
    expect(view?.canWithdraw).toBe(false);
    expect(JSON.stringify(view)).not.toContain('1111111111');
  });

  it('says to the applicant, and to no other party, how it ended, with what the text is filled in with', () => {
    const service = structuredClone(small);
    const { refused } = service.bundle.flow.states;
    if (refused?.type !== 'end') throw new Error('refused');
    refused.say = { uk: 'Відмовлено: {{ form.name }}', en: 'Refused: {{ form.name }}' };
    const play = new Play(service);
    play.toReview();
    expect(play.review('refuse', { grounds: ['noRight'], explain: 'Ні' })).toBeUndefined();
    const actor = asParty(olena) as PartyActor;
    const given = { case: play.here, events: play.events, announced: [], actor };
    expect(applicationView(service, given, play.now)?.outcome?.say).toEqual({
      uk: 'Відмовлено: Олена',
      en: 'Refused: Олена',
    });
  });

  it('tells what happened, never what a button says: in the words of the definition, else by the titles', () => {
    const told = (done?: { uk: string; en: string }) => {
      const service = structuredClone(small);
      const { review } = service.bundle.flow.states;
      if (review?.type !== 'task' || !review.actions.return) throw new Error('review');
      if (done) review.actions.return.done = done;
      const play = new Play(service);
      play.toReview();
      const marks = [{ pointer: '/name', say: 'Перевірте' }];
      expect(play.review('return', { reason: 'Не те ім’я', marks })).toBeUndefined();
      const actor = asParty(olena) as PartyActor;
      const given = { case: play.here, events: play.events, announced: [], actor };
      return applicationView(service, given, play.now)?.timeline.map(({ title }) => title.uk);
    };
    expect(told()).toContain('Розгляд: повернуто на виправлення');
    const own = { uk: 'Реєстратор повернув заяву', en: 'The registrar returned the application' };
    expect(told(own)).toContain('Реєстратор повернув заяву');
  });

  it('offers to withdraw once, also where a state of the definition has an action for it', () => {
    const service = structuredClone(small);
    const { states } = service.bundle.flow;
    states.takenBack = { type: 'end', outcome: 'withdrawn', kind: 'withdrawn' };
    if (states.correction?.type !== 'party') throw new Error('correction');
    states.correction.actions.withdraw = { to: 'takenBack' };
    const play = new Play(service);
    play.toReview();
    play.review('return', { reason: 'Не те', marks: [{ pointer: '/name', say: '' }] });
    const actor = asParty(olena) as PartyActor;
    const given = { case: play.here, events: play.events, announced: [], actor };
    const view = applicationView(service, given, play.now);
    expect(view?.canWithdraw).toBe(true);
    expect(view?.waiting?.actions.map(({ id }) => id)).toEqual(['resubmit']);
  });
});
