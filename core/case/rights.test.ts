import { describe, expect, it } from 'vitest';
import type { Appointment, Identity } from './actor.ts';
import { holds, keptFrom, possible, type Viewer } from './rights.ts';
import { asOfficer, asSystem, olena, Play, petro } from './small-service.testing.ts';
import { visible } from './visible.ts';

const officer = (person: string, role: string, agency = 'city', office = 'central'): Viewer => ({
  kind: 'officer',
  appointment: asOfficer(person, role, agency, office).appointment,
});
/** An officer of whom the directory says which citizen they are. */
const whoIs = (citizen: Identity, role: string): Viewer => ({
  kind: 'officer',
  appointment: { ...asOfficer('o-someone', role).appointment, citizen },
});
const party = (identity: typeof olena): Viewer => ({ kind: 'party', identity });
const stranger = { person: 'p-nobody', rnokpp: '9999999999' };

const owners = [{ rnokpp: '2222222222', email: 'petro@mail.example' }];
function inConsents(): Play {
  const play = new Play();
  play.submit(owners);
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
  return play;
}
function inReview(): Play {
  const play = new Play();
  play.toReview();
  return play;
}
function claimed(): Play {
  const play = inReview();
  play.do(asOfficer('o-iryna', 'registrar'), { type: 'claim', path: 'review' });
  return play;
}
function decided(): Play {
  const play = inReview();
  play.review('refuse', { grounds: ['noRight'], explain: 'Немає документа' });
  return play;
}

/** Who may what, when: one row a cell of the table; what is not listed is refused. */
const table: [string, () => Play, Viewer, string[]][] = [
  ['applicant, owners asked', inConsents, party(olena), ['message', 'withdraw']],
  ['owner, asked', inConsents, party(petro), ['message', 'act agree', 'act decline']],
  ['stranger', inConsents, party(stranger), []],
  ['registrar, owners asked', inConsents, officer('o-iryna', 'registrar'), ['message']],
  ['applicant, in review', inReview, party(olena), ['message', 'withdraw']],
  ['registrar, free task', inReview, officer('o-iryna', 'registrar'), ['claim', 'transfer', 'message']],
  ['registrar who is the applicant', inReview, officer('p-olena', 'registrar'), []],
  ['registrar who applied as a citizen', inReview, whoIs(olena, 'registrar'), []],
  [
    'registrar who is another citizen',
    inReview,
    whoIs(stranger, 'registrar'),
    ['claim', 'transfer', 'message'],
  ],
  ['head who owns the dwelling', inConsents, whoIs(petro, 'head'), []],
  ['registrar of another agency', inReview, officer('o-x', 'registrar', 'other', 'main'), []],
  ['lawyer, not their task', inReview, officer('o-law', 'lawyer'), ['message']],
  ['head, in review', inReview, officer('o-head', 'head'), ['assign', 'extend', 'message']],
  [
    'registrar, own task',
    claimed,
    officer('o-iryna', 'registrar'),
    ['release', 'transfer', 'consult', 'act approve', 'act return', 'act refuse', 'message'],
  ],
  ['registrar, task of a colleague', claimed, officer('o-taras', 'registrar'), ['message']],
  ['applicant, decided', decided, party(olena), []],
  ['registrar, decided', decided, officer('o-iryna', 'registrar'), []],
  ['head, decided', decided, officer('o-head', 'head'), ['revoke', 'reopen']],
  ['head, decided on what they applied for', decided, whoIs(olena, 'head'), []],
];

describe('who may what', () => {
  it.each(table)('%s', (_, play, viewer, expected) => {
    const { service, here, now } = play();
    const found = possible(service, here, viewer, now);
    const names = found.map((p) => (p.what === 'act' ? `act ${p.action}` : p.what));
    expect(names).toEqual(expected);
  });
});

/** The registrar asks an expert of another agency and one of the same office. */
function asking(): Play {
  const play = claimed();
  const ask = { type: 'consult', path: 'review', question: 'Чи так?', by: '2026-03-05T00:00:00Z' } as const;
  const iryna = asOfficer('o-iryna', 'registrar');
  play.do(iryna, { ...ask, agency: 'other', office: 'main', role: 'expert', fields: [] });
  play.do(iryna, { ...ask, agency: 'city', office: 'central', role: 'lawyer', fields: [] });
  return play;
}
const may = ({ service, here, now }: Play, viewer: Viewer) =>
  possible(service, here, viewer, now).map(({ what }) => what);

