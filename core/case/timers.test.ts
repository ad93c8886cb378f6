import { describe, expect, it } from 'vitest';
import { asking } from './asks.testing.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
import { visible } from './visible.ts';
import { timersOf } from './waiting.ts';

const inConsents = (): Play => {
  const play = new Play();
  play.submit([{ rnokpp: '2222222222', email: 'petro@mail.example' }]);
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
  return play;
};
const ask = 'consents/1/ask';
/** The timer of a kind fires once its time has come. */
function fires(play: Play, path: string, kind: 'due' | 'remind0') {
  const at = timersOf(play.here).find((t) => t.path === path && t.kind === kind)?.at ?? '';
  if (at > play.now) play.now = at;
  return play.do(asSystem, { type: 'timerFired', path, kind, at });
}

describe('a co-owner who does not answer', () => {
  it('is reminded once, before the last day, and the case stays where it is', () => {
    const play = inConsents();
    expect(fires(play, ask, 'remind0')).toBeUndefined();
    expect(play.events.at(-1)).toMatchObject({
      type: 'notified',
      messages: [{ message: 'reminder', to: 'owner/1' }],
    });
    expect(fires(play, ask, 'remind0')).toBe('late');
    expect(play.here.places[ask]).toBeDefined();
  });

  it('has said no by silence once the time is over', () => {
    const play = inConsents();
    expect(fires(play, ask, 'due')).toBeUndefined();
    expect(play.here.outcome?.outcome).toBe('refused');
    expect(play.here.outcomes).toEqual({ 'consents/1': 'declined' });
    const late = { type: 'act', path: ask, action: 'agree' } as const;
    expect(play.do(asParty(petro), late)).toBe('ended');
  });
});

describe('a step with many reminders', () => {
  const remind = Array.from({ length: 12 }, (_, n) => ({
    before: `P${20 - n}D`,
    message: n === 11 ? 'late' : 'done',
  }));
  const step = {
    ...{ type: 'task', role: 'registrar', due: 'P30D', overdue: { raise: 'head', notify: ['done'] }, remind },
    actions: { approve: { to: 'granted' } },
  };
  const begun = () => {
    const play = new Play(asking(step));
    play.submit();
    return play;
  };
  const fires = (play: Play, kind: 'remind1' | 'remind11') => {
    play.now = timersOf(play.here).find((one) => one.kind === kind)?.at ?? '';
    const before = play.events.length;
    expect(play.do(asSystem, { type: 'timerFired', path: 'ask', kind, at: play.now })).toBeUndefined();
    return play.events.slice(before);
  };

  it('tells each its own, and nobody that the step is late before it is', () => {
    const play = begun();
    const [fired, told, ...none] = fires(play, 'remind11');
    expect(none).toEqual([]);
    expect(fired).toMatchObject({ type: 'timerFired', path: 'ask', kind: 'remind11' });
    expect(fired).not.toHaveProperty('raisedTo');
    expect(told).toMatchObject({ messages: [{ message: 'late', to: 'head' }] });
    const [, other] = fires(begun(), 'remind1');
    expect(other).toMatchObject({ messages: [{ message: 'done', to: 'applicant' }] });
  });

  it('tells nothing of one that the definition has no more', () => {
    const old = begun();
    for (const remind of [[], undefined]) {
      const play = new Play(asking({ ...step, remind }));
      Object.assign(play, { case: old.here });
      expect(fires(play, 'remind11')).toMatchObject([{ type: 'timerFired' }]);
    }
  });
});

describe('a timer of what the definition has no more', () => {
  it('is a fault of the definition, wherever the case waits', () => {
    const wait = { type: 'wait', for: 'P1D', next: 'granted' };
    const decideWithin = {
      ...{ workingDays: 2, from: 'submitted', until: ['granted'] },
      overdue: { meaning: 'late' },
    };
    const base = asking(wait);
    const play = new Play({ ...base, bundle: { ...base.bundle, decideWithin } } as never);
    play.submit();
    const held = { e: { type: 'reserve', connector: 'q', path: 'ask', seq: 1, until: play.now } };
    play.case = { ...play.here, held } as never;
    const { states: _, ...flow } = base.bundle.flow;
    const { decideWithin: __, ...bundle } = base.bundle;
    const none = { ...base, bundle: { ...bundle, flow: { ...flow, states: {} } } };
    play.now = '2026-04-01T00:00:00Z';
    const timers = timersOf(play.here);
    expect(timers.map(({ kind }) => kind)).toEqual(['until', 'hold', 'decide']);
    for (const timer of timers) {
      const now = Object.assign(new Play(none as never), { case: play.here, now: play.now });
      expect(now.do(asSystem, { type: 'timerFired', ...timer }), timer.kind).toBe('definitionFault');
    }
  });
});

