import type { Saved, ScenarioSet } from '#core/api/types.ts';
import type { Scenario } from '#core/definition/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import { useLoad } from '#portal/shell/load.ts';
import type { Problem } from '#portal/shell/problem.ts';
import { identifier } from '../home/latin.ts';
import type { Scenarios } from '../problems/use-check.ts';

/** What is kept of a service's examples, and how to keep others in their place. */
export interface KeptExamples {
  readonly scenarios: Scenarios;
  readonly save: (scenarios: Scenarios) => Promise<Problem | undefined>;
}

/** The examples beside a draft: loaded once, kept on the server; undefined until they are there. `null` asks for none. */
export function useExamples(service: string | null): {
  kept?: KeptExamples;
  problem?: Problem;
  again: () => void;
} {
  const api = useApi();
  const path = `/definitions/service/${service}/scenarios`;
  const { load, again } = useLoad(service === null ? null : `scenarios/${service}`, (from, signal) =>
    from.get<ScenarioSet>(path, { signal }),
  );
  if (load.is === 'failed') return { problem: load.problem, again };
  if (load.is !== 'ready') return { again };
  const { etag } = load;
  const { scenarios } = load.data;
  const save = async (next: Scenarios): Promise<Problem | undefined> => {
    const answer = await api.put<Saved>(path, { ifMatch: etag ?? '"0"', body: { scenarios: next } });
    again();
    return answer.ok ? undefined : answer.problem;
  };
  return { kept: { scenarios, save }, again };
}

/** A name for an example of this title that none has yet. */
export function freeName(title: string, taken: Scenarios): string {
  const name = identifier(title) || 'example';
  for (let n = 1; ; n++) {
    const one = n === 1 ? name : `${name}-${n}`;
    if (!Object.hasOwn(taken, one)) return one;
  }
}

/** Title of an example, else its name. */
export const exampleTitle = (name: string, { title }: Scenario, read: (text: never) => string): string =>
  read((title ?? {}) as never) || name;
