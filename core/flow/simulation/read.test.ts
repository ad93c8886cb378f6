import { describe, expect, it } from 'vitest';
import type { State } from '#core/definition/index.ts';
import { chart } from './chart.ts';
import { PlanError } from './plan.ts';
import { report } from './report.ts';
import { end, fixed, monday, run, task } from './small-run.testing.ts';
import type { Plan, RoleResult, Simulated } from './types.ts';

const review = { review: task({ on: { to: 'granted' } }), granted: end('granted') };
const work = { review: fixed(60) };

describe('a result read as text', () => {
  it('says so where nothing came: no time, no term, nobody who waits', () => {
    const nothing = run(review, [], { work, days: 2 });
    expect(nothing.cases).toEqual({ arrived: 0, ended: 0, open: 0, outcomes: {} });
    expect(nothing).toMatchObject({ duration: null, late: null, bottleneck: null });
    expect(nothing.roles).toMatchObject([{ waiting: null, waited: 0, queue: { mean: 0 }, utilisation: 0 }]);
    const said = report(nothing, 'en');
    expect(said).toContain('Cases: arrived 0, ended 0, still open 0');
    expect(said).toContain('Outcomes: –');
    expect(said).toContain('From submission to the end, days: median / 90 %: –');
    expect(said).toContain('Beyond the term: no term in law');
    expect(said).toContain('Bottleneck: nobody waits for anybody');
    expect(report(nothing, 'uk')).toContain('Вузьке місце: ніхто ні на кого не чекає');
  });

  it('says how many were late, of how many', () => {
    const term = {
      decideWithin: { hours: 1, from: 'submitted', until: ['granted'], overdue: { meaning: 'late' } },
    };
    const two = run(review, [monday, monday], { work }, term);
    expect(report(two, 'en')).toContain('Beyond the term (1 hour): 50 %, 1 of 2');
    expect(report(two, 'uk')).toContain('Пізніше строку (1 год): 50 %, 1 з 2');
  });

  it('says where more work comes than is done', () => {
    const many = Array.from({ length: 300 }, () => monday);
    const { bottleneck, roles } = run(review, many, { work, days: 3 });
    expect(roles[0]?.queue).toMatchObject({ most: 299 });
    expect(bottleneck?.says.uk).toContain('; роботи надходить більше, ніж вони встигають');
    expect(bottleneck?.says.en).toContain('; more work comes than they can do');
    // all of it came at once and most is done: no more comes than that
    const { bottleneck: over } = run(review, many.slice(0, 30), { work, days: 5 });
    expect(over?.says.en).not.toContain('more work');
  });

  it('is all nothing where the office was closed on all of its days', () => {
    const saturday = run(review, ['2026-03-07T07:00:00Z'], { from: '2026-03-07', days: 1, work });
    expect(saturday.roles[0]).toMatchObject({ utilisation: 0, done: 0, queue: { mean: 0, atEnd: 0 } });
    expect(saturday.cases).toMatchObject({ arrived: 1, open: 1 });
  });

  it('stands in columns: names from the left, numbers from the right', () => {
    const lines = report(run(review, [monday, monday], { work }), 'en');
    const from = lines.findIndex((line) => line.startsWith('State'));
    expect(lines.slice(from, from + 2)).toEqual([
      'State     times  stay, days: median / 90 %',
      '“review”      2                    0 / 0.1',
    ]);
  });

  it('calls a role and a state by their names where they have no title', () => {
    const result = run(review, [monday], { work, staff: {} }, { roles: undefined });
    expect(result.roles[0]?.title).toEqual({ uk: 'r', en: 'r' });
    expect(report(result, 'uk').join('\n')).toMatch(/\nr .*\n/);
    expect(report(result, 'en').join('\n')).toContain('“review”');
  });
});

