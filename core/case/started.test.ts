import { describe, expect, it } from 'vitest';
import { asking, outcome, told, waitsInVain } from './asks.testing.ts';
import { childOf } from './origin.ts';
import { playScenario } from './scenario.ts';
import { asOfficer, asParty, asSystem, olena, Play } from './small-service.testing.ts';
import type { Begin, Json } from './types.ts';

describe('a case that another one starts', () => {
  const starts = {
    type: 'start',
    cases: {
      first: { service: 'other', form: { '/name': 'form.name' } },
      second: { service: 'other', when: 'form.name = "Олена"' },
    },
    next: [{ when: 'outcomes.ask.first = "granted"', to: 'granted' }, { to: 'refused' }],
    due: 'P60D',
    overdue: { to: 'late' },
  };
  const connectors = { cases: { id: 'between', kind: 'cases' } };
  const starting = () => {
    const play = new Play(asking(starts, { connectors }));
    play.submit();
    return play;
  };

  it('is asked for with its data and with persons for its parties', () => {
    expect(told(starting())).toMatchObject([
      {
        kind: 'start',
        connector: 'between',
        ask: { await: 'all', count: 2, cases: [{ name: 'first', service: 'other' }, { name: 'second' }] },
        data: {
          input: [
            {
              name: 'first',
              form: { '/name': 'Олена' },
              parties: { applicant: { identity: { person: 'p-olena' } } },
            },
            { name: 'second' },
          ],
        },
      },
    ]);
  });

  it('is known by its outcome to what comes after', () => {
    const play = starting();
    const effect = play.effect('ask');
    for (const name of ['first', 'second'])
      play.do(asSystem, {
        type: 'childBegun',
        as: 'start',
        effect,
        service: 'other',
        child: childOf(effect, name),
        reference: name,
        name,
      });
    const ended = (name: string, kind: string) =>
      play.do(asSystem, {
        type: 'childEnded',
        effect,
        child: childOf(effect, name),
        outcome: kind,
        kind,
        name,
      });
    expect(ended('first', 'granted')).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'ask' });
    expect(ended('second', 'refused')).toBeUndefined();
    expect(outcome(play)).toBe('granted');
    expect(Object.values(play.here.linked ?? {}).map(({ ended }) => ended?.kind)).toEqual([
      'granted',
      'refused',
    ]);
  });

  it('ends in a scenario as its step says, each by its name', () => {
    const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
    const plays = (result: Json) =>
      playScenario(asking(starts, { connectors }), {
        submittedAt: '2026-03-02T08:00:00Z',
        applicant: olena,
        form,
        steps: [{ answer: 'ask', result }],
      }).outcome;
    expect(plays({ first: 'granted', second: 'refused' })).toBe('granted');
    expect(plays({ first: 'refused', second: 'granted' })).toBe('refused');
    expect(plays('refused')).toBe('refused');
  });

  it('is taken back where the one that began it is', () => {
    const play = starting();
    const effect = play.effect('ask');
    play.do(asParty(olena), { type: 'withdraw' });
    expect(told(play).at(-1)).toMatchObject({
      kind: 'cancel',
      effect,
      ask: { cases: [{ name: 'first' }, {}] },
    });
    const vain = starting();
    waitsInVain(vain);
    expect(told(vain).some(({ kind }) => kind === 'cancel')).toBe(false);
  });

  const begin: Begin = {
    type: 'begin',
    applicant: { identity: olena },
    form: { name: 'Олена', rnokpp: '1111111111' },
    language: 'uk',
    channel: 'portal',
    origin: { as: 'start', service: 'parent', case: 'p', effect: 'p/1/0', name: 'first' },
  };

  it('begins by itself, tells where it came from that it did, and how it ended', () => {
    const play = new Play(
      asking({ type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } }, { connectors }),
    );
    expect(play.do(asParty(olena), begin)).toBe('notAllowed');
    expect(play.do(asSystem, begin)).toBeUndefined();
    expect(told(play)).toMatchObject([
      { kind: 'report', connector: 'between', what: 'submitted', origin: begin.origin },
    ]);
    const iryna = asOfficer('o-iryna', 'registrar');
    play.do(iryna, { type: 'claim', path: 'ask' });
    play.do(iryna, { type: 'act', path: 'ask', action: 'approve' });
    expect(told(play).at(-1)).toMatchObject({
      kind: 'report',
      what: 'ended',
      outcome: 'granted',
      ended: 'granted',
    });
  });

  it('holds to its own rules all the same, and may be taken back by the system', () => {
    const service = asking(
      { type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } },
      { connectors },
    );
    const play = new Play(service);
    expect(play.do(asSystem, { ...begin, form: { name: 'Олена' } })).toBe('invalidData');
    play.do(asSystem, begin);
    expect(play.do(asSystem, { type: 'withdraw' })).toBeUndefined();
    expect(play.here.outcome?.kind).toBe('withdrawn');
    const own = new Play(service);
    own.submit();
    expect(own.do(asSystem, { type: 'withdraw' })).toBe('notAllowed');
  });

  it('that has a term is not submitted before or after it', () => {
    const play = new Play(asking({ type: 'wait', for: 'P1D', next: 'granted' }));
    const sent = (origin: object) =>
      play.do(asParty(olena), {
        ...begin,
        type: 'submit',
        origin: { ...begin.origin, as: 'appeal', ...origin },
      } as never);
    expect(sent({ opens: '2026-03-03T00:00:00Z' })).toBe('notAllowed');
    expect(sent({ until: '2026-03-01T00:00:00Z' })).toBe('late');
    expect(sent({ until: '2026-03-03T00:00:00Z' })).toBeUndefined();
  });
});
