import { describe, expect, it } from 'vitest';
import type { Begin, Initiate, OpenFor, Submit } from './command.ts';
import type { ServiceRuntime } from './runtime.ts';
import { MOST_FORM } from './size.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';

const t = (uk: string, en = uk) => ({ uk, en });
const { parties, roles, startedBy } = small.bundle;
/** The small service with other words of its definition, and of its applicant. */
const service = (bundle: object, applicant: object = {}): ServiceRuntime =>
  ({
    ...small,
    bundle: {
      ...small.bundle,
      parties: { ...parties, applicant: { ...parties.applicant, ...applicant } },
      ...bundle,
    },
  }) as unknown as ServiceRuntime;
const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
const sent: Submit = { type: 'submit', form, language: 'uk', channel: 'portal' };
const clerk = asOfficer('o-clerk', 'clerk');
const openFor: OpenFor = { ...sent, type: 'openFor', channel: 'counter', applicant: petro };
const motion: Initiate = { type: 'initiate', channel: 'officer', form, language: 'uk' };
const head = asOfficer('o-head', 'head');
const ownMotion = { startedBy: { ...startedBy, officer: { role: 'head' } } };
const origin = { as: 'start', service: 'other', case: 'c-1', effect: 'c-1/2/0' } as const;
const begin: Begin = { ...sent, type: 'begin', applicant: { identity: olena }, origin };
/** The first event of a case. */
function first(play: Play) {
  const [event] = play.events;
  if (event?.type !== 'submitted') throw new Error('not submitted');
  return event;
}

describe('what a case knows of how it was submitted', () => {
  it('is what was sent by the applicant, and no word more', () => {
    const play = new Play();
    expect(play.do(asParty(olena), sent)).toBeUndefined();
    const { hash: _, salt: __, dataHash: ___, ...event } = first(play);
    expect(event).toEqual({
      ...{ type: 'submitted', v: 1, seq: 1, at: play.now, previous: '' },
      actor: { kind: 'party', party: 'applicant' },
      ...{ case: play.here.id, reference: play.here.reference, service: 'small', definition: small.hash },
      ...{ language: 'uk', channel: 'portal', office: { agency: 'city', office: 'central' } },
      parties: { applicant: { party: 'applicant', through: 'self' } },
      data: { form, parties: { applicant: { identity: olena } }, files: {}, lookups: {} },
    });
  });

  it('is the record that it is about, what registries answered, and files, where there are such', () => {
    const lookups = { land: { connector: 'population', as: 'plot', input: {} }, other: { connector: 'x' } };
    const play = new Play(service({ form: { ...small.bundle.form, lookups } }));
    const about = { number: '7' };
    const given = { land: { area: 3 }, gone: { area: 4 } };
    expect(play.do(asParty(olena), { ...sent, about, lookups: given })).toBeUndefined();
    expect(first(play).data).toMatchObject({ about });
    expect(first(play).data?.lookups).toEqual({ plot: { area: 3 } });
  });

  it('is who entered it and how it was signed, where a clerk took it in', () => {
    const play = new Play();
    const signed = { by: 'ink', file: 'f-1' } as const;
    expect(play.do(clerk, { ...openFor, signed })).toBeUndefined();
    const appointment = { person: 'o-clerk', agency: 'city', office: 'central', role: 'clerk' };
    expect(first(play)).toMatchObject({
      ...{ channel: 'counter', signed: 'ink', enteredBy: { kind: 'officer', ...appointment } },
      data: { signedFile: 'f-1', parties: { applicant: { identity: petro } } },
    });
    const unsigned = new Play();
    unsigned.do(clerk, openFor);
    expect(first(unsigned)).not.toHaveProperty('signed');
  });

  it('is the case that it comes of, and the others whom that one names and this one knows', () => {
    const play = new Play();
    const witness = { person: 'p-witness' };
    const named = { owner: petro, applicant: petro, witness, constructor: witness };
    expect(play.do(asSystem, { ...begin, parties: named })).toBeUndefined();
    expect(first(play).origin).toEqual(origin);
    expect(first(play).parties).toEqual({
      applicant: { party: 'applicant', through: 'self' },
      owner: { party: 'owner' },
    });
    expect(first(play).data?.parties).toEqual({ applicant: { identity: olena }, owner: { identity: petro } });
  });
});

