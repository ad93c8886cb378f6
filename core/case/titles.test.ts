import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/types.generated.ts';
import {
  actionTitle,
  answerTitle,
  begunTitle,
  doneTitle,
  endingTitle,
  joined,
  outcomeTitle,
  partyTitle,
  titleOf,
} from './titles.ts';

const t = (uk: string, en?: string) => (en === undefined ? { uk } : { uk, en });
const state = (shape: object): State => shape as State;

const review = state({
  type: 'task',
  role: 'registrar',
  actions: {
    approve: { to: 'end' },
    register: { to: 'end', title: t('Зареєструвати', 'Register') },
    inspect: { to: 'visit', title: t('Оглянути'), done: t('призначено огляд', 'inspection is set') },
    odd: { to: 'end' },
  },
});
const consent = state({
  type: 'party',
  party: 'owner',
  actions: {
    agree: { to: 'end' },
    share: { to: 'end', title: t('Поділитися', 'Share') },
    sign: { to: 'end', done: t('підпис поставлено', 'signature given') },
  },
});
const correction = state({ type: 'party', party: 'applicant', actions: { resubmit: { to: 'review' } } });
const parties = { owner: { title: t('Співвласник житла', 'Owner of the home') }, witness: {} };

describe('the title of a state', () => {
  it('is its own, else that of its kind, so that no one reads a name of the definition', () => {
    expect(titleOf(state({ ...review, title: t('Розгляд заяви', 'Review') }), 'review')).toEqual(
      t('Розгляд заяви', 'Review'),
    );
    expect(titleOf(state({ type: 'pay' }), 'fee')).toEqual(t('Оплата', 'Payment'));
    expect(titleOf(review, 'review')).toEqual(t('Розгляд', 'Review'));
  });

  it('is its name where the definition has no such state any more', () => {
    expect(titleOf(undefined, 'gone')).toEqual(t('gone', 'gone'));
  });
});

describe('how a case ended', () => {
  it('is called by the kind of its outcome, where that is one of ours', () => {
    expect(endingTitle('left')).toEqual(t('Залишено без розгляду', 'Left without decision'));
    expect(endingTitle('constructor')).toBeUndefined();
  });

  it('is called as its end says, else by its kind, else by its outcome', () => {
    const end = (outcome: string, more: object = {}) => ({ type: 'end', outcome, ...more });
    const states = {
      review,
      said: end('entered', { kind: 'granted', title: t('Внесено', 'Entered') }),
      kind: end('struck', { kind: 'refused' }),
      branch: end('withdrawn'),
    };
    const flow = { initial: 'review', states } as unknown as Flow;
    expect(outcomeTitle(flow, 'entered')).toEqual(t('Внесено', 'Entered'));
    expect(outcomeTitle(flow, 'struck')).toEqual(t('Відмовлено', 'Refused'));
    expect(outcomeTitle(flow, 'withdrawn')).toEqual(t('Відкликано', 'Withdrawn'));
    expect(outcomeTitle(flow, 'cancelled')).toEqual(t('Скасовано', 'Cancelled'));
    expect(outcomeTitle(flow, 'gone')).toBeUndefined();
  });
});

describe('a party', () => {
  it('is called as the definition says; the applicant has a name of their own, others that of the definition', () => {
    expect(partyTitle('owner', parties.owner)).toEqual(t('Співвласник житла', 'Owner of the home'));
    expect(partyTitle('applicant', {})).toEqual(t('Заявник', 'Applicant'));
    expect(partyTitle('witness', parties.witness)).toEqual(t('witness', 'witness'));
    expect(partyTitle('stranger', undefined)).toEqual(t('stranger', 'stranger'));
  });
});

describe('the button of an action', () => {
  it('says the definition’s words, else the common ones, else the name', () => {
    expect(actionTitle({ title: t('Зареєструвати', 'Register') }, 'approve')).toEqual(
      t('Зареєструвати', 'Register'),
    );
    expect(actionTitle({}, 'return')).toEqual(t('Повернути на виправлення', 'Return for correction'));
    expect(actionTitle({}, 'odd')).toEqual(t('odd', 'odd'));
  });
});

