import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useDesign } from '../design.tsx';
import { useLibrary } from '../library.tsx';

type Names = Readonly<Record<string, unknown>>;
interface Sample {
  readonly names: Names | undefined;
  /** Someone shows values: only then is a case played for them. */
  readonly want: () => () => void;
}

const Context = createContext<Sample>({ names: undefined, want: () => () => undefined });

/** A case is played anew so long after the last edit, ms. */
const PAUSE = 600;

/** Gives expressions sample data: what they would see of a case that was sent. Played only while some expression is on the screen. */
export function SampleProvider({ children }: { children: ReactNode }) {
  const { definition, keeper } = useDesign();
  const { library } = useLibrary();
  const [wanted, setWanted] = useState(0);
  const [names, setNames] = useState<Names>();
  const wants = wanted > 0 && keeper.kind === 'service';
  useEffect(() => {
    if (!wants) return undefined;
    let left = false;
    const timer = setTimeout(() => {
      import('../documents/sample-names.ts')
        .then(({ sampleNames }) => {
          if (!left) setNames(sampleNames(library, keeper.id, definition));
        })
        // a definition that cannot run yet has no example
        .catch(() => setNames(undefined));
    }, PAUSE);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [wants, library, keeper.id, definition]);
  const [want] = useState(() => () => {
    setWanted((n) => n + 1);
    return () => setWanted((n) => n - 1);
  });
  return <Context.Provider value={{ names, want }}>{children}</Context.Provider>;
}

/** Sample data for expressions; undefined until they are there. */
export function useSample(): Names | undefined {
  const { names, want } = useContext(Context);
  useEffect(want, [want]);
  return names;
}
