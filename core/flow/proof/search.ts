/** Goes through everything that can be come to, each once, the nearest first. `length` is the way from the beginning. */
export function* nearestFirst<T extends { length: number }>(
  starts: readonly T[],
  keyOf: (node: T) => string,
  next: (node: T) => Iterable<T>,
): Generator<T> {
  const seen = new Set<string>();
  const waiting: T[][] = [];
  const add = (node: T) => {
    const list = waiting[node.length] ?? [];
    waiting[node.length] = list;
    list.push(node);
  };
  for (const start of starts) add(start);
  for (let length = 0; length < waiting.length; length++)
    // a list may grow while it is gone through
    for (const node of waiting[length] ?? []) {
      const key = keyOf(node);
      if (seen.has(key)) continue;
      seen.add(key);
      yield node;
      for (const one of next(node)) if (!seen.has(keyOf(one))) add(one);
    }
}
