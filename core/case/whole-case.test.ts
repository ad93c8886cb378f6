import { describe, expect, it } from 'vitest';
import { asking } from './asks.testing.ts';
import type { CaseEvent } from './event.ts';
import { comingFor, issuedState } from './issued.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, small } from './small-service.testing.ts';
import { lifted } from './upcast/index.ts';
import { timersOf } from './waiting.ts';

const head = asOfficer('o-head', 'head');
const iryna = asOfficer('o-iryna', 'registrar');
const inReview = (more: object = {}): Play => {
  const play = new Play({ ...small, bundle: { ...small.bundle, ...more } } as unknown as ServiceRuntime);
  play.toReview();
  return play;
};
const term = small.bundle.decideWithin;

describe('the term of a case', () => {
  const extend = { type: 'extend', reason: 'Потрібен висновок' } as const;

  it('is made longer by whom the law lets, as often as it lets, with the reason', () => {
    const play = inReview();
    const before = play.here.term?.due ?? '';
    expect(play.do(iryna, extend)).toBe('notAllowed');
    expect(play.do(head, { ...extend, reason: '' })).toBe('reasonNeeded');
    expect(play.do(head, extend)).toBeUndefined();
    expect((play.here.term?.due ?? '') > before).toBe(true);
    expect(play.do(head, extend)).toBe('noExtension');
  });

  it('that stands still while the applicant corrects is longer once it goes on', () => {
    const play = inReview();
    play.review('return', { reason: 'x', marks: [{ pointer: '/name' }] });
    const left = play.here.term?.paused?.left ?? 0;
    expect(play.do(head, extend)).toBeUndefined();
    expect(play.here.term?.paused?.left).toBe(left + 5);
  });

  it('is longer by the same, in whatever unit, whether it stands still meanwhile or not', () => {
    for (const more of [{ workingDays: 5 }, { days: 7 }, { hours: 72 }]) {
      const decideWithin = { ...term, extend: { by: 'head', times: 1, ...more } };
      const back = { reason: 'x', marks: [{ pointer: '/name' }] };
      const before = inReview({ decideWithin });
      before.do(head, extend);
      before.review('return', back);
      const meanwhile = inReview({ decideWithin });
      meanwhile.review('return', back);
      meanwhile.do(head, extend);
      expect(meanwhile.here.term?.paused?.left, JSON.stringify(more)).toBe(before.here.term?.paused?.left);
    }
  });

  it('may be longer by hours or by days, and is told of where the definition says so', () => {
    for (const more of [{ hours: 24 }, { days: 3 }]) {
      const rule = { by: 'head', times: 2, message: 'returned', ...more };
      const play = inReview({ decideWithin: { ...term, extend: rule } });
      const before = play.here.term?.due ?? '';
      expect(play.do(head, extend)).toBeUndefined();
      expect((play.here.term?.due ?? '') > before).toBe(true);
      expect(play.do(head, extend)).toBeUndefined();
    }
  });

  it('that is made longer is told of with the reason kept, where the definition says so', () => {
    const longer = (more: object) => {
      const play = inReview({ decideWithin: { ...term, extend: { by: 'head', workingDays: 5, ...more } } });
      expect(play.do(head, extend)).toBeUndefined();
      expect(play.events.find(({ type }) => type === 'extended')).toMatchObject({
        data: { reason: extend.reason },
      });
      return play.events.flatMap((one) => (one.type === 'notified' ? one.messages : []));
    };
    expect(longer({ message: 'done' })).toMatchObject([{ message: 'done', to: 'applicant' }]);
    expect(longer({})).toEqual([]);
  });

  it('is made longer once where the definition does not say how often', () => {
    const play = inReview({ decideWithin: { ...term, extend: { by: 'head', workingDays: 5 } } });
    expect(play.do(head, extend)).toBeUndefined();
    expect(play.do(head, extend)).toBe('noExtension');
  });

  it('is never longer where the law has no word of it', () => {
    const { extend: _, ...strict } = term ?? {};
    expect(inReview({ decideWithin: strict }).do(head, extend)).toBe('noExtension');
    expect(inReview({ decideWithin: undefined }).do(head, extend)).toBe('noExtension');
  });
});

describe('messages of a case', () => {
  it('are two hundred at most', () => {
    const play = inReview();
    const notes = Array.from(
      { length: 200 },
      () => ({ at: '', from: { kind: 'system', by: 'x' }, text: 'а' }) as const,
    );
    play.case = { ...play.here, data: { ...play.here.data, notes: notes.slice(1) } };
    expect(play.do(asParty(olena), { type: 'message', text: 'а' })).toBeUndefined();
    expect(play.do(asParty(olena), { type: 'message', text: 'а' })).toBe('tooOften');
  });
});

