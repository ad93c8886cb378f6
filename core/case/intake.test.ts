import { describe, expect, it } from 'vitest';
import type { OpenFor, Submit } from './command.ts';
import type { FileVersion } from './file.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';

const t = (uk: string) => ({ uk, en: uk });
/** The small service with other words of its definition. */
const service = (bundle: object): ServiceRuntime =>
  ({ ...small, bundle: { ...small.bundle, ...bundle } }) as unknown as ServiceRuntime;
const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
const sent: Submit = { type: 'submit', form, language: 'uk', channel: 'portal' };

describe('when a service takes applications', () => {
  const on = (day: string, availability: object) => {
    const play = new Play(service({ availability }));
    play.now = `${day}T12:00:00Z`;
    return play.do(asParty(olena), sent) ?? 'taken';
  };

  it('is from the day it opens to the day it closes, both included', () => {
    const season = { opens: '2026-03-01', closes: '2026-03-10' };
    expect(on('2026-02-28', season)).toBe('notAllowed');
    expect(on('2026-03-01', season)).toBe('taken');
    expect(on('2026-03-10', season)).toBe('taken');
    expect(on('2026-03-11', season)).toBe('notAllowed');
  });

  it('is not from the day on which it was suspended', () => {
    const suspended = { since: '2026-03-05', why: t('Постанова призупинена') };
    expect(on('2026-03-04', { suspended })).toBe('taken');
    expect(on('2026-03-05', { suspended })).toBe('notAllowed');
  });
});

describe('who may apply', () => {
  it('is told by the service’s own words why not', () => {
    const play = new Play();
    expect(play.do(asParty({ ...olena, birthDate: '2020-01-01' }), sent)).toBe('mayNotApply');
  });

  it('has logged in as surely as the service asks', () => {
    const { applicant } = small.bundle.parties;
    const high = service({
      parties: { ...small.bundle.parties, applicant: { ...applicant, assurance: 'high' } },
    });
    const by = (assurance?: 'low' | 'substantial' | 'high') =>
      new Play(high).do(asParty({ ...olena, ...(assurance ? { assurance } : {}) }), sent) ?? 'taken';
    expect([by(), by('low'), by('substantial'), by('high')]).toEqual([
      'assurance',
      'assurance',
      'assurance',
      'taken',
    ]);
  });

  it('acts in a right that the service knows', () => {
    expect(new Play().do(asParty(olena), { ...sent, through: 'attorney' })).toBe('through');
  });

  it('is a person: neither a system, nor an officer without the counter', () => {
    expect(new Play().do(asSystem, sent)).toBe('notAllowed');
    expect(new Play().do(asOfficer('o-clerk', 'clerk'), sent)).toBe('notAllowed');
    const counterOnly = service({ startedBy: { counter: { role: 'clerk' } } });
    expect(new Play(counterOnly).do(asParty(olena), sent)).toBe('notAllowed');
  });

  it('applies once with one draft, and with every field as the form wants it', () => {
    const play = new Play();
    expect(play.do(asParty(olena), { ...sent, form: { rnokpp: '1' } })).toBe('invalidData');
    expect(play.do(asParty(olena), sent)).toBeUndefined();
    expect(play.do(asParty(olena), sent)).toBe('caseExists');
  });

  it('has a case in the agency’s fallback office where nobody ever works on it', () => {
    const done = { type: 'end', outcome: 'granted', kind: 'granted' };
    const play = new Play(service({ flow: { initial: 'granted', states: { granted: done } } }));
    expect(play.do(asParty(olena), sent)).toBeUndefined();
    expect(play.here.office).toEqual({ agency: 'city', office: 'central' });
    expect(play.here.outcome?.kind).toBe('granted');
  });
});

