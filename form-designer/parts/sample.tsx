import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useDesign } from '../design.tsx';
import { useLibrary } from '../library.tsx';
import { trialOf } from '../try/trials.ts';

/** What expressions see: of the trial that is on, and of a case that was sent with made-up data. */
export interface Seen {
  readonly tried?: Names | undefined;
  readonly sample?: Names | undefined;
}
type Names = Readonly<Record<string, unknown>>;
interface Sample {
  readonly names: Seen;
  /** Someone shows values: only then is a case played for them. */
  readonly want: () => () => void;
}

const Context = createContext<Sample>({ names: {}, want: () => () => undefined });

/** A case is played anew so long after the last edit, ms. */
const PAUSE = 600;

/** Gives expressions data: of the trial that is on, and what they would see of a case that was sent. Played only while some expression is on the screen. */
export function SampleProvider({ children }: { children: ReactNode }) {
  const { definition, keeper } = useDesign();
  const { library } = useLibrary();
  const [wanted, setWanted] = useState(0);
  const [names, setNames] = useState<Seen>({});
  const wants = wanted > 0 && keeper.kind === 'service';
  useEffect(() => {
    if (!wants) return undefined;
    let left = false;
    const timer = setTimeout(() => {
      import('../documents/sample-names.ts')
        .then(({ namesTried, sampleNames }) => {
          if (left) return;
          const run = trialOf(keeper)?.run;
          setNames({
            tried: run && orNone(() => namesTried(run, definition)),
            sample: orNone(() => sampleNames(library, keeper.id, definition)),
          });
        })
        .catch(() => setNames({}));
    }, PAUSE);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [wants, library, keeper, definition]);
  const [want] = useState(() => () => {
    setWanted((n) => n + 1);
    return () => setWanted((n) => n - 1);
  });
  return <Context.Provider value={{ names, want }}>{children}</Context.Provider>;
}

/** A definition that cannot run yet has no example. */
function orNone(names: () => Names | undefined): Names | undefined {
  try {
    return names();
  } catch {
    return undefined;
  }
}

/** Data for expressions; empty until they are there. */
export function useSample(): Seen {
  const { names, want } = useContext(Context);
  useEffect(want, [want]);
  return names;
}
