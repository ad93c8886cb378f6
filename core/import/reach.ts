/** All that is come to from some places, those included, the nearest first. */
export function reached<T>(from: Iterable<T>, next: (one: T) => Iterable<T>): Set<T> {
  const seen = new Set(from);
  // a set is gone through to its end, with what is added on the way
  for (const one of seen) for (const other of next(one)) seen.add(other);
  return seen;
}
