import { useEffect, useRef, useState } from 'react';
import type { Kind, Problem } from '#core/definition/types.ts';
import type { Json } from '../commands/json.ts';
import { useLibrary } from '../library.tsx';
import type { Answered, Asked } from './worker.ts';

declare const KLADKA_WORKER: string;

/** Problems come so long after the last key, ms: the check itself runs beside the page. */
const PAUSE = 250;

/** The problems of a definition while it is drawn; undefined until the first check is done. */
export function useProblems(kind: Kind, id: string, definition: Json): readonly Problem[] | undefined {
  const { library } = useLibrary();
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [problems, setProblems] = useState<readonly Problem[]>();
  useEffect(() => {
    const made = new Worker(KLADKA_WORKER, { type: 'module' });
    worker.current = made;
    made.postMessage({ library } satisfies Asked);
    made.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      // an older answer says nothing of what stands now
      if (data.n === asked.current) setProblems(data.problems);
    });
    return () => made.terminate();
  }, [library]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another library is another worker, which must be asked too
  useEffect(() => {
    const timer = setTimeout(() => {
      asked.current += 1;
      worker.current?.postMessage({ n: asked.current, kind, id, definition } satisfies Asked);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [kind, id, definition, library]);
  return problems;
}