describe('who is asked for an opinion', () => {
  const consultOf = (play: Play, viewer: Viewer) =>
    possible(play.service, play.here, viewer, play.now).flatMap((one) =>
      one.what === 'answerConsult' ? [one.consult] : [],
    );

  it('gives it to their own question alone, until it is given', () => {
    const play = asking();
    const [expert, lawyer] = [officer('o-e', 'expert', 'other', 'main'), officer('o-l', 'lawyer')];
    const [first] = consultOf(play, expert);
    const [second] = consultOf(play, lawyer);
    expect(first).not.toBe(second);
    for (const other of [
      officer('o-e', 'expert', 'city', 'main'),
      officer('o-e', 'expert', 'other', 'central'),
      officer('o-e', 'registrar', 'other', 'main'),
    ])
      expect(consultOf(play, other)).toEqual([]);
    const answers = { type: 'answerConsult', path: 'review', consult: first ?? '', opinion: 'Так' } as const;
    expect(play.do(asOfficer('o-e', 'expert', 'other', 'main'), answers)).toBeUndefined();
    expect(consultOf(play, expert)).toEqual([]);
    expect(consultOf(play, lawyer)).toEqual([second]);
  });
});

describe('who may nothing', () => {
  it('is an officer whose appointment has run out, and a party other than the applicant once it is decided', () => {
    const { appointment } = asOfficer('o-head', 'head');
    expect(may(inReview(), { kind: 'officer', appointment: { ...appointment, to: '2026-03-01' } })).toEqual(
      [],
    );
    const play = inConsents();
    const refuses = { type: 'act', path: 'consents/1/ask', action: 'decline', reason: 'ні' } as const;
    play.do({ kind: 'party', identity: petro }, refuses);
    expect(play.here.outcome?.outcome).toBe('refused');
    expect(may(play, party(petro))).toEqual([]);
  });

  it('is everyone once the case is erased, and in a decided case who is of another office', () => {
    const play = decided();
    expect(may(play, officer('o-head', 'head', 'city', 'branch'))).toEqual([]);
    play.now = '2031-04-01T00:00:00Z';
    play.do(asSystem, { type: 'expire' });
    play.do(asOfficer('o-head', 'head'), { type: 'erase', order: 'наказ 1' });
    expect(may(play, officer('o-head', 'head'))).toEqual([]);
  });

  it('is an officer of a role that the service does not know, also where it has no roles and nothing after', () => {
    const bare = (play: Play) => {
      const { roles: _, after: __, ...bundle } = play.service.bundle;
      return Object.assign(new Play({ ...play.service, bundle }), { case: play.case, now: play.now });
    };
    expect(may(inReview(), officer('o-x', 'archivist'))).toEqual([]);
    expect(may(bare(inReview()), officer('o-head', 'head'))).toEqual(['assign', 'extend']);
    expect(may(bare(decided()), officer('o-head', 'head'))).toEqual([]);
  });

  it('is whoever decided the step that the definition names, and its extension once it is used up', () => {
    const play = claimed();
    const iryna = asOfficer('o-iryna', 'registrar');
    play.do(iryna, { type: 'act', path: 'review', action: 'approve', data: {} });
    const again = officer('o-iryna', 'head');
    expect(may(play, again)).not.toContain('claim');
    expect(may(play, officer('o-other', 'head'))).toContain('claim');
    play.do(asOfficer('o-head', 'head'), { type: 'extend', reason: 'Потрібен час' });
    expect(may(play, officer('o-head', 'head'))).not.toContain('extend');
  });
});

