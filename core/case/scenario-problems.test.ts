import { describe, expect, it } from 'vitest';
import { scenarioFile } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import type { Library, Scenario } from '#core/definition/types.ts';
import { triedScenarios } from './scenario-problems.ts';

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

  it('that were left while the case goes on say so', () => {
    const [one] = tried((scenario) => ({ ...scenario, steps: [] }));
    expect(one?.problems[0]?.message.en).toContain('the case has not ended');
  });
});
