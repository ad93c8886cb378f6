import { describe, expect, it } from 'vitest';
import type { Identity } from './actor.ts';
import type { Initiate } from './command.ts';
import { ofOwnMotion } from './own-motion.ts';
import { possible } from './rights.ts';
import type { ServiceRuntime } from './runtime.ts';
import { scheduledFor } from './scheduled.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
import { visible } from './visible.ts';

const permits = {
  id: 'permits',
  versions: [
    {
      version: 1,
      schema: {
        type: 'object',
        properties: {
          holder: { type: 'string' },
          rnokpp: { type: 'string' },
          edrpou: { type: 'string' },
          until: { type: 'string', format: 'date' },
        },
      },
    },
  ],
};
const schedule = {
  cron: '0 6 1 * *',
  forEach: { registry: 'permits', where: 'record.until != null and record.until < today' },
  form: { '/name': 'record.holder', '/rnokpp': 'record.rnokpp' },
  applicant:
    'if record.edrpou != null then { edrpou: record.edrpou, name: record.holder } else { name: record.holder, rnokpp: record.rnokpp }',
};
/** The small service, begun otherwise than by applicants. */
function begun(startedBy: object, applicant: object = {}): ServiceRuntime {
  const { bundle, live } = small;
  const parties = { ...bundle.parties, applicant: { ...bundle.parties.applicant, ...applicant } };
  return {
    ...small,
    bundle: { ...bundle, startedBy, parties },
    live: { ...live, registries: { permits } },
  } as unknown as ServiceRuntime;
}
const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
const motion: Initiate = { type: 'initiate', channel: 'officer', form, language: 'uk' };
const head = asOfficer('o-head', 'head');
const business: Identity = { person: 'k-market', business: { edrpou: '00031737', name: 'Ринок' } };

it('nobody applied for what an officer or the calendar began', () => {
  const channels = ['officer', 'schedule', 'portal', 'counter', 'xroad'];
  expect(channels.filter((channel) => ofOwnMotion({ channel }))).toEqual(['officer', 'schedule']);
});

describe('a case of an officer’s own motion', () => {
  const officer = (more: object = {}, applicant: object = {}) =>
    new Play(begun({ officer: { role: 'head', ...more } }, applicant));

  it('is begun by an officer of that role and agency alone', () => {
    const by = (actor: Parameters<Play['do']>[0]) => officer().do(actor, motion) ?? 'taken';
    expect(by(head)).toBe('taken');
    expect(by(asOfficer('o-clerk', 'clerk'))).toBe('notAllowed');
    expect(by(asOfficer('o-head', 'head', 'other', 'main'))).toBe('notAllowed');
    expect(by(asParty(olena))).toBe('notAllowed');
    expect(by(asSystem)).toBe('notAllowed');
    const past = { ...head, appointment: { ...head.appointment, to: '2026-01-01' } };
    expect(by(past)).toBe('notAllowed');
    expect(new Play().do(head, motion)).toBe('notAllowed');
  });

  it('concerns whom the officer names, never themselves', () => {
    const play = officer();
    expect(play.do(head, { ...motion, applicant: olena })).toBeUndefined();
    expect(play.here).toMatchObject({ channel: 'officer', enteredBy: { person: 'o-head', role: 'head' } });
    expect(visible(play.service, play.here, { kind: 'party', identity: olena }, play.now)?.as).toBe(
      'applicant',
    );
    expect(visible(play.service, play.here, { kind: 'party', identity: petro }, play.now)).toBeNull();
    expect(officer().do(head, { ...motion, applicant: { person: 'o-head' } })).toBe('ownCase');
  });

  it('concerns someone, or nobody, as the service says', () => {
    const named = (asks: string, applicant?: Identity) =>
      officer({ applicant: asks }).do(head, { ...motion, ...(applicant ? { applicant } : {}) }) ?? 'taken';
    expect([named('required'), named('optional'), named('none')]).toEqual([
      'notIdentified',
      'taken',
      'taken',
    ]);
    expect([named('required', olena), named('none', olena)]).toEqual(['taken', 'notAllowed']);
    // the small service is for persons
    expect(named('optional', business)).toBe('notAllowed');
  });

  it('of a business is seen by whoever acts for it, and by nobody else of theirs', () => {
    const play = officer({}, { who: ['business'] });
    expect(play.do(head, { ...motion, applicant: business })).toBeUndefined();
    const seen = (identity: Identity) =>
      visible(play.service, play.here, { kind: 'party', identity }, play.now)?.as;
    expect(seen({ ...petro, business: { edrpou: '00031737' } })).toBe('applicant');
    expect(seen({ ...petro, business: { edrpou: '32855961' } })).toBeUndefined();
    expect(seen(petro)).toBeUndefined();
  });

  it('asks no condition of applying, since nobody applies', () => {
    const child = { ...olena, birthDate: '2020-01-01' };
    expect(officer().do(head, { ...motion, applicant: child })).toBeUndefined();
  });

  it('is seen as far as `sees` says, and is not taken back by whom it concerns', () => {
    const play = officer({}, { sees: ['form.name'] });
    play.do(head, { ...motion, applicant: olena });
    const viewer = { kind: 'party', identity: olena } as const;
    expect(visible(play.service, play.here, viewer, play.now)?.form).toEqual({ name: 'Олена' });
    expect(possible(play.service, play.here, viewer, play.now)).toEqual([{ what: 'message' }]);
    expect(play.do(asParty(olena), { type: 'withdraw' })).toBe('notAllowed');
    // who applied sees what they wrote
    const applied = new Play(begun({ applicant: true }, { sees: ['form.name'] }));
    applied.submit();
    expect(visible(applied.service, applied.here, viewer, applied.now)?.form).toEqual(form);
  });
});