describe('an application', () => {
  it('takes as many bytes as one may, and not one more', () => {
    const schema = { type: 'object', properties: { text: { type: 'string' } } };
    const to = service({
      form: { schema, pages: [] },
      flow: { initial: 'end', states: { end: { type: 'end', outcome: 'yes', kind: 'granted' } } },
    });
    const text = 'a'.repeat(MOST_FORM - '{"text":""}'.length);
    const taken = (sends: string) => new Play(to).refused(asParty(olena), { ...sent, form: { text: sends } });
    expect(taken(text)).toBeUndefined();
    expect(taken(`${text}a`)).toMatchObject({ code: 'tooLarge', pointer: '/form' });
  });

  it('is refused field by field, each by where it stands in the form', () => {
    expect(new Play().refused(asParty(olena), { ...sent, form: { name: 5, owners: [] } })).toMatchObject({
      ...{ code: 'invalidData', pointer: '/form' },
      fields: [{ pointer: '/name' }, { pointer: '/rnokpp', code: 'required' }],
    });
  });

  it('is asked whether it may be made, of all that is known: language, channel, right, record, answers', () => {
    const lookups = { land: { connector: 'population', as: 'plot', input: {} } };
    const asks = (when: string, command: object = {}) => {
      const may = [
        { when: 'true', else: t('Ні') },
        { when, else: t('Не можна', 'You may not') },
      ];
      const to = service({ form: { ...small.bundle.form, lookups } }, { may, through: ['self', 'parent'] });
      return new Play(to).refused(asParty(olena), { ...sent, ...command } as Submit) ?? 'taken';
    };
    const refusal = { code: 'mayNotApply', message: { uk: 'Не можна', en: 'You may not' } };
    const cases: [string, object][] = [
      ['case.language = "en"', { language: 'en' }],
      ['case.channel = "api"', { channel: 'api' }],
      ['case.through = "parent"', { through: 'parent' }],
      ['about != null and about.number = "7"', { about: { number: '7' } }],
      ['plot != null and plot.area = 3', { lookups: { land: { area: 3 } } }],
      ['form.name = "Оля"', { form: { ...form, name: 'Оля' } }],
      ['form.owners = []', {}],
    ];
    for (const [when, command] of cases) {
      expect(asks(when, command), when).toBe('taken');
      expect(asks(`not(${when})`, command), when).toMatchObject(refusal);
    }
  });

  it('is made by anyone where there is no condition; one that is neither true nor false is a fault', () => {
    const of = (may: object | undefined) =>
      new Play(service({}, { may })).refused(asParty({ person: 'p-new' }), sent);
    expect(of(undefined)).toBeUndefined();
    expect(of([{ when: 'form.name', else: t('Ні') }])?.message.en).toContain(
      '(parties.applicant.may): “form.name” is neither true nor false.',
    );
  });

  it('asks who is at the screen, and who is represented, each by their own name', () => {
    const sofiia = { person: 'p-sofiia', birthDate: '2020-01-01' };
    const asks = (when: string, more: object) => {
      const to = service({}, { may: [{ when, else: t('Ні') }], through: ['self', 'parent'] });
      return new Play(to).do(asParty(olena), { ...sent, ...more } as Submit) ?? 'taken';
    };
    const child = { represents: sofiia, through: 'parent' };
    expect(asks('identity.age > 18 and applicant.age < 14', child)).toBe('taken');
    expect(asks('identity.age > 18 and applicant.age > 18', {})).toBe('taken');
  });

  it('in a right of which the definition does not say who is represented needs nobody named', () => {
    const through = ['self', 'attorney'];
    const of = (more: object) =>
      new Play(service({}, { through, ...more })).refused(asParty(olena), { ...sent, through: 'attorney' });
    expect(of({})).toBeUndefined();
    expect(of({ represents: '{ rnokpp: form.rnokpp }' })?.code).toBe('represents');
    const self = new Play(service({}, { through, represents: '{ rnokpp: form.rnokpp }' }));
    expect(self.refused(asParty(olena), sent)).toBeUndefined();
    expect(new Play().refused(asParty(olena), { ...sent, through: 'attorney' })).toMatchObject({
      ...{ code: 'through', pointer: '/through' },
    });
  });
});

describe('the office of a new case', () => {
  const task = (role: string) => ({ type: 'task', role, actions: { ok: { to: 'end' } } });
  const end = { type: 'end', outcome: 'yes', kind: 'granted' };
  const expert = { title: t('Експерт'), agency: 'other' };
  const office = (initial: string, states: object) => {
    const play = new Play(service({ roles: { ...roles, expert }, flow: { initial, states } }));
    expect(play.do(asParty(olena), sent)).toBeUndefined();
    return first(play).office;
  };

  it('is that of its first task, else of the task that the definition names first', () => {
    const wait = { type: 'wait', for: 'P1D', next: 'far' };
    const states = { near: task('registrar'), far: task('expert'), wait, end };
    const other = { agency: 'other', office: 'main' };
    expect(office('far', states)).toEqual(other);
    expect(office('wait', states)).toEqual({ agency: 'city', office: 'central' });
    expect(office('wait', { wait, end, far: task('expert') })).toEqual(other);
  });

  it('is told as a fault of the service where there is no role to say whose it is', () => {
    const states = { wait: { type: 'wait', for: 'P1D', next: 'far' }, far: task('nobody'), end };
    const to = service({ flow: { initial: 'wait', states } });
    expect(new Play(to).refused(asParty(olena), sent)?.message.en).toContain(
      '(flow): there is no role nobody.',
    );
  });
});

