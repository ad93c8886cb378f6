import { describe, expect, it } from 'vitest';
import { asking } from './asks.testing.ts';
import { decide } from './decide.ts';
import { possible } from './rights.ts';
import { asOfficer, asParty, asSystem, countingIds, olena, Play, small } from './small-service.testing.ts';
import { timersOf } from './waiting.ts';

const due = { due: 'P3D', overdue: { to: 'late' } };
const task = { type: 'task', role: 'registrar', ...due, actions: { approve: { to: 'granted' } } };
type Change = { bundle?: object; states?: object; live?: object };
/** The small service whose first state is `state`, with other words of its definition. */
function service(state: object, { bundle = {}, states = {}, live = {} }: Change = {}) {
  const base = asking(state, { states });
  return { ...base, bundle: { ...base.bundle, ...bundle }, live: { ...base.live, ...live } } as typeof base;
}
const sent = (...given: Parameters<typeof service>) => new Play(service(...given)).submit() ?? 'taken';
const { roles, parties } = small.bundle;
const registrar = (more: object) => ({ roles: { ...roles, registrar: { ...roles?.registrar, ...more } } });

describe('a definition that cannot be carried out', () => {
  it.each<[string, Parameters<typeof service>]>([
    ['a task of a role that there is not', [{ ...task, role: 'nobody' }]],
    ['a role of an agency that there is not', [task, { bundle: registrar({ agency: 'nowhere' }) }]],
    ['a role in an office that there is not', [task, { bundle: registrar({ office: '"nowhere"' }) }]],
    ['a party that there is not', [{ type: 'party', party: 'nobody', actions: {}, ...due }]],
    [
      'one of several owners, outside the list of them',
      [{ type: 'party', party: 'owner', actions: {}, ...due }],
    ],
    [
      'a party whom nothing tells apart',
      [
        { type: 'party', party: 'witness', actions: {}, ...due },
        { bundle: { parties: { ...parties, witness: { identify: { email: 'null' } } } } },
      ],
    ],
    ['a wait for nothing', [{ type: 'wait', next: 'granted' }]],
    ['a wait until what is no day', [{ type: 'wait', until: 'form.name', next: 'granted' }]],
    ['a way on whose conditions all fail', [{ ...task, type: 'wait', for: 'P1D', next: [] }]],
    ['a state that there is not', [task, { bundle: { flow: { initial: 'gone', states: { task } } } }]],
    ['an end of the case without its kind', [{ type: 'end', outcome: 'granted' }]],
    ['a message that there is not', [{ ...task, notify: ['gone'] }]],
    [
      'a circle that no person stops',
      [
        { type: 'pay', exempt: [{ when: 'true' }], connector: 'b', amount: '1', next: 'again' },
        {
          states: {
            again: { type: 'pay', exempt: [{ when: 'true' }], connector: 'b', amount: '1', next: 'ask' },
          },
        },
      ],
    ],
    [
      'a condition that is neither true nor false',
      [{ type: 'pay', exempt: [{ when: 'form.name' }], connector: 'b', amount: '1', next: 'granted' }],
    ],
    [
      'each of what is no list',
      [
        {
          type: 'each',
          of: 'form.name',
          as: 'item',
          flow: { initial: 'end', states: { end: { type: 'end', outcome: 'yes' } } },
          join: {},
          next: 'granted',
        },
      ],
    ],
  ])('is told as a fault of the service, not of the person: %s', (name, given) => {
    if (name === 'a way on whose conditions all fail') {
      const play = new Play(service(...given));
      play.submit();
      const [timer] = timersOf(play.here).filter(({ kind }) => kind === 'until');
      play.now = timer?.at ?? '';
      const fired = { type: 'timerFired', path: 'ask', kind: 'until', at: play.now } as const;
      expect(play.do(asSystem, fired)).toBe('definitionFault');
      return;
    }
    expect(sent(...given)).toBe('definitionFault');
  });

  it('is told where the fault is, in both languages, and nothing is done by half', () => {
    const broken = service({ ...task, role: 'nobody' });
    const decision = decide(
      broken,
      null,
      {
        type: 'submit',
        form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
        language: 'uk',
        channel: 'portal',
      },
      { now: '2026-03-02T08:00:00Z', actor: asParty(olena), ids: countingIds() },
    );
    expect(decision.refusal?.message.uk).toContain('nobody');
    expect(decision.refusal?.message.en).toContain('nobody');
    expect(decision).not.toHaveProperty('events');
  });

  it('is told of an expression that fails, in the same words', () => {
    expect(sent(task, { bundle: registrar({ office: 'form.gone.office' }) })).toBe('definitionFault');
  });
});

