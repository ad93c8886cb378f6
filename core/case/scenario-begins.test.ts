import { describe, expect, it } from 'vitest';
import type { ServiceRuntime } from './runtime.ts';
import type { Scenario } from './scenario.ts';
import { beginningOf } from './scenario-begins.ts';
import { olena, small } from './small-service.testing.ts';

/** The small service with other words in its definition and in what is around it. */
const service = (bundle: object = {}, live: object = {}): ServiceRuntime =>
  ({ ...small, bundle: { ...small.bundle, ...bundle }, live: { ...small.live, ...live } }) as ServiceRuntime;
const form = { name: 'Олена', rnokpp: '1111111111' };
const scenario: Scenario = { submittedAt: '2026-03-02T08:00:00Z', applicant: olena, form, steps: [] };
const begins = (more: Partial<Scenario> = {}, of = service()) => beginningOf(of, { ...scenario, ...more });
const commandOf = (...given: Parameters<typeof begins>) => {
  const begun = begins(...given);
  return 'command' in begun ? begun.command : undefined;
};
const sent = { form, language: 'uk', files: {} };

describe('a scenario begins with an application', () => {
  it('that its applicant sends through the portal, in Ukrainian', () => {
    expect(begins()).toEqual({
      actor: { kind: 'party', identity: olena },
      command: { ...sent, type: 'submit', channel: 'portal' },
    });
  });

  it('that a stranger sends where it is about nobody', () => {
    expect(begins({ applicant: null })).toMatchObject({
      actor: { kind: 'party', identity: { person: 'nobody' } },
    });
  });

  it('with what lookups answered and the record that it is about', () => {
    const [lookups, about] = [{ person: { alive: true } }, { number: '7' }];
    expect(commandOf({ lookups, about })).toEqual({
      ...{ ...sent, type: 'submit', channel: 'portal', lookups, about },
    });
  });

  it('with the files that the form names, uploaded and clean unless it says otherwise', () => {
    const files = { proof: { at: '/proof' }, plans: { at: '/plans/*' } };
    const named = { ...form, proof: 'f-1', plans: ['f-2'] };
    const file = (id: string, at: string) => ({
      ...{ id, at, name: id, key: `scenario/${id}`, version: '1', sha256: '0'.repeat(64) },
      ...{ size: 1, type: 'application/pdf', scan: 'clean' },
    });
    const of = service({ form: { ...small.bundle.form, files } });
    const infected = { ...file('f-2', '/plans/*'), scan: 'infected' } as const;
    expect(commandOf({ form: named }, of)).toMatchObject({
      files: { 'f-1': file('f-1', '/proof'), 'f-2': file('f-2', '/plans/*') },
    });
    expect(commandOf({ form: named, files: { 'f-2': infected } }, of)).toMatchObject({
      files: { 'f-1': file('f-1', '/proof'), 'f-2': infected },
    });
  });

  describe('for someone else', () => {
    const represents = `if case.through = "parent" and case.channel = "portal" and case.language = "uk" and form.child != null
      then { name: form.name, rnokpp: form.child.rnokpp, unzr: form.child.unzr, document: form.child.document } else null`;
    const parties = { ...small.bundle.parties, applicant: { who: ['person'], represents } };
    const text = { type: 'string' };
    const paper = { type: 'object', properties: { type: text, number: text } };
    const child = { type: 'object', properties: { rnokpp: text, unzr: text, document: paper } };
    const properties = { name: { type: 'string' }, child };
    const of = service({ parties, form: { ...small.bundle.form, schema: { type: 'object', properties } } });
    const whom = (child: object | undefined, through: Scenario['through'] = 'parent') => {
      const command = commandOf(
        { through, form: { name: 'Софія', ...(child ? { child } : {}) } as never },
        of,
      );
      return command && 'represents' in command ? command.represents : undefined;
    };
    const document = { type: 'birthCertificate', number: 'І-БК 123456' };

    it('whose key is the first number that tells who they are', () => {
      expect(whom({ rnokpp: '3333333333', unzr: '20150101-00001', document })).toMatchObject({
        ...{ person: '3333333333', name: 'Софія', rnokpp: '3333333333' },
      });
      expect(whom({ unzr: '20150101-00001', document })).toMatchObject({ person: '20150101-00001' });
      expect(whom({ document })).toEqual({ person: 'І-БК 123456', name: 'Софія', document });
    });

    it('says in what right, and for nobody where that is nobody else or cannot be told', () => {
      const child = { rnokpp: '3333333333' };
      expect(commandOf({ through: 'parent', form: { child } }, of)).toMatchObject({ through: 'parent' });
      expect(commandOf({ through: 'self' }, of)).toMatchObject({ through: 'self' });
      expect(whom(undefined)).toBeUndefined();
      const always = '{ name: form.name, rnokpp: "3333333333" }';
      const anyhow = service({ parties: { applicant: { who: ['person'], represents: always } } });
      expect(commandOf({ through: 'parent' }, anyhow)).toHaveProperty('represents');
      for (const more of [{}, { through: 'self' }] as const)
        expect(commandOf(more, anyhow)).not.toHaveProperty('represents');
    });

    it('is refused as a fault of the definition where it cannot be worked out who that is', () => {
      const failing = service({
        parties: { applicant: { who: ['person'], represents: '{ rnokpp: child.rnokpp }' } },
      });
      expect(begins({ through: 'parent' }, failing)).toMatchObject({ refusal: { code: 'definitionFault' } });
    });
  });
});