describe('an application that is taken back', () => {
  it('ends where the definition says, with the reason or without one', () => {
    const withdrawn = { type: 'end', outcome: 'takenBack', kind: 'withdrawn' };
    const task = { type: 'task', role: 'registrar', actions: {} };
    const play = new Play(asking(task, { states: { withdrawn } }));
    play.submit();
    expect(play.do(asParty(olena), { type: 'withdraw', reason: ' ' })).toBe('reasonNeeded');
    expect(play.do(iryna, { type: 'withdraw' })).toBe('notAllowed');
    expect(play.do(asParty(olena), { type: 'withdraw', reason: 'Передумала' })).toBeUndefined();
    expect(play.here.outcome).toMatchObject({ outcome: 'takenBack', kind: 'withdrawn' });
    expect(play.do(asParty(olena), { type: 'withdraw' })).toBe('ended');
  });

  it('cancels what was asked of other systems', () => {
    const play = new Play(
      asking({ type: 'call', connector: 'population', input: {}, next: 'granted', failed: 'refused' }),
    );
    play.submit();
    const effect = play.effect('ask');
    expect(play.do(asParty(olena), { type: 'withdraw' })).toBeUndefined();
    expect(play.events.find((e) => e.type === 'cancelled')).toMatchObject({
      effects: { ask: { connector: 'population', ids: [effect] } },
    });
    expect(play.do(asSystem, { type: 'callAnswered', effect, result: {} })).toBe('ended');
  });
});

describe('what the law wants of a decision', () => {
  it('is a ground of those that are allowed, and an explanation', () => {
    const play = inReview();
    expect(play.review('refuse', { grounds: [] })).toBe('groundsNeeded');
    expect(play.review('refuse', { grounds: ['another'], explain: 'ні' })).toBe('unknownGround');
    expect(play.review('refuse', { grounds: ['noRight'] })).toBe('reasonNeeded');
    expect(play.review('gone')).toBe('unknownAction');
    expect(play.review('constructor')).toBe('unknownAction');
    expect(play.review('refuse', { grounds: ['noRight'], explain: 'ні' })).toBeUndefined();
  });

  it('is that marks are of fields that may be corrected, few and short enough to be read', () => {
    const play = inReview();
    const mark = (marks: object[]) => play.review('return', { reason: 'x', marks });
    expect(mark(Array.from({ length: 201 }, () => ({ pointer: '/name' })))).toBe('tooLarge');
    expect(mark([{ pointer: '/name', say: 'я'.repeat(2001) }])).toBe('tooLarge');
    expect(mark([{ pointer: '/gone' }])).toBe('unknownMark');
    expect(mark([])).toBe('marksNeeded');
    expect(play.review('return', { reason: 'x' })).toBe('marksNeeded');
    expect(play.review('refuse', { explain: 'ні' })).toBe('groundsNeeded');
  });

  it('is that marks are of the pages of every step that it may lead to, and of all pages where it leads to none', () => {
    const { flow } = small.bundle;
    const { correction } = flow.states;
    const leads = (to: object[]) => {
      const actions = { return: { to, reason: true, marks: true } };
      const own = { ...correction, pages: ['owners'], overdue: { to: 'abandoned' } };
      const states = { ...flow.states, review: { ...flow.states.review, actions }, own };
      const play = inReview({ flow: { ...flow, states } });
      return ['/name', '/owners', '/gone'].map((pointer) =>
        play.review('return', { reason: 'x', marks: [{ pointer }, { pointer: '/gone' }] }) === 'unknownMark'
          ? inForm(play, pointer)
          : 'taken',
      );
    };
    const inForm = (play: Play, pointer: string) => {
      const copy = Object.assign(new Play(play.service), { case: play.case, now: play.now });
      return copy.review('return', { reason: 'x', marks: [{ pointer }] }) ?? 'taken';
    };
    const may = { when: 'form.name = "Олена"' };
    expect(leads([{ ...may, to: 'correction' }, { to: 'refused' }])).toEqual([
      'taken',
      'unknownMark',
      'unknownMark',
    ]);
    expect(leads([{ ...may, to: 'correction' }, { to: 'own' }])).toEqual(['taken', 'taken', 'unknownMark']);
    expect(leads([{ to: 'refused' }])).toEqual(['taken', 'taken', 'unknownMark']);
  });

  it('is that an officer changes only the fields that are theirs to change, and the form still holds', () => {
    const play = inReview();
    expect(play.review('approve', { changes: { '/rnokpp': '2' } })).toBe('fieldNotOpen');
    expect(play.review('approve', { changes: { '/name': null } })).toBe('invalidData');
    expect(play.review('approve', { changes: { '/name': 'Олена' } })).toBeUndefined();
    expect(play.here.data.changes).toEqual([]);
  });

  it('is that an action is offered where its condition holds', () => {
    const task = {
      type: 'task',
      role: 'registrar',
      actions: { approve: { to: 'granted', when: 'form.name = "Інша"' }, refuse: { to: 'refused' } },
    };
    const play = new Play(asking(task));
    play.submit();
    play.do(iryna, { type: 'claim', path: 'ask' });
    expect(play.do(iryna, { type: 'act', path: 'ask', action: 'approve' })).toBe('notAllowed');
    expect(play.do(iryna, { type: 'act', path: 'gone', action: 'approve' })).toBe('unknownPlace');
    expect(play.do(iryna, { type: 'act', path: 'ask', action: 'refuse', reason: 'сам' })).toBeUndefined();
  });
});

