import { describe, expect, it } from 'vitest';
import { asking } from './asks.testing.ts';
import { effects } from './effects.ts';
import { evolve } from './evolve.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro } from './small-service.testing.ts';
import type { Case, Command } from './types.ts';
import { timersOf, waiting } from './waiting.ts';

const owners = [
  { rnokpp: '2222222222', email: 'petro@mail.example' },
  { rnokpp: '3333333333', email: 'third@mail.example' },
];

describe('a case walks through its flow', () => {
  it('is submitted, checked, reviewed, approved by two, issued and granted', () => {
    const play = new Play();
    expect(play.submit()).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'check' });
    const asked = play.events.flatMap((e) => effects(play.service, play.here, e));
    expect(asked).toMatchObject([
      { kind: 'call', connector: 'population', data: { input: { rnokpp: '1111111111' } } },
    ]);
    expect(asked[0]?.id).toBe(play.effect('check'));
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
    expect(play.review('approve')).toBeUndefined();
    expect(Object.keys(play.here.places).sort()).toEqual([
      'signing',
      'signing/head/headDecides',
      'signing/lawyer/lawyerDecides',
    ]);
    for (const [who, role, path] of [
      ['o-head', 'head', 'signing/head/headDecides'],
      ['o-law', 'lawyer', 'signing/lawyer/lawyerDecides'],
    ] as const) {
      expect(play.do(asOfficer(who, role), { type: 'claim', path })).toBeUndefined();
      expect(play.do(asOfficer(who, role), { type: 'act', path, action: 'approve' })).toBeUndefined();
    }
    expect(Object.keys(play.here.places)).toEqual(['issue']);
    const record = play.effect('issue');
    play.do(asSystem, { type: 'callAnswered', effect: record, result: { version: 1 } });
    const drawn = play.events.slice(-1).flatMap((e) => effects(play.service, play.here, e));
    expect(drawn).toMatchObject([{ kind: 'document', document: 'certificate', id: play.effect('issue') }]);
    const document = { id: 'd1', sha256: 'aa', number: '1/2026' };
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('issue'), result: document });
    expect(play.here.documents.d1).toMatchObject({ number: '1/2026' });
    const [timer] = timersOf(play.here).filter((t) => t.kind === 'until');
    play.now = '2026-03-20T08:00:00Z';
    expect(
      play.do(asSystem, { type: 'timerFired', path: 'pause', kind: 'until', at: timer?.at ?? '' }),
    ).toBeUndefined();
    expect(play.here.outcome).toMatchObject({ outcome: 'granted', kind: 'granted' });
    expect(play.here.position).toBeNull();
    expect(waiting(play.service, play.here).tasks).toEqual([]);
    expect(timersOf(play.here).map((t) => t.kind)).toEqual(['retention']);
    expect(play.here.term).toBeUndefined();
  });

  it('asks each owner for consent, and reviews once all have agreed', () => {
    const play = new Play();
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    expect(play.events.findLast((e) => e.type === 'notified')?.data?.messages).toMatchObject([
      { address: { email: 'petro@mail.example' }, body: 'Олена просить' },
      { address: { email: 'third@mail.example' } },
    ]);
    const ask = { type: 'act', path: 'consents/1/ask', action: 'agree' } as const;
    expect(play.do(asParty(olena), ask)).toBe('notAllowed');
    expect(play.do(asParty(petro), ask)).toBeUndefined();
    expect(play.here.data.parties['owner/1']?.identity?.person).toBe('p-petro');
    const third = { person: 'p-3', rnokpp: '3333333333' };
    play.do(asParty(third), { ...ask, path: 'consents/2/ask' });
    expect(play.here.position).toEqual({ state: 'review' });
  });

  describe('each of a long list', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      rnokpp: `${4_000_000_000 + n}`,
      email: `o${n}@mail.example`,
    }));
    const asked = (play: Play) =>
      Object.keys(play.here.places).filter((path) => path.startsWith('consents/')).length;
    const openNext = (play: Play) => {
      const [timer] = timersOf(play.here).filter((t) => t.kind === 'next');
      return play.do(asSystem, { type: 'timerFired', path: 'consents', kind: 'next', at: timer?.at ?? '' });
    };
    const answer = (play: Play, n: number, action: string) =>
      play.do(asParty({ person: `p-${n}`, rnokpp: `${4_000_000_000 + n}` }), {
        type: 'act',
        path: `consents/${n + 1}/ask`,
        action,
        reason: 'так',
      });
    const opened = () => {
      const play = new Play();
      play.submit(many);
      play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
      return play;
    };

    it('is opened in batches, and joined only when the last has answered', () => {
      const play = opened();
      expect(asked(play)).toBe(25);
      expect(answer(play, 0, 'agree')).toBeUndefined();
      expect(answer(play, 40, 'agree')).not.toBeUndefined();
      expect(openNext(play)).toBeUndefined();
      expect(asked(play)).toBe(49);
      expect(openNext(play)).toBeUndefined();
      expect(asked(play)).toBe(59);
      expect(openNext(play)).toBe('late');
      for (let n = 1; n < 60; n++) expect(answer(play, n, 'agree')).toBeUndefined();
      expect(play.here.position).toEqual({ state: 'review' });
    });
    it('is opened in batches where a list lies in a list, too', () => {
      const each = (as: string, flow: object) => ({
        ...{ type: 'each', of: 'form.owners', as, key: `${as}.rnokpp`, flow },
        join: { outcome: 'yes', need: 'all' },
      });
      const yes = { type: 'end', outcome: 'yes' };
      const ask = {
        type: 'task',
        role: 'head',
        due: 'P1D',
        overdue: { raise: 'head' },
        actions: { ok: { to: 'yes' } },
      };
      const inner = {
        ...each('one', { initial: 'sees', states: { sees: ask, yes } }),
        next: 'all',
        otherwise: 'all',
      };
      const flow = { initial: 'inner', states: { inner, all: yes } };
      const play = new Play(asking({ ...each('other', flow), next: 'granted', otherwise: 'refused' }));
      expect(play.submit(many.slice(0, 12))).toBeUndefined();
      const most = () => {
        const last = play.events.findLast((e) => e.type === 'moved');
        return last?.entered.reduce((sum, place) => sum + (place.due ? 2 : 1), 0);
      };
      expect(most()).toBeLessThanOrEqual(80);
      for (let n = 0; n < 200; n++) {
        const timer = timersOf(play.here).find(({ kind }) => kind === 'next');
        if (!timer) break;
        expect(play.do(asSystem, { type: 'timerFired', ...timer })).toBeUndefined();
        expect(most()).toBeLessThanOrEqual(80);
      }
      expect(Object.values(play.here.places).filter(({ kind }) => kind === 'task')).toHaveLength(144);
    });
    it('keeps nothing to open once the join is decided', () => {
      const play = opened();
      answer(play, 3, 'decline');
      expect(play.here.outcome?.outcome).toBe('refused');
      expect(timersOf(play.here).map((t) => t.kind)).toEqual(['retention']);
    });
    it('keeps what was said before the next were opened', () => {
      const play = opened();
      answer(play, 0, 'agree');
      const before = play.here.results;
      openNext(play);
      expect(play.here.results).toEqual(before);
    });
  });

  it('is dealt with for at most 250 items, which is told as a fault of the service', () => {
    const play = new Play();
    const list = Array.from({ length: 251 }, (_, n) => ({ rnokpp: `${n}`, email: 'a' }));
    play.submit(list);
    const answers = { type: 'callAnswered', effect: play.effect('check'), result: {} } as const;
    expect(play.do(asSystem, answers)).toBe('definitionFault');
    const fits = new Play();
    fits.submit(list.slice(1));
    expect(fits.do(asSystem, { ...answers, effect: fits.effect('check') })).toBeUndefined();
  });

  it('tells nobody of a step that was decided before anyone could take it', () => {
    const ends = { yes: { type: 'end', outcome: 'yes' } };
    const ask = {
      type: 'party',
      party: 'applicant',
      notify: ['done'],
      actions: { agree: { to: 'yes' } },
    };
    const branches = {
      slow: { initial: 'ask', states: { ask, ...ends } },
      quick: { initial: 'yes', states: ends },
    };
    const both = { type: 'parallel', branches, notify: ['late'], next: 'granted', otherwise: 'refused' };
    const sent = (need: string) => {
      const play = new Play(asking({ ...both, join: { outcome: 'yes', need } }));
      play.submit();
      return play.events
        .flatMap((one) => (one.type === 'notified' ? one.messages : []))
        .map(({ message }) => message);
    };
    expect(sent('all')).toEqual(['late', 'done']);
    expect(sent('any')).toEqual([]);
  });

  it('leaves no task and no timer of what is cancelled, as soon as a join is lost', () => {
    const play = new Play();
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    const decline = { type: 'act', path: 'consents/1/ask', action: 'decline', reason: 'ні' } as const;
    expect(play.do(asParty(petro), decline)).toBeUndefined();
    expect(play.here.outcome?.outcome).toBe('refused');
    expect(play.events.some((e) => e.type === 'cancelled')).toBe(true);
    expect(play.here.places).toEqual({});
    expect(timersOf(play.here).map((t) => t.kind)).toEqual(['retention']);
    const late = { type: 'act', path: 'consents/2/ask', action: 'agree' } as const;
    expect(play.do(asParty({ person: 'p-3', rnokpp: '3333333333' }), late)).toBe('ended');
  });

  it('goes back for a correction of the marked fields only, while the term stands still', () => {
    const play = new Play();
    play.toReview();
    const due = play.here.term?.due;
    const back = { reason: 'Помилка в імені', marks: [{ pointer: '/name', say: 'Як у паспорті' }] };
    expect(play.review('return', { marks: back.marks })).toBe('reasonNeeded');
    expect(play.review('return', { reason: 'x', marks: [] })).toBe('marksNeeded');
    expect(play.review('return', { reason: 'x', marks: [{ pointer: '/owners' }] })).toBe('unknownMark');
    expect(play.review('return', back)).toBeUndefined();
    expect(play.here.term?.paused?.left).toBe(10);
    play.now = '2026-03-09T08:00:00Z';
    const resubmit = { type: 'act', path: 'correction', action: 'resubmit' } as const;
    expect(play.do(asParty(olena), { ...resubmit, changes: { '/rnokpp': '9' } })).toBe('fieldNotOpen');
    expect(play.do(asParty(olena), { ...resubmit, changes: { '/name': 'Оленка' } })).toBeUndefined();
    expect(play.here.data.form.name).toBe('Оленка');
    expect(play.here.data.changes).toMatchObject([{ pointer: '/name', from: 'Олена', to: 'Оленка' }]);
    expect(play.here.term?.paused).toBeUndefined();
    expect(play.here.term && due && play.here.term.due > due).toBe(true);
    expect(play.review('return', back)).toBeUndefined();
    play.do(asParty(olena), resubmit);
    expect(play.review('return', back)).toBe('tooOften');
  });

  it('begins branches anew when it comes back to them', () => {
    const play = new Play();
    play.toReview();
    play.review('approve');
    const lawyer = asOfficer('o-law', 'lawyer');
    const path = 'signing/lawyer/lawyerDecides';
    play.do(lawyer, { type: 'claim', path });
    play.do(lawyer, { type: 'act', path, action: 'reject' });
    expect(play.here.position).toEqual({ state: 'review' });
    expect(Object.keys(play.here.places)).toEqual(['review']);
    play.review('approve');
    expect(play.here.results[path]).toBeUndefined();
    expect(play.here.outcomes).toEqual({});
  });

  it('is raised to the head when a task is late, and stays', () => {
    const play = new Play();
    play.toReview();
    const due = timersOf(play.here).find((t) => t.kind === 'due');
    const fire = { type: 'timerFired', path: 'review', kind: 'due', at: due?.at ?? '' } as const;
    expect(play.do(asSystem, fire)).toBe('late');
    play.now = '2026-03-09T08:00:00Z';
    expect(play.do(asSystem, fire)).toBeUndefined();
    expect(play.do(asSystem, fire)).toBe('late');
    expect(waiting(play.service, play.here).tasks.map((task) => task.role)).toEqual(['registrar', 'head']);
  });

  it('keeps four eyes apart, and nobody decides their own case', () => {
    const play = new Play();
    play.toReview();
    expect(play.do(asOfficer('p-olena', 'registrar'), { type: 'claim', path: 'review' })).toBe('ownCase');
    expect(play.do(asOfficer('x', 'registrar', 'other', 'main'), { type: 'claim', path: 'review' })).toBe(
      'notYourTask',
    );
    // known as a citizen, an officer is as little the one who decides, assigns, prolongs or writes to colleagues
    const self = (role: string) => {
      const actor = asOfficer('o-iryna', role);
      return { ...actor, appointment: { ...actor.appointment, citizen: olena } };
    };
    const own: [string, Command][] = [
      ['registrar', { type: 'claim', path: 'review' }],
      ['head', { type: 'assign', path: 'review', person: 'o-taras' }],
      ['head', { type: 'extend', reason: 'Складна справа' }],
      ['registrar', { type: 'message', text: 'Прошу поспішити' }],
    ];
    for (const [role, command] of own) expect(play.do(self(role), command)).toBe('ownCase');
    play.review('approve');
    const path = 'signing/head/headDecides';
    expect(play.do(asOfficer('o-iryna', 'head'), { type: 'claim', path })).toBe('fourEyes');
  });

  it('asks an opinion of another agency and keeps the answer', () => {
    const play = new Play();
    play.toReview();
    const iryna = asOfficer('o-iryna', 'registrar');
    play.do(iryna, { type: 'claim', path: 'review' });
    const ask = {
      type: 'consult',
      path: 'review',
      agency: 'other',
      office: 'main',
      role: 'expert',
      question: 'Що скажете?',
      by: '2026-03-05T00:00:00Z',
      fields: ['/name'],
    } as const;
    expect(play.do(iryna, { ...ask, fields: [...ask.fields] })).toBeUndefined();
    const entry = waiting(play.service, play.here).tasks.find((task) => task.consult);
    expect(entry).toMatchObject({ agency: 'other', role: 'expert' });
    const answer = {
      type: 'answerConsult',
      path: 'review',
      consult: entry?.consult ?? '',
      opinion: 'Так',
    } as const;
    expect(play.do(iryna, answer)).toBe('notYourTask');
    expect(play.do(asOfficer('e', 'expert', 'other', 'main'), answer)).toBeUndefined();
    expect(Object.values(play.here.data.consults)).toMatchObject([{ opinion: 'Так' }]);
  });

  it('replays to the very snapshot, and ignores a late answer by name', () => {
    const play = new Play();
    play.toReview();
    expect(play.do(asSystem, { type: 'callAnswered', effect: `${play.here.id}/2/0`, result: {} })).toBe(
      'late',
    );
    expect(play.events.reduce<Case | null>(evolve, null)).toEqual(play.case);
    play.do(asParty(olena), { type: 'withdraw' });
    expect(play.here.outcome?.kind).toBe('withdrawn');
  });
});