describe('why a task is kept from an officer whose it would be', () => {
  const signing = 'signing/head/headDecides';
  function toSign(): Play {
    const play = inReview();
    play.review('approve');
    return play;
  }
  /** Why the task is kept from whoever holds these appointments. */
  function kept(play: Play, path: string, ...held: Appointment[]) {
    const place = play.here.places[path];
    if (place?.kind !== 'task') throw new Error(`no task at ${path}`);
    return keptFrom(play.service, play.here, place, held, play.now);
  }
  const by = (person: string, role: string, citizen?: Identity): Appointment => ({
    ...asOfficer(person, role).appointment,
    ...(citizen ? { citizen } : {}),
  });

  it('is that the case is their own, as the officer or as the citizen that they are', () => {
    expect(kept(inReview(), 'review', by('p-olena', 'registrar'))).toBe('ownCase');
    expect(kept(inReview(), 'review', by('o-iryna', 'registrar', olena))).toBe('ownCase');
    expect(kept(inReview(), 'review', by('o-iryna', 'registrar', petro))).toBeNull();
  });

  it('is that it takes other eyes than those of whoever did the step before', () => {
    expect(kept(toSign(), signing, by('o-iryna', 'head'))).toBe('fourEyes');
    expect(kept(toSign(), signing, by('o-head', 'head', { ...petro, person: 'o-iryna' }))).toBe('fourEyes');
    expect(kept(toSign(), signing, by('o-head', 'head', petro))).toBeNull();
  });

  it('is told first of all of the own case, also where it takes other eyes too', () => {
    expect(kept(toSign(), signing, by('o-iryna', 'head', olena))).toBe('ownCase');
    expect(kept(toSign(), signing, by('o-iryna', 'head'), by('o-iryna', 'head', olena))).toBe('ownCase');
  });

  it('is nothing to whom the task is not for: of another role, of an appointment that has run out, of none', () => {
    expect(kept(inReview(), 'review', by('p-olena', 'lawyer'))).toBeNull();
    expect(kept(toSign(), signing, by('o-iryna', 'registrar'))).toBeNull();
    expect(kept(inReview(), 'review', { ...by('p-olena', 'registrar'), to: '2026-03-01' })).toBeNull();
    expect(kept(inReview(), 'review')).toBeNull();
  });

  it('is nothing where one of their appointments may work on it, whatever the others may', () => {
    const [own, free] = [by('o-iryna', 'registrar', olena), by('o-iryna', 'registrar')];
    expect(kept(inReview(), 'review', own, free)).toBeNull();
    expect(kept(inReview(), 'review', by('o-iryna', 'lawyer'), own)).toBe('ownCase');
    expect(kept(toSign(), signing, by('o-iryna', 'lawyer'), by('o-iryna', 'head'))).toBe('fourEyes');
  });
});

describe('who sees what', () => {
  const sees: [string, () => Play, Viewer, string[] | null][] = [
    ['applicant', inConsents, party(olena), ['name', 'owners', 'rnokpp']],
    ['owner', inConsents, party(petro), ['name']],
    ['stranger', inConsents, party(stranger), null],
    ['registrar', inReview, officer('o-iryna', 'registrar'), ['name', 'owners', 'rnokpp']],
    ['head', inReview, officer('o-head', 'head'), ['name']],
    ['lawyer', inReview, officer('o-law', 'lawyer'), ['name', 'owners']],
    ['role the service does not have', inReview, officer('o-x', 'archivist'), null],
    ['registrar of another agency', inReview, officer('o-x', 'registrar', 'other', 'main'), null],
  ];
  it.each(sees)('%s', (_, play, viewer, expected) => {
    const { service, here, now } = play();
    const seen = visible(service, here, viewer, now);
    expect(seen && Object.keys(seen.form).sort()).toEqual(expected);
  });

  it('shows answers of registries only to a role that sees them', () => {
    const { service, here, now } = inReview();
    expect(visible(service, here, officer('o', 'registrar'), now)?.values).toEqual({
      registry: { found: true },
    });
    expect(visible(service, here, officer('o', 'head'), now)?.values).toEqual({});
    expect(visible(service, here, party(olena), now)?.values).toEqual({});
  });

  it('tells the applicant what was decided and why, not by whom', () => {
    const { service, here, now } = decided();
    const result = visible(service, here, party(olena), now)?.results.review;
    expect(result).toMatchObject({ action: 'refuse', grounds: ['noRight'], explain: 'Немає документа' });
    expect(result).not.toHaveProperty('by');
    expect(result).not.toHaveProperty('person');
  });
});

describe('an appointment', () => {
  it('holds from the first minute of its first day in Kyiv to the last of its last', () => {
    const { appointment } = asOfficer('o-iryna', 'registrar');
    const dated = { ...appointment, from: '2026-03-02', to: '2026-03-03' };
    const moments = [
      '2026-03-01T21:59:59Z',
      '2026-03-01T22:00:00Z',
      '2026-03-03T21:59:59Z',
      '2026-03-03T22:00:00Z',
    ];
    expect(moments.map((moment) => holds(dated, moment))).toEqual([false, true, true, false]);
  });
});
