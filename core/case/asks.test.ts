import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, asked, asking, begun, fails, fee, outcome, told, waitsInVain } from './asks.testing.ts';
import { effects } from './effects.ts';
import { asParty, asSystem, olena, Play } from './small-service.testing.ts';
import { timersOf } from './waiting.ts';

const pays = (play: Play, amount: number) =>
  play.do(asSystem, { type: 'paid', effect: play.effect('ask'), payment: 'p-1', amount });

describe('a question to another system', () => {
  const call = {
    ...{ type: 'call', connector: 'houses', input: { number: 'form.rnokpp' }, purpose: 'dwelling' },
    ...{ next: 'granted', failed: 'refused' },
  };

  it('says for what it is asked in the words of the version, and the history of the case keeps them', () => {
    const service = asking(call);
    const { bundle } = service;
    const data = { ...bundle.data, purposes: { dwelling: 'Перевірка житла' } };
    const play = begun({ ...service, bundle: { ...bundle, data } } as unknown as typeof service);
    const ask = { purpose: 'dwelling', reason: 'Перевірка житла' };
    expect(told(play)).toMatchObject([{ kind: 'call', ask }]);
    expect(JSON.stringify(play.events)).toContain(JSON.stringify(ask).slice(1, -1));
  });

  it('says nothing of it where the definition does not', () => {
    const { purpose: _, ...plain } = call;
    expect(told(asked(plain))[0]).toMatchObject({ kind: 'call', ask: {} });
  });
});

describe('a payment', () => {
  it('is asked of the bank in the smallest unit, with its purpose, until it is due', () => {
    expect(told(asked(fee))).toMatchObject([
      {
        kind: 'pay',
        connector: 'bank',
        path: 'ask',
        ask: { amount: 100, party: 'applicant' },
        data: { input: { amount: 100, purpose: 'Збір за Олена' } },
      },
    ]);
    expect(asked(fee).here.places.ask?.due).toBeDefined();
  });

  it('lets the case go on once the whole amount is paid, and not for another amount', () => {
    const play = asked(fee);
    expect(pays(play, 99)).toBe('invalidData');
    expect(play.here.position).toEqual({ state: 'ask' });
    expect(pays(play, 100)).toBeUndefined();
    expect(outcome(play)).toBe('granted');
  });

  it('counts once: the bank’s second word of it comes too late', () => {
    const play = asked({ ...fee, next: 'more' }, { states: { more: { ...fee, next: 'granted' } } });
    const effect = play.effect('ask');
    const paid = { type: 'paid', effect, payment: 'p-1', amount: 100 } as const;
    expect(play.do(asSystem, paid)).toBeUndefined();
    expect(play.do(asSystem, paid)).toBe('late');
    expect(play.here.position).toEqual({ state: 'more' });
  });

  it('is taken from the bank alone, not on anybody’s word, and not as an answer of another kind', () => {
    const play = asked(fee);
    const effect = play.effect('ask');
    expect(play.do(asParty(olena), { type: 'paid', effect, payment: 'p', amount: 100 })).toBe('notAllowed');
    expect(play.do(asSystem, { type: 'signed', effect, signature: {} })).toBe('wrongPlace');
    expect(play.do(asSystem, { type: 'childEnded', effect, child: 'c', outcome: 'granted' })).toBe(
      'wrongPlace',
    );
    expect(answer(play, { ok: true })).toBe('wrongPlace');
    expect(play.here.position).toEqual({ state: 'ask' });
  });

  it('is not asked of who is exempt', () => {
    const play = new Play(asking(fee));
    const form = { name: 'Герой', rnokpp: '1111111111', owners: [] };
    expect(
      play.do(asParty(olena), { type: 'submit', form, language: 'uk', channel: 'portal' }),
    ).toBeUndefined();
    expect(outcome(play)).toBe('granted');
    expect(told(play)).toEqual([]);
  });

  it('that does not come in time leads where the definition says; a failure keeps the case waiting', () => {
    const play = asked(fee);
    expect(fails(play, 'declined', { message: 'Картку не прийнято' })).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'ask' });
    expect(waitsInVain(play)).toBeUndefined();
    expect(outcome(play)).toBe('late');
  });

  it('of no whole number of kopiykas is a fault of the service, told as such', () => {
    for (const amount of ['10.5', '-1', '"100"', 'null']) {
      const play = new Play(asking({ ...fee, amount }));
      expect(play.submit(), amount).toBe('definitionFault');
    }
  });

  it('may be the duty of another party, named so that it sees it', () => {
    expect(told(asked({ ...fee, party: 'owner' }))).toMatchObject([{ ask: { party: 'owner' } }]);
  });
});

