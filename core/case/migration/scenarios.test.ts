import { describe, expect, it } from 'vitest';
import type { Migrate, Scenario } from '#core/definition/types.ts';
import type { Case } from '../types.ts';
import { casesOfScenarios, reachableStates, rehearsedState } from './imagined.ts';
import { earlierScenario, laterSteps } from './scenarios.ts';
import { earlier, first, second } from './versions.testing.ts';

const rule: Migrate = {
  from: 1,
  renamed: {
    signing: 'approval',
    head: 'chief',
    consents: 'agreements',
    owner: 'holder',
    review: 'study',
    person: 'human',
  },
  data: {
    form: { move: { '/name': '/called', '/owners/*/email': '/owners/*/mail' } },
    study: { move: { '/note': '/opinion' } },
    headDecides: { fill: { '/grade': '1' } },
  },
};
const scenario: Scenario = {
  submittedAt: '2026-03-02T08:00:00Z',
  applicant: { person: 'p-1', birthDate: '1990-05-01', rnokpp: '1111111111' },
  form: { name: 'Олена', rnokpp: '1111111111' },
  steps: [
    { answer: 'check', result: {} },
    { as: 'registrar', at: 'review', act: 'approve', data: {} },
  ],
};

describe('a scenario of the version before', () => {
  it('is played on as the later one calls states, parties, lookups and fields; roles are called as they were', () => {
    const steps: Scenario['steps'] = [
      { answer: 'signing/lawyer/look', result: { signing: 1 } },
      { as: 'owner', at: 'consents/1/ask', act: 'agree', lookups: { person: { alive: true } } },
      {
        as: 'head',
        at: 'signing/head/headDecides',
        act: 'approve',
        changes: { '/name': 'Оля' },
        data: { note: 1 },
      },
      {
        as: 'registrar',
        at: 'review',
        act: 'return',
        marks: [{ pointer: '/owners/1/email', say: 'Ні' }],
        data: { note: 2 },
      },
      { as: 'head', do: 'correct', changes: { '/owners/0/email': 'a@mail.example' } },
      { as: 'owner', do: 'withdraw' },
      { passes: 'P1D' },
      { tells: 'bank', event: { signing: 'head' } },
    ];
    expect(laterSteps({ ...scenario, steps }, rule, first)).toEqual({
      ...scenario,
      steps: [
        { answer: 'approval/lawyer/look', result: { signing: 1 } },
        { as: 'holder', at: 'agreements/1/ask', act: 'agree', lookups: { human: { alive: true } } },
        {
          as: 'head',
          at: 'approval/chief/headDecides',
          act: 'approve',
          changes: { '/called': 'Оля' },
          data: { note: 1 },
        },
        {
          as: 'registrar',
          at: 'study',
          act: 'return',
          marks: [{ pointer: '/owners/1/mail', say: 'Ні' }],
          data: { opinion: 2 },
        },
        { as: 'head', do: 'correct', changes: { '/owners/0/mail': 'a@mail.example' } },
        { as: 'holder', do: 'withdraw' },
        { passes: 'P1D' },
        { tells: 'bank', event: { signing: 'head' } },
      ],
    });
  });

  it('is found again from one of the later version, with its form and what lookups answered', () => {
    const steps: Scenario['steps'] = [
      { as: 'head', at: 'approval/chief/headDecides', act: 'approve', changes: { '/called': 'Оля' } },
      { as: 'registrar', at: 'study', act: 'approve', data: { opinion: 'так' } },
    ];
    const form = { called: 'Олена', rnokpp: '1', owners: [{ mail: 'a' }, { mail: 'b' }] };
    const lookups = { human: { alive: true }, plot: { area: 6 } };
    expect(earlierScenario({ ...scenario, form, lookups, steps }, rule, first)).toEqual({
      ...scenario,
      form: { name: 'Олена', rnokpp: '1', owners: [{ email: 'a' }, { email: 'b' }] },
      lookups: { person: { alive: true }, plot: { area: 6 } },
      steps: [
        { as: 'head', at: 'signing/head/headDecides', act: 'approve', changes: { '/name': 'Оля' } },
        { as: 'registrar', at: 'review', act: 'approve', data: { note: 'так' } },
      ],
    });
    expect(earlierScenario(scenario, { from: 1 }, first)).toEqual(scenario);
    const noRoles = { bundle: { ...first.bundle, roles: undefined } } as unknown as typeof first;
    expect(earlierScenario(scenario, { from: 1, data: {} }, noRoles)).toEqual(scenario);
  });
});

