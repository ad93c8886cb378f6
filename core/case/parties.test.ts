import { describe, expect, it } from 'vitest';
import { asking } from './asks.testing.ts';
import { describedBy } from './represented.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
import type { Begin, Case } from './types.ts';
import { visible } from './visible.ts';
import { waiting } from './waiting.ts';
import { eventActor, partiesOf, personOf } from './who.ts';

const witnessed = (witness: object, states: object = {}) => {
  const party = { type: 'party', party: 'witness', due: 'P5D', overdue: { to: 'late' } };
  const base = asking({ ...party, actions: { agree: { to: 'granted' } } }, { states });
  const parties = { ...small.bundle.parties, witness };
  return { ...base, bundle: { ...base.bundle, parties } } as unknown as ServiceRuntime;
};
const agree = { type: 'act', path: 'ask', action: 'agree' } as const;

describe('a party that came along from the case that began this one', () => {
  const begin: Begin = {
    type: 'begin',
    applicant: { identity: olena },
    form: { name: 'Олена', rnokpp: '1111111111' },
    language: 'uk',
    channel: 'portal',
    origin: { as: 'start', service: 'parent', case: 'p', effect: 'p/1/0' },
  };

  it('is known by that, though nothing here tells who it is; without it that is a fault', () => {
    const play = new Play(witnessed({}));
    expect(play.do(asSystem, begin)).toBe('definitionFault');
    const strangers = { witness: petro, applicant: petro, nobody: petro };
    expect(play.do(asSystem, { ...begin, parties: strangers })).toBeUndefined();
    expect(Object.keys(play.here.parties)).toEqual(['applicant', 'witness']);
    expect(play.here.data.parties.applicant?.identity?.person).toBe('p-olena');
    expect(play.do(asParty(olena), agree)).toBe('notAllowed');
    expect(play.do(asParty(petro), agree)).toBeUndefined();
  });
});

describe('whom the form takes to be a party', () => {
  const task = {
    ...{ type: 'task', role: 'registrar', edits: ['/rnokpp', '/name'] },
    actions: { again: { to: 'ask' } },
  };
  const back = {
    type: 'party',
    party: 'witness',
    actions: { agree: { to: 'check' } },
    due: 'P5D',
    overdue: { to: 'late' },
  };
  const service = (witness: object = { identify: { rnokpp: 'form.rnokpp' } }) => {
    const base = witnessed(witness, { check: task });
    const flow = { ...base.bundle.flow, states: { ...base.bundle.flow.states, ask: back } };
    return { ...base, bundle: { ...base.bundle, flow } } as unknown as ServiceRuntime;
  };
  const sent = (play: Play, rnokpp: string) =>
    play.do(asParty(olena), {
      type: 'submit',
      form: { name: 'Олена', rnokpp, owners: [] },
      ...{ language: 'uk', channel: 'portal' },
    });
  const again = (play: Play, changes: object) => {
    const iryna = asOfficer('o-iryna', 'registrar');
    play.do(iryna, { type: 'claim', path: 'check' });
    return play.do(iryna, { type: 'act', path: 'check', action: 'again', changes: { ...changes } });
  };

  it('stays who came, while the form still says so; another is waited for once it says another', () => {
    const play = new Play(service());
    sent(play, '2222222222');
    expect(play.do(asParty(petro), agree)).toBeUndefined();
    expect(play.here.data.parties.witness?.identity?.person).toBe('p-petro');
    expect(again(play, { '/name': 'Оля' })).toBeUndefined();
    expect(play.here.data.parties.witness?.identity?.person).toBe('p-petro');
    expect(play.do(asParty(petro), agree)).toBeUndefined();
    expect(again(play, { '/rnokpp': '3333333333' })).toBeUndefined();
    expect(play.here.data.parties.witness).toEqual({ identify: { rnokpp: '3333333333' } });
    expect(play.do(asParty(petro), agree)).toBe('notAllowed');
    const maria = { person: 'p-maria', rnokpp: '3333333333' };
    expect(play.do(asParty(maria), agree)).toBeUndefined();
  });

  it('is written to where the form says now, and stays who came', () => {
    const identify = { rnokpp: 'form.rnokpp' };
    const play = new Play(service({ identify, contact: { name: 'form.name' } }));
    sent(play, '2222222222');
    const described = { identify: { rnokpp: '2222222222' }, contact: { name: 'Олена' } };
    expect(play.here.data.parties.witness).toEqual(described);
    play.do(asParty(petro), agree);
    again(play, { '/name': 'Петро' });
    expect(play.here.data.parties.witness).toEqual({
      ...{ ...described, identity: petro, contact: { name: 'Петро' } },
    });
    expect(play.here.parties.witness).toEqual({ party: 'witness', path: '' });
    // nothing is said anew of whom the form describes as before
    play.do(asParty(petro), agree);
    again(play, { '/name': 'Петро' });
    expect(play.events.findLast(({ type }) => type === 'moved')).not.toHaveProperty('parties');
  });

  it('is described by what the form says now: a claim that it says no more is asked of nobody', () => {
    const unzr = 'if form.name = "Олена" then "19800101-00001" else null';
    const play = new Play(service({ identify: { rnokpp: 'form.rnokpp', unzr } }));
    sent(play, '2222222222');
    expect(play.do(asParty(petro), agree)).toBe('notAllowed');
    const known = { ...petro, unzr: '19800101-00001' };
    expect(play.do(asParty(known), agree)).toBeUndefined();
    again(play, { '/name': 'Оля' });
    expect(play.here.data.parties.witness).toEqual({
      ...{ identity: known, identify: { rnokpp: '2222222222' } },
    });
  });

  it('sees nothing of the application where the definition does not say what', () => {
    const play = new Play(service());
    sent(play, '2222222222');
    const seen = visible(play.service, play.here, { kind: 'party', identity: petro }, play.now);
    expect(seen).toMatchObject({ as: 'witness', form: {}, places: [{ path: 'ask' }] });
  });
});

