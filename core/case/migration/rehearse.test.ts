import { describe, expect, it } from 'vitest';
import { asOfficer, Play } from '../small-service.testing.ts';
import type { Case } from '../types.ts';
import { casesOfScenarios, reachableStates, rehearsedState } from './imagined.ts';
import { rehearse } from './rehearse.ts';
import { first, migrated, second } from './versions.testing.ts';

function played(...acts: ((play: Play) => void)[]): Case {
  const play = new Play(first);
  play.toReview();
  for (const act of acts) act(play);
  return play.here;
}
const now = '2026-03-03T08:00:00Z';
const inReview = () => played();
const inSigning = () => played((play) => play.review('approve'));
const ended = () => played((play) => play.review('refuse', { grounds: ['noRight'], explain: 'ні' }));

describe('a rehearsal', () => {
  it('says case by case what the migration would do, in both languages', () => {
    const next = second({ renamed: { review: 'study' } }, ({ flow, form }) => {
      const { review, ...states } = flow.states;
      flow.states = {
        ...states,
        study: { ...review, title: { uk: 'Вивчення', en: 'Study' }, due: { workingDays: 9 } },
      };
      delete flow.states.signing;
      const { properties } = form.schema as { properties: { [name: string]: unknown } };
      delete properties.rnokpp;
      Object.assign(form.schema, { required: ['name'] });
      Object.assign(form, { texts: {} });
    });
    const { counts, cases, says, reasons } = rehearse(first, next, [inReview(), inSigning(), ended()], now);
    expect(counts).toEqual({ moves: 1, stays: 0, refused: 2 });
    expect(reasons.map(({ code, count }) => [code, count])).toEqual([
      ['notMapped', 1],
      ['ended', 1],
    ]);
    const [review] = cases;
    expect(review).toMatchObject({ result: 'moves', from: ['review'], to: ['study'], lost: ['/rnokpp'] });
    expect(review?.terms).toEqual([
      {
        path: 'study',
        kind: 'kept',
        due: '2026-03-05T21:59:59Z',
        later: { uk: '9 робочих днів', en: '9 working days' },
      },
    ]);
    expect(review?.says.map(({ uk }) => uk)).toEqual([
      '«Розгляд» → «Вивчення»',
      'Втрачається: /rnokpp',
      'Строк стану «Вивчення» лишається до 2026-03-05; у новій версії 9 робочих днів',
    ]);
    expect(review?.says[0]?.en).toBe('“Review” → “Study”');
    expect(says.map(({ en }) => en)).toEqual([
      'Version 1 → version 2',
      '1 case to the new version',
      '2 cases on their version: the new one cannot take them',
    ]);
  });

  it('says what is called off and what begins anew', () => {
    const [one] = rehearse(
      first,
      second({ states: { signing: { enter: 'review' } } }),
      [inSigning()],
      now,
    ).cases;
    expect(one).toMatchObject({
      result: 'moves',
      to: ['review'],
      entered: ['review'],
      cancelled: ['signing', 'signing/head/headDecides', 'signing/lawyer/lawyerDecides'],
      terms: [{ path: 'review', kind: 'begins' }],
    });
  });

  it('counts apart what the definition keeps on its version', () => {
    const stays = { uk: 'Старі правила', en: 'Old rules' };
    const { counts, reasons } = rehearse(first, second({ states: { review: { stays } } }), [inReview()], now);
    expect(counts).toEqual({ moves: 0, stays: 1, refused: 0 });
    expect(reasons).toEqual([{ code: 'staysBehind', count: 1, says: stays }]);
  });

  it('changes nothing, and says what the migration then does', () => {
    const play = new Play(first);
    play.toReview();
    play.do(asOfficer('o-iryna', 'registrar'), { type: 'claim', path: 'review' });
    const before = structuredClone(play.here);
    const next = second({});
    const { cases } = rehearse(first, next, [play.here], play.now);
    expect(play.here).toEqual(before);
    expect(Object.keys(migrated(play, next).play.here.places)).toEqual(cases[0]?.to);
  });
});

describe('where there are no cases', () => {
  it('every state that a case can wait in is looked at', () => {
    expect(reachableStates(first).sort()).toEqual([
      'check',
      'consents/1/ask',
      'correction',
      'issue',
      'pause',
      'review',
      'signing/head/headDecides',
      'signing/lawyer/lawyerDecides',
    ]);
    const next = second(
      { renamed: { head: 'chief' }, states: { pause: { enter: 'review' } } },
      ({ flow }) => {
        const branches = flow.states.signing?.branches as { [name: string]: unknown };
        branches.chief = branches.head;
        delete branches.head;
        delete branches.lawyer;
      },
    );
    const of = (path: string) => rehearsedState(first, next, path);
    expect(of('signing/head/headDecides')).toMatchObject({
      result: 'moves',
      to: ['signing/chief/headDecides'],
    });
    expect(of('signing/lawyer/lawyerDecides')).toMatchObject({
      result: 'refused',
      refusal: { code: 'notMapped' },
    });
    expect(of('pause')).toMatchObject({ result: 'moves', to: ['review'], cancelled: ['pause'] });
  });

  it('scenarios give one for every place where one of them rests', () => {
    const scenario = {
      submittedAt: '2026-03-02T08:00:00Z',
      applicant: { person: 'p-1', birthDate: '1990-05-01', rnokpp: '1111111111' },
      form: { name: 'Олена', rnokpp: '1111111111' },
      steps: [
        { answer: 'check', result: {} },
        { as: 'registrar', at: 'review', act: 'approve', data: {} },
      ],
    };
    const cases = casesOfScenarios(first, [scenario as never, scenario as never]);
    expect(cases.map(({ position }) => position?.state)).toEqual(['check', 'review', 'signing']);
  });
});