describe('what happened, in the timeline', () => {
  it('of a task names the task and the decision', () => {
    expect(doneTitle({ state: review, name: 'review', action: 'approve' }, parties)).toEqual(
      t('Розгляд: погоджено', 'Review: approved'),
    );
    expect(doneTitle({ state: review, name: 'review', action: 'register' }, parties)).toEqual(
      t('Розгляд: рішення: «Зареєструвати»', 'Review: decision: “Register”'),
    );
    expect(doneTitle({ state: review, name: 'review', action: 'odd' }, parties)).toEqual(
      t('Розгляд: рішення: «odd»', 'Review: decision: “odd”'),
    );
  });

  it('is said in the definition’s own words where it has some', () => {
    expect(doneTitle({ state: review, name: 'review', action: 'inspect' }, parties)).toEqual(
      t('призначено огляд', 'inspection is set'),
    );
    expect(doneTitle({ state: consent, name: 'consent', action: 'sign' }, parties)).toEqual(
      t('підпис поставлено', 'signature given'),
    );
  });

  it('of another party says who answered', () => {
    expect(doneTitle({ state: consent, name: 'consent', action: 'agree' }, parties)).toEqual(
      t('Співвласник житла: згоду надано', 'Owner of the home: consented'),
    );
    expect(doneTitle({ state: consent, name: 'consent', action: 'share' }, parties)).toEqual(
      t('Співвласник житла: відповідь: «Поділитися»', 'Owner of the home: answer: “Share”'),
    );
  });

  it('of the applicant, or of a party without a title, says only what was done', () => {
    expect(doneTitle({ state: correction, name: 'correction', action: 'resubmit' }, parties)).toEqual(
      t('Надіслано знову', 'Sent again'),
    );
    const titled = { applicant: { title: t('Власник', 'Owner') } };
    expect(doneTitle({ state: correction, name: 'correction', action: 'resubmit' }, titled)).toEqual(
      t('Надіслано знову', 'Sent again'),
    );
    const witness = state({ type: 'party', party: 'witness', actions: { decline: { to: 'end' } } });
    expect(doneTitle({ state: witness, name: 'witness', action: 'decline' }, parties)).toEqual(
      t('У згоді відмовлено', 'Declined'),
    );
    const stranger = state({ type: 'party', party: 'stranger', actions: { done: { to: 'end' } } });
    expect(doneTitle({ state: stranger, name: 'stranger', action: 'done' }, parties)).toEqual(
      t('Зроблено', 'Done'),
    );
  });

  it('can be told of a state and an action that the definition does not have any more', () => {
    expect(doneTitle({ state: undefined, name: 'gone', action: 'approve' }, parties)).toEqual(
      t('gone: погоджено', 'gone: approved'),
    );
    expect(doneTitle({ state: undefined, name: 'gone', action: 'odd' }, parties)).toEqual(
      t('gone: рішення: «odd»', 'gone: decision: “odd”'),
    );
  });
});

describe('what a party answered', () => {
  it('begins with a capital letter, in the definition’s words or the common ones', () => {
    expect(answerTitle({ state: consent, name: 'consent', action: 'agree' })).toEqual(
      t('Згоду надано', 'Consented'),
    );
    expect(answerTitle({ state: consent, name: 'consent', action: 'sign' })).toEqual(
      t('Підпис поставлено', 'Signature given'),
    );
    expect(answerTitle({ state: consent, name: 'consent', action: 'share' })).toEqual(
      t('Відповідь: «Поділитися»', 'Answer: “Share”'),
    );
  });

  it('is said in Ukrainian where a text has no English', () => {
    const ukrainian = state({
      type: 'party',
      party: 'owner',
      actions: { share: { to: 'end', title: t('Поділитися') }, sign: { to: 'end', done: t('підписано') } },
    });
    expect(answerTitle({ state: ukrainian, name: 'consent', action: 'share' }).en).toBe(
      'Answer: “Поділитися”',
    );
    expect(answerTitle({ state: ukrainian, name: 'consent', action: 'sign' })).toEqual(
      t('Підписано', 'Підписано'),
    );
    const none = state({ type: 'party', party: 'owner', actions: { sign: { to: 'end', done: {} } } });
    expect(answerTitle({ state: none, name: 'consent', action: 'sign' })).toEqual(t('', ''));
  });
});

describe('a case that nobody applied for', () => {
  it('says how it began; an application says nothing of it', () => {
    expect(begunTitle({ channel: 'officer' })).toEqual(
      t('Справу почато з ініціативи органу', 'The agency began the case of its own motion'),
    );
    expect(begunTitle({ channel: 'schedule' })).toEqual(
      t('Справу почато за розкладом', 'The case began at its appointed time'),
    );
    for (const channel of ['portal', 'counter']) expect(begunTitle({ channel }), channel).toBeUndefined();
  });
});

describe('texts as one', () => {
  it('are empty where nothing is written, and an action in Ukrainian alone is told of in Ukrainian', () => {
    expect(joined([{}, t('б')], '+')).toEqual(t('+б', '+б'));
    const task = state({ type: 'task', role: 'r', actions: { odd: { to: 'end', title: t('Оглянути') } } });
    expect(doneTitle({ state: task, name: 'x', action: 'odd' }, {}).en).toBe('Review: decision: “Оглянути”');
  });

  it('leave no language out: where the English is missing, the Ukrainian stands', () => {
    const text = fc.record({ uk: fc.string(), en: fc.option(fc.string(), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const given = texts.map(({ uk, en }) => t(uk, en));
        expect(joined(given, ' | ')).toEqual({
          uk: given.map(({ uk }) => uk).join(' | '),
          en: given.map((one) => one.en ?? one.uk).join(' | '),
        });
      }),
    );
  });
});