describe('branches that come together', () => {
  const branch = (outcome: string) => ({ initial: 'end', states: { end: { type: 'end', outcome } } });
  const joined = (join: object) => {
    const branches = { head: branch('yes'), lawyer: branch('no') };
    const play = new Play(
      asking({ type: 'parallel', branches, join, next: 'granted', otherwise: 'refused' }),
    );
    return play.submit() ?? play.here.outcome?.outcome;
  };

  it('do so by outcomes counted, or by a condition over all of them', () => {
    expect(joined({ outcome: 'yes', need: 'any' })).toBe('granted');
    expect(joined({ outcome: 'yes', need: 'all' })).toBe('refused');
    expect(joined({ outcome: 'yes', need: 1 })).toBe('granted');
    expect(joined({ outcome: 'yes', need: 2 })).toBe('refused');
    expect(joined({ when: 'outcomes.ask.head = "yes" and outcomes.ask.lawyer = "no"' })).toBe('granted');
    expect(joined({ when: 'outcomes.ask.head = outcomes.ask.lawyer' })).toBe('refused');
    expect(joined({})).toBe('definitionFault');
  });
});

describe('a list with fewer than are needed', () => {
  it('goes the other way at once, and asks nobody', () => {
    const ends = { yes: { type: 'end', outcome: 'yes' } };
    const ask = { type: 'wait', for: 'P1D', next: 'yes' };
    const each = {
      type: 'each',
      of: '[1]',
      as: 'one',
      key: 'string(one)',
      flow: { initial: 'ask', states: { ask, ...ends } },
      join: { outcome: 'yes', need: 2 },
      next: 'granted',
      otherwise: 'refused',
    };
    const play = new Play(asking(each));
    play.submit();
    expect(play.here.outcome?.outcome).toBe('refused');
    expect(play.here.places).toEqual({});
  });
});