describe('a result seen as a picture', () => {
  const result = () => run(review, [monday, monday], { work });
  const role = (title: string, more: Partial<RoleResult> = {}): RoleResult => ({
    ...(result().roles[0] as RoleResult),
    title: { uk: title, en: title },
    ...more,
  });
  const drawn = (more: Partial<Simulated>) => chart({ ...result(), ...more }, 'en');

  it('says that there are none where nobody works in the flow', () => {
    const wait = { wait: { type: 'wait', for: 'PT1H', next: 'granted' } as State, granted: end('granted') };
    const alone = run(wait, [monday]);
    expect(alone.roles).toEqual([]);
    expect(alone.bottleneck).toBeNull();
    expect(chart(alone, 'uk')).toContain('>Даних немає</text>');
    expect(chart(alone, 'en')).toContain('>No data</text>');
  });

  it('is whole for a single day, and without a line for a role of which nothing is known', () => {
    const svg = chart(run(review, [monday], { work, days: 1 }), 'en');
    expect(svg.match(/2026-03-02<\/text>/g)).toHaveLength(1);
    expect(svg).not.toMatch(/NaN|undefined/);
    expect(drawn({ series: { days: ['2026-03-02'], queues: {} } })).not.toContain('<polyline');
  });

  it.each([
    [1, ['0', '0.25', '0.5', '0.75', '1']],
    [3, ['0', '1', '2', '3', '4']],
    [7, ['0', '2', '4', '6', '8']],
    [9, ['0', '2.5', '5', '7.5', '10']],
    [41, ['0', '12.5', '25', '37.5', '50']],
    [0, ['0', '0.25', '0.5', '0.75', '1']],
  ])('has round numbers at its side, up to more than the longest queue: %i', (most, labels) => {
    const svg = drawn({ series: { days: ['2026-03-02', '2026-03-03'], queues: { r: [most, 0] } } });
    const side = [...svg.matchAll(/text-anchor="end" fill="#555555">([\d.]+)<\/text>/g)];
    expect(side.map(([, label]) => label)).toEqual(labels);
  });

  it('names the first and the last day and a few between', () => {
    const days = Array.from({ length: 21 }, (_, n) => `2026-03-${String(n + 1).padStart(2, '0')}`);
    const named = [
      ...drawn({ series: { days, queues: {} } }).matchAll(/text-anchor="(\w+)"[^>]*>2026-03-(\d+)</g),
    ];
    expect(named.map(([, at, day]) => `${day} ${at}`)).toEqual([
      ...['01 start', '06 middle', '11 middle', '16 middle', '21 end'],
    ]);
  });

  it('draws each queue over the days from left to right, the longest at the top', () => {
    const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
    const svg = drawn({ series: { days, queues: { r: [0, 4, 2] } } });
    expect(svg).toContain('<polyline points="56,244 378,44 700,144" fill="none" stroke="#0050a0"');
    const dashed = drawn({
      roles: [role('a'), { ...role('b'), role: 'b' }],
      series: { days, queues: { b: [1, 1, 1] } },
    });
    expect(dashed).toContain('stroke="#a34a00" stroke-width="2" stroke-dasharray="6 3"/>');
  });

  it('shortens a long name and keeps it whole for who points at it; what is markup stays text', () => {
    const svg = drawn({ roles: [role('Head of the <department> of "everything" & more')] });
    expect(svg).toContain('</title>Head of the &lt;department&gt; of &quot;ev…</text>');
    expect(svg).toContain(
      '<title>Head of the &lt;department&gt; of &quot;everything&quot; &amp; more</title>',
    );
  });

  it('tells seven roles apart as far as there are lines, and never draws a bar beyond its frame', () => {
    const svg = drawn({ roles: Array.from({ length: 7 }, (_, n) => role(`r${n}`, { utilisation: 1.4 })) });
    expect(new Set(svg.match(/stroke="#(?!ddd)\w+"/g)).size).toBe(6);
    expect(svg).toContain('>140 %</text>');
    expect([...svg.matchAll(/<rect [^>]*width="([\d.]+)" height="16"/g)].map(([, w]) => Number(w))).toEqual(
      Array.from({ length: 14 }, () => 250),
    );
  });
});

