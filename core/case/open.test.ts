import { describe, expect, it } from 'vitest';
import { answer, asked, asking, begun, faultOf } from './asks.testing.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, olena, Play, small } from './small-service.testing.ts';

const now = '2026-03-02T08:00:00Z';
const place = { path: 'ask', state: 'ask', visit: 2, since: now };
const placed = (...given: Parameters<typeof asking>) => asked(...given).here.places.ask;
const remind = [
  { before: 'P1D', message: 'reminder' },
  { before: 'P9D', message: 'reminder' },
  { before: { workingDays: 2 }, message: 'late' },
];
/** Due in three days, with the reminders that lie ahead: one would have been sent a week ago. */
const inThreeDays = {
  due: '2026-03-05T21:59:59Z',
  remind: { 0: '2026-03-04T21:59:59Z', 2: '2026-03-03T21:59:59Z' },
};
const overdue = { to: 'late' };

describe('a task that is opened', () => {
  const task = { type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } };
  const waits = {
    ...place,
    type: 'task',
    kind: 'task',
    agency: 'city',
    office: 'central',
    role: 'registrar',
  };

  it('waits in the office of its role for whoever claims it, without a term where none is said', () => {
    expect(placed(task)).toEqual({ ...waits, assign: 'claim' });
  });

  it('is due when the state says, with the reminders that do not lie in the past', () => {
    expect(placed({ ...task, due: 'P3D', overdue, remind })).toEqual({
      ...{ ...waits, assign: 'claim', ...inThreeDays },
    });
    expect(placed({ ...task, due: 'P3D', overdue, remind: remind.slice(1, 2) })).not.toHaveProperty('remind');
    // at that very moment is too late to be reminded
    const atOnce = [{ before: 'PT6H', message: 'late' }];
    expect(placed({ ...task, due: 'PT6H', overdue, remind: atOnce })).not.toHaveProperty('remind');
  });

  it('is drawn from now on, or given by the head, where the state says so', () => {
    expect(placed({ ...task, assign: 'random' })).toEqual({ ...waits, assign: 'random', draw: now });
    expect(placed({ ...task, assign: 'byHead' })).toEqual({ ...waits, assign: 'byHead' });
  });

  it('is due by the calendar of its own office, which may be of another agency', () => {
    const service = asking({ ...task, role: 'expert', due: { workingDays: 1 }, overdue });
    const roles = { ...small.bundle.roles, expert: { title: { uk: 'Експерт' }, agency: 'other', sees: [] } };
    const play = begun({ ...service, bundle: { ...service.bundle, roles } } as ServiceRuntime);
    // the other agency works on Mondays alone
    expect(play.here.places.ask).toMatchObject({ agency: 'other', office: 'main' });
    expect(play.here.places.ask?.due).not.toBe(placed({ ...task, due: { workingDays: 1 }, overdue })?.due);
  });
});

describe('the office of a role', () => {
  const task = { type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } };
  const withRole = (role: object | undefined): ServiceRuntime => {
    const base = asking(task);
    const { roles } = base.bundle;
    const registrar = role && { ...roles?.registrar, ...role };
    const city = base.live.agencies.city;
    const branch = { id: 'branch', title: { uk: 'Філія' }, katottg: ['UA05000000000010236'] };
    const agencies = {
      ...base.live.agencies,
      city: { ...city, offices: [...(city?.offices ?? []), branch] },
    };
    return {
      ...base,
      bundle: { ...base.bundle, roles: { ...roles, registrar } },
      live: { ...base.live, agencies },
    } as unknown as ServiceRuntime;
  };
  const office = (role: object) => begun(withRole(role)).here.office.office;

  it('is the one that the definition works out, else its `ifNoOffice`, else the agency’s fallback', () => {
    expect(office({})).toBe('central');
    expect(office({ office: '"branch"' })).toBe('branch');
    expect(office({ office: 'nearest("UA05000000000010236")' })).toBe('branch');
    expect(office({ office: 'null' })).toBe('central');
    expect(office({ office: 'null', ifNoOffice: 'branch' })).toBe('branch');
    expect(office({ office: '"central"', ifNoOffice: 'branch' })).toBe('central');
  });

  it('is a fault of the service where there is no such role, agency or office', () => {
    const why = (service: ServiceRuntime) => faultOf(service)?.replace(/.*\((.*)\): (.*?)\. .*/, '$1: $2');
    expect(why(withRole(undefined))).toBe('flow: there is no role registrar');
    const { roles: _, ...bare } = asking(task).bundle;
    expect(why({ ...asking(task), bundle: bare })).toBe('flow: there is no role registrar');
    expect(why(withRole({ agency: 'gone' }))).toBe('flow: there is no agency gone');
    expect(why(withRole({ office: '"gone"' }))).toBe('flow: agency city has no office gone');
    // one that comes later is told by where it stands
    const later = asking({ type: 'wait', for: 'P1D', next: 'granted' });
    const bundle = { ...later.bundle, flow: { initial: 'two', states: { two: task, ask: task } } };
    expect(why({ ...later, bundle } as unknown as ServiceRuntime)).toBeUndefined();
  });
});

