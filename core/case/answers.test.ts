import { describe, expect, it } from 'vitest';
import { answer, asked, asking, fails, outcome, told, waitsInVain } from './asks.testing.ts';
import { asParty, asSystem, olena, Play } from './small-service.testing.ts';

describe('a call', () => {
  const call = {
    type: 'call',
    connector: 'population',
    operation: 'find',
    purpose: 'register',
    input: { rnokpp: 'form.rnokpp' },
    due: 'P1D',
    overdue: { to: 'late' },
    next: 'granted',
    failed: [{ when: 'failure.code = "absent"', to: 'refused' }, { to: 'late' }],
  };

  it('says which operation, and by what purpose data of a person are asked for', () => {
    expect(told(asked(call))).toMatchObject([
      {
        kind: 'call',
        ask: { operation: 'find', purpose: 'register' },
        data: { input: { rnokpp: '1111111111' } },
      },
    ]);
  });

  it('goes on trying after a failure that is not the last, and then by the name of the failure', () => {
    const play = asked(call);
    expect(fails(play, 'unavailable', { final: false })).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'ask' });
    expect(fails(play, 'absent', { message: 'Немає такого запису' })).toBeUndefined();
    expect(outcome(play)).toBe('refused');
    const away = asked(call);
    fails(away, 'unavailable');
    expect(outcome(away)).toBe('late');
  });

  it('may be nothing, which is kept as that', () => {
    const play = asked({ ...call, as: 'r' });
    expect(answer(play, undefined)).toBeUndefined();
    expect(Object.values(play.here.data.values)).toEqual([{ r: null }]);
  });

  it('leaves nothing in the hands of the case, and no name where the definition gives it none', () => {
    const play = asked(call);
    expect(answer(play, { found: true })).toBeUndefined();
    const answered = play.events.find(({ type }) => type === 'answered');
    expect(answered).toMatchObject({ path: 'ask', data: { result: { found: true } } });
    for (const none of ['as', 'holds', 'follows', 'document', 'record'])
      expect(answered).not.toHaveProperty(none);
    expect(play.here).not.toHaveProperty('held');
    expect(play.here.data.values).toEqual({});
  });

  it('that a state asked which the definition has no more is a fault of the definition', () => {
    const old = asked(call);
    const effect = old.effect('ask');
    for (const state of [undefined, { type: 'task', role: 'registrar', actions: {} }]) {
      const play = Object.assign(new Play(asking(call, { states: { ask: state } })), { case: old.here });
      const result = { type: 'callAnswered', effect, result: {} } as const;
      expect(play.do(asSystem, result)).toBe('definitionFault');
    }
  });

  it('keeps no answer that is larger than a case may hold', () => {
    const play = asked(call);
    // a command may be larger than an answer: a form has more to say than a registry
    for (const size of [100_000, 400_000]) expect(answer(play, 'а'.repeat(size)), `${size}`).toBe('tooLarge');
    expect(play.here.position).toEqual({ state: 'ask' });
  });

  it('keeps a long word of failure short', () => {
    const play = asked(call);
    fails(play, 'unavailable', { final: false, message: 'х'.repeat(5000) });
    const failed = play.events.findLast(({ type }) => type === 'failed');
    expect(failed?.type === 'failed' && failed.data?.message).toHaveLength(2000);
  });
});

