import { describe, expect, it } from 'vitest';
import { scenarioFile } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import type { Library, Scenario } from '#core/definition/types.ts';
import { scenarioProblems, triedScenarios } from './scenario-problems.ts';

const SERVICE = 'residence-registration';
const file = scenarioFile(SERVICE, 'contested');
const contested = JSON.parse(shipped.files[file] ?? '{}') as Scenario;
const outcome = contested.expect?.outcome;

/** How the shipped service's scenario goes after a change. */
const tried = (change: (scenario: Scenario) => Scenario) => {
  const text = JSON.stringify(change(structuredClone(contested)));
  const library: Library = { ...shipped, files: { [file]: text } };
  return triedScenarios(library, SERVICE);
};

describe('scenarios of a service', () => {
  it('hold as they are shipped', () => {
    const found = triedScenarios(shipped, SERVICE);
    expect(found.length).toBeGreaterThan(1);
    expect(found.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('tell by the titles of the service what came out otherwise, and where that is expected', () => {
    const other = outcome === 'withdrawn' ? 'granted' : 'withdrawn';
    const [one] = tried((scenario) => ({ ...scenario, expect: { outcome: other } }));
    expect(one).toMatchObject({
      name: 'contested',
      problems: [{ code: 'scenarioDiffers', pointer: '/expect/outcome', file }],
    });
    expect(one?.problems[0]?.message.uk).toMatch(/^Очікували: «.+» \(withdrawn\); вийшло: «.+»/);
    expect(one?.problems[0]?.message.en).toContain(`(${outcome})`);
  });

  it('tell the step at which the case is refused', () => {
    const n = contested.steps.length;
    const step = contested.steps.find((one) => 'act' in one && one.at === 'review');
    const [one] = tried((scenario) => ({ ...scenario, steps: [...scenario.steps, step ?? { answer: 'x' }] }));
    expect(one?.problems).toMatchObject([{ code: 'scenarioRefused', pointer: `/steps/${n}` }]);
  });

  it('that name what the service has not are told of by that, and not played', () => {
    const [one] = tried((scenario) => ({ ...scenario, steps: [{ answer: 'nowhere' }] }));
    expect(one?.problems).toMatchObject([{ code: 'unknownState', pointer: '/steps/0/answer', file }]);
  });

  it('tell of documents, records and messages by their titles, in both languages, and of none', () => {
    const differs = (expected?: object) => {
      const change = ({ expect: _, ...scenario }: Scenario) =>
        expected ? { ...scenario, expect: expected } : scenario;
      const [one] = tried(change)[0]?.problems ?? [];
      return { at: one?.pointer, ...one?.message };
    };
    expect(differs({ documents: [] })).toEqual({
      at: '/expect/documents',
      uk: expect.stringMatching(/^Очікували: нічого; вийшло: «.+» \(certificate\)$/),
      en: expect.stringMatching(/^Expected: nothing; came to: “?«.+» \(certificate\)$/),
    });
    expect(differs({ outcome, records: [] })).toMatchObject({
      at: '/expect/records',
      uk: expect.stringMatching(/; вийшло: «.+» \(residence\)$/),
    });
    expect(differs({ messages: ['granted'] })).toMatchObject({
      at: '/expect/messages',
      uk: expect.stringMatching(/^Очікували: «.+» \(granted\); вийшло: «.+» \(consentAsked\), «/),
    });
    expect(differs()).toEqual({ at: undefined });
  });

  it('whose application is refused say so of the form', () => {
    const [one] = tried((scenario) => ({ ...scenario, form: {} }));
    expect(one?.problems).toMatchObject([{ code: 'scenarioRefused', pointer: '/form', file }]);
  });

  it('are looked through for every service, or for the one that is asked for; one without any has none', () => {
    const text = JSON.stringify({ ...contested, expect: { outcome: 'withdrawn' } });
    const library: Library = { ...shipped, files: { [file]: text } };
    expect(scenarioProblems(library, 'nowhere')).toEqual([]);
    expect(scenarioProblems(library, SERVICE)).toMatchObject([{ code: 'scenarioDiffers', file }]);
    expect(scenarioProblems(library)).toEqual(scenarioProblems(library, SERVICE));
    expect(triedScenarios({ ...shipped, files: {} }, SERVICE)).toEqual([]);
  });

  it('that were left while the case goes on say so', () => {
    const [one] = tried((scenario) => ({ ...scenario, steps: [] }));
    expect(one?.problems[0]?.message.uk).toMatch(/; вийшло: справа ще триває$/);
    expect(one?.problems[0]?.message.en).toContain('the case has not ended');
  });

  it('say in both languages why the case stops, and at which step, be it the first', () => {
    const early = { as: 'head', at: 'approval/head/headApproval', act: 'approve' } as const;
    const [one] = tried((scenario) => ({ ...scenario, steps: [early] }));
    expect(one?.problems).toMatchObject([
      {
        pointer: '/steps/0',
        severity: 'mistake',
        message: {
          uk: 'Приклад тут зупиняється: На цьому кроці вже нічого робити',
          en: 'The scenario stops here: There is nothing to do here any more',
        },
      },
    ]);
  });
});
