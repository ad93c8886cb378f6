import { describe, expect, it } from 'vitest';
import { answer, asking, outcome } from './asks.testing.ts';
import { decide } from './decide.ts';
import { effects } from './effects.ts';
import { possible } from './rights.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
import type { Effect } from './types.ts';
import { timersOf } from './waiting.ts';

const head = asOfficer('o-head', 'head');
const clerk = asOfficer('o-clerk', 'clerk');
const paper = (id: string, more: object = {}) => ({ id, sha256: '0'.repeat(64), number: id, ...more });

/** A service whose one act is to issue a certificate, with what may follow it. */
function issuing(after: object, more: object = {}): ServiceRuntime {
  const issue = { type: 'issue', document: 'certificate', next: 'granted', failed: 'refused', due: 'P1D' };
  const service = asking(issue, {
    connectors: { cases: { id: 'between', kind: 'cases' }, bank: { id: 'bank', kind: 'payment' } },
  });
  return {
    ...service,
    bundle: { ...service.bundle, after: { ...small.bundle.after, ...after }, ...more },
  } as unknown as ServiceRuntime;
}

function decided(after: object, result: object = {}): Play {
  const play = new Play(issuing(after));
  play.submit();
  answer(play, paper('first', result));
  expect(outcome(play)).toBe('granted');
  return play;
}

const last = (play: Play): Effect[] => {
  const event = play.events.at(-1);
  return event ? effects(play.service, play.here, event) : [];
};
const answers = (play: Play, effect: string | undefined, result: object) =>
  play.do(asSystem, { type: 'callAnswered', effect: effect ?? '', result: result as never });

