import { useCallback, useEffect, useRef, useState } from 'react';
import type { Tried } from '#core/case/scenario-problems.ts';
import type { Looked } from '#core/definition/index.ts';
import type { Kind, Problem, Scenario } from '#core/definition/types.ts';
import type { Proof } from '#core/flow/proof/index.ts';
import type { Plan } from '#core/flow/simulation/index.ts';
import type { Json } from '../commands/json.ts';
import { useLibrary } from '../library.tsx';
import type { Answered, Asked, Simulation } from './worker.ts';

/** Where the worker lies: its name changes with what is in it, so the page says it (portal/build.ts). */
const address = (): string => document.querySelector<HTMLMetaElement>('meta[name=worker]')?.content ?? '';

/** Problems come so long after the last key, ms: the check itself runs beside the page. */
const PAUSE = 250;

/** Scenarios by name. */
export type Scenarios = { readonly [name: string]: Scenario };

/** What is known of a definition while it is drawn; absent until the first check is done. */
export interface Checked {
  readonly problems?: readonly Problem[];
  /** Only of a service without mistakes. */
  readonly proof?: Proof;
  /** Runs a simulation off the main thread. */
  readonly simulate: (plan: Plan) => Promise<Simulation>;
  /** What an expression sees that stands, or would stand, at a place of the definition as it is now. */
  readonly look: (at: string) => Promise<Looked | undefined>;
  /** Plays scenarios through the definition as it is now. */
  readonly play: (scenarios: Scenarios) => Promise<readonly Tried[]>;
}

/** Checks and proves a definition beside the page whenever it changes. */
export function useCheck(kind: Kind, id: string, definition: Json): Checked {
  const { library } = useLibrary();
  const worker = useRef<Worker | null>(null);
  const count = useRef(0);
  const latest = useRef(0);
  const waiting = useRef(new Map<number, (answer: Answered) => void>());
  const [found, setFound] = useState<Pick<Checked, 'problems' | 'proof'>>({});
  useEffect(() => {
    const made = new Worker(address(), { type: 'module' });
    worker.current = made;
    made.postMessage({ library } satisfies Asked);
    made.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      if (!('problems' in data)) {
        waiting.current.get(data.n)?.(data);
        waiting.current.delete(data.n);
        return;
      }
      // an older answer says nothing of what stands now
      if (data.n !== latest.current) return;
      const { problems, proof } = data;
      setFound({ problems, ...(proof ? { proof } : {}) });
    });
    return () => made.terminate();
  }, [library]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another library is another worker, which must be asked too
  useEffect(() => {
    const timer = setTimeout(() => {
      count.current += 1;
      latest.current = count.current;
      worker.current?.postMessage({ n: count.current, kind, id, definition } satisfies Asked);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [kind, id, definition, library]);
  const now = useRef({ kind, id, definition });
  now.current = { kind, id, definition };
  const ask = useCallback(
    (question: { plan: Plan } | { look: string } | { scenarios: Scenarios }) =>
      new Promise<Answered>((done) => {
        count.current += 1;
        waiting.current.set(count.current, done);
        worker.current?.postMessage({ n: count.current, ...now.current, ...question } satisfies Asked);
      }),
    [],
  );
  const simulate = useCallback(
    async (plan: Plan) => {
      const answer = await ask({ plan });
      return 'simulation' in answer ? answer.simulation : { why: '' };
    },
    [ask],
  );
  const look = useCallback(
    async (at: string) => {
      const answer = await ask({ look: at });
      return 'looked' in answer ? answer.looked : undefined;
    },
    [ask],
  );
  const play = useCallback(
    async (scenarios: Scenarios) => {
      const answer = await ask({ scenarios });
      return 'tried' in answer ? answer.tried : [];
    },
    [ask],
  );
  return { ...found, simulate, look, play };
}
