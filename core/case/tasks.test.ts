import { describe, expect, it } from 'vitest';
import type { Consult, Transfer } from './command.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, small } from './small-service.testing.ts';
import { waiting } from './waiting.ts';

const iryna = asOfficer('o-iryna', 'registrar');
const taras = asOfficer('o-taras', 'registrar');
const head = asOfficer('o-head', 'head');
const path = 'review';

function inReview(assign?: string): Play {
  const { flow } = small.bundle;
  const review = { ...flow.states.review, ...(assign ? { assign } : {}) };
  const bundle = { ...small.bundle, flow: { ...flow, states: { ...flow.states, review } } };
  const play = new Play({ ...small, bundle } as unknown as ServiceRuntime);
  play.toReview();
  return play;
}
function claimed(): Play {
  const play = inReview();
  play.do(iryna, { type: 'claim', path });
  return play;
}
const holder = (play: Play) => {
  const place = play.here.places[path];
  return place?.kind === 'task' ? place.claimedBy : undefined;
};

describe('a task', () => {
  it('is of whoever claimed it, until they give it back', () => {
    const play = claimed();
    expect(play.do(taras, { type: 'claim', path })).toBe('claimedByOther');
    expect(play.do(taras, { type: 'act', path, action: 'approve' })).toBe('claimedByOther');
    expect(play.do(taras, { type: 'release', path })).toBe('claimedByOther');
    expect(play.do(iryna, { type: 'release', path })).toBeUndefined();
    expect(play.do(iryna, { type: 'act', path, action: 'approve' })).toBe('notClaimed');
    expect(play.do(taras, { type: 'claim', path })).toBeUndefined();
    expect(holder(play)).toBe('o-taras');
  });

  it('is worked on by officers only, at a place where there is one', () => {
    const play = inReview();
    expect(play.do(asParty(olena), { type: 'claim', path })).toBeDefined();
    expect(play.do(asSystem, { type: 'claim', path })).toBeDefined();
    expect(play.do(iryna, { type: 'claim', path: 'nowhere' })).toBe('unknownPlace');
  });

  it('is given to someone by the head of the office, not by a colleague, and never to the applicant', () => {
    const play = inReview();
    const assign = { type: 'assign', path, person: 'o-taras' } as const;
    expect(play.do(iryna, assign)).toBe('notAllowed');
    expect(play.do(asOfficer('x', 'head', 'other', 'main'), assign)).toBe('notAllowed');
    expect(play.do(head, { ...assign, person: 'p-olena' })).toBe('ownCase');
    expect(play.do(head, assign)).toBeUndefined();
    expect(holder(play)).toBe('o-taras');
  });

  it('that the head assigns is not for the taking', () => {
    const play = inReview('byHead');
    expect(waiting(play.service, play.here).tasks).toMatchObject([{ awaits: 'head' }]);
    expect(play.do(iryna, { type: 'claim', path })).toBe('notAllowed');
    expect(play.do(head, { type: 'assign', path, person: 'o-iryna' })).toBeUndefined();
    expect(holder(play)).toBe('o-iryna');
  });

  it('is assigned by people alone: what is drawn is drawn from those who are appointed', () => {
    for (const assign of ['random', 'leastLoaded', 'claim'])
      expect(inReview(assign).do(asSystem, { type: 'assign', path, person: 'o-iryna' }), assign).toBe(
        'notAllowed',
      );
  });
});

describe('a task that is passed on', () => {
  const transfer: Transfer = {
    type: 'transfer',
    path,
    agency: 'other',
    office: 'main',
    role: 'expert',
    reason: 'Не наша територія',
  };

  it('goes to another office with a reason, and is free there', () => {
    const play = claimed();
    expect(play.do(iryna, transfer)).toBeUndefined();
    expect(play.here.places[path]).toMatchObject({ agency: 'other', office: 'main', role: 'expert' });
    expect(holder(play)).toBeUndefined();
    expect(play.do(iryna, { type: 'claim', path })).toBe('notYourTask');
    expect(play.do(asOfficer('e', 'expert', 'other', 'main'), { type: 'claim', path })).toBeUndefined();
  });

  it('may be passed on before anyone claimed it, but not over the head of who has', () => {
    expect(inReview().do(iryna, transfer)).toBeUndefined();
    expect(claimed().do(taras, transfer)).toBe('claimedByOther');
  });

  it('does not go without a reason, nor where there is no such office or role', () => {
    const play = claimed();
    expect(play.do(iryna, { ...transfer, reason: '  ' })).toBe('reasonNeeded');
    expect(play.do(iryna, { ...transfer, reason: 'я'.repeat(20_001) })).toBe('tooLarge');
    for (const nowhere of [{ agency: 'gone' }, { office: 'gone' }, { role: 'gone' }, { role: 'constructor' }])
      expect(play.do(iryna, { ...transfer, ...nowhere }), JSON.stringify(nowhere)).toBe('notAllowed');
    const { role: _, ...same } = transfer;
    expect(play.do(iryna, { ...same, agency: 'city', office: 'central' })).toBeUndefined();
    expect(play.here.places[path]).toMatchObject({ role: 'registrar' });
  });
});

describe('an opinion', () => {
  const ask: Consult = {
    type: 'consult',
    path,
    agency: 'other',
    office: 'main',
    role: 'expert',
    question: 'Що скажете?',
    by: '2026-03-05T00:00:00Z',
    fields: ['/name'],
  };
  const expert = asOfficer('e', 'expert', 'other', 'main');

  it('is asked by who holds the task, by a day to come, of a role that exists', () => {
    expect(inReview().do(iryna, ask)).toBe('notClaimed');
    const play = claimed();
    expect(play.do(iryna, { ...ask, question: '' })).toBe('reasonNeeded');
    expect(play.do(iryna, { ...ask, by: play.now })).toBe('late');
    expect(play.do(iryna, { ...ask, role: 'lawyer' })).toBe('notAllowed');
    expect(play.do(iryna, ask)).toBeUndefined();
  });

  it('is given once, and not empty, to a question that was asked', () => {
    const play = claimed();
    play.do(iryna, ask);
    const [consult = ''] = Object.keys(play.here.data.consults);
    const answer = { type: 'answerConsult', path, consult, opinion: 'Так' } as const;
    expect(play.do(expert, { ...answer, consult: 'another' })).toBe('unknownPlace');
    expect(play.do(expert, { ...answer, opinion: '' })).toBe('reasonNeeded');
    expect(play.do(asParty(olena), answer)).toBeDefined();
    expect(play.do(expert, answer)).toBeUndefined();
    expect(play.do(expert, answer)).toBe('ended');
  });

  it('is asked so often that the one who decides is still the one who decides', () => {
    const play = claimed();
    for (let n = 0; n < 20; n++) expect(play.do(iryna, ask)).toBeUndefined();
    expect(play.do(iryna, ask)).toBe('tooOften');
  });
});
