import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import type { Beginning, Initiate } from './command.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { Refused } from './refuse.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, countingIds, olena, petro, small } from './small-service.testing.ts';
import { Turn } from './turn.ts';
import { forAnother, whoApplies } from './who-applies.ts';

const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
const sent = { form, language: 'uk', channel: 'portal' } as const;
const firm = { person: 'k-firm', business: { edrpou: '12345678' } };
const head = asOfficer('o-head', 'head');
const clerk = asOfficer('o-clerk', 'clerk');
const motion: Initiate = { ...sent, type: 'initiate', channel: 'officer' };
const byOfficer = (asks?: string) => ({ officer: { role: 'head', ...(asks && { applicant: asks }) } });

/** Whose case it would be, or why nobody’s. */
function applies(command: Beginning, actor: Actor, startedBy?: object, applicant: object = {}) {
  const parties = { ...small.bundle.parties, applicant: { ...small.bundle.parties.applicant, ...applicant } };
  const bundle = { ...small.bundle, parties, ...(startedBy && { startedBy }) };
  const service = { ...small, bundle } as unknown as ServiceRuntime;
  const given = { now: '2026-03-02T08:00:00Z', actor, ids: countingIds() };
  const turn = new Turn(service, null, given, { kind: 'system', by: 'none' });
  return told(() => whoApplies(turn, command));
}
function told<T>(doing: () => T): T | Refusal {
  try {
    return doing();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
/** A refusal at the applicant’s field (or as a whole), as its English text says it. */
const refused = (code: RefusalCode, en: string, pointer?: string) => ({
  ...{ code, message: { uk: expect.stringMatching(/./), en } },
  ...(pointer === undefined ? {} : { pointer }),
});

describe('whose case it is', () => {
  it('is that of whoever sends the application, or of whom they act for', () => {
    expect(applies({ ...sent, type: 'submit' }, asParty(olena))).toEqual({ identity: olena });
    expect(applies({ ...sent, type: 'submit', represents: petro }, asParty(olena))).toEqual({
      ...{ identity: petro, representative: olena },
    });
    const elsewhere = 'This service cannot be started this way';
    expect(applies({ ...sent, type: 'submit' }, clerk)).toEqual(refused('notAllowed', elsewhere));
    expect(applies({ ...sent, type: 'submit' }, asParty(olena), {})).toHaveProperty('code', 'notAllowed');
  });

  it('is that of the person before the clerk, or of whom that person acts for, never the clerk’s own', () => {
    const openFor = { ...sent, type: 'openFor', channel: 'counter', applicant: petro } as const;
    expect(applies(openFor, clerk)).toEqual({ identity: petro });
    expect(applies({ ...openFor, represents: olena }, clerk)).toEqual({
      ...{ identity: olena, representative: petro },
    });
    const notTheirs = 'Only a clerk of this service opens a case for a person';
    for (const actor of [asParty(petro), asSystem, head])
      expect(applies(openFor, actor)).toEqual(refused('notAllowed', notTheirs));
    const notTo = refused('notAllowed', notTheirs);
    expect(applies({ ...openFor, applicant: { person: 'o-head' } }, head)).toEqual(notTo);
    expect(applies(openFor, asOfficer('p-petro', 'clerk'))).toEqual(
      refused('ownCase', 'Nobody takes in their own application: ask another clerk'),
    );
  });

  it('is that of the parties whom another case names, by the word of the system alone', () => {
    const begin: Beginning = {
      ...{ ...sent, type: 'begin', applicant: { identity: olena, representative: petro } },
      origin: { as: 'start', service: 'parent', case: 'p', effect: 'p/1/0' },
    };
    expect(applies(begin, asSystem)).toEqual({ identity: olena, representative: petro });
    expect(applies(begin, asParty(olena))).toEqual(refused('notAllowed', 'Only another case begins one so'));
  });
});

describe('whom a case of the agency’s own motion concerns', () => {
  it('is whom its officer names, or nobody, unless the service says which', () => {
    expect(applies(motion, head, byOfficer())).toEqual({});
    expect(applies({ ...motion, applicant: olena }, head, byOfficer())).toEqual({ identity: olena });
    expect(applies({ ...motion, applicant: olena }, head, byOfficer('required'))).toEqual({
      ...{ identity: olena },
    });
    expect(applies({ ...motion, applicant: { person: 'o-head' } }, head, byOfficer())).toEqual(
      refused('ownCase', 'Nobody begins a case about themselves: ask another officer'),
    );
    expect(applies(motion, head, byOfficer('none'))).toEqual({});
    expect(applies(motion, head, byOfficer('required'))).toEqual(
      refused('notIdentified', 'Name whom the case concerns: a person or a business', '/applicant'),
    );
    expect(applies({ ...motion, applicant: olena }, head, byOfficer('none'))).toEqual(
      refused('notAllowed', 'In this service a case concerns nobody: leave the person out', '/applicant'),
    );
  });

  it('is of a kind that the service is for', () => {
    const names = (applicant: object, who?: string[]) =>
      applies({ ...motion, applicant: applicant as never }, head, byOfficer(), { who });
    expect(names(firm, ['person'])).toEqual(
      refused('notAllowed', 'This service is not for businesses: name a person', '/applicant'),
    );
    expect([names(firm, ['person']), names(olena, ['business'])]).toMatchObject([
      { message: { uk: 'Ця послуга не для підприємств: назвіть людину' } },
      { message: { uk: 'Ця послуга не для людей: назвіть підприємство' } },
    ]);
    expect(names(olena, ['business'])).toEqual(
      refused('notAllowed', 'This service is not for persons: name a business', '/applicant'),
    );
    expect(names(firm, ['business'])).toEqual({ identity: firm });
    for (const anyone of [olena, firm]) expect(names(anyone, undefined)).toEqual({ identity: anyone });
    expect(applies(motion, head, byOfficer(), { who: ['business'] })).toEqual({});
  });

  it('is whom the record tells where the calendar begins it, and no officer may begin it so', () => {
    const start: Initiate = { ...motion, channel: 'schedule' };
    const schedule = { schedule: { cron: '0 6 * * *' } };
    expect(applies(start, asSystem, schedule)).toEqual({});
    expect(applies({ ...start, applicant: firm }, asSystem, schedule)).toEqual({ identity: firm });
    const calendar = refused('notAllowed', 'Only the calendar begins a case so');
    expect(applies(start, head, { ...schedule, ...byOfficer() })).toEqual(calendar);
    expect(applies(start, asSystem, byOfficer())).toEqual(calendar);
    expect(applies(motion, asSystem, { ...schedule, ...byOfficer() })).toHaveProperty('code', 'notAllowed');
  });
});

it('who is acted for is entered, and is someone else than who acts', () => {
  const says = (party: Parameters<typeof forAnother>[0]) => told(() => forAnother(party));
  expect(says({ identity: petro, representative: olena })).toBeUndefined();
  expect(says({ representative: olena })).toBeUndefined();
  expect(says({ identity: olena })).toEqual(
    refused(
      'represents',
      'Enter whom you represent: the RNOKPP, the UNZR or a document of that person',
      '/form',
    ),
  );
  expect(says({ identity: olena, representative: olena })).toEqual(
    refused('represents', 'You entered your own data as those of the person you represent', '/form'),
  );
});
