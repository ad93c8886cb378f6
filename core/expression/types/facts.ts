import type { Implication } from './schema.ts';
import type { Literal, Type } from './type.ts';

/** What is known of a value at a place of an expression. */
export type Fact = {
  /** It is there. */
  readonly present?: boolean;
  /** It is not there. */
  readonly absent?: boolean;
  /** All that it can be. */
  readonly values?: readonly Literal[];
  /** What it is not. */
  readonly not?: readonly Literal[];
  /** A list with at least one item. */
  readonly filled?: boolean;
};
/** Facts by dotted path. */
export type Facts = ReadonlyMap<string, Fact>;

export const noFacts: Facts = new Map();

/** Both hold. */
export function both(a: Facts, b: Facts): Facts {
  if (a.size === 0) return b;
  const out = new Map(a);
  for (const [path, fact] of b) {
    const known = out.get(path);
    out.set(path, known ? joined(known, fact) : fact);
  }
  return out;
}

/** Where they contradict each other nobody comes: the later one holds there, as if it had been asked first. */
function joined(before: Fact, b: Fact): Fact {
  const { absent, present, filled, ...rest } = before;
  const there = b.present || b.values || b.filled;
  const a: Fact = {
    ...rest,
    ...(absent && !there ? { absent } : {}),
    ...(present && !b.absent ? { present } : {}),
    ...(filled && !b.absent ? { filled } : {}),
  };
  const values =
    a.values && b.values ? a.values.filter((v) => b.values?.includes(v)) : (a.values ?? b.values);
  const not = [...(a.not ?? []), ...(b.not ?? [])];
  return { ...a, ...b, ...(values ? { values } : {}), ...(not.length ? { not } : {}) };
}

/** One of them holds: what both say. */
export function one(a: Facts, b: Facts): Facts {
  const out = new Map<string, Fact>();
  for (const [path, x] of a) {
    const y = b.get(path);
    if (!y) continue;
    const not = x.not?.filter((v) => y.not?.includes(v)) ?? [];
    out.set(path, {
      ...(x.present && y.present ? { present: true } : {}),
      ...(x.absent && y.absent ? { absent: true } : {}),
      ...(x.filled && y.filled ? { filled: true } : {}),
      ...(x.values && y.values ? { values: [...new Set([...x.values, ...y.values])] } : {}),
      ...(not.length ? { not } : {}),
    });
  }
  return out;
}

/** A fact about a path; what is there has all that is on the way to it. */
export function fact(path: string, known: Fact): Facts {
  const out = new Map<string, Fact>([[path, known]]);
  if (known.present || known.values || known.filled)
    for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1))
      out.set(path.slice(0, dot), { present: true });
  return out;
}

/** The facts and what follows from them. */
export function followed(facts: Facts, implications: readonly Implication[]): Facts {
  let out = facts;
  for (let round = 0; round < 4; round++) {
    const before = out;
    for (const { path, values, present, filled } of implications) {
      const known = out.get(path);
      if (!known || known.absent) continue;
      const holds = values ? known.values?.every((v) => values.includes(v)) : known.present || known.values;
      if (!holds || present.every((p) => out.get(p)?.present)) continue;
      for (const p of present) out = both(out, fact(p, { present: true }));
      for (const p of filled) out = both(out, fact(p, { filled: true, present: true }));
    }
    if (out === before) break;
  }
  return out;
}

/** Without what was known of a name that now means something else. */
export function without(facts: Facts, names: readonly string[]): Facts {
  if (facts.size === 0) return facts;
  const is = (path: string) => names.some((name) => path === name || path.startsWith(`${name}.`));
  return new Map([...facts].filter(([path]) => !is(path)));
}

/** A type as facts narrow it: what is at a path, and what lies below. */
export function narrowed(type: Type, path: string | undefined, facts: Facts): Type {
  if (path === undefined || facts.size === 0) return type;
  const whole = narrowedBy(type, facts.get(path));
  if (whole.kind !== 'context') return whole;
  const below = [...facts.keys()].filter((known) => known.startsWith(`${path}.`));
  if (below.length === 0) return whole;
  const known = new Set(
    below.flatMap((one) =>
      one
        .slice(path.length + 1)
        .split('.')
        .slice(0, 1),
    ),
  );
  const fields = Object.entries(whole.fields).map(
    ([name, field]) => [name, known.has(name) ? narrowed(field, `${path}.${name}`, facts) : field] as const,
  );
  return { ...whole, fields: Object.fromEntries(fields) };
}

function narrowedBy(type: Type, known: Fact | undefined): Type {
  if (!known) return type;
  if (known.absent) return { kind: 'null', empty: true };
  let out = type;
  if (out.empty && out.kind !== 'null' && (known.present || known.values || known.filled)) {
    const { empty: _, ...rest } = out;
    out = rest as Type;
  }
  if (out.kind === 'list') return known.filled ? { ...out, some: true } : out;
  if (out.kind === 'string' || out.kind === 'number' || out.kind === 'boolean') {
    const among = out.values ?? known.values;
    const values = among?.filter((v) => (known.values?.includes(v) ?? true) && !known.not?.includes(v));
    if (values) return { ...out, values };
  }
  return out;
}