describe('a signature', () => {
  const sign = {
    type: 'sign',
    by: { party: 'applicant' },
    what: 'application',
    due: 'P3D',
    overdue: { to: 'late' },
    next: 'granted',
    declined: 'refused',
  };

  it('is asked of whom the definition names, over the connector that signs', () => {
    const connectors = { diia: { id: 'diia', kind: 'sign' } };
    expect(told(asked(sign, { connectors }))).toMatchObject([
      { kind: 'sign', connector: 'diia', ask: { by: 'applicant', what: 'application' } },
    ]);
    expect(told(asked({ ...sign, by: { role: 'head' }, connector: 'cloud' }))).toMatchObject([
      { connector: 'cloud', ask: { by: 'head' } },
    ]);
    expect(told(asked(sign))).toMatchObject([{ connector: 'sign' }]);
    expect(told(asked({ ...sign, by: {} }))).toMatchObject([{ ask: { by: '' } }]);
  });

  it('lets the case go on, and is no payment and no answer of a registry', () => {
    const play = asked(sign);
    const effect = play.effect('ask');
    expect(pays(play, 100)).toBe('wrongPlace');
    expect(answer(play, {})).toBe('wrongPlace');
    expect(play.do(asSystem, { type: 'signed', effect, signature: { by: 'Олена' } })).toBeUndefined();
    expect(outcome(play)).toBe('granted');
    expect(play.events.find(({ type }) => type === 'answered')).toHaveProperty('data.result', {
      by: 'Олена',
    });
  });

  it('that is declined goes its own way, while a broken service only delays it', () => {
    const play = asked(sign);
    expect(fails(play, 'unavailable')).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'ask' });
    expect(fails(play, 'declined')).toBeUndefined();
    expect(outcome(play)).toBe('refused');
  });

  it('that nobody gives in time leads where the definition says', () => {
    const play = asked(sign);
    expect(waitsInVain(play)).toBeUndefined();
    expect(outcome(play)).toBe('late');
  });
});

describe('a reservation', () => {
  const slot = {
    type: 'reserve',
    registry: 'slots',
    where: 'record.free',
    hold: 'PT15M',
    as: 'slot',
    next: [{ when: 'slot.record.day = "2026-03-05"', to: 'granted' }, { to: 'late' }],
    none: 'refused',
  };
  const connectors = {
    queue: { id: 'queue', kind: 'registry', registry: 'slots', due: 'P1D' },
  };

  it('is asked of its own registry, held as long as said, by when the connector must answer', () => {
    const play = asked(slot, { connectors });
    expect(told(play)).toMatchObject([
      {
        kind: 'reserve',
        connector: 'queue',
        ask: { registry: 'slots', where: 'record.free', hold: 'PT15M' },
      },
    ]);
    expect(play.here.places.ask?.due).toBeDefined();
    const { hold: _, ...lasting } = slot;
    expect(told(asked(lasting, { connectors }))).toMatchObject([{ ask: { hold: null } }]);
  });

  it('is seen under its name by what comes after', () => {
    const play = asked(slot, { connectors });
    expect(answer(play, { key: 's1', place: 1, record: { day: '2026-03-05' } })).toBeUndefined();
    expect(outcome(play)).toBe('granted');
  });

  it('that finds no place, fails or gets no answer goes the way of none', () => {
    for (const lost of [(p: Play) => answer(p, null), (p: Play) => fails(p, 'taken'), waitsInVain]) {
      const play = asked(slot, { connectors });
      expect(lost(play)).toBeUndefined();
      expect(outcome(play)).toBe('refused');
    }
  });

  it('asks to wait in line where the definition has a waiting list', () => {
    expect(told(asked({ ...slot, waitingList: true }, { connectors }))).toMatchObject([
      { ask: { waitingList: true } },
    ]);
  });
});

