import { describe, expect, it } from 'vitest';
import { answer, asked, asking, begun, faultOf, fee, outcome } from './asks.testing.ts';
import { asOfficer, asSystem, type Play } from './small-service.testing.ts';

const fault = (why: string) =>
  `A fault in the definition of the service (ask): ${why}. Tell those who maintain it`;
/** What a state comes to: the place that waits, with what is public in the question, and what is personal in it. */
const question = (...given: Parameters<typeof asking>) => {
  const { places, data } = asked(...given).here;
  const { path, state, kind, visit, since, pending, ...place } = places.ask as never as {
    [name: string]: unknown;
  };
  expect({ path, state, kind, since }).toStrictEqual({
    ...{ path: 'ask', state: 'ask', kind: 'ask', since: '2026-03-02T08:00:00Z' },
  });
  return { ...place, data: data.asks.ask };
};

describe('a question that a state asks of a connector is that state’s words and nothing else', () => {
  it('of another system: an operation, a purpose, a name for the answer and how long it is tried', () => {
    const call = { type: 'call', connector: 'houses', input: {}, next: 'granted', failed: 'refused' };
    expect(question(call)).toStrictEqual({ type: 'call', connector: 'houses', ask: {}, data: { input: {} } });
    const more = { operation: 'find', purpose: 'dwelling', input: { who: 'form.name' }, as: 'house' };
    expect(question({ ...call, ...more, retryFor: 'P2D' })).toStrictEqual({
      ...{ type: 'call', connector: 'houses', as: 'house', until: '2026-03-04T08:00:00Z' },
      ask: { operation: 'find', purpose: 'dwelling' },
      data: { input: { who: 'Олена' } },
    });
    // of a purpose that has no words in the version only the name is known
    const { bundle, ...rest } = asking({ ...call, purpose: 'dwelling' });
    const { places } = begun({ ...rest, bundle: { ...bundle, data: {} } } as never).here;
    expect(places.ask).toMatchObject({ ask: { purpose: 'dwelling' } });
  });

  it('of the bank: how much, from whom and for what', () => {
    const { due: _, overdue: __, ...plain } = fee;
    const pays = { type: 'pay', connector: 'bank', ask: { amount: 100, party: 'applicant' } };
    const data = { input: { amount: 100, purpose: 'Збір за Олена' } };
    expect(question(plain)).toStrictEqual({ ...pays, data });
    expect(question({ ...plain, amount: '0' })).toMatchObject({ ask: { amount: 0 } });
    const remind = [{ before: 'P1D', message: 'reminder' }];
    expect(question({ ...fee, remind })).toStrictEqual({
      ...{ ...pays, data, due: '2026-03-05T21:59:59Z', remind: { 0: '2026-03-04T21:59:59Z' } },
    });
  });

  it('of a signatory: who signs what', () => {
    const sign = {
      type: 'sign',
      by: { role: 'head' },
      what: 'decision',
      next: 'granted',
      declined: 'refused',
    };
    expect(question(sign)).toStrictEqual({
      ...{ type: 'sign', connector: 'sign', ask: { by: 'head', what: 'decision' }, data: { input: {} } },
    });
  });

  it('of a queue: a place that is free, in the registry of that queue', () => {
    const slot = {
      ...{ type: 'reserve', registry: 'slots', where: 'record.free', as: 'slot' },
      ...{ next: 'granted', none: 'refused' },
    };
    const connectors = { queue: { id: 'queue', kind: 'registry', registry: 'slots', due: 'P1D' } };
    expect(question(slot, { connectors })).toStrictEqual({
      ...{ type: 'reserve', connector: 'queue', as: 'slot', due: '2026-03-03T21:59:59Z' },
      ...{ ask: { registry: 'slots', where: 'record.free', hold: null }, data: { input: {} } },
    });
  });

  it('of a board of announcements: where, and until the end of which day', () => {
    const publish = { type: 'publish', body: [], next: 'granted' };
    const out = { type: 'publish', connector: 'publish', data: { input: {} } };
    expect(question(publish)).toStrictEqual({ ...out, ask: { in: [], until: null } });
    expect(question({ ...publish, in: ['news'], until: '"2026-12-31"' })).toStrictEqual({
      ...out,
      ask: { in: ['news'], until: '2026-12-31', last: '2026-12-31T21:59:59Z' },
    });
  });

  it('of those who collect: from the beginning of one day to the end of another, and what is sealed', () => {
    const collect = { type: 'collect', service: 'bid', closes: '"2026-03-20"', as: 'bids', next: 'granted' };
    const title = { uk: 'Мала послуга', en: 'Мала послуга' };
    const closes = { closes: '2026-03-20', until: '2026-03-20T21:59:59Z' };
    const out = {
      ...{ type: 'collect', connector: 'cases', as: 'bids', until: closes.until, data: { input: {} } },
    };
    expect(question(collect)).toStrictEqual({ ...out, ask: { service: 'bid', title, ...closes } });
    const sealed = { sealed: ['/price'], replaceable: true };
    expect(question({ ...collect, opens: '"2026-03-03"', ...sealed })).toStrictEqual({
      ...out,
      ask: {
        ...{ service: 'bid', title, opens: '2026-03-03', from: '2026-03-02T22:00:00Z' },
        ...{ ...closes, ...sealed },
      },
    });
    const opens = '2026-03-03T08:00:00Z';
    expect(question({ ...collect, opens: `"${opens}"` })).toMatchObject({ ask: { opens, from: opens } });
    for (const when of ['opens', 'closes'])
      expect(faultOf(asking({ ...collect, [when]: 'form.name' }))).toBe(
        fault('“form.name” gives neither a day nor an instant'),
      );
  });

  it('of other cases: each that is to be begun, with its form, for whoever applies here or is named', () => {
    const start = {
      type: 'start',
      cases: {
        first: { service: 'other', parties: { applicant: 'owner', guest: 'applicant' } },
        second: { service: 'third', form: { '/who': 'form.name' } },
        third: { service: 'third', when: 'form.name = "Петро"' },
      },
      next: 'granted',
    };
    expect(question(start)).toStrictEqual({
      ...{ type: 'start', connector: 'cases' },
      ask: {
        ...{ await: 'all', count: 2, language: 'uk' },
        cases: [
          { name: 'first', service: 'other' },
          { name: 'second', service: 'third' },
        ],
      },
      data: {
        input: [
          { name: 'first', service: 'other', form: {}, parties: { applicant: 'owner', guest: 'applicant' } },
          {
            name: 'second',
            service: 'third',
            form: { '/who': 'Олена' },
            parties: { applicant: 'applicant' },
          },
        ],
      },
    });
    expect(question({ ...start, await: 'none' })).toMatchObject({ ask: { await: 'none' } });
    const none = { third: start.cases.third };
    expect(outcome(asked({ ...start, cases: none }))).toBe('granted');
    expect(faultOf(asking({ ...start, cases: { one: { service: 'other', when: 'form.name' } } }))).toBe(
      fault('“form.name” is neither true nor false'),
    );
  });

  it('of a registry and of whoever draws documents: the record first, else the document alone', () => {
    const issue = { type: 'issue', next: 'granted', failed: 'refused' };
    const record = { do: 'create', registry: 'people', key: 'form.rnokpp' };
    const document = 'certificate';
    expect(question({ ...issue, document })).toStrictEqual({
      ...{ type: 'issue', connector: 'papers', ask: { document }, data: {} },
    });
    expect(question({ ...issue, record })).toStrictEqual({
      ...{ type: 'issue', connector: 'people', ask: { do: 'create', registry: 'people' } },
      data: { key: '1111111111', record: {} },
    });
    const data = { called: 'form.name' };
    expect(question({ ...issue, document, record: { ...record, data } })).toStrictEqual({
      ...{ type: 'issue', connector: 'people', ask: { do: 'create', registry: 'people', document } },
      data: { key: '1111111111', record: { called: 'Олена' } },
    });
    expect(faultOf(asking(issue))).toBe(fault('neither document nor record'));
  });

  it('of which a sum is a whole number of the smallest unit, and is told where it is none', () => {
    expect(faultOf(asking({ ...fee, amount: '10.5' }))).toBe(
      fault('the amount is not a whole number of the smallest unit'),
    );
  });
});

