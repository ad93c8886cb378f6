import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Looked } from '#core/definition/index.ts';
import type { Problem } from '#core/definition/types.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import { useDesign } from '../design.tsx';
import { FormPlace } from '../form/place.ts';
import { useLibrary } from '../library.tsx';
import { placeOf } from './place-of.ts';
import { problemsTexts } from './texts.ts';

type ByPlace = ReadonlyMap<string, readonly Problem[]>;
type Look = (at: string) => Promise<Looked | undefined>;

const none: readonly Problem[] = [];
const Context = createContext<ByPlace>(new Map());
const Expressions = createContext<ByPlace>(new Map());
const Looking = createContext<Look>(async () => undefined);

const keyOf = (tab: string, chosen: string): string => `${tab} ${chosen}`;

/** Says to fields and states what is wrong with them, so that it is seen where it is drawn. */
export function ProblemsHere({
  problems = none,
  look,
  children,
}: {
  problems: readonly Problem[] | undefined;
  look: Look;
  children: ReactNode;
}) {
  const { definition, keeper } = useDesign();
  const { library } = useLibrary();
  // problems belong to the definition that was checked, which is this one or the one just before
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when other problems have come
  const byPlace = useMemo(() => {
    const found = new Map<string, Problem[]>();
    if (keeper.kind !== 'service' || problems.length === 0) return found;
    const form = new FormPlace(definition, '/form', library.parts);
    for (const problem of problems) {
      const { tab, chosen, form: base } = placeOf(problem.pointer, form);
      if (chosen === undefined || base !== undefined) continue;
      const key = keyOf(tab, chosen);
      found.set(key, [...(found.get(key) ?? []), problem]);
    }
    return found;
  }, [problems]);
  const ofExpressions = useMemo(() => {
    const found = new Map<string, Problem[]>();
    for (const problem of problems)
      if (problem.within) found.set(problem.pointer, [...(found.get(problem.pointer) ?? []), problem]);
    return found;
  }, [problems]);
  return (
    <Looking.Provider value={look}>
      <Expressions.Provider value={ofExpressions}>
        <Context.Provider value={byPlace}>{children}</Context.Provider>
      </Expressions.Provider>
    </Looking.Provider>
  );
}

/** What is wrong inside the expression that stands at a pointer. */
export const useExpressionProblems = (at: string): readonly Problem[] =>
  useContext(Expressions).get(at) ?? none;

/** How to ask what an expression sees where it stands. */
export const useLook = (): Look => useContext(Looking);

/** What is wrong with a field of the application (`form`) or a state (`flow`). */
export function useProblemsAt(tab: 'form' | 'flow', chosen: string): readonly Problem[] {
  return useContext(Context).get(keyOf(tab, chosen)) ?? none;
}

/** The problems of what is chosen, above its properties. */
export function ProblemsOf({ tab, chosen }: { tab: 'form' | 'flow'; chosen: string }) {
  const t = useTexts(problemsTexts);
  const read = useLocalised();
  const problems = useProblemsAt(tab, chosen);
  if (problems.length === 0) return null;
  return (
    <ul className="d-here">
      {problems.map((problem) => (
        <li key={`${problem.pointer} ${problem.code}`}>
          <strong>
            {t(problem.severity === 'mistake' ? 'mistake' : 'warning')}: {read(problem.message)}
          </strong>{' '}
          {read(problem.hint)}
        </li>
      ))}
    </ul>
  );
}
