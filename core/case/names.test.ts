import { describe, expect, it } from 'vitest';
import type { FileVersion } from './file.ts';
import { agencyNames, draftNames, namesOf, parametersOn, person } from './names.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
import type { Case } from './types.ts';

const now = '2026-03-02T08:00:00Z';

describe('what an expression sees', () => {
  it('of a parameter is its value of that day, and null before it had one', () => {
    const fee = [
      { from: '2025-01-01', value: 90 },
      { from: '2026-01-01', value: 100 },
      { from: '2024-01-01', value: 80 },
    ];
    const of = { ...small, bundle: { ...small.bundle, parameters: { fee } } } as ServiceRuntime;
    const on = (day: string) => parametersOn(of, day).fee;
    expect(['2023-12-31', '2024-12-31', '2025-01-01'].map(on)).toEqual([null, 80, 90]);
    expect(['2025-12-31', '2026-01-01'].map(on)).toEqual([90, 100]);
    const { parameters: _, ...bundle } = small.bundle;
    expect(parametersOn({ ...small, bundle }, '2026-01-01')).toEqual({});
  });

  it('of an agency is what it says of itself, with nothing unknown', () => {
    expect(agencyNames(small, 'city')).toMatchObject({
      id: 'city',
      edrpou: '00000000',
      contacts: { phone: null },
    });
    expect(agencyNames(small, 'other').edrpou).toBeNull();
    expect(agencyNames(small, 'gone')).toMatchObject({ id: 'gone', title: {}, edrpou: null });
  });

  it('of an office that is no more is that it was there', () => {
    const play = new Play();
    play.toReview();
    const seen = (office: string) =>
      namesOf(small, { ...play.here, office: { agency: 'city', office } }, '', now).office;
    expect(seen('central')).toMatchObject({ id: 'central', katottg: ['UA80000000000093317'] });
    expect(seen('gone')).toEqual({
      ...{ id: 'gone', title: {}, index: null, katottg: [], address: {} },
      contacts: { phone: null, email: null, url: null, hours: null },
    });
  });

  it('of who applies is who they are, for themselves where nothing else is said', () => {
    const draft = { identity: olena, lookups: {}, language: 'uk', channel: 'portal' };
    const business = { ...olena, business: { edrpou: '12345678' } };
    const seen = draftNames(small, { ...draft, applicant: business }, now);
    expect(seen).toMatchObject({
      case: { through: 'self' },
      applicant: { business: { edrpou: '12345678', name: null } },
    });
    expect(draftNames(small, { ...draft, applicant: undefined, through: 'parent' }, now)).toMatchObject({
      case: { through: 'parent' },
      applicant: { person: null, age: null, business: { edrpou: null } },
    });
  });

  it('of an item that is gone is null, and of a flow that is gone only what lies around it', () => {
    const play = new Play();
    play.submit([{ rnokpp: '2222222222', email: 'a@mail.example' }]);
    const service = structuredClone(small);
    Object.assign(service.bundle.flow.states.consents ?? {}, { as: 'one' });
    const seen = (flow: string) => namesOf(service, play.here, flow, now);
    expect(seen('consents/1')).toHaveProperty('one', null);
    expect(seen('consents/1')).toHaveProperty('ask');
    expect(seen('')).not.toHaveProperty('ask');
    for (const gone of ['signing/nobody', 'gone/1']) {
      expect(Object.keys(seen(gone))).toEqual(Object.keys(seen('')));
    }
  });
});

describe('what an expression sees of a person', () => {
  const unknown = {
    ...{ person: null, surname: null, name: null, patronymic: null, birthDate: null, age: null, sex: null },
    ...{ rnokpp: null, unzr: null, email: null, phone: null, assurance: null, document: null },
    business: { edrpou: null, name: null },
  };

  it('is every claim, null where it is not known', () => {
    expect(person(undefined, now)).toStrictEqual(unknown);
    const known = {
      ...{ ...olena, patronymic: 'Іванівна', sex: 'female', unzr: '19900501-00001', phone: '+380501234567' },
      ...({ assurance: 'high', document: { type: 'passport', number: '1' } } as const),
      business: { edrpou: '12345678', name: 'ТОВ «Коваль»' },
    };
    expect(person(known, now)).toStrictEqual({ ...known, age: 35 });
    expect(person({ person: 'p', business: { edrpou: '12345678' } }, now)).toStrictEqual({
      ...{ ...unknown, person: 'p' },
      business: { edrpou: '12345678', name: null },
    });
    expect(person(olena, '2026-05-01T08:00:00Z').age).toBe(36);
  });
});

