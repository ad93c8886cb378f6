import { describe, expect, it } from 'vitest';
import type { State } from '#core/definition/index.ts';
import { end, fixed, monday, run, task } from './small-run.testing.ts';

const review = { review: task({ on: { to: 'granted' } }), granted: end('granted') };
const at = (n: number, moment = monday) => Array.from({ length: n }, () => moment);
const role = (uk: string, en: string) => ({ title: { uk, en }, sees: [] });

describe('the bottleneck of a run', () => {
  const states = {
    review: task({ on: { to: 'sign' } }),
    sign: task({ on: { to: 'granted' } }, { role: 'head' }),
    granted: end('granted'),
  };
  const roles = { roles: { r: role('Реєстратор', 'Registrar'), head: role('Голова', 'Head') } };

  it('is the role whose queue took the most working time, not the first one', () => {
    // the registrar has cases wait for 1 and 2 hours, the head for 2 and 4
    const plan = { days: 1, work: { review: fixed(60), sign: fixed(180) }, staff: { r: 1, head: 1 } };
    const { bottleneck, roles: seen, cases } = run(states, at(3), plan, roles);
    expect(bottleneck).toEqual({
      ...{ role: 'head', title: { uk: 'Голова', en: 'Head' }, ofWaiting: 0.6667 },
      says: {
        uk: 'Голова: 67 % усього чекання на людей, зайнятість 88 %',
        en: 'Head: 67 % of all waiting for people, 88 % busy',
      },
    });
    expect(cases).toEqual({ arrived: 3, ended: 2, open: 1, outcomes: { granted: 2 } });
    // the last is in the hands of the head, an hour of it done
    expect(seen).toMatchObject([
      { role: 'r', utilisation: 0.375, done: 3, waited: 0.6667, queue: { mean: 0.375, most: 2, atEnd: 0 } },
      { role: 'head', utilisation: 0.875, done: 2, waited: 0.6667, queue: { mean: 0.75, most: 2, atEnd: 0 } },
    ]);
    expect(seen.map(({ waiting }) => waiting)).toEqual([
      { median: 1, p90: 2, mean: 1 },
      { median: 2, p90: 4, mean: 2 },
    ]);
  });

  it('is the first of two that are waited for alike, and none where nobody is', () => {
    const alike = { work: { review: fixed(60), sign: fixed(120) }, staff: { r: 1, head: 1 } };
    expect(run(states, at(3), alike, roles).bottleneck).toMatchObject({ role: 'r', ofWaiting: 0.5 });
    const plenty = { ...alike, staff: { r: 3, head: 3 } };
    expect(run(states, at(3), plenty, roles).bottleneck).toBeNull();
  });

  it.each([
    // so many come at once, so many minutes each: how many stand in the queue as the day ends
    [12, 500, 11, true],
    [11, 500, 10, false],
    [20, 130, 16, true],
    [20, 110, 15, false],
  ])('has more work than it can do where %i cases of %i minutes leave %i: %s', (n, minutes, left, more) => {
    const { bottleneck, roles: seen } = run(review, at(n), { days: 1, work: { review: fixed(minutes) } });
    expect(seen[0]?.queue).toMatchObject({ most: n - 1, atEnd: left });
    expect(bottleneck?.says.en.endsWith('; more work comes than they can do')).toBe(more);
    expect(bottleneck?.says.uk.endsWith('; роботи надходить більше, ніж вони встигають')).toBe(more);
  });
});

it('a queue is long by what there are people for it', () => {
  const of = (n: number) => run(review, at(n), { days: 1, staff: { r: 2 }, work: { review: fixed(500) } });
  expect(of(14).bottleneck?.says.en).toBe('t: 100 % of all waiting for people, 100 % busy');
  expect(of(23).bottleneck?.says.en).toContain('; more work comes than they can do');
});