describe('a timer that is set', () => {
  it('fires by itself once its time has come, and at nobody’s word', () => {
    const play = inConsents();
    const timer = timersOf(play.here).find(({ kind }) => kind === 'remind0');
    if (!timer) throw new Error('a reminder');
    expect(play.do(asSystem, { type: 'timerFired', ...timer })).toBe('late');
    play.now = timer.at;
    for (const actor of [asParty(petro), asOfficer('o-head', 'head')])
      expect(play.do(actor, { type: 'timerFired', ...timer })).toBe('notAllowed');
    expect(play.do(asSystem, { type: 'timerFired', ...timer })).toBeUndefined();
  });
});

describe('a registry that gave no answer', () => {
  const call = {
    ...{ type: 'call', connector: 'population', input: {}, retryFor: 'P2D', next: 'granted' },
    failed: [{ when: 'failure.code = "due"', to: 'refused' }, { to: 'granted' }],
  };
  const runsOut = (more: object, kind: 'due' | 'retry') => {
    const play = new Play(asking({ ...call, ...more }));
    play.submit();
    play.now = timersOf(play.here).find((one) => one.kind === kind)?.at ?? '';
    expect(play.do(asSystem, { type: 'timerFired', path: 'ask', kind, at: play.now })).toBeUndefined();
    return play.here.outcome?.outcome;
  };

  it('is not asked any more: the case goes on as after a failure, by the name of that', () => {
    expect(runsOut({}, 'retry')).toBe('refused');
    expect(runsOut({ due: 'P1D' }, 'due')).toBe('refused');
  });

  it('is late by its deadline alone where the definition says what happens then', () => {
    const due = { due: 'P5D', overdue: { to: 'late', notify: ['done'] } };
    expect(runsOut(due, 'due')).toBe('late');
    expect(runsOut(due, 'retry')).toBe('refused');
  });
});

describe('a wait that is over', () => {
  it('goes on, and tells nobody that anything is late', () => {
    const wait = { type: 'wait', for: 'P1D', due: 'P9D', overdue: { notify: ['done'] }, next: 'granted' };
    const play = new Play(asking(wait));
    play.submit();
    play.now = timersOf(play.here).find(({ kind }) => kind === 'until')?.at ?? '';
    expect(
      play.do(asSystem, { type: 'timerFired', path: 'ask', kind: 'until', at: play.now }),
    ).toBeUndefined();
    expect(play.here.outcome?.outcome).toBe('granted');
    expect(play.events.some(({ type }) => type === 'notified')).toBe(false);
  });
});

describe('branches that take too long', () => {
  const branch = {
    initial: 'ask',
    states: {
      ask: { type: 'task', role: 'head', actions: { approve: { to: 'yes' } } },
      yes: { type: 'end', outcome: 'yes' },
    },
  };
  const both = {
    ...{ type: 'parallel', branches: { one: branch, two: branch }, join: { outcome: 'yes', need: 'all' } },
    ...{ next: 'granted', otherwise: 'refused', due: 'P3D' },
  };
  const late = (overdue: object) => {
    const play = new Play(asking({ ...both, overdue }));
    play.submit();
    expect(fires(play, 'ask', 'due')).toBeUndefined();
    return play;
  };

  it('are broken off where the definition says what happens then', () => {
    const play = late({ to: 'late' });
    expect(play.here.outcome?.outcome).toBe('late');
    expect(play.here.places).toEqual({});
    expect(play.events.find(({ type }) => type === 'cancelled')).toMatchObject({
      paths: ['ask/one/ask', 'ask/two/ask'],
    });
  });

  it('go on where it only says who is told', () => {
    const play = late({ notify: ['late'] });
    expect(Object.keys(play.here.places)).toEqual(['ask', 'ask/one/ask', 'ask/two/ask']);
    expect(play.events.at(-1)).toMatchObject({
      type: 'notified',
      messages: [{ message: 'late', to: 'head' }],
    });
  });
});

describe('a step that is due sooner than its reminder', () => {
  it('is not reminded of, and is late when it is late', () => {
    const remind = [
      { before: 'P3D', message: 'done' },
      { before: 'PT1H', message: 'done' },
    ];
    const step = { type: 'party', party: 'applicant', due: 'P1D', overdue: { to: 'late' }, remind };
    const play = new Play(asking({ ...step, actions: {} }));
    play.submit();
    expect(
      timersOf(play.here)
        .filter(({ path }) => path === 'ask')
        .map(({ kind }) => kind),
    ).toEqual(['due', 'remind1']);
    expect(fires(play, 'ask', 'due')).toBeUndefined();
    expect(play.here.outcome?.outcome).toBe('late');
  });
});

