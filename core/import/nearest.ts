/** The folders of a path, the outermost first. */
const foldersOf = (path: string): string[] => path.split(/[/\\]/).slice(0, -1);

/** How many folders two files have in common. */
function nearness(one: string, other: string): number {
  const [a, b] = [foldersOf(one), foldersOf(other)];
  const apart = a.findIndex((folder, n) => folder !== b[n]);
  return apart < 0 ? a.length : apart;
}

/** Of several things in files that would do, the one that stands nearest to a file: a regulation keeps its own together. */
export function nearest<T extends { readonly file: string }>(found: readonly T[], to: string): T | undefined {
  return found.reduce<T | undefined>(
    (best, one) => (best && nearness(best.file, to) >= nearness(one.file, to) ? best : one),
    undefined,
  );
}
