/** A territory as service-definitions/territories/*.json holds it. `category`: O K P H M T C X B of the codifier. */
export type Territory = { code: string; parent?: string; category: string; name: string };
type Read = { territories: Territory[]; mistakes: { line: number; what: string }[] };

const MOST = 100_000;

/** The fields of a line of CSV; quotes may hold commas. */
function fields(line: string): string[] {
  const out: string[] = [];
  for (const match of line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)) {
    const field = match[1] ?? '';
    out.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (match.index + match[0].length >= line.length && !match[0].endsWith(',')) break;
  }
  return out;
}

/** Reads the codifier; a mistake names its line. Every parent must be in the file. */
export function readCodifier(text: string): Read {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = fields(head);
  const at = (name: string) => columns.indexOf(name);
  const missing = ['code', 'parent', 'category', 'name'].filter((name) => at(name) < 0);
  if (missing.length)
    return { territories: [], mistakes: [{ line: 1, what: `missing columns: ${missing.join(', ')}` }] };
  if (lines.length > MOST)
    return { territories: [], mistakes: [{ line: MOST, what: `more than ${MOST} lines` }] };
  const read: Read = { territories: [], mistakes: [] };
  const lineOf = new Map<string, number>();
  for (const [n, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const row = fields(line);
    const cell = (name: string) => (row[at(name)] ?? '').trim();
    const [code, parent, category, name] = [cell('code'), cell('parent'), cell('category'), cell('name')];
    const wrong = (what: string) => read.mistakes.push({ line: n + 2, what });
    if (!/^UA\d{17}$/.test(code)) wrong(`“${code}” is no code: UA and 17 digits`);
    else if (lineOf.has(code)) wrong(`${code} stands in line ${lineOf.get(code)} already`);
    else if (!/^[OKPHMTCXB]$/.test(category)) wrong(`“${category}” is no category: O K P H M T C X B`);
    else if (name === '') wrong(`${code} has no name`);
    else {
      lineOf.set(code, n + 2);
      read.territories.push({ code, ...(parent ? { parent } : {}), category, name });
    }
  }
  for (const { code, parent } of read.territories)
    if (parent !== undefined && !lineOf.has(parent))
      read.mistakes.push({
        line: lineOf.get(code) ?? 0,
        what: `${code} lies in ${parent}, which is not in the file`,
      });
  return read;
}
