/**
 * What was entered as JSON: a field that was emptied, or a list whose last row was taken out, is absent. The form library
 * leaves it there as `undefined`, at which the validator stops. What needs no change is given back as it is.
 */
export function withoutAbsent<T>(value: T): T {
  if (Array.isArray(value)) {
    const items = value.map(withoutAbsent);
    return items.some((item, n) => item !== value[n]) ? (items as T) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const before = Object.entries(value);
  const after = before.flatMap(([name, one]) => (one === undefined ? [] : [[name, withoutAbsent(one)]]));
  const same = after.length === before.length && after.every(([, one], n) => one === before[n]?.[1]);
  return same ? value : (Object.fromEntries(after) as T);
}
