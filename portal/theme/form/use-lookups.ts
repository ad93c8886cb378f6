import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { valueAt, withValue } from '#core/form/pointer.ts';
import type { FormDefinition, Names, ResolvedForm } from '#core/form/types.ts';
import { isBlank } from './show-value.ts';

type Whole = typeof import('#core/form/whole.ts');
type Data = Readonly<Record<string, unknown>>;

/** What came of asking a registry. `why`: ready to be read, where it is more than that there is no answer. */
export type Asked =
  | { readonly state: 'answered'; readonly answer: unknown }
  | { readonly state: 'unanswered'; readonly why?: string }
  | { readonly state: 'notAsked' };

/** A lookup as it stands: under way for an input, or what came of it. */
type Standing = { readonly input: string } & (Asked | { readonly state: 'asking' });

/** A lookup that is, or was, asked for what is entered now. */
export interface Looked {
  readonly name: string;
  readonly state: 'asking' | 'answered' | 'unanswered';
  readonly why?: string;
  /** What the registry says of fields that show, by pointer. */
  readonly found: Readonly<Record<string, unknown>>;
  /** Pointers of those in which something else is entered. */
  readonly different: readonly string[];
  /** The fields by which it is asked, and those that it may fill in or that choose from its answer. */
  readonly fields: readonly string[];
  /** Fields choose from its answer: they say themselves what came of it. */
  readonly isList: boolean;
}

/** Nothing is asked while one types: so long after the last change, ms. */
const PAUSE = 700;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** The names that a form's expressions see, with what registries answered to what is asked now. */
function withAnswers(
  whole: Whole | undefined,
  form: FormDefinition,
  names: Names,
  standing: Standings,
): Names {
  if (!whole || standing.size === 0) return names;
  const answers = [...standing].flatMap(([name, one]) =>
    one.state === 'answered' ? [[whole.knownAs(form, name), one.answer] as const] : [],
  );
  return { ...names, ...Object.fromEntries(answers) };
}

type Standings = ReadonlyMap<string, Standing>;

/**
 * Asks registries as a form's `lookups` say, once what they are asked by is entered, and keeps what they answered for as long as
 * that stands. `seen` are the names with those answers, for everything that is evaluated; `complete` is what they are asked for.
 */
export function useAnswers(form: FormDefinition, names: Names, whole: Whole | undefined) {
  const [standing, setStanding] = useState<Standings>(new Map());
  const seen = useMemo(() => withAnswers(whole, form, names, standing), [whole, form, names, standing]);
  return { standing, setStanding, seen };
}

export interface Looking {
  readonly form: FormDefinition;
  /** What was entered, and the same completed under `seen`. */
  readonly data: Data;
  readonly completed: Data;
  readonly resolved: Pick<ResolvedForm, 'schema'>;
  readonly whole: Whole | undefined;
  readonly ask: (lookup: string, by: { input: Data; data: Data }, signal: AbortSignal) => Promise<Asked>;
  /** Takes what a registry filled in. `now`: what was entered at that moment. */
  readonly fill: (change: (now: Data) => Data) => void;
}