describe('a service that is not open', () => {
  const said = (availability: object) => {
    const play = new Play(service({ ...ownMotion, availability }));
    const [uk, en] = ['uk', 'en'].map((one) => play.refused(asParty(olena), sent)?.message[one]);
    for (const [actor, command] of [
      [asSystem, begin],
      [head, motion],
    ] as const)
      expect(play.refused(actor, command), command.type).toBeUndefined();
    expect(play.refused(clerk, openFor)?.message).toEqual({ uk, en });
    return [uk, en];
  };

  it('says why, or from when or until when, as people write a day; another case and the agency begin all the same', () => {
    expect(said({ suspended: { since: '2026-03-01', why: t('Суд', 'A court') } })).toEqual([
      'Суд',
      'A court',
    ]);
    expect(said({ suspended: { since: '2026-03-02T07:00:00Z', why: t('Суд') } })).toEqual(['Суд', 'Суд']);
    for (const opens of ['2026-04-01', '2026-04-01T00:00:00Z'])
      expect(said({ opens })).toEqual([
        'Заяви приймають з 01.04.2026',
        'Applications are taken from 1 April 2026',
      ]);
    for (const closes of ['2026-03-01', '2026-03-01T00:00:00Z'])
      expect(said({ closes })).toEqual([
        'Заяви приймали до 01.03.2026',
        'Applications were taken until 1 March 2026',
      ]);
  });

  it('is open on the very days and to the very instants named, and where nothing is named', () => {
    const { now } = new Play();
    const later = { since: '2026-03-02T23:00:00Z', why: t('Ні') };
    for (const availability of [
      { opens: now.slice(0, 10), closes: now.slice(0, 10) },
      { opens: now, closes: now },
      { suspended: later },
      {},
    ])
      expect(new Play(service({ availability })).refused(asParty(olena), sent)).toBeUndefined();
  });
});

describe('a case that comes of another', () => {
  const on = (now: string, more: object) => {
    const play = new Play();
    play.now = now;
    const refusal = play.refused(asSystem, { ...begin, origin: { ...origin, ...more } });
    return refusal ? [refusal.code, refusal.message.uk, refusal.message.en] : 'taken';
  };
  const [early, late] = ['2026-03-02T22:00:00Z', '2026-03-20T21:59:59Z'];

  it('is taken within its term, from the first instant to the last', () => {
    expect(on('2026-03-02T21:59:59Z', { opens: early })).toEqual([
      ...['notAllowed', 'Заяви приймають з 03.03.2026', 'Applications are taken from 3 March 2026'],
    ]);
    expect(on(early, { opens: early, until: late })).toBe('taken');
    expect(on(late, { opens: early, until: late })).toBe('taken');
    expect(on('2026-03-20T22:00:00Z', { until: late })).toEqual([
      'late',
      'Строк минув: подати можна було до 20.03.2026',
      'The term has passed: it ended on 20 March 2026',
    ]);
  });

  it('chooses what it was given, since it asks no registry; whoever applies chooses from what there is', () => {
    const options = { '/name': '["Петро"]' };
    const to = service({ form: { ...small.bundle.form, options }, ...ownMotion });
    expect(new Play(to).refused(asSystem, begin)).toBeUndefined();
    for (const [actor, command] of [
      [asParty(olena), sent],
      [head, motion],
    ] as const)
      expect(new Play(to).refused(actor, command)?.code, command.type).toBe('invalidData');
  });
});

describe('how surely one must have logged in', () => {
  const to = service(ownMotion, { assurance: 'substantial', through: ['self', 'parent'] });
  const by = (assurance?: 'low' | 'substantial' | 'high', more: object = {}) =>
    new Play(to).do(asParty({ ...olena, ...(assurance ? { assurance } : {}) }), {
      ...sent,
      ...more,
    } as Submit);

  it('is asked of the one at the screen, who may act for one who never logged in', () => {
    expect([by(), by('low'), by('substantial'), by('high')]).toEqual([
      ...['assurance', 'assurance', undefined, undefined],
    ]);
    const child = { represents: { person: 'p-sofiia', birthDate: '2010-01-01' }, through: 'parent' };
    expect([by('substantial', child), by('low', child)]).toEqual([undefined, 'assurance']);
  });

  it('is not asked of whom a clerk has before them, nor where nobody logs in', () => {
    const taken = (...given: Parameters<Play['refused']>) => new Play(to).refused(...given);
    expect(taken(clerk, openFor)).toBeUndefined();
    expect(taken(asSystem, begin)).toBeUndefined();
    expect(taken(head, { ...motion, applicant: petro })).toBeUndefined();
  });
});