describe('an issue', () => {
  const record = { do: 'change', registry: 'people', key: 'form.rnokpp', data: { name: 'form.name' } };

  it('of a record alone writes it and goes on', () => {
    const play = asked({ type: 'issue', record, next: 'granted', failed: 'refused' });
    expect(told(play)).toMatchObject([
      {
        kind: 'record',
        connector: 'people',
        do: 'change',
        data: { key: '1111111111', record: { name: 'Олена' } },
      },
    ]);
    expect(answer(play, { key: '1111111111' })).toBeUndefined();
    expect(outcome(play)).toBe('granted');
    const answered = play.events.find(({ type }) => type === 'answered');
    expect(answered).toMatchObject({ record: { registry: 'people', do: 'change' } });
    for (const none of ['follows', 'document', 'data.says']) expect(answered).not.toHaveProperty(none);
  });

  it('of both asks for the document once the record is there, and tells of each by itself', () => {
    const play = asked({
      type: 'issue',
      record,
      document: 'certificate',
      next: 'granted',
      failed: 'refused',
    });
    expect(answer(play, { key: '1111111111' })).toBeUndefined();
    const follows = play.effect('ask');
    expect(answer(play, { id: 'd1', sha256: 'aa' })).toBeUndefined();
    const [written, drawn] = play.events.filter(({ type }) => type === 'answered');
    expect(written).toMatchObject({ follows, record: { registry: 'people', do: 'change' } });
    expect(written).not.toHaveProperty('document');
    expect(drawn).toMatchObject({ effect: follows, document: { id: 'd1' }, data: { result: { id: 'd1' } } });
    expect(drawn).not.toHaveProperty('record');
    expect(drawn).not.toHaveProperty('follows');
    expect(Object.keys(play.here.data.records ?? {})).toHaveLength(1);
  });

  it('of a document alone draws it, and is not done before there is one', () => {
    const play = asked({ type: 'issue', document: 'certificate', next: 'granted', failed: 'refused' });
    expect(told(play)).toMatchObject([{ kind: 'document', connector: 'papers', document: 'certificate' }]);
    for (const nothing of [null, 'drawn', [], { id: 'd1' }, { sha256: 'aa' }])
      expect(answer(play, nothing)).toBe('invalidData');
    const document = { id: 'd1', sha256: 'aa', issuedAt: '2026-03-02T09:00:00Z', key: 'k', version: 'v' };
    expect(answer(play, document)).toBeUndefined();
    expect(play.here.documents.d1).toMatchObject({ at: '2026-03-02T09:00:00Z', key: 'k', version: 'v' });
  });

  it('of nothing is a fault of the service', () => {
    expect(new Play(asking({ type: 'issue', next: 'granted', failed: 'refused' })).submit()).toBe(
      'definitionFault',
    );
  });

  it('that fails goes the way of its failure', () => {
    const play = asked({
      type: 'issue',
      record: { do: 'close', registry: 'unheard', key: 'form.rnokpp' },
      next: 'granted',
      failed: 'refused',
    });
    expect(told(play)).toMatchObject([{ kind: 'record', data: { record: {} } }]);
    expect(fails(play, 'absent')).toBeUndefined();
    expect(outcome(play)).toBe('refused');
  });
});

describe('other cases that are started', () => {
  const start = {
    type: 'start',
    cases: {
      residence: {
        service: 'residence',
        form: { '/name': 'form.name' },
        parties: { applicant: 'applicant' },
      },
      benefit: { service: 'benefit', when: 'form.name = "Олена"' },
      school: { service: 'school', when: 'form.name = "Інша"' },
    },
    due: 'P60D',
    overdue: { to: 'late' },
    next: 'granted',
  };
  const ends = (play: Play, child: string, effect = play.effect('ask')) =>
    play.do(asSystem, { type: 'childEnded', effect, child, outcome: 'granted' });

  it('are those whose condition holds, with what the form gives them', () => {
    const [effect] = told(asked(start));
    expect(effect).toMatchObject({ kind: 'start', ask: { await: 'all' } });
    expect(effect?.kind === 'start' && effect.data.input).toMatchObject([
      {
        name: 'residence',
        service: 'residence',
        form: { '/name': 'Олена' },
        parties: { applicant: { identity: { person: 'p-olena' } } },
      },
      { name: 'benefit', service: 'benefit', form: {}, parties: { applicant: {} } },
    ]);
  });

  it('are all waited for, however often the end of one is told', () => {
    const play = asked(start);
    expect(ends(play, 'case-1')).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'ask' });
    expect(ends(play, 'case-1')).toBe('late');
    expect(play.here.position).toEqual({ state: 'ask' });
    expect(ends(play, 'case-2')).toBeUndefined();
    expect(outcome(play)).toBe('granted');
    const [first, second] = play.events.filter(({ type }) => type === 'answered');
    const one = { child: 'case-1', outcome: 'granted' };
    expect(first).toMatchObject({ child: 'case-1', data: { result: one } });
    expect(first).toHaveProperty('ended', { ...one, kind: 'granted' });
    expect(second).not.toHaveProperty('child');
  });

  it('are told of by their names and by the kind of how they ended', () => {
    const play = asked({ ...start, await: 'any' });
    const effect = play.effect('ask');
    const ended = { child: 'case-1', outcome: 'entered', kind: 'granted', name: 'residence' };
    expect(play.do(asSystem, { type: 'childEnded', effect, ...ended })).toBeUndefined();
    expect(play.events.find(({ type }) => type === 'answered')).toHaveProperty('ended', ended);
  });

  it('are no longer waited for once one has ended, where any will do', () => {
    const play = asked({ ...start, await: 'any', next: 'more' }, { states: { more: start } });
    const effect = play.effect('ask');
    expect(ends(play, 'case-1', effect)).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'more' });
    expect(ends(play, 'case-2', effect)).toBe('late');
  });

  it('that are only started, or are none, hold the case up no longer', () => {
    const play = asked({ ...start, await: 'none' });
    expect(answer(play, null)).toBeUndefined();
    expect(outcome(play)).toBe('granted');
    const none = asked({ ...start, cases: { school: start.cases.school } });
    expect(outcome(none)).toBe('granted');
    expect(told(none)).toEqual([]);
  });

  it('that nobody waited for are known to have ended, wherever the case waits by then', () => {
    const wait = { type: 'wait', for: 'P1D', next: 'granted' };
    const call = { type: 'call', connector: 'population', input: {}, next: 'granted', failed: 'refused' };
    for (const more of [wait, call]) {
      const play = asked({ ...start, await: 'none', next: 'more' }, { states: { more } });
      const effect = play.effect('ask');
      answer(play, null);
      const child = { child: 'case-1', effect, service: 'residence', reference: '1' };
      expect(play.do(asSystem, { type: 'childBegun', as: 'start', ...child })).toBeUndefined();
      expect(ends(play, 'case-1', effect), more.type).toBeUndefined();
      expect(play.here.linked?.['case-1']?.ended).toMatchObject({ kind: 'granted' });
      expect(play.here.position).toEqual({ state: 'more' });
    }
  });

  it('do not count as ended because they were started', () => {
    const play = asked(start);
    expect(answer(play, null)).toBe('wrongPlace');
    expect(play.here.position).toEqual({ state: 'ask' });
  });

  it('that take too long lead where the definition says', () => {
    const play = asked(start);
    ends(play, 'case-1');
    expect(waitsInVain(play)).toBeUndefined();
    expect(outcome(play)).toBe('late');
  });
});