describe('the office of a task', () => {
  const offices = [
    { id: 'central', title: { uk: 'Центр' }, katottg: ['UA80000000000093317'] },
    { id: 'branch', title: { uk: 'Філія' }, katottg: ['UA65060010010093317'] },
  ];
  const live = { agencies: { ...small.live.agencies, city: { ...small.live.agencies.city, offices } } };
  const office = (more: object) => {
    const play = new Play(service(task, { bundle: registrar(more), live }));
    expect(play.submit()).toBeUndefined();
    return play.here.office.office;
  };

  it('is what the definition says, the one nearest to a place, else the one for such cases', () => {
    expect(office({ office: '"branch"' })).toBe('branch');
    expect(office({ office: 'nearest("UA65060010010093317")' })).toBe('branch');
    expect(office({ office: 'nearest(null)' })).toBe('central');
    expect(office({ office: 'null', ifNoOffice: 'branch' })).toBe('branch');
    expect(office({})).toBe('central');
  });
});

describe('the term in law for the whole case', () => {
  const late = (overdue: object) => {
    const decideWithin = { workingDays: 2, from: 'submitted', until: ['granted'], overdue };
    const play = new Play(service(task, { bundle: { decideWithin } }));
    play.submit();
    const fired = { type: 'timerFired', path: '', kind: 'decide' } as const;
    const at = timersOf(play.here).find(({ kind }) => kind === 'decide')?.at ?? '';
    expect(play.do(asSystem, { ...fired, at })).toBe('late');
    play.now = at;
    expect(play.do(asParty(olena), { ...fired, at })).toBe('notAllowed');
    expect(play.do(asSystem, { ...fired, at })).toBeUndefined();
    expect(play.do(asSystem, { ...fired, at })).toBe('late');
    return play;
  };

  it('that has run out leaves the case to the officers, told and raised', () => {
    const play = late({ meaning: 'late', raise: 'head', notify: ['late'] });
    expect(play.here.term?.overdue).toBe(true);
    expect(play.here.places.ask).toMatchObject({ raisedTo: 'head' });
    expect(play.events.findLast((e) => e.type === 'notified')?.messages).toMatchObject([
      { message: 'late', to: 'head', channel: 'email' },
    ]);
    expect(play.do(asOfficer('o-head', 'head'), { type: 'claim', path: 'ask' })).toBeUndefined();
  });

  it('that has run out decides the case where silence means consent or refusal', () => {
    const consent = late({ meaning: 'consent', to: 'granted' });
    expect(consent.here.outcome?.outcome).toBe('granted');
    expect(consent.here.places).toEqual({});
    expect(late({ meaning: 'refusal', to: 'refused' }).here.outcome?.outcome).toBe('refused');
  });
});

describe('a wait', () => {
  it('until a day lasts to the end of that day', () => {
    const play = new Play(service({ type: 'wait', until: '"2026-03-05"', next: 'granted' }));
    expect(play.submit()).toBeUndefined();
    const at = timersOf(play.here).find(({ kind }) => kind === 'until')?.at ?? '';
    expect(at > '2026-03-05T21:59:00Z').toBe(true);
    play.now = at;
    play.do(asSystem, { type: 'timerFired', path: 'ask', kind: 'until', at });
    expect(play.here.outcome?.outcome).toBe('granted');
  });
});

describe('a message', () => {
  const told = (message: object, from = olena) => {
    const messages = {
      done: {
        to: 'applicant',
        subject: { uk: 'Готово' },
        body: { uk: 'Справу {{case.reference}} вирішено' },
        ...message,
      },
    };
    const base = service(
      { type: 'end', outcome: 'granted', kind: 'granted', notify: ['done'] },
      { bundle: { messages } },
    );
    const play = new Play(base);
    const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
    expect(
      play.do(asParty(from), { type: 'submit', form, language: 'en', channel: 'portal' }),
    ).toBeUndefined();
    const event = play.events.find((e) => e.type === 'notified');
    return event ? { ...event.messages[0], ...event.data?.messages[0] } : null;
  };

  it('goes by the first channel that reaches the person, and not at all where none does', () => {
    const phone = { ...olena, phone: '+380501112233' };
    const { email: _, ...unreached } = olena;
    expect(told({ channels: ['sms', 'email'] }, phone)).toMatchObject({ channel: 'sms' });
    expect(told({ channels: ['sms', 'email'] })).toMatchObject({ channel: 'email', connector: 'mail' });
    expect(told({ channels: ['post'] })).toBeNull();
    expect(told({ channels: ['email', 'sms'] }, unreached)).toBeNull();
  });

  it('is short by SMS where the definition has shorter words, and in Ukrainian where it has no others', () => {
    const phone = { ...olena, phone: '+380501112233' };
    expect(told({ channels: ['sms'], sms: { uk: 'Готово', en: 'Done' } }, phone)).toMatchObject({
      body: 'Done',
      subject: 'Готово',
    });
    expect(told({ channels: ['sms'] }, phone)?.body).toMatch(/^Справу .+ вирішено$/);
  });
});