describe('a decision after it was made', () => {
  const decided = () => {
    const play = inReview();
    play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    return play;
  };

  it('is taken up again, with ground and reason, by whom the law lets', () => {
    const play = decided();
    const reopen = { type: 'reopen', grounds: ['noRight'], reason: 'Рішення суду' } as const;
    expect(play.do(iryna, { ...reopen, grounds: ['noRight'] })).toBe('notAllowed');
    expect(play.do(head, { ...reopen, grounds: [] })).toBe('groundsNeeded');
    expect(play.do(head, { ...reopen, grounds: ['noRight'], reason: '' })).toBe('reasonNeeded');
    expect(play.do(head, { ...reopen, grounds: ['noRight'] })).toBeUndefined();
    expect(play.here.outcome).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'review' });
  });

  it('is taken up again from the beginning where the definition does not say where', () => {
    const play = inReview({ after: { reopen: { by: 'head', grounds: ['noRight'] } } });
    play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    expect(play.do(head, { type: 'reopen', grounds: ['noRight'], reason: 'Суд' })).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'check' });
  });

  it('is destroyed only after its time, by an order, by who may audit', () => {
    const play = decided();
    const erase = { type: 'erase', order: 'наказ 1' } as const;
    expect(play.do(asSystem, { type: 'expire' })).toBe('notExpired');
    expect(play.do(head, { type: 'expire' })).toBe('notAllowed');
    play.now = '2031-04-01T00:00:00Z';
    expect(play.do(asSystem, { type: 'expire' })).toBeUndefined();
    expect(play.do(asSystem, { type: 'expire' })).toBe('notExpired');
    expect(play.do(iryna, erase)).toBe('notAllowed');
    expect(play.do(asSystem, erase)).toBe('notAllowed');
    expect(play.do(head, { ...erase, order: ' ' })).toBe('reasonNeeded');
    expect(play.do(head, erase)).toBeUndefined();
    expect(play.do(head, erase)).toBe('erased');
  });

  it('goes on the destruction list by itself once its time has run out', () => {
    const play = decided();
    const timer = timersOf(play.here).find(({ kind }) => kind === 'retention');
    expect(timer?.at.slice(0, 10)).toBe('2031-03-02');
    play.now = timer?.at ?? '';
    expect(play.do(head, { type: 'erase', order: 'наказ 1' })).toBe('notExpired');
    const fires = { type: 'timerFired', path: '', kind: 'retention', at: play.now } as const;
    expect(play.do(asSystem, fires)).toBeUndefined();
    expect(play.here.expired).toBe(play.now);
    expect(play.do(asSystem, fires)).toBe('late');
    expect(play.do(head, { type: 'erase', order: 'наказ 1' })).toBeUndefined();
  });

  it('is kept for ever where the law says so', () => {
    const play = inReview({ retention: {} });
    play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    expect(play.here.outcome).not.toHaveProperty('retention');
    expect(timersOf(play.here)).toEqual([]);
    play.now = '2099-01-01T00:00:00Z';
    expect(play.do(asSystem, { type: 'expire' })).toBe('notExpired');
  });

  it('says of its document what is on its way to take its place', () => {
    const way = { document: 'c', path: 'issue', replaces: 'd1' };
    expect(comingFor({}, 'd1')).toBeUndefined();
    expect(comingFor({ reissuing: { e: way } }, 'd1')).toBe('corrected');
    expect(comingFor({ reissuing: { e: { ...way, duplicate: true } } }, 'd1')).toBe('duplicate');
    expect(comingFor({ paying: { e: { document: 'd1', amount: 1 } } }, 'd1')).toBe('unpaid');
    expect(
      comingFor({ paying: { e: { document: 'd1', amount: 1 } }, reissuing: { e: way } }, 'd2'),
    ).toBeUndefined();
  });

  it('is not destroyed while a court or an inspection holds it', () => {
    const play = decided();
    play.now = '2031-04-01T00:00:00Z';
    play.do(asSystem, { type: 'expire' });
    const held = play.here;
    play.case = { ...held, hold: true } as unknown as typeof held;
    expect(play.do(head, { type: 'erase', order: 'наказ 1' })).toBe('legalHold');
    expect(play.do(asSystem, { type: 'expire' })).toBe('legalHold');
  });

  it('says of its document whether it holds, was revoked or has another in its place', () => {
    const document = {
      document: 'c',
      id: 'd',
      path: 'issue',
      effect: 'e',
      sha256: 'a',
      at: '2026-03-02T08:00:00Z',
    };
    expect(issuedState(document)).toBeUndefined();
    expect(issuedState({ ...document, revoked: '2026-03-03T08:00:00Z' })).toBe('revoked');
    expect(issuedState({ ...document, revoked: '2026-03-03T08:00:00Z', replacedBy: 'd2' })).toBe('replaced');
  });
});

describe('what is not understood', () => {
  it('is refused by name: a command of another release, one for later, one that is too large', () => {
    const play = inReview();
    const gone = { type: 'fileScanned', file: 'constructor', version: '1', verdict: 'clean' } as const;
    expect(play.do(asSystem, gone as never)).toBe('unknownFile');
    expect(play.do(asParty(olena), { type: 'dance' } as unknown as { type: 'expire' })).toBe(
      'unknownCommand',
    );
    expect(play.do(head, { type: 'migrate', to: 'x', proposedBy: 'y' })).toBe('otherVersion');
    const text = 'я'.repeat(2_000_000);
    expect(play.do(asParty(olena), { type: 'message', text })).toBe('tooLarge');
  });

  it('is an event of a newer release: it is not guessed at', () => {
    const [event] = inReview().events;
    expect(lifted(event as CaseEvent)).toEqual(event);
    expect(() => lifted({ ...event, v: 99 } as unknown as CaseEvent)).toThrow(/newer/);
    expect(() => lifted({ ...event, v: 0 } as unknown as CaseEvent)).toThrow(/nothing lifts submitted/);
  });
});