describe('what an expression sees of a case', () => {
  const owners = [
    { rnokpp: '2222222222', email: 'petro@mail.example' },
    { rnokpp: '3333333333', email: 'third@mail.example' },
  ];
  /** Both owners are asked. */
  function asked(service = small): Play {
    const play = new Play(service);
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
    return play;
  }
  const seen = (play: Play, flow = '', more: object = {}) =>
    namesOf(play.service, { ...play.here, ...more } as Case, flow, play.now);

  it('is its number, its applicant, its office and its day', () => {
    const play = new Play();
    play.toReview();
    const names = seen(play);
    expect(Object.keys(names).sort()).toEqual([
      ...['about', 'agency', 'applicant', 'case', 'correction', 'files', 'form', 'identity', 'now', 'office'],
      ...['outcomes', 'owner', 'parameters', 'registry', 'review', 'today'],
    ]);
    const { id, reference, submittedAt } = play.here;
    expect(names).toMatchObject({
      form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
      ...{ registry: { found: true }, parameters: { fee: 100 }, about: null, files: [] },
      ...{ now: play.now, today: '2026-03-02' },
      identity: { person: 'p-olena', age: 35 },
      applicant: { person: 'p-olena' },
      owner: { person: null },
    });
    expect(names.case).toStrictEqual({
      ...{ id, reference, submittedAt, language: 'uk', channel: 'portal', through: 'self' },
      ...{ enteredBy: null, due: play.here.term?.due, documents: [] },
    });
    expect(names.agency).toStrictEqual({
      ...{ id: 'city', title: { uk: 'Місто', en: 'Місто' }, edrpou: '00000000' },
      contacts: { phone: null, email: null, url: null, hours: null },
    });
    expect(names.office).toStrictEqual({
      ...{ id: 'central', title: { uk: 'Центр', en: 'Центр' }, index: null },
      ...{ katottg: ['UA80000000000093317'], address: {} },
      contacts: { phone: null, email: 'central@city.example', url: null, hours: null },
    });
  });

  it('is who entered it and acts for whom, what it is about, its files, and the papers that were issued', () => {
    const play = new Play();
    play.toReview();
    const { applicant } = play.here.data.parties;
    const file = { id: 'f1', at: '/proof', name: 'a.pdf' } as FileVersion;
    const document = { id: 'd1', document: 'certificate' };
    const { appointment } = asOfficer('o-clerk', 'clerk');
    const data = {
      ...play.here.data,
      ...{ about: { record: 'r-1' }, files: { f1: file } },
      parties: { applicant: { ...applicant, representative: petro } },
    };
    const more = {
      ...{ data, documents: { d1: document }, enteredBy: { kind: 'officer', ...appointment } },
      ...{ parties: { applicant: { party: 'applicant', through: 'guardian' } }, term: undefined },
    };
    expect(seen(play, '', more)).toMatchObject({
      case: { through: 'guardian', enteredBy: 'o-clerk', due: null, documents: [document] },
      ...{ identity: { person: 'p-petro' }, applicant: { person: 'p-olena' } },
      ...{ about: { record: 'r-1' }, files: [{ ...file, uploadedAt: null }] },
    });
    expect(seen(play, '', { ...more, enteredBy: { kind: 'party', party: 'applicant' } })).toMatchObject({
      case: { enteredBy: null },
    });
    const nobody = seen(play, '', { parties: {}, data: { ...data, parties: {} } });
    expect(nobody).toMatchObject({ case: { through: 'self' }, identity: { person: null } });
  });

  it('is the parameters of the day on which it was submitted', () => {
    const play = asked();
    expect(seen(play, '', { submittedAt: '2025-12-31T10:00:00Z' }).parameters).toEqual({ fee: 90 });
    // at night the day has begun in Ukraine
    expect(seen(play, '', { submittedAt: '2025-12-31T22:30:00Z' }).parameters).toEqual({ fee: 100 });
  });

  it('is what was done in each of its states, and of those that nobody came to that it was not', () => {
    const play = new Play();
    play.toReview();
    const untouched = {
      ...{ action: null, by: null, at: null, grounds: [], times: 0, reason: null, explain: null },
    };
    expect(seen(play).review).toStrictEqual({ ...untouched, note: null, previous: { note: null } });
    expect(seen(play).correction).toStrictEqual({ ...untouched, previous: null });
    play.review('return', { reason: 'Помилка', marks: [{ pointer: '/name' }], data: { note: 'раз' } });
    play.do(asParty(olena), { type: 'act', path: 'correction', action: 'resubmit' });
    play.review('refuse', { grounds: ['noRight'], explain: 'ні', data: { note: 'два' } });
    expect(seen(play)).toMatchObject({
      review: {
        ...{ action: 'refuse', by: 'o-iryna', at: play.now, grounds: ['noRight'], times: 2 },
        ...{ reason: null, explain: 'ні', note: 'два', previous: { note: 'раз' } },
      },
      correction: { action: 'resubmit', by: 'p-olena', times: 1, previous: null },
    });
    const erased = { ...play.here.data, results: {} };
    expect(seen(play, '', { data: erased })).toMatchObject({ review: { by: null, note: null } });
    expect(seen(play, '', { results: {} })).toMatchObject({ review: { action: null, by: null } });
  });

  it('is in a branch what stands around it, and of each branch how it ended', () => {
    const play = new Play();
    play.toReview();
    play.review('approve');
    const path = 'signing/head/headDecides';
    const head = asOfficer('o-head', 'head');
    play.do(head, { type: 'claim', path });
    play.do(head, { type: 'act', path, action: 'approve', data: {} });
    const inLawyer = seen(play, 'signing/lawyer');
    expect(inLawyer).toMatchObject({ lawyerDecides: { action: null }, review: { action: 'approve' } });
    expect(inLawyer).not.toHaveProperty('headDecides');
    expect(seen(play, 'signing/head')).toMatchObject({ headDecides: { action: 'approve', by: 'o-head' } });
    expect(seen(play)).not.toHaveProperty('headDecides');
    const outcomes = { signing: { head: 'approved', lawyer: null }, consents: [] };
    for (const flow of ['', 'signing/head', 'signing/lawyer'])
      expect(seen(play, flow).outcomes, flow).toStrictEqual(outcomes);
  });

  it('is in an item that item, what was done there, and outside of it the outcomes of all', () => {
    const play = asked();
    expect(play.do(asParty(petro), { type: 'act', path: 'consents/1/ask', action: 'agree' })).toBeUndefined();
    expect(seen(play, 'consents/1')).toMatchObject({
      owner: owners[0],
      ask: { action: 'agree', by: 'p-petro' },
    });
    expect(seen(play, 'consents/2')).toMatchObject({ owner: owners[1], ask: { action: null } });
    // where no item is meant, or it is gone, the party of that name is a person whom nobody knows
    expect(seen(play, 'consents/9')).toMatchObject({ owner: { person: null, rnokpp: null } });
    expect(seen(play)).toMatchObject({ owner: { person: null }, outcomes: { consents: ['agreed'] } });
    const groups = { signing: { head: null, lawyer: null }, consents: ['agreed'] };
    expect(seen(play, 'consents/2').outcomes).toStrictEqual(groups);
  });

  it('is of groups in groups those that can be seen from there', () => {
    const { flow } = small.bundle;
    const end = { type: 'end', outcome: 'yes' };
    const inner = { type: 'parallel', branches: { a: { initial: 'end', states: { end } } } };
    const linked = { type: 'start', cases: { water: {}, gas: {} } };
    const { consents, ...states } = flow.states;
    const each = consents as { flow: { states: object } };
    const deep = { ...each, flow: { ...each.flow, states: { ...each.flow.states, inner, linked } } };
    const service = {
      ...small,
      bundle: { ...small.bundle, flow: { ...flow, states: { ...states, consents: deep } } },
    } as unknown as ServiceRuntime;
    const play = asked();
    const outcomes = { 'consents/1/inner/a': 'yes', 'consents/2/linked/gas': 'granted', 'consents/2': 'no' };
    const of = (flow: string) => namesOf(service, { ...play.here, outcomes } as Case, flow, now).outcomes;
    const top = { signing: { head: null, lawyer: null }, consents: ['no'] };
    expect(of('')).toStrictEqual(top);
    expect(of('consents/1')).toStrictEqual({
      ...{ ...top, inner: { a: 'yes' }, linked: { water: null, gas: null } },
    });
    expect(of('consents/2')).toStrictEqual({
      ...{ ...top, inner: { a: null }, linked: { water: null, gas: 'granted' } },
    });
    expect(of('consents/1/inner/a')).toStrictEqual(of('consents/1'));
    expect(of('signing/head')).toStrictEqual(top);
  });

  it('is of two states that are called alike the one that is nearer', () => {
    const service = structuredClone(small);
    Object.assign(service.bundle.flow.states, { ask: service.bundle.flow.states.review });
    const play = asked(service);
    play.do(asParty(petro), { type: 'act', path: 'consents/1/ask', action: 'agree' });
    expect(seen(play, 'consents/1')).toMatchObject({ ask: { action: 'agree' } });
    expect(seen(play)).toMatchObject({ ask: { action: null } });
  });

  it('is an answer by the name under which it is kept, with the fields that there may be', () => {
    const record = { type: 'object', properties: { day: { type: 'string' }, free: { type: 'boolean' } } };
    const { flow } = small.bundle;
    const states = {
      slot: { type: 'reserve', registry: 'slots', as: 'slot' },
      gone: { type: 'reserve', registry: 'gone', as: 'place' },
      bids: { type: 'collect', as: 'bids' },
      told: { type: 'wait', event: { connector: 'x', as: 'told' } },
      pause: { type: 'wait', for: 'P1D' },
      check: { type: 'call', connector: 'known', as: 'registry' },
      silent: { type: 'call', connector: 'known' },
    };
    const output = { type: 'object', properties: { found: { type: 'boolean' }, rows: { type: 'array' } } };
    const service = {
      ...small,
      bundle: { ...small.bundle, flow: { ...flow, states } },
      live: {
        ...small.live,
        connectors: { known: { id: 'known', kind: 'rest', output } },
        registries: { slots: { versions: [{ schema: {} }, { schema: {} }, { schema: record }] } },
      },
    } as unknown as ServiceRuntime;
    const play = asked();
    const answers = (values: object) => {
      const { slot, place, bids, told, registry } = namesOf(
        service,
        { ...play.here, data: { ...play.here.data, values: { '': values } } } as Case,
        '',
        now,
      );
      return { slot, place, bids, told, registry };
    };
    const unkept = { registry: 'slots', key: null, place: null, record: { day: null, free: null } };
    expect(answers({})).toStrictEqual({
      slot: unkept,
      place: { registry: 'gone', key: null, place: null, record: {} },
      ...{ bids: null, told: null, registry: { found: null, rows: [] } },
    });
    const kept = { key: 's1', place: 3, record: { day: '2026-03-05' } };
    expect(answers({ slot: kept, place: [kept], bids: [1], told: 'так', registry: { found: true } })).toEqual(
      {
        slot: { registry: 'slots', ...kept, record: { day: '2026-03-05', free: null } },
        place: { registry: 'gone', key: null, place: null, record: {} },
        ...{ bids: [1], told: 'так', registry: { found: true, rows: [] } },
      },
    );
  });
});

describe('what an expression sees before there is a case', () => {
  it('is who is at the screen, for whom, in what language and of which agency, with what registries answered', () => {
    const service = structuredClone(small);
    service.bundle.form.lookups = { home: { connector: 'population', input: {} } };
    const draft = {
      ...{ identity: olena, applicant: petro, lookups: { home: { found: true } } },
      ...{ language: 'en', channel: 'counter', about: { record: 'r-1' } },
    };
    expect(draftNames(service, draft, now)).toMatchObject({
      ...{
        home: { found: true },
        identity: { person: 'p-olena' },
        applicant: { person: 'p-petro', age: 46 },
      },
      ...{ agency: { id: 'city' }, parameters: { fee: 100 }, about: { record: 'r-1' } },
      ...{ case: { language: 'en', channel: 'counter', through: 'self' }, now, today: '2026-03-02' },
    });
    const { about: _, ...free } = draft;
    expect(draftNames(service, free, now).about).toBeNull();
  });
});