describe('a party that is asked', () => {
  const party = { type: 'party', party: 'applicant', actions: { agree: { to: 'granted' } } };
  const waits = { ...place, type: 'party', kind: 'party', party: 'applicant' };
  const why = (state: object, parties: object) => {
    const base = asking(state);
    const bundle = { ...base.bundle, parties: { ...base.bundle.parties, ...parties } };
    return faultOf({ ...base, bundle } as unknown as ServiceRuntime)?.replace(/.*: (.*?)\. .*/, '$1');
  };

  it('may change the fields of the pages that the state opens, or nothing', () => {
    expect(placed(party)).toEqual({ ...waits, open: [] });
    expect(placed({ ...party, pages: ['owners', 'main'], due: 'P3D', overdue, remind })).toEqual({
      ...{ ...waits, open: ['/name', '/rnokpp', '/owners'], ...inThreeDays },
    });
  });

  it('is waited for as the applicant where a case of the agency’s own motion concerns nobody yet', () => {
    const base = asking(party);
    const bundle = { ...base.bundle, startedBy: { officer: { role: 'head' } } };
    const play = new Play({ ...base, bundle } as unknown as ServiceRuntime);
    const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
    const command = { type: 'initiate', channel: 'officer', form, language: 'uk' } as const;
    expect(play.do(asOfficer('o-head', 'head'), command)).toBeUndefined();
    expect(play.here.places.ask).toEqual({ ...waits, open: [] });
    expect(play.here.data.parties).toEqual({ applicant: {} });
  });

  it('may change what was marked alone, where something was', () => {
    const check = {
      ...{ type: 'task', role: 'registrar' },
      actions: { return: { to: 'ask', reason: true, marks: true } },
    };
    const play = asked(
      { ...party, pages: ['main'], actions: { agree: { to: 'check' } } },
      { states: { check } },
    );
    play.do(asParty(olena), { type: 'act', path: 'ask', action: 'agree' });
    const iryna = asOfficer('o-iryna', 'registrar');
    play.do(iryna, { type: 'claim', path: 'check' });
    const marks = [{ pointer: '/rnokpp' }];
    play.do(iryna, { type: 'act', path: 'check', action: 'return', reason: 'Помилка', marks });
    expect(play.here.places.ask).toMatchObject({ open: ['/rnokpp'] });
  });

  it('is one that the definition has, and tells who it is', () => {
    const guest = { ...party, party: 'guest' };
    expect(why(guest, {})).toBe('there is no party guest');
    for (const identify of [undefined, {}, { rnokpp: 'null' }, { rnokpp: '""', email: '5' }])
      expect(why(guest, { guest: { identify } })).toBe('nothing tells who the party guest is');
    expect(why(guest, { guest: { identify: { rnokpp: 'form.rnokpp' } } })).toBeUndefined();
    expect(why({ ...party, party: 'owner' }, {})).toBe(
      'party owner is each of a list, so it acts inside an each',
    );
  });

  it('is reached where the definition says, as far as that gives something', () => {
    const identify = { rnokpp: '"2222222222"', email: 'null' };
    const contact = { name: '"Петро"', email: '""', phone: 'null' };
    const base = asking({ ...party, party: 'guest' });
    const known = (guest: object) => {
      const bundle = { ...base.bundle, parties: { ...base.bundle.parties, guest } };
      const play = begun({ ...base, bundle } as unknown as ServiceRuntime);
      expect(play.here.parties.guest).toEqual({ party: 'guest', path: '' });
      return play.here.data.parties.guest;
    };
    const described = { identify: { rnokpp: '2222222222' } };
    expect(known({ identify, contact })).toEqual({ ...described, contact: { name: 'Петро' } });
    expect(known({ identify, contact: { name: 'null' } })).toEqual(described);
    expect(known({ identify })).toEqual(described);
  });
});