describe('a duplicate', () => {
  const asks = { type: 'duplicate', document: 'first' } as const;

  it('is the same document under a number of its own; the first is marked and holds no more', () => {
    const play = decided({ duplicate: {} });
    expect(play.do(asParty(olena), asks)).toBeUndefined();
    const [draw, ...none] = last(play);
    expect(none).toEqual([]);
    expect(draw).toMatchObject({ kind: 'document', document: 'certificate', duplicate: true });
    expect(play.do(asParty(olena), asks)).toBe('late');
    expect(answers(play, draw?.id, paper('second'))).toBeUndefined();
    expect(last(play)).toMatchObject([{ kind: 'cancel', effect: play.here.documents.first?.effect }]);
    expect(play.here.documents).toMatchObject({
      first: { replacedBy: 'second', duplicated: true },
      second: { replaces: 'first', duplicate: true, number: 'second' },
    });
    expect(play.do(asParty(olena), asks)).toBe('unknownDocument');
    expect(play.do(asParty(olena), { ...asks, document: 'second' })).toBeUndefined();
  });

  it('is asked for by the applicant, or at the counter, where the definition knows of one', () => {
    expect(decided({}).do(asParty(olena), asks)).toBe('notAllowed');
    expect(decided({ duplicate: {} }).do(asParty(petro), asks)).toBe('notAllowed');
    expect(decided({ duplicate: {} }).do(head, asks)).toBe('notAllowed');
    expect(decided({ duplicate: {} }).do(clerk, asks)).toBeUndefined();
    const revoked = decided({ duplicate: {} });
    revoked.do(head, { type: 'revoke', grounds: ['noRight'], reason: 'Підробка' });
    expect(revoked.do(asParty(olena), asks)).toBe('notAllowed');
  });

  it('that costs something is drawn once it is paid for', () => {
    const play = decided({ duplicate: { pay: 'parameters.fee' } });
    play.do(asParty(olena), asks);
    const [pay] = last(play);
    expect(pay).toMatchObject({ kind: 'pay', connector: 'bank', ask: { amount: 100 } });
    const effect = pay?.id ?? '';
    expect(play.do(asParty(olena), asks)).toBe('late');
    const paid = { type: 'paid', effect, payment: 'p', amount: 100 } as const;
    expect(play.do(asSystem, { ...paid, amount: 99 })).toBe('invalidData');
    expect(play.do(asSystem, paid)).toBeUndefined();
    const [draw] = last(play);
    expect(draw).toMatchObject({ kind: 'document', duplicate: true });
    expect(answers(play, draw?.id, paper('second'))).toBeUndefined();
    expect(play.here).not.toHaveProperty('paying');
  });

  it('of a decision that was revoked before the fee came is not drawn, and the fee goes back', () => {
    const play = decided({ duplicate: { pay: 'parameters.fee' } });
    play.do(asParty(olena), asks);
    const effect = last(play)[0]?.id ?? '';
    play.do(head, { type: 'revoke', grounds: ['noRight'], reason: 'Підробка' });
    const paid = { type: 'paid', effect, payment: 'p-1', amount: 100 } as const;
    expect(play.do(asSystem, paid)).toBeUndefined();
    expect(last(play)).toMatchObject([
      { kind: 'refund', connector: 'bank', effect, data: { payment: 'p-1', amount: 100 } },
    ]);
    expect(play.here).not.toHaveProperty('paying');
    expect(play.here).not.toHaveProperty('reissuing');
    expect(play.do(asSystem, paid)).toBe('ended');
  });

  it('costs a whole number of kopiykas, and is of a document that the case holds', () => {
    for (const pay of ['"багато"', '1.5', '-1'])
      expect(decided({ duplicate: { pay } }).do(asParty(olena), asks), pay).toBe('definitionFault');
    const play = decided({ duplicate: { pay: '0' } });
    expect(play.do(asParty(olena), { ...asks, document: 'constructor' })).toBe('unknownDocument');
    expect(play.do(asParty(olena), asks)).toBeUndefined();
    expect(last(play)).toMatchObject([{ kind: 'document', duplicate: true }]);
  });

  it('is paid by the bank’s word alone', () => {
    const play = decided({ duplicate: { pay: 'parameters.fee' } });
    play.do(asParty(olena), asks);
    const effect = last(play)[0]?.id ?? '';
    expect(play.do(asParty(olena), { type: 'paid', effect, payment: 'p', amount: 100 })).toBe('notAllowed');
    expect(answers(play, effect, {})).toBe('wrongPlace');
  });

  it('that is not paid for after all may be asked for again', () => {
    const play = decided({ duplicate: { pay: 'parameters.fee' } });
    play.do(asParty(olena), asks);
    const effect = last(play)[0]?.id ?? '';
    expect(play.do(asSystem, { type: 'callFailed', effect, code: 'declined', final: true })).toBeUndefined();
    expect(play.events.at(-1)).toMatchObject({ type: 'failed', path: '', effect, code: 'declined' });
    expect(play.do(asParty(olena), asks)).toBeUndefined();
  });
});

