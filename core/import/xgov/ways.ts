import { ALWAYS, both, either, negated, type Test } from '../draft/test.ts';
import { reached } from '../reach.ts';

/** A way from a page to another: the condition of a link, or none where it is what is left. */
export type Link = { readonly to: string; readonly test?: Test | undefined };
export type Page = { readonly path: string; readonly links: readonly Link[] };

/**
 * When each page is come to: by the links that lead there, the first whose condition holds, else the one without. A page on every way
 * from an earlier one on shows whenever that does. Undefined for a page to which no way leads.
 */
export function ways(pages: readonly Page[], start: string): ReadonlyMap<string, Test> {
  const known = new Map(pages.map((page) => [page.path, page]));
  const order = ordered(known, start);
  const shown = new Map<string, Test>();
  for (const [n, path] of order.entries()) {
    // between the two one may go this way or that, but never past either
    const gathered = order
      .slice(0, n)
      .find((before) => isOnEveryWay(known, before, path) && !reaches(known, start, path, before));
    const from = n === 0 ? ALWAYS : gathered !== undefined ? shown.get(gathered) : undefined;
    shown.set(path, from ?? either(arrivals(known, shown, order.slice(0, n), path)));
  }
  return shown;
}

/** Ways that lead to a page, each with the way to where it begins. */
function arrivals(
  known: Pages,
  shown: ReadonlyMap<string, Test>,
  before: readonly string[],
  path: string,
): Test[] {
  return before.flatMap((other) => {
    const [around, page] = [shown.get(other), known.get(other)];
    if (!around || !page) return [];
    return page.links.flatMap((link, n) => (link.to === path ? [both([around, taken(page, n)])] : []));
  });
}

/** When a link of a page is taken. */
function taken({ links }: Page, n: number): Test {
  const own = links[n]?.test;
  const others = links.flatMap(({ test }, m) => (test && (own === undefined || m < n) ? [test] : []));
  const refused = others.filter((other) => own === undefined || !exclude(own, other)).map(negated);
  return both([...(own ? [own] : []), ...refused]);
}

/** Two answers to one question cannot both be given. */
function exclude(one: Test, other: Test): boolean {
  return (
    'field' in one &&
    'field' in other &&
    one.field === other.field &&
    'const' in one.is &&
    'const' in other.is &&
    one.is.const !== other.is.const
  );
}

type Pages = ReadonlyMap<string, Page>;

/** Pages that can be come to, each after those that lead to it; a way back is not followed twice. */
function ordered(known: Pages, start: string): string[] {
  const done: string[] = [];
  const open = new Set<string>();
  const visit = (path: string): void => {
    const page = known.get(path);
    if (!page || open.has(path)) return;
    open.add(path);
    for (const { to } of [...page.links].reverse()) visit(to);
    done.unshift(path);
  };
  visit(start);
  return done;
}

const nextOf = (known: Pages, path: string): string[] =>
  (known.get(path)?.links ?? []).map(({ to }) => to).filter((to) => known.has(to));

/** Whether every way from one page to the end leads over another. */
function isOnEveryWay(known: Pages, from: string, over: string): boolean {
  const before = reached([from], (path) => (path === over ? [] : nextOf(known, path)));
  before.delete(over);
  return before.size > 0 && [...before].every((path) => nextOf(known, path).length > 0);
}

/** Whether a way leads from one page to another without a third. */
function reaches(known: Pages, from: string, to: string, without: string): boolean {
  const isOther = (path: string) => path !== without;
  return reached([from].filter(isOther), (path) => nextOf(known, path).filter(isOther)).has(to);
}
