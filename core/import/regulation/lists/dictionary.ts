/** A dictionary of a regulation: its rows without the heading, as they are written. */
export type Dictionary = { readonly rows: readonly (readonly string[])[] };

/** So long a dictionary no form holds: the rest of it is not read. */
const LONGEST = 2_000_000;

/** The rows of a file of comma-separated values (RFC 4180); undefined where a text has none beside its heading. */
export function dictionaryIn(text: string): Dictionary | undefined {
  if (text.length > LONGEST || text.includes('\0')) return undefined;
  const [heading, ...rows] = rowsIn(text.replace(/^\uFEFF/, ''));
  return heading && heading.length > 1 && rows.length > 0 ? { rows } : undefined;
}

const CELL = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|\r|\n|$)/gy;

function rowsIn(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, cell = '', after = ''] of text.matchAll(CELL)) {
    row.push((cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim());
    if (after === ',') continue;
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
    if (after === '') break;
  }
  return rows;
}