describe('which parties of a case someone is', () => {
  const firm = { person: 'b-1', business: { edrpou: '12345678' } };
  const maria = { person: 'p-maria', rnokpp: '3333333333', unzr: '19800101-00001', email: 'm@mail.example' };
  const keys = (parties: object, identity: object = maria) =>
    partiesOf({ data: { parties } } as Case, identity as typeof maria);

  it('is those that are them, those they act for, and those that the case describes as them', () => {
    const parties = {
      applicant: { identity: { person: 'p-maria' } },
      child: { identity: { person: 'p-child' }, representative: { person: 'p-maria' } },
      witness: { identify: { rnokpp: '3333333333', email: 'm@mail.example' } },
      other: { identity: { person: 'p-other' }, identify: { rnokpp: '3333333333' } },
      nobody: {},
    };
    expect(keys(parties)).toEqual(['applicant', 'child', 'witness']);
    expect(keys(parties, { person: 'p-x' })).toEqual([]);
  });

  it('is one that is described only where every claim is theirs, and there is one', () => {
    for (const identify of [{ unzr: '19800101-00001' }, { email: 'm@mail.example' }])
      expect(keys({ witness: { identify } })).toEqual(['witness']);
    for (const identify of [{}, { rnokpp: '1' }, { rnokpp: '3333333333', unzr: '1' }, { unknown: 'x' }])
      expect(keys({ witness: { identify } }), JSON.stringify(identify)).toEqual([]);
    expect(keys({ witness: { identify: { edrpou: '12345678' } } }, { ...maria, ...firm })).toEqual([
      'witness',
    ]);
  });

  it('is a business that is a party by its code alone, for whoever the provider vouches for as its own', () => {
    const director = { ...maria, business: { edrpou: '12345678' } };
    const code = { identity: { person: 'b-0', business: { edrpou: '12345678' } } };
    expect(keys({ applicant: code }, director)).toEqual(['applicant']);
    expect(keys({ applicant: code })).toEqual([]);
    expect(keys({ applicant: code }, { ...maria, business: { edrpou: '87654321' } })).toEqual([]);
    // a person who applied for their firm is that person, and no colleague
    for (const named of [{ name: 'Петро' }, { surname: 'Коваль' }])
      expect(keys({ applicant: { identity: { ...code.identity, ...named } } }, director)).toEqual([]);
    expect(keys({ applicant: { identity: { person: 'b-0' } } }, director)).toEqual([]);
  });
});

describe('what the index of people keeps of a case', () => {
  it('is who each party is, who acts for them, and where they are asked and until when', () => {
    const play = new Play(witnessed({ identify: { rnokpp: '"2222222222"' } }));
    play.do(asParty(olena), {
      type: 'submit',
      form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
      language: 'uk',
      channel: 'portal',
      about: { record: 'r-1' },
    });
    expect(play.here.data.about).toEqual({ record: 'r-1' });
    const { applicant } = play.here.data.parties;
    const parties = { ...play.here.data.parties, applicant: { ...applicant, representative: petro } };
    const kase = { ...play.here, data: { ...play.here.data, parties } };
    expect(waiting(play.service, kase).parties).toEqual([
      { key: 'applicant', party: 'applicant', asked: false, person: 'p-olena', representative: 'p-petro' },
      {
        ...{ key: 'witness', party: 'witness', asked: true, path: 'ask' },
        ...{ due: play.here.places.ask?.due, identify: { rnokpp: '2222222222' } },
      },
    ]);
  });
});

describe('who acts, as an event shows it', () => {
  it('is a party, and in what right; an officer by their appointment; a system, behind which is no person', () => {
    const party = { kind: 'party', identity: olena } as const;
    expect(eventActor(party)).toStrictEqual({ kind: 'party', party: 'applicant' });
    expect(eventActor({ ...party, through: 'guardian' }, 'owner/1')).toStrictEqual({
      ...{ kind: 'party', party: 'owner/1', through: 'guardian' },
    });
    const head = asOfficer('o-head', 'head');
    expect(eventActor(head)).toMatchObject({ kind: 'officer', person: 'o-head', role: 'head' });
    expect(eventActor(asSystem)).toStrictEqual({ kind: 'system', by: 'worker' });
    expect([party, head, asSystem].map(personOf)).toEqual(['p-olena', 'o-head', undefined]);
  });
});

describe('a person whom a value describes', () => {
  it('is nobody where it is no description, or tells no number', () => {
    for (const none of [null, undefined, 'Олена', ['1111111111'], {}, { name: 'Олена' }, { rnokpp: ' ' }])
      expect(describedBy(none), JSON.stringify(none)).toBeNull();
  });

  it('is told by a number or a document, without what is blank or of another kind', () => {
    expect(
      describedBy({ rnokpp: ' 1111111111 ', name: 'Олена', phone: '', email: ' ', sex: 5 }),
    ).toStrictEqual({
      ...{ rnokpp: '1111111111', name: 'Олена' },
    });
    expect(describedBy({ document: { type: 'passport', number: '1' } })).toStrictEqual({
      document: { type: 'passport', number: '1' },
    });
    expect(describedBy({ unzr: '19800101-00001' })).toStrictEqual({ unzr: '19800101-00001' });
    for (const document of [{ type: 'passport' }, { number: '1' }, { type: 'passport', number: 1 }, null])
      expect(describedBy({ document }), JSON.stringify(document)).toBeNull();
  });
});
