import { describe, expect, it } from 'vitest';
import type { ServiceBundle, State } from '#core/definition/index.ts';
import { asideOf } from './aside.ts';
import type { Given } from './flow-graph.ts';
import { end, task } from './small-flow.testing.ts';

const states: { [name: string]: State } = {
  review: task({ on: 'granted' }),
  answer: task({ on: 'review' }),
  granted: end('granted'),
  gone: end('gone', 'withdrawn'),
};

/** The ways beside those of the states: from where to where, of which kind, where it is written. */
function aside(service: object, of = states) {
  const bundle = { roles: {}, parties: {}, flow: { initial: 'review', states: of }, ...service };
  const given = { bundle: bundle as unknown as ServiceBundle } as Given;
  return asideOf(given, { at: '', pointer: '/flow', states: of });
}
const told = (service: object, of = states) =>
  aside(service, of).map((e) => `${e.from} ${e.kind} ${e.to} ${e.pointer}${e.alone ? ' alone' : ''}`);
const term = (to: unknown, more: object = {}) => ({ decideWithin: { overdue: { to }, ...more } });
const stays = { ...states, gone: end('gone') };

describe('beside the ways of its states a case', () => {
  it('that is open may be withdrawn, to where the flow ends so', () => {
    expect(told({})).toEqual([
      'review withdraw gone /flow/states/gone',
      'answer withdraw gone /flow/states/gone',
    ]);
    expect(told({}, stays)).toEqual([]);
  });

  it('goes by itself where its term in law leads, but for states in which the term stands still', () => {
    const at = '/decideWithin/overdue/to alone';
    expect(told(term('granted'), stays)).toEqual([`review term granted ${at}`, `answer term granted ${at}`]);
    const choice = [{ when: 'form.a', to: 'granted' }, { to: 'gone' }];
    expect(told(term(choice, { pausedIn: ['answer'] }), stays)).toEqual([
      `review term granted ${at}`,
      `review term gone ${at}`,
    ]);
    // it is only said that it is late
    expect(told(term(undefined), stays)).toEqual([]);
  });

  it('that is decided may be reopened, where that is said or at the beginning', () => {
    const at = '/after/reopen';
    expect(told({ after: { reopen: { by: 'r', to: 'answer' } } }, stays)).toEqual([
      `granted reopen answer ${at}`,
      `gone reopen answer ${at}`,
    ]);
    expect(told({ after: { reopen: { by: 'r' } } }, stays)).toEqual([
      `granted reopen review ${at}`,
      `gone reopen review ${at}`,
    ]);
    expect(told({ after: {} }, stays)).toEqual([]);
  });

  it('goes nowhere that is not drawn yet', () => {
    expect(told({ ...term('later'), after: { reopen: { by: 'r', to: 'soon' } } }, stays)).toEqual([]);
  });

  it('is told of each step in words', () => {
    const [edge] = aside(term('granted'), stays);
    expect(edge?.alone).toBe(edge?.steps);
    expect(edge?.steps).toEqual([
      {
        at: 'review',
        pointer: '/decideWithin/overdue/to',
        kind: 'term',
        to: 'granted',
        says: {
          uk: '«review»: строк рішення за законом сплив → «granted»',
          en: '“review”: the term in law for the decision runs out → “granted”',
        },
      },
    ]);
  });
});
