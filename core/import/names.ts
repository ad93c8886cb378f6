/** A name that expressions can use, made of another system's: letters, digits and _, a letter first. */
export function plainName(given: string): string {
  const words = given.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '');
  const joined = words
    .map((word, n) => (n === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  // what every object has already is no name for a field
  const name = /^[\p{L}_]/u.test(joined) && !(joined in {}) ? joined : `f${joined}`;
  // a pointer to a field of a group of a group is at most 400 signs
  return name.slice(0, 80);
}

/** The name, or the name with a number where it is taken already; `taken` gets it. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name}${n}`;
  taken.add(free);
  return free;
}