describe('an appeal', () => {
  const rule = { appeal: { service: 'complaint', within: 'P30D', suspends: true } };
  const begun = (play: Play) => ({
    type: 'childBegun' as const,
    as: 'appeal' as const,
    effect: `${play.here.id}/${play.here.seq}/0`,
    service: 'complaint',
    child: 'c-2',
    reference: '1111-2222-3333',
  });

  it('is a draft of the complaint’s service, about this case, to be sent within the term in law', () => {
    const play = decided(rule);
    expect(play.do(asParty(olena), { type: 'appeal' })).toBeUndefined();
    const [draft] = last(play);
    expect(draft).toMatchObject({
      kind: 'begin',
      connector: 'between',
      to: 'complaint',
      origin: { as: 'appeal', service: 'small', case: play.here.id, effect: draft?.id },
      data: {
        identity: { person: 'p-olena' },
        about: { reference: play.here.reference, outcome: 'granted' },
      },
    });
    // 30 days after 2 March, by the calendar of the office
    expect(draft).toHaveProperty('origin.until', expect.stringMatching(/^2026-04-01T/));
    expect(JSON.stringify(play.events.at(-1)?.type)).toContain('followed');
    // a draft thrown away is begun again
    expect(play.do(asParty(olena), { type: 'appeal' })).toBeUndefined();
  });

  it('is not for others, nor for whoever took the application back, nor after the term', () => {
    expect(decided(rule).do(asParty(petro), { type: 'appeal' })).toBe('notAllowed');
    expect(decided({}).do(asParty(olena), { type: 'appeal' })).toBe('notAllowed');
    const withdrawn = new Play(issuing(rule));
    withdrawn.submit();
    withdrawn.do(asParty(olena), { type: 'withdraw' });
    expect(withdrawn.do(asParty(olena), { type: 'appeal' })).toBe('notAllowed');
    const late = decided(rule);
    late.now = '2026-04-03T00:00:00Z';
    expect(late.do(asParty(olena), { type: 'appeal' })).toBe('notAllowed');
  });

  it('of a decision that was revoked may be sent within the term from the revocation, once more', () => {
    const play = decided(rule);
    play.do(asParty(olena), { type: 'appeal' });
    play.do(asSystem, begun(play));
    play.now = '2026-05-04T08:00:00Z';
    expect(play.do(asParty(olena), { type: 'appeal' })).toBe('notAllowed');
    play.do(head, { type: 'revoke', grounds: ['noRight'], reason: 'Підробка' });
    play.now = '2026-05-20T08:00:00Z';
    expect(play.do(asParty(olena), { type: 'appeal' })).toBeUndefined();
    // 30 days after 4 May
    expect(last(play)[0]).toHaveProperty('origin.until', expect.stringMatching(/^2026-06-03T/));
    play.do(asSystem, { ...begun(play), child: 'c-3' });
    expect(play.do(asParty(olena), { type: 'appeal' })).toBe('notAllowed');
  });

  it('is offered within its term, and to the applicant alone', () => {
    const play = decided(rule);
    const offered = (identity: typeof olena) =>
      possible(play.service, play.here, { kind: 'party', identity }, play.now).map(({ what }) => what);
    expect(offered(olena)).toEqual(['appeal']);
    expect(offered(petro)).toEqual([]);
    play.now = '2026-04-01T20:59:59Z';
    expect(offered(olena)).toEqual(['appeal']);
    play.now = '2026-04-01T21:00:00Z';
    expect(offered(olena)).toEqual([]);
  });

  it('is open again once a case that was reopened is decided anew', () => {
    const task = { type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } };
    const service = issuing({ ...rule, reopen: { by: 'head', grounds: ['noRight'], to: 'again' } });
    const { flow } = service.bundle;
    const again = { ...flow, states: { ...flow.states, again: task } };
    const play = new Play({ ...service, bundle: { ...service.bundle, flow: again } } as never);
    play.submit();
    answer(play, paper('first'));
    play.do(asParty(olena), { type: 'appeal' });
    play.do(asSystem, begun(play));
    play.now = '2026-05-04T08:00:00Z';
    play.do(head, { type: 'reopen', grounds: ['noRight'], reason: 'Скаргу задоволено' });
    const iryna = asOfficer('o-iryna', 'registrar');
    play.do(iryna, { type: 'claim', path: 'again' });
    play.do(iryna, { type: 'act', path: 'again', action: 'approve' });
    expect(outcome(play)).toBe('granted');
    expect(play.do(asParty(olena), { type: 'appeal' })).toBeUndefined();
  });

  it('once sent suspends the decision until it is decided, and there is one', () => {
    const play = decided(rule);
    play.do(asParty(olena), { type: 'appeal' });
    expect(play.do(asParty(olena), begun(play))).toBe('notAllowed');
    expect(play.do(asSystem, begun(play))).toBeUndefined();
    expect(play.do(asSystem, begun(play))).toBe('late');
    const { effect } = play.here.documents.first ?? {};
    expect(last(play)).toMatchObject([{ kind: 'suspend', effect, on: true }]);
    expect(play.here.suspended).toMatchObject({ child: 'c-2' });
    expect(play.do(asParty(olena), { type: 'appeal' })).toBe('notAllowed');

    const ended = {
      type: 'childEnded',
      effect: 'e',
      child: 'c-2',
      outcome: 'rejected',
      kind: 'refused',
    } as const;
    expect(play.do(asSystem, { ...ended, child: 'c-3' })).toBe('late');
    expect(play.do(asSystem, ended)).toBeUndefined();
    expect(last(play)).toMatchObject([{ kind: 'suspend', effect, on: false }]);
    expect(play.here).not.toHaveProperty('suspended');
    expect(play.here.linked).toMatchObject({ 'c-2': { as: 'appeal', ended: { kind: 'refused' } } });
    expect(play.do(asSystem, ended)).toBe('late');
  });
});