describe('a scenario begins with an officer', () => {
  const startedBy = { officer: { role: 'head' } };
  const motion = { ...sent, type: 'initiate', channel: 'officer' };

  it('of the role that may, in the office on which its agency falls back', () => {
    const head = { person: 'head-of-the-scenario', agency: 'city', office: 'central', role: 'head' };
    expect(begins({ startedBy: 'officer' }, service({ startedBy }))).toEqual({
      actor: { kind: 'officer', appointment: head },
      command: { ...motion, applicant: olena },
    });
    const roles = { ...small.bundle.roles, head: { agency: 'other' } };
    expect(begins({ startedBy: 'officer' }, service({ startedBy, roles }))).toMatchObject({
      actor: { appointment: { agency: 'other', office: 'main' } },
    });
  });

  it('about nobody where it names nobody', () => {
    expect(commandOf({ startedBy: 'officer', applicant: null }, service({ startedBy }))).toEqual(motion);
  });
});

describe('a scenario begins with the calendar', () => {
  const number = { type: 'string' };
  const properties = { holder: number, rnokpp: number, edrpou: number, until: number };
  const permits = { versions: [{ version: 1, schema: { type: 'object', properties } }] };
  const schedule = {
    cron: '0 6 1 * *',
    forEach: { registry: 'permits', where: 'record.until < string(today)' },
    form: { '/name': 'record.holder' },
    applicant:
      'if record.edrpou != null then { edrpou: record.edrpou } else { name: record.holder, rnokpp: record.rnokpp }',
  };
  const dated = (of: object = schedule) =>
    service({ startedBy: { schedule: of } }, { registries: { permits } });
  const record = { holder: 'Олена', rnokpp: '1111111111', until: '2026-03-01' };
  const byCalendar = (more: Partial<Scenario> = {}, of = dated()) =>
    begins({ startedBy: 'schedule', about: record, applicant: null, form: {}, ...more }, of);

  it('for a record, which fills the form in and tells whom it concerns', () => {
    expect(byCalendar()).toEqual({
      actor: { kind: 'system', by: 'calendar' },
      command: {
        ...{ type: 'initiate', channel: 'schedule', language: 'uk', files: {} },
        form: { name: 'Олена' },
        about: { ...record, edrpou: null },
        applicant: { person: '1111111111', name: 'Олена', rnokpp: '1111111111' },
      },
    });
    expect(byCalendar({ about: { ...record, edrpou: '00031737' } })).toMatchObject({
      command: { applicant: { person: '00031737', business: { edrpou: '00031737' } } },
    });
  });

  it('whom it concerns has the key that the scenario gives', () => {
    expect(byCalendar({ applicant: { person: 'p-olena' } })).toMatchObject({
      command: { applicant: { person: 'p-olena', rnokpp: '1111111111' } },
    });
  });

  it('about nobody, and without a record, where the schedule names neither', () => {
    const begun = byCalendar(
      { about: undefined } as never,
      dated({ cron: '0 6 1 * *', form: { '/name': '"Огляд"' } }),
    );
    expect(begun).toEqual({
      actor: { kind: 'system', by: 'calendar' },
      command: {
        ...{ type: 'initiate', channel: 'schedule', language: 'uk', files: {} },
        form: { name: 'Огляд' },
      },
    });
  });

  it('or not at all for a record that is not due, and says where to look', () => {
    const { refusal } = byCalendar({ about: { ...record, until: '2026-12-31' } }) as { refusal?: object };
    expect(refusal).toMatchObject({
      code: 'notAllowed',
      message: {
        uk: expect.stringContaining('перевірте about сценарію та where розкладу'),
        en: expect.stringContaining('see about of the scenario and where of the schedule'),
      },
    });
  });

  it('or is refused as a fault of the definition where an expression of the schedule fails', () => {
    const failing = dated({ ...schedule, form: { '/name': 'record.holder + 1' } });
    expect(byCalendar({}, failing)).toMatchObject({ refusal: { code: 'definitionFault' } });
  });
});