describe('a case under a definition that has lost what the case stands in', () => {
  /** The case goes on under a bundle without its states, or without its term. */
  const lost = (play: Play, lacks: object = {}) => {
    const { bundle } = play.service;
    const end = { type: 'end', outcome: 'granted', kind: 'granted' };
    const flow = { initial: 'end', states: { end } };
    const other = { ...play.service, bundle: { ...bundle, flow, ...lacks } } as typeof play.service;
    return Object.assign(new Play(other), { case: play.case, now: play.now });
  };
  const iryna = asOfficer('o-iryna', 'registrar');
  const system = { kind: 'system', by: 'worker' } as const;

  it('is told as a fault of the service, whoever comes: who decides, who answers, what falls due', () => {
    const claimed = new Play(service(task));
    claimed.submit();
    claimed.do(iryna, { type: 'claim', path: 'ask' });
    expect(lost(claimed).do(iryna, { type: 'act', path: 'ask', action: 'approve' })).toBe('definitionFault');
    claimed.now = timersOf(claimed.here).find(({ kind }) => kind === 'due')?.at ?? '';
    const due = { type: 'timerFired', path: 'ask', kind: 'due', at: claimed.now } as const;
    expect(lost(claimed).do(system, due)).toBe('definitionFault');
    expect(claimed.do(system, due)).toBeUndefined();

    const asks = { type: 'call', connector: 'population', input: {}, next: 'granted', failed: 'refused' };
    const called = new Play(service(asks));
    called.submit();
    const answer = { type: 'callAnswered', effect: called.effect('ask'), result: {} } as const;
    expect(lost(called).do(system, answer)).toBe('definitionFault');
    expect(called.do(system, answer)).toBeUndefined();
  });

  it('offers nothing there, and hears nothing', () => {
    const claimed = new Play(service(task));
    claimed.submit();
    claimed.do(iryna, { type: 'claim', path: 'ask' });
    const viewer = { kind: 'officer', appointment: iryna.appointment } as const;
    const offered = (play: Play) =>
      possible(play.service, play.here, viewer, play.now).some(({ what }) => what === 'act');
    expect([claimed, lost(claimed)].map(offered)).toEqual([true, false]);

    const wait = { type: 'wait', event: { connector: 'bank', match: 'true' }, next: 'granted' };
    const waits = new Play(service(wait));
    waits.submit();
    const told = { type: 'eventTold', connector: 'bank', event: {} } as const;
    expect(lost(waits).do(system, told)).toBe('late');
    expect(waits.do(system, told)).toBeUndefined();
  });

  it('holds no place there that could be given to others', () => {
    const slot = {
      type: 'reserve',
      registry: 'slots',
      where: 'true',
      as: 'slot',
      hold: 'PT15M',
      none: 'late',
      ...due,
    };
    const play = new Play(service({ ...slot, next: 'decide' }, { states: { decide: task } }));
    play.submit();
    play.do(system, { type: 'callAnswered', effect: play.effect('ask'), result: { key: 's1', place: 1 } });
    const timer = timersOf(play.here).find(({ kind }) => kind === 'hold');
    play.now = timer?.at ?? '';
    const fires = { type: 'timerFired', path: 'ask', kind: 'hold', at: play.now } as const;
    expect(lost(play).do(system, fires)).toBe('definitionFault');
    expect(play.do(system, fires)).toBeUndefined();
  });

  it('is none at all to whoever comes before it was submitted', () => {
    expect(new Play(service(task)).do(iryna, { type: 'claim', path: 'ask' })).toBe('unknownCase');
  });

  it('has no term any more that could run out', () => {
    const play = new Play(service(task));
    play.submit();
    play.now = timersOf(play.here).find(({ kind }) => kind === 'decide')?.at ?? '';
    const timer = { type: 'timerFired', path: '', kind: 'decide', at: play.now } as const;
    expect(lost(play, { decideWithin: undefined }).do(system, timer)).toBe('definitionFault');
    expect(play.do(system, timer)).toBeUndefined();
  });
});