describe('a party that is each of a list', () => {
  const owners = [
    { rnokpp: '2222222222', email: 'a@mail.example' },
    { rnokpp: '3333333333', email: 'b@mail.example' },
  ];
  const yes = { type: 'end', outcome: 'yes' };
  const ask = { type: 'party', party: 'owner', actions: { agree: { to: 'yes' } } };
  const join = { outcome: 'yes', need: 'all' };
  const on = { join, next: 'granted', otherwise: 'refused' };
  const signs = (sign: object) => ({ initial: 'sign', states: { sign, yes } });
  const inner = signs(ask);
  const play = (flow: object) => {
    const each = { type: 'each', of: 'form.owners', as: 'owner', key: 'owner.rnokpp', flow, ...on };
    const here = new Play(asking(each));
    expect(here.submit(owners)).toBeUndefined();
    return here;
  };

  it('is the item that the flow is about', () => {
    const { here } = play(inner);
    expect(here.places['ask/2/sign']).toMatchObject({ party: 'owner/2' });
    expect(here.parties['owner/2']).toEqual({ party: 'owner', path: 'ask/2' });
    expect(here.data.parties['owner/2']).toEqual({
      ...{ identify: { rnokpp: '3333333333' }, contact: { email: 'b@mail.example' } },
    });
  });

  it('is the item of its own list, where the state lies in an item of another list inside it', () => {
    const again = {
      ...{
        type: 'each',
        of: '["пай", "дім"]',
        as: 'other',
        key: 'other',
        join,
        next: 'yes',
        otherwise: 'yes',
      },
      flow: signs({ ...ask, notify: ['asked'] }),
    };
    const flow = { initial: 'again', states: { again, yes } };
    const { here, events } = play(flow);
    expect(here.places['ask/2/again/1/sign']).toMatchObject({ party: 'owner/2' });
    expect(here.places['ask/1/again/2/sign']).toMatchObject({ party: 'owner/1' });
    const told = events.flatMap((one) => (one.type === 'notified' ? one.messages : []));
    expect(told.map(({ to }) => to)).toEqual(['owner/1', 'owner/1', 'owner/2', 'owner/2']);
  });

  it('is the one for all items where the party is none of each', () => {
    const guest = { identify: { rnokpp: 'form.rnokpp' } };
    const each = { type: 'each', of: 'form.owners', as: 'owner', key: 'owner.rnokpp', ...on };
    const base = asking({ ...each, flow: signs({ ...ask, party: 'guest' }) });
    const bundle = { ...base.bundle, parties: { ...base.bundle.parties, guest } };
    const here = new Play({ ...base, bundle } as unknown as ServiceRuntime);
    expect(here.submit(owners)).toBeUndefined();
    expect(here.here.places['ask/2/sign']).toMatchObject({ party: 'guest' });
    expect(Object.keys(here.here.parties)).toEqual(['applicant', 'guest']);
  });

  it('is the same in a branch inside the item', () => {
    const both = {
      ...{ type: 'parallel', branches: { paper: inner, money: inner }, join },
      ...{ next: 'yes', otherwise: 'yes' },
    };
    const { here } = play({ initial: 'both', states: { both, yes } });
    expect(Object.values(here.places).flatMap((one) => (one.kind === 'party' ? one.party : []))).toEqual([
      ...['owner/1', 'owner/1', 'owner/2', 'owner/2'],
    ]);
  });
});