describe('a collection of applications', () => {
  const collect = {
    type: 'collect',
    service: 'bid',
    opens: '"2026-03-03"',
    closes: '"2026-03-20"',
    min: 2,
    as: 'bids',
    next: [{ when: 'count(bids) > 2', to: 'granted' }, { to: 'late' }],
    tooFew: 'refused',
  };

  it('says of which service, from when and until when', () => {
    expect(told(asked(collect))).toMatchObject([
      { kind: 'collect', ask: { service: 'bid', opens: '2026-03-03', closes: '2026-03-20' } },
    ]);
    const from = (opens: string) => told(asked({ ...collect, opens }));
    expect(from('"2026-03-03"')).toMatchObject([{ ask: { from: '2026-03-02T22:00:00Z' } }]);
    expect(from('"2026-03-30"')).toMatchObject([{ ask: { from: '2026-03-29T21:00:00Z' } }]);
    expect(from('"2026-03-03T10:00:00Z"')).toMatchObject([{ ask: { from: '2026-03-03T10:00:00Z' } }]);
    const { opens: _, ...open } = collect;
    expect(told(asked(open))).toMatchObject([{ ask: { service: 'bid', closes: '2026-03-20' } }]);
  });

  it('goes on with as many as are needed, else the way of too few, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(4), (came, min) => {
        const play = asked({ ...collect, min });
        expect(
          answer(
            play,
            Array.from({ length: came }, (_, n) => ({ id: `b${n}` })),
          ),
        ).toBeUndefined();
        expect(outcome(play)).toBe(came < min ? 'refused' : came > 2 ? 'granted' : 'late');
      }),
      { numRuns: 30 },
    );
  });

  it('to which nobody came at all is too few, unless the definition asks for none', () => {
    const play = asked(collect);
    expect(answer(play, null)).toBeUndefined();
    expect(outcome(play)).toBe('refused');
    const { min: _, ...any } = collect;
    const content = asked({ ...any, next: 'granted' });
    expect(answer(content, null)).toBeUndefined();
    expect(outcome(content)).toBe('granted');
    const { tooFew: __, ...always } = collect;
    const gone = asked({ ...always, next: 'granted' });
    expect(answer(gone, [])).toBeUndefined();
    expect(outcome(gone)).toBe('granted');
  });
});

describe('a collection that closes', () => {
  const collect = { type: 'collect', service: 'bid', closes: '"2026-03-20"', as: 'bids', next: 'granted' };
  const until = (play: Play) => timersOf(play.here).find(({ kind }) => kind === 'until');

  it('asks once for what came, and goes on with it', () => {
    const play = asked(collect);
    const opened = play.effect('ask');
    const timer = until(play);
    play.now = timer?.at ?? '';
    const close = { type: 'timerFired', path: 'ask', kind: 'until', at: timer?.at ?? '' } as const;
    expect(play.do(asSystem, close)).toBeUndefined();
    const asks = play.effect('ask');
    expect(asks).not.toBe(opened);
    const last = play.events.at(-1);
    expect(last && effects(play.service, play.here, last)).toEqual([
      expect.objectContaining({
        id: asks,
        kind: 'collect',
        path: 'ask',
        ask: expect.objectContaining({ service: 'bid', closes: '2026-03-20', closed: true }),
        data: { input: {} },
      }),
    ]);
    expect(play.here.places.ask).toMatchObject({ stage: 'closed', pending: [asks] });
    expect(until(play)).toBeUndefined();
    expect(play.do(asSystem, close)).toBe('late');
    expect(answer(play, [{ id: 'b1' }])).toBeUndefined();
    expect(outcome(play)).toBe('granted');
  });
});

describe('a publication', () => {
  const publish = { type: 'publish', body: [], next: 'granted' };

  it('names where and until when, and lets the case go on once it is out', () => {
    const play = asked({ ...publish, in: ['news'], until: '"2026-12-31"' });
    expect(told(play)).toMatchObject([{ kind: 'publish', ask: { in: ['news'], until: '2026-12-31' } }]);
    expect(answer(play, { address: '/news/1' })).toBeUndefined();
    expect(outcome(play)).toBe('granted');
  });

  it('may stay for ever', () => {
    expect(told(asked(publish))).toMatchObject([{ ask: { in: [], until: null } }]);
  });
});
