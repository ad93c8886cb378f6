import type { Scenario } from '#core/definition/types.ts';
import { same } from '../commands/json.ts';
import type { Scenarios } from '../problems/use-check.ts';

/** An example that the last version was not published with, or not so. */
export interface ExampleChange {
  readonly name: string;
  readonly how: 'new' | 'changed' | 'gone';
  readonly scenario: Scenario;
}

/** How the examples beside the draft differ from those frozen with a version. */
export function exampleChanges(frozen: Scenarios, now: Scenarios): ExampleChange[] {
  const has = (all: Scenarios, name: string) => Object.hasOwn(all, name);
  return [
    ...Object.entries(now).flatMap(([name, scenario]): ExampleChange[] => {
      if (!has(frozen, name)) return [{ name, how: 'new', scenario }];
      return same(frozen[name], scenario) ? [] : [{ name, how: 'changed', scenario }];
    }),
    ...Object.entries(frozen)
      .filter(([name]) => !has(now, name))
      .map(([name, scenario]): ExampleChange => ({ name, how: 'gone', scenario })),
  ];
}
