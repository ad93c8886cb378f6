import { describe, expect, it } from 'vitest';
import type { Duration, Flow, Live, ServiceBundle, State } from '#core/definition/index.ts';
import { prove } from './prove.ts';

const text = { uk: 'т', en: 't' };
const task = (due: Duration, to: { [action: string]: string | [string, number] }): State =>
  ({
    type: 'task',
    role: 'r',
    due,
    overdue: { raise: 'r' },
    actions: Object.fromEntries(
      Object.entries(to).map(([action, way]) => [
        action,
        typeof way === 'string' ? { to: way } : { to: way[0], atMost: way[1] },
      ]),
    ),
  }) as State;
const end = (outcome: string): State => ({ type: 'end', outcome, kind: 'granted' }) as State;
const days = (n: number) => ({ workingDays: n });

function longest(states: Flow['states'], rule: object = {}, connectors: object = {}) {
  const initial = Object.keys(states)[0] ?? '';
  const bundle = {
    id: 'long',
    agency: 'a',
    startedBy: { applicant: true },
    parties: { applicant: {} },
    roles: { r: { title: text, sees: [] } },
    form: { schema: {}, pages: [] },
    flow: { initial, states },
    retention: {},
    decideWithin: {
      workingDays: 5,
      from: 'submitted',
      until: ['granted'],
      overdue: { meaning: 'late' },
      ...rule,
    },
  } as unknown as ServiceBundle;
  const {
    longest: found,
    failures,
    notExplored,
  } = prove({ bundle, live: { connectors, agencies: {} } as Live });
  const path = found?.path.map((s) => `${s.at}${s.action ? `.${s.action}` : ''}`) ?? [];
  return {
    ...found,
    path,
    takes: found?.path.map((s) => s.takes?.en),
    notExplored,
    tooLong: failures.some((f) => f.code === 'tooLong'),
  };
}