/** Lookups of a form while it is filled in: what is asked, what was found, and how to ask once more. */
export function useLookups(
  { standing, setStanding, seen }: ReturnType<typeof useAnswers>,
  { form, data, completed, resolved, whole, ask, fill }: Looking,
): { readonly looked: readonly Looked[]; readonly again: (name: string) => void } {
  const names = useMemo(() => Object.keys(form.lookups ?? {}), [form]);
  const inputs = useMemo((): ReadonlyMap<string, string | null> => {
    if (!whole) return new Map();
    return new Map(
      names.map((name) => {
        try {
          const input = whole.lookupInput(form, name, completed, seen);
          return [name, input === null ? null : JSON.stringify(input)];
        } catch {
          // an expression leans on something that only the server has
          return [name, null];
        }
      }),
    );
  }, [whole, form, names, completed, seen]);

  // another question: what was answered to the one before says nothing any more
  useEffect(() => {
    const stale = [...inputs].filter(([name, input]) => (standing.get(name)?.input ?? null) !== input);
    if (stale.length === 0) return;
    setStanding((before) => {
      const next = new Map(before);
      for (const [name, input] of stale) {
        if (input === null) next.delete(name);
        else next.set(name, { input, state: 'asking' });
      }
      return next;
    });
  }, [inputs, standing, setStanding]);

  const latest = useRef({ data, ask });
  latest.current = { data, ask };
  const underWay = useRef(new Map<string, { input: string; control: AbortController }>());
  useEffect(() => {
    for (const [name, { input, control }] of underWay.current) {
      const one = standing.get(name);
      if (one?.state === 'asking' && one.input === input) continue;
      control.abort();
      underWay.current.delete(name);
    }
    for (const [name, { state, input }] of standing) {
      if (state !== 'asking' || underWay.current.has(name)) continue;
      const control = new AbortController();
      underWay.current.set(name, { input, control });
      const timer = setTimeout(() => {
        const by = { input: JSON.parse(input) as Data, data: latest.current.data };
        void latest.current.ask(name, by, control.signal).then((came) => {
          if (control.signal.aborted) return;
          setStanding((before) =>
            before.get(name)?.input === input ? new Map(before).set(name, { input, ...came }) : before,
          );
        });
      }, PAUSE);
      control.signal.addEventListener('abort', () => clearTimeout(timer));
    }
  }, [standing, setStanding]);
  useEffect(() => {
    const all = underWay.current;
    return () => {
      for (const { control } of all.values()) control.abort();
      all.clear();
    };
  }, []);

  const found = useMemo(() => {
    const answered = names.filter((name) => standing.get(name)?.state === 'answered');
    return new Map(
      answered.map((name) => [name, whole ? whole.lookupFills(form, name, completed, seen, resolved) : {}]),
    );
  }, [names, standing, whole, form, completed, seen, resolved]);

  // a field is filled in once an answer; what one then changes stays changed
  const filled = useRef(new Map<string, unknown>());
  const given = useRef(new Set<string>());
  useEffect(() => {
    const changes: [string, unknown][] = [];
    for (const [name, values] of found) {
      const { input = '' } = standing.get(name) ?? {};
      for (const pointer of Object.keys(form.lookups?.[name]?.fills ?? {})) {
        const value = values[pointer];
        const once = `${name} ${pointer} ${input} ${value === undefined ? 'nothing' : 'found'}`;
        if (given.current.has(once)) continue;
        given.current.add(once);
        changes.push([pointer, value]);
      }
    }
    if (changes.length === 0) return;
    fill((now) => {
      let next = now;
      for (const [pointer, value] of changes) {
        const entered = valueAt(next, pointer);
        const ours = filled.current.has(pointer) && same(entered, filled.current.get(pointer));
        if (!isBlank(entered) && !ours) continue;
        if (value === undefined) filled.current.delete(pointer);
        else filled.current.set(pointer, value);
        next = withValue(next, pointer, value);
      }
      return next;
    });
  }, [found, standing, form, fill]);

  const looked = useMemo(
    () =>
      [...standing].flatMap(([name, one]): Looked[] => {
        if (one.state === 'notAsked') return [];
        const values = found.get(name) ?? {};
        const chooses = whole?.choosesFrom(form, name) ?? [];
        return [
          {
            name,
            state: one.state,
            ...(one.state === 'unanswered' && one.why !== undefined ? { why: one.why } : {}),
            found: values,
            different: Object.keys(values).filter((pointer) => {
              const entered = valueAt(completed, pointer);
              return !isBlank(entered) && !same(entered, values[pointer]);
            }),
            fields: [
              ...(whole?.askedBy(form, name) ?? []),
              ...Object.keys(form.lookups?.[name]?.fills ?? {}),
              ...chooses,
            ],
            isList: chooses.length > 0,
          },
        ];
      }),
    [standing, found, form, whole, completed],
  );
  const again = useCallback(
    (name: string) =>
      setStanding((before) => {
        const one = before.get(name);
        return one ? new Map(before).set(name, { input: one.input, state: 'asking' }) : before;
      }),
    [setStanding],
  );
  return { looked, again };
}
