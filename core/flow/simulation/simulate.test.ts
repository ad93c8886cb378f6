import { describe, expect, it } from 'vitest';
import { residence } from '../proof/shipped.testing.ts';
import { chart } from './chart.ts';
import { PlanError } from './plan.ts';
import { report } from './report.ts';
import { simulate } from './simulate.ts';
import type { Plan } from './types.ts';

const plan: Plan = {
  from: '2026-03-02',
  days: 40,
  seed: 7,
  arrivals: { perDay: 12 },
  staff: { registrar: 2, head: 1, lawyer: 1 },
  work: {
    review: 20,
    refusing: { mean: 10, spread: 'fixed' },
    headApproval: 15,
    lawyerApproval: { mean: 15, spread: 'even' },
  },
  answers: { consent: 30, parentConsent: 20, correction: 40, ownersCorrection: 40 },
  shares: {
    consent: { agree: 9, decline: 1 },
    'consents.met': { parentConsent: 1, dwellingCheck: 4 },
    review: { approve: 7, contest: 1, return: 1, refuse: 1 },
    'review.approve': { issuing: 1 },
    correction: { resubmit: 1 },
  },
  items: { consents: 1.2, issuing: 1 },
};
const run = (more: Partial<Plan> = {}) => simulate(residence(), { ...plan, ...more });

describe('a simulation of the registration of residence', () => {
  it('gives the same result for the same seed, another for another', () => {
    expect(run()).toEqual(run());
    expect(run({ seed: 8 }).duration).not.toEqual(run().duration);
  });

  it('has the same cases come whoever works, and loses none of them', () => {
    const few = run({ staff: { registrar: 1, head: 1, lawyer: 1 } });
    const many = run({ staff: { registrar: 9, head: 9, lawyer: 9 } });
    expect(few.cases.arrived).toBe(many.cases.arrived);
    for (const { cases } of [few, many]) {
      expect(cases.ended + cases.open).toBe(cases.arrived);
      expect(Object.values(cases.outcomes).reduce((a, b) => a + b, 0)).toBe(cases.ended);
    }
  });

  it('names the role that everyone waits for, and waits less with more people there', () => {
    const short = run({ work: { ...plan.work, review: 120 }, staff: { registrar: 2, head: 1, lawyer: 1 } });
    expect(short.bottleneck).toMatchObject({ role: 'registrar' });
    expect(short.bottleneck?.says.en).toMatch(/^Registrar: 100 % of all waiting for people/);
    const helped = run({ work: { ...plan.work, review: 120 }, staff: { registrar: 6, head: 1, lawyer: 1 } });
    const mean = (result: typeof short) => result.roles[0]?.waiting?.mean ?? 0;
    expect(mean(helped)).toBeLessThan(mean(short) / 5);
  });

  it('counts a case late only by the term in law, which stands still while others are waited for', () => {
    const plenty = {
      staff: { registrar: 50, head: 50, lawyer: 50 },
      shares: { ...plan.shares, review: { approve: 1 } },
    };
    expect(run(plenty).late?.share).toBe(0);
    const oneDay = residence((s) => {
      if (s.decideWithin) s.decideWithin.workingDays = 1;
    });
    const busy = { ...plan, work: { ...plan.work, review: 240 } };
    const { late } = simulate(oneDay, busy);
    expect(late?.share).toBeGreaterThan(0.3);
    expect(late?.limit).toEqual({ uk: '1 роб. дн.', en: '1 working day' });
    // an owner who takes a week does not make the office late
    const slow = simulate(oneDay, {
      ...plan,
      ...plenty,
      answers: { ...plan.answers, consent: { mean: 100, spread: 'fixed' } },
    });
    expect(slow.late?.share).toBe(0);
    expect(slow.duration?.median).toBeGreaterThan(4);
  });

  it('replays a record of arrivals, moments and days', () => {
    const at = ['2026-03-04T09:00:00Z', '2026-03-03', '2026-03-03T11:30:00+02:00', '2027-01-01'];
    expect(run({ arrivals: { at } }).cases.arrived).toBe(3);
  });

  it('ends a case by silence where the law says that silence means consent', () => {
    const silent = residence((s) => {
      if (s.decideWithin)
        s.decideWithin = {
          ...s.decideWithin,
          workingDays: 2,
          overdue: { meaning: 'consent', to: 'granted' },
        };
    });
    const { cases, late } = simulate(silent, { ...plan, days: 90, work: { ...plan.work, review: 2000 } });
    expect(cases.outcomes.granted).toBeGreaterThan(cases.arrived / 2);
    expect(late?.share).toBeLessThan(0.1);
  });

  it('says what it was not told', () => {
    const { assumed } = simulate(residence(), { from: '2026-03-02', days: 5, arrivals: { perDay: 5 } });
    const said = assumed.map((text) => text.en).join('\n');
    expect(said).toContain('people in the role “Registrar”: 1');
    expect(said).toContain('work on review: 30 minutes on average');
    expect(
      run()
        .assumed.map((text) => text.en)
        .join(),
    ).not.toContain('people in the role');
  });

  it.each<[Partial<Plan>, RegExp]>([
    [{ staff: { clark: 1 } }, /staff: there is no clark/],
    [{ staff: { head: 0 } }, /staff of head is a whole number/],
    [{ work: { revue: 1 } }, /work: there is no revue/],
    [{ shares: { review: { agree: 1 } } }, /shares of review: there is no agree.*approve/],
    [{ shares: { 'review.approve': { granted: 1 } } }, /shares of review.approve: there is no granted/],
    [{ shares: { review: { approve: -1 } } }, /0 or more/],
    [{ work: { consent: 1 } }, /work: there is no consent/],
    [{ work: { review: -1 } }, /review is a number, or/],
    [
      { answers: { consent: { mean: 3, spread: 'wide' } } } as unknown as Plan,
      /review is a number, or|consent is a number, or/,
    ],
    [{ items: { consents: 1000 } }, /items of consents/],
    [{ stuff: { head: 1 } } as unknown as Plan, /plan: there is no stuff/],
    [{ days: 0 }, /days is a whole number/],
    [{ from: 'tomorrow' }, /from is a day/],
    [{ arrivals: { at: ['yesterday'] } }, /neither an instant nor a day/],
  ])('refuses a plan that the service cannot follow: %j', (more, says) => {
    expect(() => run(more)).toThrow(PlanError);
    expect(() => run(more)).toThrow(says);
  });

  it('is read as text and as a picture, in both languages', () => {
    const result = run();
    expect(report(result, 'uk').join('\n')).toMatch(/Вузьке місце: Реєстратор/);
    expect(report(result, 'en').join('\n')).toMatch(/Bottleneck: Registrar/);
    for (const language of ['uk', 'en'] as const) {
      const svg = chart(result, language);
      expect(svg).toMatch(/^<svg [^>]*role="img"[\s\S]*<title>[\s\S]*<\/svg>\n$/);
      expect(svg.match(/<polyline/g)).toHaveLength(3);
      expect(svg).not.toMatch(/NaN|undefined/);
    }
  });
});
