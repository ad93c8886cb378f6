/** Where the groups of a KATOTTG code end: region, district, community, settlement, city district. */
const ends = [4, 6, 9, 12, 14];

/** The part of a code that says which place it is, without the zeros of the levels below. */
export function stem(code: string): string {
  let stem = code.slice(0, 4);
  for (let n = 1; n < ends.length; n += 1) {
    const group = code.slice(ends[n - 1], ends[n]);
    if (/[1-9]/.test(group)) stem = code.slice(0, ends[n]);
  }
  return stem;
}