describe('the cases of a run', () => {
  const work = { review: fixed(1) };

  it('come at random, about as many a day as the plan says, within its days', () => {
    const of = (seed: number, perDay = 40) =>
      run(review, [], { arrivals: { perDay }, seed, days: 10, work, hours: 'always' });
    expect(Math.abs(of(1).cases.arrived - 400)).toBeLessThan(60);
    expect(of(1)).toEqual(of(1));
    expect(of(2).cases.arrived).not.toBe(of(1).cases.arrived);
    expect(of(1, 10).cases.arrived).toBeLessThan(150);
    expect(of(1).plan.seed).toBe(1);
    expect(run(review, [], { arrivals: { perDay: 40 }, days: 10, work, hours: 'always' })).toEqual(of(1));
  });

  it('come from its first day to its last, at any hour', () => {
    const { series, states } = run(review, [], {
      ...{ arrivals: { perDay: 50 }, days: 3, hours: 'always', work: { review: fixed(60 * 24 * 9) } },
    });
    const [first = 0, second = 0, third = 0] = series.queues.r ?? [];
    for (const [less, more] of [
      [0, first],
      [first, second],
      [second, third],
    ] as const) {
      expect(more - less).toBeGreaterThan(25);
      expect(more - less).toBeLessThan(80);
    }
    expect(states[0]).toMatchObject({ visits: 0, stay: null });
  });

  it('of a record that knows only days come at some hour of theirs', () => {
    const days = (moments: string[], more: object) =>
      run(review, moments, { work, hours: 'always', ...more });
    const all = days(at(30, '2026-03-03'), { days: 3 });
    expect(all.cases).toMatchObject({ arrived: 30, ended: 30 });
    expect(days(at(30, '2026-03-03'), { days: 1 }).cases.arrived).toBe(0);
    // some of them wait for others, not all come at once
    expect(all.roles[0]?.queue.most).toBeLessThan(5);
    expect(days(at(30, '2026-03-03T10:00:00Z'), { days: 3 }).roles[0]?.queue.most).toBe(29);
  });

  it('of a record come by their times, in whatever order it has them', () => {
    const { series } = run(review, ['2026-03-04T07:00:00Z', monday], {
      days: 3,
      work: { review: fixed(3000) },
    });
    expect(series.queues).toEqual({ r: [0, 0, 1] });
  });

  it('that a record names wrongly are told by what it says', () => {
    for (const text of ['yesterday', '2026-02-30', '2026-03-02T25:00:00Z'])
      expect(() => run(review, [monday, text])).toThrow(
        expect.objectContaining({
          ...{ name: 'PlanError', code: 'plan' },
          says: {
            uk: `arrivals: «${text}» — ні мить, ні день.`,
            en: `arrivals: “${text}” is neither an instant nor a day.`,
          },
        }),
      );
  });

  it('are counted by outcome, in the order of the alphabet, with how long they took', () => {
    const states = {
      review: task({ on: { to: 'yes' }, off: { to: 'no' } }),
      yes: end('yes'),
      no: end('no'),
    };
    const shares = { review: { on: 1, off: 1 } };
    const { cases, duration, assumed, service } = run(states, at(40), { work, shares, staff: { r: 40 } });
    expect(Object.keys(cases.outcomes)).toEqual(['no', 'yes']);
    expect((cases.outcomes.no ?? 0) + (cases.outcomes.yes ?? 0)).toBe(40);
    expect(duration).toEqual({ median: 0.0007, p90: 0.0007, mean: 0.0007 });
    expect(service).toBe('s');
    expect(assumed).toHaveLength(1);
  });

  it('that are late or open beyond the term are late, of those whose term stopped or ran out', () => {
    const term = {
      decideWithin: { hours: 2, from: 'submitted', until: ['granted'], overdue: { meaning: 'late' } },
    };
    // done at ten, at eleven, at twelve; the fourth is open, the last came an hour before the end
    const { late } = run(
      review,
      [...at(4), '2026-03-02T21:00:00Z'],
      { days: 1, work: { review: fixed(60) } },
      term,
    );
    expect(late).toEqual({ late: 2, of: 4, share: 0.5, limit: { uk: '2 год', en: '2 hours' } });
    const open = run(review, at(4), { days: 1, work: { review: fixed(300) } }, term);
    expect(open.late).toMatchObject({ late: 4, of: 4, share: 1 });
  });

  it('pass roles and states that are told once each, in the order of the flow', () => {
    const states = {
      review: task({ on: { to: 'check' } }, { title: { uk: 'Розгляд', en: 'Review' } }),
      check: task({ on: { to: 'granted' } }),
      granted: end('granted'),
    };
    const { roles, states: seen } = run(states, [monday], { work: { review: fixed(60), check: fixed(30) } });
    expect(roles.map(({ role: one, done }) => [one, done])).toEqual([['r', 2]]);
    expect(seen.map(({ path, visits, stay }) => [path, visits, stay?.mean])).toEqual([
      ['review', 1, 0.0417],
      ['check', 1, 0.0208],
    ]);
  });

  it('of what a plan leaves out it is told once, in both languages, what was assumed', () => {
    const states = {
      review: task({ again: { to: 'review', atMost: 1 }, on: { to: 'ask' } }),
      ask: { type: 'party', party: 'applicant', actions: { yes: { to: 'granted' } } } as State,
      granted: end('granted'),
    };
    const { assumed, roles } = run(states, at(2), { staff: {} });
    expect(roles[0]?.staff).toBe(1);
    expect(assumed.slice(0, -1)).toEqual([
      { uk: 'людей у ролі «т»: 1', en: 'people in the role “t”: 1' },
      { uk: 'робота над review: у середньому 30 хв', en: 'work on review: 30 minutes on average' },
      { uk: 'відповідь у ask: у середньому 24 год', en: 'answer in ask: 24 hours on average' },
    ]);
  });
});