describe('a case that came of a decided one', () => {
  const began = (more: object) =>
    ({
      type: 'childBegun',
      as: 'appeal',
      effect: 'e',
      service: 'complaint',
      child: 'c-2',
      reference: 'r',
      ...more,
    }) as const;
  const ends = (child: string) => ({ type: 'childEnded', effect: 'e', child, outcome: 'rejected' }) as const;

  it('is told of by the system alone, by its name where it has one', () => {
    const play = decided({});
    expect(play.do(asParty(olena), began({}))).toBe('notAllowed');
    expect(play.do(asSystem, began({ name: 'first' }))).toBeUndefined();
    expect(play.here.linked).toMatchObject({
      'c-2': { name: 'first', service: 'complaint', reference: 'r' },
    });
    play.do(asSystem, began({ child: 'c-3' }));
    expect(play.here.linked?.['c-3']).not.toHaveProperty('name');
    expect(play.do(asParty(olena), ends('c-2'))).toBe('notAllowed');
    expect(play.do(asSystem, ends('c-2'))).toBeUndefined();
    expect(play.here.linked?.['c-2']?.ended).toMatchObject({ outcome: 'rejected', kind: 'rejected' });
  });

  it('suspends the decision where it is a complaint and the definition says so, and once', () => {
    const suspends = (after: object, ...cases: object[]) => {
      const play = decided(after);
      for (const one of cases) expect(play.do(asSystem, began(one))).toBeUndefined();
      return play;
    };
    const rule = { appeal: { service: 'complaint', within: 'P30D', suspends: true } };
    expect(suspends(rule, { as: 'renew' }).here.suspended).toBeUndefined();
    expect(suspends({ appeal: { ...rule.appeal, suspends: false } }, {}).here.suspended).toBeUndefined();
    expect(suspends({}, {}).here.suspended).toBeUndefined();
    const two = suspends(rule, {}, { child: 'c-3' });
    expect(two.here.suspended?.child).toBe('c-2');
    two.do(asSystem, ends('c-3'));
    expect(two.here.suspended?.child).toBe('c-2');
    two.do(asSystem, ends('c-2'));
    expect(two.here).not.toHaveProperty('suspended');
  });
});

describe('what is asked after its day', () => {
  const message = (play: Play, command: { type: 'appeal' | 'renew' }, identity = olena) =>
    decide(play.service, play.here, command, { now: play.now, actor: asParty(identity), ids: play.ids })
      .refusal?.message;

  it('is told by that day, in both languages, to the applicant alone', () => {
    const appeal = decided({ appeal: { service: 'complaint', within: 'P30D' } });
    appeal.now = '2026-04-01T20:59:59Z';
    expect(message(appeal, { type: 'appeal' })).toBeUndefined();
    appeal.now = '2026-04-03T08:00:00Z';
    expect(message(appeal, { type: 'appeal' })).toEqual({
      uk: expect.stringMatching(/до 01\.04\.2026$/),
      en: expect.stringMatching(/until 1 April 2026$/),
    });
    expect(message(appeal, { type: 'appeal' }, petro)?.en).toBe('The applicant does this');

    const renewal = decided({ renew: { service: 'small', opens: 'P60D' } }, { validUntil: '2027-03-02' });
    expect(message(renewal, { type: 'renew' })?.en).toMatch(/from 1 January 2027 until 2 March 2027$/);
    expect(message(renewal, { type: 'renew' })?.uk).toMatch(/з 01\.01\.2027 до 02\.03\.2027$/);
    renewal.now = '2027-03-03T08:00:00Z';
    expect(message(renewal, { type: 'renew' })?.en).toMatch(/until 2 March 2027: apply anew$/);
    expect(message(renewal, { type: 'renew' })?.uk).toMatch(/до 02\.03\.2027: подайте нову заяву$/);
  });
});