describe('cases that scenarios pass through', () => {
  const at = (cases: Case[]) => cases.map(({ position }) => position?.state);

  it('are open: where one has ended there is none', () => {
    const steps: Scenario['steps'] = [
      { answer: 'check', result: {} },
      {
        as: 'registrar',
        at: 'review',
        act: 'refuse',
        grounds: ['noRight'],
        explain: 'ні',
        data: {},
      } as never,
    ];
    expect(at(casesOfScenarios(first, [{ ...scenario, steps }]))).toEqual(['check', 'review']);
  });

  it('are each of another place, though they wait there side by side in another order', () => {
    const turned = { as: 'lawyer', at: 'signing/lawyer/lawyerDecides', act: 'approve' } as const;
    const steps = [...scenario.steps, turned];
    expect(at(casesOfScenarios(first, [{ ...scenario, steps }, scenario]))).toEqual([
      ...['check', 'review', 'signing', 'signing'],
    ]);
  });

  it('are one for the same places, whichever of them was come to first', () => {
    const branch = (role: string) => {
      const first = { type: 'task', role, actions: { on: { to: `${role}Second` } } };
      const second = { type: 'task', role, actions: { on: { to: `${role}Over` } } };
      const states = { [`${role}First`]: first, [`${role}Second`]: second };
      return {
        initial: `${role}First`,
        states: { ...states, [`${role}Over`]: { type: 'end', outcome: 'approved' } },
      };
    };
    const twice = earlier(({ flow }) => {
      Object.assign(flow.states.signing ?? {}, {
        branches: { head: branch('head'), lawyer: branch('lawyer') },
      });
    });
    const on = (role: string) => ({ as: role, at: `signing/${role}/${role}First`, act: 'on' });
    const plays = (...roles: string[]) => ({ ...scenario, steps: [...scenario.steps, ...roles.map(on)] });
    const found = casesOfScenarios(twice, [plays('head', 'lawyer'), plays('lawyer', 'head')]);
    expect(found.map(({ places }) => Object.keys(places).sort().slice(1))).toEqual([
      ...[[], [], ['signing/head/headFirst', 'signing/lawyer/lawyerFirst']],
      ['signing/head/headSecond', 'signing/lawyer/lawyerFirst'],
      ['signing/head/headSecond', 'signing/lawyer/lawyerSecond'],
      ['signing/head/headFirst', 'signing/lawyer/lawyerSecond'],
    ]);
  });

  it('are those of the scenario as it is written, where turned back it comes less far', () => {
    const odd: Migrate = { from: 1, data: { form: { move: { '/rnokpp': '/name' } } } };
    const steps = [...scenario.steps, { answer: 'nowhere' }];
    expect(at(casesOfScenarios(first, [{ ...scenario, steps }], odd))).toEqual([
      'check',
      'review',
      'signing',
    ]);
  });
});

describe('what becomes of any case in a state', () => {
  it('is said with nothing of what only a real case could lose', () => {
    const pause = second({ states: { pause: { enter: 'review' } } });
    expect(rehearsedState(first, pause, 'pause')).toMatchObject({
      ...{ result: 'moves', from: ['pause'], to: ['review'] },
      ...{ cancelled: ['pause'], entered: ['review'], lost: [], terms: [] },
    });
    expect(rehearsedState(first, second({}), 'review')).toMatchObject({
      ...{ result: 'moves', to: ['review'], cancelled: [], entered: [], lost: [], terms: [] },
    });
    const gone = second({}, ({ flow }) => Reflect.deleteProperty(flow.states, 'review'));
    expect(rehearsedState(first, gone, 'review')).toEqual({
      ...{ result: 'refused', from: ['review'], to: [], cancelled: [], entered: [], lost: [], terms: [] },
      refusal: expect.objectContaining({ code: 'notMapped', pointer: '/review' }),
      says: expect.any(Array),
    });
  });

  it('is that of the group around it, where that is entered anew', () => {
    const anew = second({ states: { signing: { enter: 'review' } } });
    const path = 'signing/head/headDecides';
    expect(rehearsedState(first, anew, path)).toMatchObject({
      ...{ result: 'moves', to: ['review'], cancelled: [path], entered: ['review'] },
    });
  });

  it('is looked at for every state in which a case can wait, be its group inside another', () => {
    const nested = earlier(({ flow }) => {
      const inner = structuredClone(flow.states.signing ?? {});
      const outer = {
        initial: 'inner',
        states: {
          inner: { ...inner, next: 'over', otherwise: 'over' },
          over: { type: 'end', outcome: 'approved' },
        },
      };
      Object.assign(flow.states.signing ?? {}, { branches: { outer } });
    });
    const path = 'signing/outer/inner/head/headDecides';
    expect(reachableStates(nested)).toContain(path);
    expect(reachableStates(nested)).not.toContain('signing/outer/inner');
    const next = { ...nested, bundle: { ...nested.bundle, version: 2, migrate: { from: 1 } } };
    expect(rehearsedState(nested, next, path)).toMatchObject({ result: 'moves', to: [path] });
  });
});