describe('a deadline that leads on', () => {
  const sent = (play: Play) =>
    play.events.flatMap((one) => (one.type === 'notified' ? one.messages : [])).map(({ message }) => message);

  it('tells of it too, where the definition says whom, and of what comes after', () => {
    const step = { type: 'party', party: 'applicant', due: 'P1D', overdue: { to: 'late', notify: ['done'] } };
    const late = { type: 'end', outcome: 'late', kind: 'left', notify: ['late'] };
    const play = new Play(asking({ ...step, actions: {} }, { states: { late } }));
    play.submit();
    expect(fires(play, 'ask', 'due')).toBeUndefined();
    expect(play.here.outcome?.outcome).toBe('late');
    expect(sent(play)).toEqual(['done', 'late']);
  });

  it('of the whole case tells whom the definition names, of that alone', () => {
    const decideWithin = {
      ...{ workingDays: 2, from: 'submitted', until: ['granted'] },
      overdue: { meaning: 'refusal', to: 'refused', notify: ['done'] },
    };
    const base = asking({ type: 'wait', for: 'P90D', next: 'granted' });
    const play = new Play({ ...base, bundle: { ...base.bundle, decideWithin } } as never);
    play.submit();
    const timer = timersOf(play.here).find(({ kind }) => kind === 'decide');
    play.now = timer?.at ?? '';
    expect(play.do(asSystem, { type: 'timerFired', path: '', kind: 'decide', at: play.now })).toBeUndefined();
    expect(play.events.find(({ type }) => type === 'termOverdue')).not.toHaveProperty('raisedTo');
    expect(play.here.outcome?.outcome).toBe('refused');
    expect(sent(play)).toEqual(['done']);
  });
});

describe('a term in law that runs out', () => {
  it('breaks off what is asked of others, and raises the tasks to whom the definition names', () => {
    const call = { type: 'call', connector: 'population', input: {}, next: 'granted', failed: 'refused' };
    const decideWithin = {
      ...{ workingDays: 2, from: 'submitted', until: ['granted'] },
      overdue: { meaning: 'refusal', to: 'refused', raise: 'head' },
    };
    const base = asking(call);
    const play = new Play({ ...base, bundle: { ...base.bundle, decideWithin } } as never);
    play.submit();
    const effect = play.effect('ask');
    play.now = timersOf(play.here).find(({ kind }) => kind === 'decide')?.at ?? '';
    play.do(asSystem, { type: 'timerFired', path: '', kind: 'decide', at: play.now });
    expect(play.events.find(({ type }) => type === 'termOverdue')).toMatchObject({
      ...{ meaning: 'refusal', raisedTo: 'head' },
    });
    expect(play.events.find(({ type }) => type === 'cancelled')).toMatchObject({
      effects: { ask: { connector: 'population', ids: [effect] } },
    });
    expect(play.here.outcome?.outcome).toBe('refused');
    expect(play.here.places).toEqual({});
  });
});

describe('an office that nobody can write to', () => {
  it('is not told that a task is late, and the task is late all the same', () => {
    const text = JSON.stringify(small.live).replaceAll('central@city.example', '');
    const live = JSON.parse(text.replace('"contacts":{"email":""}', '"contacts":{}'));
    const play = new Play({ ...small, live });
    play.toReview();
    expect(fires(play, 'review', 'due')).toBeUndefined();
    expect(play.here.places.review).toMatchObject({ overdue: true, raisedTo: 'head' });
    expect(play.events.some(({ type }) => type === 'notified')).toBe(false);
  });
});

describe('a timer that was not set', () => {
  it('does nothing: of another place, of another kind, of another instant', () => {
    const play = new Play();
    play.toReview();
    const [due, decide] = ['due', 'decide'].map((kind) =>
      timersOf(play.here).find((one) => one.kind === kind),
    );
    if (!due || !decide) throw new Error('two timers');
    play.now = '2027-01-01T00:00:00Z';
    const fired = (timer: typeof due) => play.do(asSystem, { type: 'timerFired', ...timer });
    expect(fired({ ...due, path: 'check' })).toBe('late');
    expect(fired({ ...due, kind: 'remind0' })).toBe('late');
    expect(fired({ ...due, at: decide.at })).toBe('late');
    expect(fired({ ...due, path: '', kind: 'decide' })).toBe('late');
    expect(fired({ ...decide, path: 'review' })).toBe('late');
    expect(fired({ path: 'check', kind: 'until', at: due.at })).toBe('late');
    expect(fired(due)).toBeUndefined();
    expect(fired(decide)).toBeUndefined();
  });
});

describe('a correction that does not come', () => {
  it('leaves the application abandoned', () => {
    const play = new Play();
    play.toReview();
    play.review('return', { reason: 'x', marks: [{ pointer: '/name' }] });
    expect(fires(play, 'correction', 'due')).toBeUndefined();
    expect(play.here.outcome).toMatchObject({ outcome: 'abandoned', kind: 'left' });
  });
});

describe('what officers see of each other’s decisions', () => {
  it('is shown to the roles whose work leans on it, with what was noted', () => {
    const play = new Play();
    play.toReview();
    play.review('approve', { data: { note: 'Усе гаразд' } });
    const see = (role: string) =>
      visible(
        play.service,
        play.here,
        { kind: 'officer', appointment: asOfficer('o-x', role).appointment },
        play.now,
      )?.results;
    expect(see('head')?.review).toMatchObject({ action: 'approve', entered: { note: 'Усе гаразд' } });
    expect(see('lawyer')).toEqual({});
    const own = visible(play.service, play.here, { kind: 'party', identity: olena }, play.now)?.results;
    expect(own?.review).not.toHaveProperty('entered');
  });
});