describe('a renewal', () => {
  const rule = { renew: { service: 'small', opens: 'P60D', remind: ['P60D', 'P14D'] } };
  const valid = { validUntil: '2027-03-02' };

  it('opens before what was granted ends, filled in from the case', () => {
    const play = decided(rule, valid);
    const offered = () =>
      possible(play.service, play.here, { kind: 'party', identity: olena }, play.now).map(({ what }) => what);
    expect(play.do(asParty(olena), { type: 'renew' })).toBe('notAllowed');
    expect(play.do(asParty(petro), { type: 'renew' })).toBe('notAllowed');
    expect(offered()).toEqual([]);
    play.now = '2027-01-15T08:00:00Z';
    expect(offered()).toEqual(['renew']);
    expect(play.do(asParty(olena), { type: 'renew' })).toBeUndefined();
    expect(last(play)).toMatchObject([
      { kind: 'begin', to: 'small', origin: { as: 'renew' }, data: { form: { name: 'Олена' } } },
    ]);
    play.now = '2027-03-04T08:00:00Z';
    expect(offered()).toEqual([]);
    expect(play.do(asParty(olena), { type: 'renew' })).toBe('notAllowed');
  });

  it('is reminded of, as often as the definition says, and not where the decision was revoked', () => {
    const reminders = (play: Play) => timersOf(play.here).filter(({ kind }) => kind.startsWith('renew'));
    const play = decided(rule, valid);
    const [first, second] = reminders(play);
    expect([first?.kind, second?.kind]).toEqual(['renew0', 'renew1']);
    play.now = first?.at ?? '';
    play.do(asSystem, { type: 'timerFired', path: '', kind: 'renew0', at: first?.at ?? '' });
    expect(last(play)).toMatchObject([
      { kind: 'message', to: 'applicant', data: { subject: expect.stringContaining('02.03.2027') } },
    ]);
    expect(reminders(play).map(({ kind }) => kind)).toEqual(['renew1']);
    play.do(head, { type: 'revoke', grounds: ['noRight'], reason: 'Підробка' });
    expect(reminders(play)).toEqual([]);
  });

  it('is reminded of in the language of the case, and not who cannot be reached or has sent it already', () => {
    const reminded = (identity: typeof olena, change: (play: Play) => void, language = 'uk') => {
      const play = new Play(issuing(rule));
      const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
      play.do(asParty(identity), { type: 'submit', form, language, channel: 'portal' });
      answer(play, paper('first', valid));
      change(play);
      const timer = timersOf(play.here).find(({ kind }) => kind === 'renew0');
      play.now = timer?.at ?? '';
      play.do(asSystem, { type: 'timerFired', path: '', kind: 'renew0', at: play.now });
      return last(play).map((one) => (one.kind === 'message' ? one.data.subject : one.kind));
    };
    expect(reminded(olena, () => {}, 'en')).toEqual(['Valid until 02.03.2027: Мала послуга']);
    expect(reminded(olena, () => {}, 'pl')).toEqual(['Valid until 02.03.2027: Мала послуга']);
    const { email: _, ...away } = olena;
    expect(reminded(away, () => {})).toEqual([]);
    const child = { child: 'c-2', service: 'small', effect: 'e', reference: '1' };
    expect(
      reminded(olena, (play) => play.do(asSystem, { type: 'childBegun', as: 'renew', ...child })),
    ).toEqual([]);
  });

  it('is not offered twice, and not of what lasts for ever', () => {
    const play = decided(rule, valid);
    play.now = '2027-01-15T08:00:00Z';
    play.do(asParty(olena), { type: 'renew' });
    const child = { child: 'c-2', service: 'small', effect: 'e', reference: '1' };
    play.do(asSystem, { type: 'childBegun', as: 'renew', ...child });
    expect(play.do(asParty(olena), { type: 'renew' })).toBe('notAllowed');
    play.do(asSystem, { type: 'childEnded', ...child, outcome: 'refused', kind: 'refused' });
    expect(play.do(asParty(olena), { type: 'renew' })).toBeUndefined();
    const lasting = decided(rule);
    expect(timersOf(lasting.here).map(({ kind }) => kind)).toEqual(['retention']);
  });
});