describe('an event of another system', () => {
  const wait = {
    type: 'wait',
    event: { connector: 'court', match: 'event.about = case.reference', as: 'ruling' },
    due: 'P30D',
    overdue: { to: 'late' },
    next: [{ when: 'ruling.yes', to: 'granted' }, { to: 'refused' }],
  };
  const tell = (play: Play, event: { about: string; yes: boolean }, connector = 'court') =>
    play.do(asSystem, { type: 'eventTold', connector, event });

  it('lets the case go on that it is about, and no other', () => {
    const play = asked(wait);
    const { reference } = play.here;
    expect(tell(play, { about: 'another', yes: true })).toBe('late');
    expect(tell(play, { about: reference, yes: true }, 'police')).toBe('late');
    expect(
      play.do(asParty(olena), {
        type: 'eventTold',
        connector: 'court',
        event: { about: reference, yes: true },
      }),
    ).toBe('notAllowed');
    expect(tell(play, { about: reference, yes: true })).toBeUndefined();
    expect(outcome(play)).toBe('granted');
    const no = asked(wait);
    expect(tell(no, { about: no.here.reference, yes: false })).toBeUndefined();
    expect(outcome(no)).toBe('refused');
  });

  it('is no concern of a wait for time beside it, and has no name where the definition gives it none', () => {
    const ends = { yes: { type: 'end', outcome: 'yes' } };
    const branch = (waits: object) => ({ initial: 'waits', states: { waits, ...ends } });
    const { as: _, ...event } = wait.event;
    const play = asked({
      type: 'parallel',
      branches: {
        time: branch({ type: 'wait', for: 'P1D', next: 'yes' }),
        ruling: branch({ ...wait, event, overdue: { to: 'yes' }, next: 'yes' }),
      },
      join: { outcome: 'yes', need: 'all' },
      ...{ next: 'granted', otherwise: 'refused' },
    });
    expect(tell(play, { about: play.here.reference, yes: true })).toBeUndefined();
    expect(Object.keys(play.here.places)).toEqual(['ask', 'ask/time/waits']);
    const told = play.events.find(({ type }) => type === 'told');
    expect(told).toMatchObject({
      path: 'ask/ruling/waits',
      connector: 'court',
      data: { event: { yes: true } },
    });
    expect(told).not.toHaveProperty('as');
  });

  it('that nobody tells in time leads where the definition says', () => {
    const play = asked(wait);
    expect(waitsInVain(play)).toBeUndefined();
    expect(outcome(play)).toBe('late');
  });
});