describe('a case that the calendar begins', () => {
  const service = begun({ schedule });
  const now = '2026-03-01T04:00:00Z';
  const record = { holder: 'Олена', rnokpp: '1111111111', until: '2026-02-28' };

  it('is for a record that `where` holds for, filled in from it', () => {
    expect(scheduledFor(service, { ...record, until: '2026-03-01' }, now)).toBeNull();
    expect(scheduledFor(service, { holder: 'Олена' }, now)).toBeNull();
    expect(scheduledFor(service, record, now)).toEqual({
      form: { name: 'Олена', rnokpp: '1111111111' },
      about: { ...record, edrpou: null },
      applicant: { name: 'Олена', rnokpp: '1111111111' },
    });
  });

  it('concerns a business by its code, or nobody where the record tells nobody', () => {
    const whom = (more: object) => scheduledFor(service, { ...record, ...more }, now)?.applicant;
    expect(whom({ edrpou: '00031737', holder: 'Ринок' })).toEqual({
      business: { edrpou: '00031737', name: 'Ринок' },
    });
    expect(whom({ rnokpp: '' })).toBeNull();
    const { applicant: _, ...own } = schedule;
    expect(scheduledFor(begun({ schedule: own }), record, now)?.applicant).toBeNull();
  });

  it('sees the record, the agency, the parameters of that day and the moment, and no case', () => {
    const made = (form: object, more: object = {}) =>
      scheduledFor(
        begun({ schedule: { cron: '0 6 * * *', form, ...more } }),
        more === none ? null : record,
        now,
      );
    const none = {};
    const form = {
      ...{ '/agency': 'agency.id', '/fee': 'parameters.fee', '/at': 'now', '/on': 'today' },
    };
    expect(made(form, none)?.form).toEqual({ agency: 'city', fee: 100, at: now, on: '2026-03-01' });
    // late in the evening by UTC it is the next day in Kyiv
    const late = begun({ schedule: { cron: '0 6 * * *', form: { '/on': 'today' } } });
    expect(scheduledFor(late, null, '2025-12-31T22:30:00Z')?.form).toEqual({ on: '2026-01-01' });
    // whatever the record holds where no condition is said, and nothing of it where no form is
    const every = { forEach: { registry: 'permits' } };
    expect(made({ '/who': 'record.holder' }, every)?.form).toEqual({ who: 'Олена' });
    const { form: _, ...bare } = schedule;
    expect(scheduledFor(begun({ schedule: bare }), record, now)?.form).toEqual({});
    // of a registry that is not there, only what the record itself holds is known
    const gone = { forEach: { registry: 'gone' } };
    expect(made({}, gone)?.about).toEqual(record);
  });

  it('is told by where the schedule stands that its condition is none', () => {
    const where = { forEach: { registry: 'permits', where: 'record.holder' } };
    expect(() => scheduledFor(begun({ schedule: { ...schedule, ...where } }), record, now)).toThrow(
      expect.objectContaining({
        refusal: expect.objectContaining({
          code: 'definitionFault',
          message: expect.objectContaining({ en: expect.stringContaining('(startedBy/schedule)') }),
        }),
      }),
    );
  });

  it('concerns a business as far as it is described, without blanks; a blank code is none', () => {
    const whom = (applicant: string) =>
      scheduledFor(begun({ schedule: { ...schedule, applicant } }), record, now);
    expect(
      whom('{ edrpou: " 00031737 ", name: " Ринок ", email: " a@b.ua ", phone: "+380441234567 " }')
        ?.applicant,
    ).toStrictEqual({
      ...{ business: { edrpou: '00031737', name: 'Ринок' }, email: 'a@b.ua', phone: '+380441234567' },
    });
    expect(whom('{ edrpou: "00031737", name: " ", email: null, phone: 5 }')?.applicant).toStrictEqual({
      ...{ business: { edrpou: '00031737' } },
    });
    expect(whom('{ edrpou: " ", rnokpp: "1111111111" }')?.applicant).toEqual({ rnokpp: '1111111111' });
    expect(whom('{ edrpou: 31737, unzr: "19800101-00001" }')?.applicant).toEqual({ unzr: '19800101-00001' });
    expect(whom('null')?.applicant).toBeNull();
  });

  it('is one each time where it names no registry', () => {
    const alone = begun({
      schedule: { cron: '0 6 1 * *', form: { '/name': '"Огляд"', '/rnokpp': 'today' } },
    });
    expect(scheduledFor(alone, null, now)).toEqual({
      form: { name: 'Огляд', rnokpp: '2026-03-01' },
      applicant: null,
    });
    expect(scheduledFor(alone, record, now)).toBeNull();
    expect(scheduledFor(service, null, now)).toBeNull();
    expect(scheduledFor(small, null, now)).toBeNull();
  });

  it('is begun by the system alone, of a service that has a schedule', () => {
    const start: Initiate = { ...motion, channel: 'schedule' };
    expect(new Play(service).do(asSystem, start)).toBeUndefined();
    expect(new Play(service).do(head, start)).toBe('notAllowed');
    expect(new Play().do(asSystem, start)).toBe('notAllowed');
  });
});