describe('a wait', () => {
  const wait = { type: 'wait', next: 'granted' };
  const waits = { ...place, type: 'wait', kind: 'wait' };

  it('for a while lasts that long, and is over by then where no other deadline is said', () => {
    const until = '2026-03-03T21:59:59Z';
    expect(placed({ ...wait, for: 'P1D' })).toEqual({ ...waits, until, due: until });
    expect(placed({ ...wait, for: 'P1D', due: 'P3D', overdue, remind })).toEqual({
      ...{ ...waits, until, ...inThreeDays },
    });
  });

  it('until a day lasts to its end, until an instant to that', () => {
    const until = '2026-03-09T21:59:59Z';
    expect(placed({ ...wait, until: '"2026-03-09"' })).toEqual({ ...waits, until, due: until });
    const instant = '2026-03-09T10:00:00Z';
    expect(placed({ ...wait, until: `"${instant}"`, due: 'P3D', overdue, remind })).toEqual({
      ...{ ...waits, until: instant, ...inThreeDays },
    });
  });

  it('for an event has no end but the deadline that is said', () => {
    const event = { connector: 'registers', when: 'true', as: 'told' };
    expect(placed({ ...wait, event })).toEqual({ ...waits, event: { connector: 'registers' } });
    expect(placed({ ...wait, event, due: 'P3D', overdue, remind })).toEqual({
      ...{ ...waits, event: { connector: 'registers' }, ...inThreeDays },
    });
  });

  it('that waits for nothing, or until no time, is a fault of the service', () => {
    const fault = (why: string) =>
      `A fault in the definition of the service (ask): ${why}. Tell those who maintain it`;
    expect(faultOf(asking(wait))).toBe(fault('a wait without until, for or event'));
    expect(faultOf(asking({ ...wait, until: 'form.name' }))).toBe(
      fault('until gives neither a day nor an instant'),
    );
  });
});

describe('branches and items that are opened', () => {
  const branch = {
    initial: 'decide',
    states: {
      decide: { type: 'task', role: 'head', actions: { ok: { to: 'yes' } } },
      yes: { type: 'end', outcome: 'yes' },
    },
  };
  const on = { join: { outcome: 'yes', need: 'all' }, next: 'granted', otherwise: 'refused' };

  it('wait as one place around those inside, due as the state says', () => {
    const both = { type: 'parallel', branches: { one: branch }, ...on };
    expect(placed(both)).toEqual({ ...place, type: 'parallel', kind: 'group' });
    expect(placed({ ...both, due: 'P3D', overdue, remind })).toEqual({
      ...{ ...place, type: 'parallel', kind: 'group', ...inThreeDays },
    });
  });
});

it('a payment is left out for whoever is exempt by any of the reasons; one that tells neither is a fault', () => {
  const pay = {
    ...{ type: 'pay', connector: 'bank', amount: '100', purpose: { uk: 'Збір' }, next: 'granted' },
  };
  const exempt = (...whens: string[]) =>
    asking({ ...pay, exempt: whens.map((when) => ({ when, title: { uk: 'Пільга' } })) });
  const pays = (...whens: string[]) => begun(exempt(...whens)).here.places.ask !== undefined;
  expect([pays(), pays('false'), pays('false', 'form.name = "Олена"')]).toEqual([true, true, false]);
  expect(faultOf(exempt('form.name'))).toBe(
    'A fault in the definition of the service (ask): “form.name” is neither true nor false. Tell those who maintain it',
  );
});

it('an answer that comes is that of the one place that asked', () => {
  const call = { type: 'call', connector: 'houses', input: {}, next: 'granted', failed: 'refused' };
  const play = asked(call);
  expect(play.here.places.ask).toMatchObject({ ...place, kind: 'ask', pending: [`${play.here.id}/2/0`] });
  expect(answer(play, {})).toBeUndefined();
  expect(play.here.outcome?.outcome).toBe('granted');
});