describe('a clerk who takes in the application of a person present', () => {
  const openFor: OpenFor = { ...sent, type: 'openFor', channel: 'counter', applicant: petro };

  it('is named in the case as who entered it, with how the person signed', () => {
    const play = new Play();
    const signed = { by: 'ink', file: 'f-1' } as const;
    expect(play.do(asOfficer('o-clerk', 'clerk'), { ...openFor, signed })).toBeUndefined();
    expect(play.here.enteredBy).toMatchObject({ kind: 'officer', person: 'o-clerk' });
    expect(play.here.data.parties.applicant?.identity?.person).toBe('p-petro');
    expect(play.events[0]).toMatchObject({ signed: 'ink', data: { signedFile: 'f-1' } });
    const device = new Play();
    device.do(asOfficer('o-clerk', 'clerk'), { ...openFor, signed: { by: 'device' } });
    expect(device.events[0]).toMatchObject({ signed: 'device' });
    expect(device.events[0]).not.toHaveProperty('data.signedFile');
  });

  it('has the role of the counter, an appointment that holds, and is not the applicant', () => {
    const by = (actor: Parameters<Play['do']>[0]) => new Play().do(actor, openFor);
    expect(by(asOfficer('o-iryna', 'registrar'))).toBe('notAllowed');
    expect(by(asParty(petro))).toBe('notAllowed');
    const past = asOfficer('o-clerk', 'clerk');
    expect(by({ ...past, appointment: { ...past.appointment, to: '2026-02-28' } })).toBe('notAllowed');
    expect(by({ ...past, appointment: { ...past.appointment, from: '2026-03-03' } })).toBe('notAllowed');
    expect(by({ ...past, appointment: { ...past.appointment, from: '2026-03-02' } })).toBeUndefined();
    expect(by(asOfficer('p-petro', 'clerk'))).toBe('ownCase');
  });
});

describe('files of an application', () => {
  const file = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };
  const schema = {
    type: 'object',
    properties: {
      ...(small.bundle.form.schema.properties as object),
      proof: { type: 'array', items: file },
      rows: {
        type: 'array',
        items: { type: 'object', properties: { scan: { type: 'array', items: file } } },
      },
    },
    required: ['name'],
  };
  const limits = { types: ['application/pdf'], each: 1000, count: 3, min: 0 };
  const withFiles = service({
    form: {
      ...small.bundle.form,
      schema,
      files: { proof: { at: '/proof', ...limits }, scan: { at: '/rows/*/scan', ...limits } },
    },
  });
  const version = (id: string, scan: FileVersion['scan']): FileVersion => ({
    id,
    at: '/proof',
    name: 'довідка.pdf',
    key: `k/${id}`,
    version: '1',
    sha256: '0'.repeat(64),
    size: 10,
    type: 'application/pdf',
    scan,
  });
  const taken = (data: object, files: { [id: string]: FileVersion }) =>
    new Play(withFiles).do(asParty(olena), { ...sent, form: { ...form, ...data }, files }) ?? 'taken';

  it('are taken once they are uploaded, scanned and found clean', () => {
    const proof = [{ id: 'f1' }];
    expect(taken({ proof }, {})).toBe('unknownFile');
    expect(taken({ proof }, { f1: version('f1', 'pending') })).toBe('fileNotScanned');
    expect(taken({ proof }, { f1: version('f1', 'infected') })).toBe('fileInfected');
    expect(taken({ proof }, { f1: version('f1', 'mismatch') })).toBe('fileInfected');
    expect(taken({ proof }, { f1: version('f1', 'clean') })).toBe('taken');
    expect(taken({ proof: [{ id: 'constructor' }] }, {})).toBe('unknownFile');
  });

  it('are looked for in every row of a list, and none is needed where none is named', () => {
    const rows = [{}, { scan: [{ id: 'f1' }, { id: 'f2' }] }];
    expect(taken({ rows }, { f1: version('f1', 'clean') })).toBe('unknownFile');
    expect(taken({ rows }, { f1: version('f1', 'clean'), f2: version('f2', 'clean') })).toBe('taken');
    expect(taken({}, {})).toBe('taken');
  });

  it('are scanned while the case goes on, by the scanner alone', () => {
    const play = new Play(withFiles);
    const files = { f1: version('f1', 'clean') };
    play.do(asParty(olena), { ...sent, form: { ...form, proof: [{ id: 'f1' }] }, files });
    const scanned = { type: 'fileScanned', file: 'f1', version: '1', verdict: 'infected' } as const;
    expect(play.do(asParty(olena), scanned)).toBe('notAllowed');
    expect(play.do(asSystem, scanned)).toBeUndefined();
    expect(play.here.data.files.f1?.scan).toBe('infected');
  });
});