describe('the longest path', () => {
  it('adds up the deadlines of the states, to the end of the term', () => {
    const { length, path, tooLong } = longest({
      one: task(days(2), { on: 'two', skip: 'granted' }),
      two: task(days(3), { on: 'granted' }),
      granted: end('granted'),
    });
    expect({ length, path, tooLong }).toEqual({ length: 5, path: ['one.on', 'two.on'], tooLong: false });
  });

  it('is the longest of several ways, whichever is written first', () => {
    const of = (to: { [action: string]: string }) =>
      longest({
        start: task(days(1), to),
        short: task(days(1), { on: 'granted' }),
        long: task(days(9), { on: 'granted' }),
        longer: task(days(10), { on: 'granted' }),
        granted: end('granted'),
      }).path;
    expect(of({ a: 'short', b: 'long', c: 'longer' })).toEqual(['start.c', 'longer.on']);
    expect(of({ a: 'longer', b: 'short', c: 'long' })).toEqual(['start.a', 'longer.on']);
    expect(of({ a: 'long', b: 'longer', c: 'short' })).toEqual(['start.b', 'longer.on']);
  });

  it('goes through a flow of many choices whole, every stay known', () => {
    const states = Array.from({ length: 24 }, (_, n) => [
      [`s${n}`, task(days(1), { on: `s${n + 1}`, ask: `t${n}` })],
      [`t${n}`, task(days(1), { on: `s${n + 1}` })],
    ]);
    const all = { ...Object.fromEntries(states.flat()), s24: end('granted') } as Flow['states'];
    const { length, notExplored } = longest(all, { until: ['elsewhere'] });
    expect(length).toBe(48);
    const said = notExplored.map((t) => t.en).join();
    expect(said).not.toContain('The longest path');
  });

  it('goes through the circle of each knot, one after the other', () => {
    const { length, path } = longest({
      a: task(days(1), { again: 'a', on: 'b' }),
      b: task(days(10), { again: 'b', on: 'c' }),
      c: task(days(100), { again: ['c', 2], on: 'granted' }),
      granted: end('granted'),
    });
    expect(length).toBe(2 + 20 + 300);
    expect(path).toEqual(['a.again', 'a.on', 'b.again', 'b.on', 'c.again', 'c.again', 'c.on']);
  });

  it('goes through a circle once, or as often as it may be gone through', () => {
    const flow = (to: string | [string, number]) => ({
      review: task(days(2), { back: to, on: 'granted' }),
      fix: task(days(3), { again: 'review' }),
      granted: end('granted'),
    });
    expect(longest(flow('fix')).length).toBe(2 + 3 + 2);
    const three = longest(flow(['fix', 3]));
    expect(three.length).toBe(2 + 3 * (3 + 2));
    expect(three.tooLong).toBe(true);
    expect(three.path.filter((s) => s === 'review.back')).toHaveLength(3);
  });

  it('goes through a long circle as often as may be', () => {
    const states = Array.from({ length: 90 }, (_, n) => [`s${n}`, task(days(1), { on: `s${n + 1}` })]);
    const last = task(days(1), { again: ['s0', 100], on: 'granted' });
    const all = { ...Object.fromEntries(states), s90: last, granted: end('granted') } as Flow['states'];
    expect(longest(all).length).toBe(91 * 101);
  });

  it('goes once more through a circle for each limited way that leads into it', () => {
    const { length } = longest({
      review: task(days(1), { left: ['fix', 2], right: 'fix', on: 'granted' }),
      fix: task(days(10), { again: 'review' }),
      granted: end('granted'),
    });
    expect(length).toBe(1 + 2 * (10 + 1) + (10 + 1));
  });

  it('goes through several circles of one state, and circles within circles', () => {
    expect(
      longest({
        review: task(days(1), { left: ['a', 2], right: 'b', on: 'granted' }),
        a: task(days(10), { again: 'review' }),
        b: task(days(100), { again: 'review' }),
        granted: end('granted'),
      }).length,
    ).toBe(1 + 2 * (10 + 1) + (100 + 1));
    expect(
      longest({
        outer: task(days(1), { on: 'inner' }),
        inner: task(days(10), { again: 'inner', back: 'outer', on: 'granted' }),
        granted: end('granted'),
      }).length,
    ).toBe(1 + 10 + 10 + 1 + 10);
  });

  it('says of each step how long the case may stay before it', () => {
    const { takes } = longest(
      {
        one: task(days(1), { on: 'two' }),
        two: task('P1DT12H', { on: 'three' }),
        three: task({ hours: 3 }, { on: 'granted' }),
        granted: end('granted'),
      },
      { pausedIn: ['three'] },
    );
    expect(takes).toEqual(['1 working day', '1 day 12 hours', 'the term stands still']);
  });

  it('takes the longest of branches that run side by side', () => {
    const branch = (name: string, n: number): Flow => ({
      initial: name,
      states: { [name]: task(days(n), { yes: `${name}Yes` }), [`${name}Yes`]: end('yes') },
    });
    const of = (a: number, b: number, c: number) =>
      longest({
        both: {
          type: 'parallel',
          branches: { a: branch('a', a), b: branch('b', b), c: branch('c', c) },
          join: { outcome: 'yes', need: 'all' },
          next: 'last',
          otherwise: 'granted',
        } as State,
        last: task(days(1), { on: 'granted' }),
        granted: end('granted'),
      });
    expect(of(2, 7, 3)).toMatchObject({ length: 8, path: ['both/b/b.yes', 'both', 'last.on'] });
    // of those that take as long the first
    expect(of(2, 7, 7).path).toEqual(['both/b/b.yes', 'both', 'last.on']);
  });

  it('stands still where the term does, begins and stops with it', () => {
    const states = {
      intake: task(days(50), { on: 'review' }),
      review: task(days(2), { ask: ['answer', 1], on: 'granted' }),
      answer: task(days(20), { on: 'review' }),
      granted: task(days(30), { on: 'over' }),
      over: end('over'),
    };
    expect(longest(states, { from: 'review', pausedIn: ['answer'] }).length).toBe(2 + 2);
  });

  it.each([20, 80])(
    'goes through %i circles of one state as far as the limit lets it, and says so',
    (count) => {
      const circles = Array.from({ length: count }, (_, n) => `s${n}`);
      const begun = process.cpuUsage();
      const { length, notExplored } = longest({
        hub: task(days(1), { ...Object.fromEntries(circles.map((s) => [`to${s}`, s])), on: 'granted' }),
        ...Object.fromEntries(circles.map((s) => [s, task(days(1), { back: 'hub' })])),
        granted: end('granted'),
      });
      // of the processor, in microseconds: the machine may be busy with something else
      expect(process.cpuUsage(begun).user).toBeLessThan(2_000_000);
      expect(length).toBeGreaterThanOrEqual(41);
      expect(notExplored.map((t) => t.en).join()).toContain('The longest path: the limit of');
    },
  );

  it.each([
    ['days of the calendar', { days: 9 }, 'days', 9 + 4 / 24, true],
    ['hours', { hours: 300 }, 'hours', 9 * 24 + 4, false],
    ['no unit: none at all', {}, 'days', 9 + 4 / 24, true],
  ])('is told in the unit of the term: %s', (_, rule, unit, most, tooLong) => {
    const states = {
      // a week from any day, a last day off rolling on
      one: task('P7D', { on: 'two' }),
      two: task({ hours: 4 }, { on: 'granted' }),
      granted: end('granted'),
    };
    const found = longest(states, { workingDays: undefined, ...rule });
    expect(found).toMatchObject({ unit, tooLong });
    expect(found.length).toBeCloseTo(most);
  });

  it('leaves a group where its own deadline does, however long its branches take', () => {
    const branch = { initial: 'a', states: { a: task(days(10), { yes: 'done' }), done: end('yes') } };
    const both = (more: object) =>
      longest({
        both: {
          ...{ type: 'parallel', branches: { b: branch }, join: { outcome: 'yes', need: 'all' } },
          ...{ next: 'granted', otherwise: 'granted', ...more },
        } as State,
        granted: end('granted'),
      }).length;
    expect(both({})).toBe(10);
    expect(both({ due: days(2), overdue: { to: 'granted' } })).toBe(2);
    // it is only told that it is late
    expect(both({ due: days(2), overdue: { raise: 'r' } })).toBe(10);
    // nothing is said of what happens then
    expect(both({ due: days(2) })).toBe(10);
    expect(both({ due: days(20), overdue: { to: 'granted' } })).toBe(10);
  });

  it('begins with the group in which its first state stands, with the flow where nothing leads there', () => {
    const inner = { initial: 'a', states: { a: task(days(10), { yes: 'done' }), done: end('yes') } };
    const each = { type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow: inner };
    const states = {
      intake: task(days(50), { on: 'group' }),
      group: {
        ...{ ...each, join: { outcome: 'yes', need: 'all' }, next: 'granted', otherwise: 'granted' },
      } as unknown as State,
      granted: end('granted'),
      lost: task(days(1), { on: 'granted' }),
    };
    expect(longest(states, { from: 'a' }).length).toBe(10);
    expect(longest(states, { from: 'group' }).length).toBe(10);
    expect(longest(states, { from: 'registered' }).length).toBe(60);
    expect(longest(states, { from: 'lost' }).length).toBe(60);
  });

  it('begins with the outermost group around its first state, however deep that stands', () => {
    const deep = {
      initial: 'deep',
      states: { deep: task(days(3), { yes: 'deepEnd' }), deepEnd: end('yes') },
    };
    const group = (name: string, flow: Flow) =>
      ({
        ...{ type: 'parallel', branches: { [name]: flow }, join: { outcome: 'yes', need: 'all' } },
        ...{ next: `${name}Yes`, otherwise: `${name}Yes` },
      }) as State;
    const inner = { initial: 'in', states: { in: group('inner', deep), innerYes: end('yes') } };
    const other = {
      initial: 'else',
      states: { else: task(days(7), { yes: 'elseEnd' }), elseEnd: end('yes') },
    };
    const states = {
      intake: task(days(50), { on: 'first' }),
      first: { ...group('other', other), next: 'out', otherwise: 'out' } as State,
      out: { ...group('outer', inner), next: 'granted', otherwise: 'granted' } as State,
      granted: end('granted'),
    };
    expect(longest(states, { from: 'deep' }).length).toBe(3);
    expect(longest(states, { from: 'else' }).length).toBe(10);
    expect(longest(states, { from: 'nowhere' }).length).toBe(60);
  });

  it('is shown by the fewest steps where two ways take as long', () => {
    const { path } = longest({
      start: task(days(1), { round: 'a', straight: 'b' }),
      a: task(days(1), { on: 'b2' }),
      b2: task(days(1), { on: 'granted' }),
      b: task(days(2), { on: 'granted' }),
      granted: end('granted'),
    });
    expect(path).toEqual(['start.straight', 'b.on']);
    // the first of two of as many steps, or of one that takes more steps
    const first = (other: Flow['states']) =>
      longest({
        start: task(days(1), { left: 'a', right: 'b' }),
        a: task(days(2), { on: 'granted' }),
        granted: end('granted'),
        ...other,
      }).path;
    expect(first({ b: task(days(2), { on: 'granted' }) })).toEqual(['start.left', 'a.on']);
    const longer = { b: task(days(1), { on: 'c' }), c: task(days(1), { on: 'granted' }) };
    expect(first(longer)).toEqual(['start.left', 'a.on']);
  });

  it('counts for a system the deadline of its connector, unless the state has its own', () => {
    const call = (more: object) =>
      ({ type: 'call', connector: 'c', input: {}, next: 'granted', failed: 'granted', ...more }) as State;
    const of = (more: object) =>
      longest({ call: call(more), granted: end('granted') }, {}, { c: { id: 'c', due: days(4) } });
    expect(of({})).toMatchObject({ length: 4, takes: ['4 working days'] });
    expect(of({ due: days(1) })).toMatchObject({ length: 1, takes: ['1 working day'] });
    expect(longest({ call: call({}), granted: end('granted') }).notExplored.map((t) => t.uk)[0]).toBe(
      'Найдовший шлях: скільки справа пробуде у «call», з опису не видно; пораховано як 0',
    );
  });

  it('passes by what no state names: a term that runs out, an applicant who withdraws', () => {
    const { path } = longest(
      {
        one: task(days(1), { on: 'two' }),
        two: task(days(9), { on: 'granted' }),
        granted: end('granted'),
        gone: { type: 'end', outcome: 'gone', kind: 'withdrawn' } as State,
        silence: task(days(90), { on: 'granted' }),
      },
      { overdue: { meaning: 'consent', to: 'silence' } },
    );
    expect(path).toEqual(['one.on', 'two.on']);
  });

  it('is nothing where a case never ends, and none where the law sets no term', () => {
    const states = { one: task(days(2), { on: 'one' }), granted: end('granted') };
    expect(longest(states)).toMatchObject({ length: 0, path: [], tooLong: false });
    expect(longest(states, { workingDays: undefined, days: 0 })).toMatchObject({ limit: 0, tooLong: false });
  });

  it('counts what a connector is given, and nothing for what publishes by itself', () => {
    const publish = { type: 'publish', body: [], next: 'granted' } as unknown as State;
    const { length, notExplored } = longest({
      one: task(days(2), { on: 'publish' }),
      publish,
      granted: end('granted'),
    });
    expect(length).toBe(2);
    expect(notExplored.map((t) => t.en).join()).not.toContain('how long a case stays');
  });

  it('asks no stay that lies before the term begins or after it has stopped', () => {
    const wait = (next: string) => ({ type: 'wait', until: 'form.day', next }) as State;
    const states = {
      first: wait('review'),
      review: task(days(2), { on: 'granted' }),
      granted: wait('over'),
      over: end('over'),
    };
    const said = (rule: object) =>
      longest(states, rule)
        .notExplored.map((t) => t.en)
        .join();
    expect(said({ from: 'review' })).not.toContain('how long a case stays');
    expect(said({})).toContain('how long a case stays in “first”');
    expect(said({})).not.toContain('“granted”');
  });

  it('says which stays cannot be seen, and counts the answers of systems', () => {
    const { length, path, notExplored } = longest({
      wait: { type: 'wait', until: 'form.day', next: 'pause' } as State,
      pause: { type: 'wait', for: days(3), next: 'event' } as State,
      event: {
        ...{ type: 'wait', event: { connector: 'c', match: 'true' }, next: 'granted' },
        ...{ due: days(4), overdue: { to: 'granted' } },
      } as State,
      granted: end('granted'),
    });
    expect(length).toBe(3 + 4);
    expect(path).toEqual(['wait', 'pause', 'event']);
    expect(notExplored.map((t) => t.en).join()).toContain('how long a case stays in “wait”');
  });
});