describe('a plan', () => {
  const plan = (more: object) => () => run(review, [monday], { work, ...more } as Partial<Plan>);

  it.each<[object, string]>([
    [{ arrivals: { perDay: 0 } }, 'arrivals.perDay is a number above 0'],
    [{ arrivals: { perDay: 200_000 } }, 'arrivals.perDay is a number above 0'],
    [{ arrivals: { perDay: Number.NaN } }, 'arrivals.perDay is a number above 0'],
    [{ days: 5501 }, 'days is a whole number'],
    [{ from: '2026-02-30' }, 'from is a day, YYYY-MM-DD.'],
    [{ from: '2026-03-02T09:00' }, 'from is a day, YYYY-MM-DD.'],
    [{ from: 20260302 }, 'from is a day, YYYY-MM-DD.'],
    [{ days: 1.5 }, 'days is a whole number'],
    [{ staff: { r: 1.5 } }, 'staff of r is a whole number'],
    [{ work: { review: null } }, 'review is a number, or'],
    [{ work: { review: { mean: Number.POSITIVE_INFINITY, spread: 'fixed' } } }, 'review is a number, or'],
    [{ shares: { nowhere: { on: 1 } } }, 'shares: there is no nowhere'],
    [{ shares: { 'review.off': { granted: 1 } } }, 'shares of review: there is no off'],
    [{ shares: { review: { on: Number.NaN } } }, 'on is a number, 0 or more'],
    [{ items: { review: 2 } }, 'items: there is no review'],
    [{ shares: { 'review.on': { left: 1 } } }, 'shares of review.on: there is no left. There are: granted'],
  ])('%j is refused in words', (more, says) => {
    expect(plan(more)).toThrow(PlanError);
    expect(plan(more)).toThrow(says);
  });

  it.each<[object, string, string]>([
    [{ from: 'завтра' }, 'from: потрібен день, РРРР-ММ-ДД.', 'from is a day, YYYY-MM-DD.'],
    [{ days: 0 }, 'days: потрібне ціле число від 1 до 5500.', 'days is a whole number from 1 to 5500.'],
    [
      { arrivals: { perDay: -1 } },
      'arrivals.perDay: потрібне число, більше за 0, до 100 000.',
      'arrivals.perDay is a number above 0, up to 100,000.',
    ],
    [
      { staff: { r: 0 } },
      'staff, r: потрібне ціле число, від 1.',
      'staff of r is a whole number, 1 or more.',
    ],
    [{ staff: { x: 1 } }, 'staff: немає такого: x. Є: r.', 'staff: there is no x. There are: r.'],
    [
      { shares: { review: { on: -1 } } },
      'shares, review, on: потрібне число, від 0.',
      'shares of review: on is a number, 0 or more.',
    ],
    [
      { work: { review: 'довго' } },
      'review: потрібне число або { mean, spread: exponential | fixed | even }.',
      'review is a number, or { mean, spread: exponential | fixed | even }.',
    ],
  ])('that cannot be run is told in both languages: %j', (more, uk, en) => {
    try {
      plan(more)();
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ name: 'PlanError', code: 'plan', message: en, says: { uk, en } });
    }
  });

  it('names states by what they are: what is done, who answers, what has items, and where each way leads', () => {
    const flow = { initial: 'ask', states: { ask: task({ on: { to: 'yes' } }), yes: end('yes') } };
    const group = { join: { outcome: 'yes', need: 'all' }, next: 'granted', otherwise: 'granted' };
    const states = {
      review: task({ on: { to: 'list' }, off: { to: 'call' } }),
      list: { type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow, ...group } as unknown as State,
      both: { type: 'parallel', branches: { a: flow, b: flow }, ...group } as State,
      call: { type: 'call', connector: 'c', input: {}, next: 'wait', failed: 'both' } as unknown as State,
      wait: { type: 'wait', for: 'PT1H', next: 'granted' } as State,
      granted: end('granted'),
    };
    const given = (more: object) => () => run(states, [], more as Partial<Plan>, {}, { c: { id: 'c' } });
    for (const name of ['review', 'list', 'both', 'granted', 'ask'])
      expect(given({ answers: { [name]: 1 } })).toThrow(
        `answers: there is no ${name}. There are: call, wait.`,
      );
    for (const name of ['list', 'call', 'granted'])
      expect(given({ work: { [name]: 1 } })).toThrow(`work: there is no ${name}. There are: review, ask.`);
    expect(given({ items: { both: 1 } })).toThrow('items: there is no both. There are: list.');
    expect(given({ people: 1 })).toThrow(/^plan: there is no people. There are: from, days, /);
    expect(given({ shares: { lst: {} } })).toThrow(
      'shares: there is no lst. There are: review, list, ask, yes, both, call, wait, granted.',
    );
    // the other action leads there
    expect(given({ shares: { 'review.on': { call: 1 } } })).toThrow('shares of review.on: there is no call');
    expect(given({ shares: { 'review.on': { list: 1 }, 'review.off': { call: 1 } } })).not.toThrow();
    for (const spell of [{ mean: 5, spread: 'even' }, { mean: 0, spread: 'exponential' }, 0])
      expect(given({ work: { review: spell }, answers: { call: spell, wait: spell } })).not.toThrow();
    for (const spell of [
      { mean: -1, spread: 'fixed' },
      { mean: 5 },
      { mean: '5', spread: 'wide' },
      Number.NaN,
    ])
      expect(given({ answers: { call: spell } })).toThrow('call is a number, or');
    expect(given({ items: { list: -1 } })).toThrow(
      expect.objectContaining({
        says: {
          uk: 'items, list: потрібне число від 0 до 250.',
          en: 'items of list is a number from 0 to 250.',
        },
      }),
    );
    const one = run(states, [monday], { shares: { review: { off: 1 } } }, {}, { c: { id: 'c' } }).assumed;
    expect(one).toContainEqual({ uk: 'відповідь у call: за хвилину', en: 'answer in call: in a minute' });
    const other = run(states, [monday], { shares: { review: { on: 1 } } }, {}, { c: { id: 'c' } }).assumed;
    expect(other).toContainEqual({
      ...{ uk: 'елементів у переліку list: 1', en: 'items in the list of list: 1' },
    });
  });

  it('of a list says how many are in it, from none to as many as a case can have', () => {
    const flow = { initial: 'ask', states: { ask: task({ on: { to: 'yes' } }), yes: end('yes') } };
    const list = {
      ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow, join: { outcome: 'yes', need: 'all' } },
      ...{ next: 'granted', otherwise: 'granted' },
    } as unknown as State;
    const of = (items: object) => run({ list, granted: end('granted') }, [monday], { items: { ...items } });
    for (const mean of [-1, 251, Number.NaN])
      expect(() => of({ list: mean })).toThrow('items of list is a number from 0 to 250.');
    for (const mean of [0, 250]) expect(of({ list: mean }).cases.arrived).toBe(1);
    const said = of({}).assumed.map(({ uk }) => uk);
    expect(said).toContain('елементів у переліку list: 1');
    expect(said).toContain('робота над ask: у середньому 30 хв');
    expect(of({ list: 1 }).assumed.map(({ en }) => en)).not.toContain('items in the list of list: 1');
    expect(new Set(said).size).toBe(said.length);
  });

  it('of a flow that circles while no time passes is refused, and so is one that leads nowhere', () => {
    const wait = (next: string) => ({ type: 'wait', for: 'PT0H', next }) as State;
    const each = { type: 'each', of: 'form.list', as: 'one', key: 'one.id', next: 'spin', otherwise: 'spin' };
    const flow = { initial: 'yes', states: { yes: end('yes') } };
    const spin = { ...each, flow, join: { outcome: 'yes', need: 'all' } } as unknown as State;
    const circles = (name: string) =>
      expect.objectContaining({
        code: 'plan',
        says: {
          uk: `${name}: справа ходить по колу, а час не йде.`,
          en: `${name}: the flow circles and no time passes.`,
        },
      });
    expect(() => run({ spin }, [monday])).toThrow(circles('spin'));
    expect(() => run({ first: wait('first') }, [monday])).toThrow(circles('first'));
    const again = { review: task({ again: { to: 'review' } }) };
    expect(() => run(again, [monday], { work: { review: 0 } })).toThrow(circles('review'));
    // a minute each time: it goes on for as long as the plan does
    expect(run(again, [monday], { days: 1, work: { review: fixed(1) } }).states[0]?.visits).toBe(8 * 60);
    expect(() => run({ first: wait('nowhere') }, [monday])).toThrow(
      expect.objectContaining({ says: { uk: 'Немає стану nowhere.', en: 'There is no state nowhere.' } }),
    );
  });

  it('of many cases at once, each with many items, is no circle', () => {
    const branch = (name: string) => ({
      initial: name,
      states: { [name]: task({ on: { to: 'yes' } }), yes: end('yes') },
    });
    const both = {
      ...{ type: 'parallel', branches: { a: branch('a'), b: branch('b') }, next: 'yes', otherwise: 'yes' },
      join: { outcome: 'yes', need: 'all' },
    } as State;
    const list = {
      ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', next: 'granted', otherwise: 'granted' },
      ...{
        flow: { initial: 'both', states: { both, yes: end('yes') } },
        join: { outcome: 'yes', need: 'all' },
      },
    } as unknown as State;
    const { cases } = run({ list, granted: end('granted') }, [monday], {
      ...{ items: { list: 180 }, staff: { r: 360 }, work: { a: fixed(1), b: fixed(1) } },
    });
    expect(cases.outcomes).toEqual({ granted: 1 });
    const fee = { fee: { type: 'wait', for: 'PT0H', next: 'granted' } as State, granted: end('granted') };
    expect(
      run(
        fee,
        Array.from({ length: 600 }, () => monday),
      ).cases.ended,
    ).toBe(600);
  });

  it('in which no way weighs anything goes the first of them', () => {
    const states = {
      review: task({ on: { to: 'granted' }, off: { to: 'left' } }),
      granted: end('granted'),
      left: end('left'),
    };
    const { outcomes } = run(states, [monday], { work, shares: { review: { on: 0, off: 0 } } }).cases;
    expect(outcomes).toEqual({ granted: 1 });
    const forked = {
      review: task({ on: { to: [{ when: 'form.a', to: 'granted' }, { to: 'left' }] } }),
      granted: end('granted'),
      left: end('left'),
    };
    const shared = { work, shares: { 'review.on': { left: 1 } } };
    expect(run(forked, [monday], shared).cases.outcomes).toEqual({ left: 1 });
  });
});