describe('how long a question is waited for', () => {
  const pay = { ...fee, due: undefined, overdue: undefined };
  const connectors = { bank: { id: 'bank', kind: 'payment', due: 'P1D' } };

  it('is what the state says, else what its connector does, else until it is answered', () => {
    expect(question({ ...fee, due: 'P2D' }, { connectors })).toHaveProperty('due', '2026-03-04T21:59:59Z');
    expect(question(pay, { connectors })).toHaveProperty('due', '2026-03-03T21:59:59Z');
    expect(question(pay)).not.toHaveProperty('due');
  });
});

describe('a document that the case holds already', () => {
  const iryna = asOfficer('o-iryna', 'registrar');
  const issue = { type: 'issue', document: 'certificate', next: 'check', failed: 'refused' };
  const check = {
    ...{ type: 'task', role: 'registrar', edits: ['/name'] },
    actions: { again: { to: 'ask' }, other: { to: 'more' }, done: { to: 'granted' } },
  };
  const issued = () => {
    const play = asked(issue, { states: { check, more: issue } });
    expect(answer(play, { id: 'first', sha256: '0'.repeat(64), number: '1' })).toBeUndefined();
    return play;
  };
  const acts = (play: Play, action: string, changes = {}) => {
    play.do(iryna, { type: 'claim', path: 'check' });
    expect(play.do(iryna, { type: 'act', path: 'check', action, changes })).toBeUndefined();
    return Object.keys(play.here.places);
  };

  it('is not issued again by the same state while it would say the same', () => {
    const play = issued();
    play.now = '2026-03-03T08:00:00Z';
    expect(acts(play, 'again')).toStrictEqual(['check']);
    expect(Object.keys(play.here.documents)).toStrictEqual(['first']);
  });

  it('is issued anew once it would say something else', () => {
    expect(acts(issued(), 'again', { '/name': 'Олеся' })).toStrictEqual(['ask']);
  });

  it('is issued by another state all the same: that one has issued none', () => {
    expect(acts(issued(), 'other')).toStrictEqual(['more']);
  });

  it('says nothing of a record, which is written each time', () => {
    const record = { do: 'change', registry: 'people', key: 'form.rnokpp' };
    const { document: _, ...only } = issue;
    const play = asked({ ...only, record }, { states: { check } });
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('ask'), result: { version: 1 } });
    expect(acts(play, 'again')).toStrictEqual(['ask']);
  });
});
