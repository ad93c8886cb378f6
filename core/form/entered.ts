import { isRecord } from '#core/expression/record.ts';
import { normalised } from '#core/reference/normalised.ts';
import { isIdentifierKind } from '#core/reference/wrong.ts';
import { under, valueAt } from './pointer.ts';
import type { Entered, Schema } from './types.ts';

/** Nothing was entered: absent, null, only blanks, an object of nothing. */
function blank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return isRecord(value) && Object.values(value).every(blank);
}

/** A text as it is kept: without blanks at its ends; numbers of persons and things as they are written in registers. */
function kept(format: unknown, text: string): string {
  return isIdentifierKind(format) ? normalised(format, text) : text.trim();
}

/** A row in which nothing was entered keeps its place: taken out, every row after it would be another one. */
const blankRow = (row: unknown): unknown => (isRecord(row) ? {} : typeof row === 'string' ? '' : null);

/** What does not show is taken out, and so is what is blank; texts become what is kept of them. `gone` collects pointers. */
export function strip(flat: Schema, data: unknown, gone: string[] = [], at = ''): unknown {
  if (typeof data === 'string') return kept(flat.format, data) || undefined;
  if (Array.isArray(data)) {
    const rows = flat.rows as readonly Schema[] | undefined;
    return data.map((row, n) => {
      const inner = strip(
        rows?.[n] ?? (isRecord(flat.items) ? (flat.items as Schema) : {}),
        row,
        gone,
        under(at, n),
      );
      return inner === undefined ? blankRow(row) : inner;
    });
  }
  if (!isRecord(data)) return data === null ? undefined : data;
  if (!flat.properties) return data;
  const left: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    const property = Object.hasOwn(flat.properties, name) ? flat.properties[name] : undefined;
    if (property === undefined || property === false) {
      if (!blank(value)) gone.push(under(at, name));
      continue;
    }
    const inner = strip(property === true ? {} : property, value, gone, under(at, name));
    if (inner !== undefined) left[name] = inner;
  }
  return at !== '' && blank(left) ? undefined : left;
}

/** Objects that must be there are there, so that what is missing is said field by field. */
export function withObjects(flat: Schema, data: Entered): Entered {
  return grown(flat, data) as Entered;
}

function grown(flat: Schema, data: unknown): unknown {
  if (Array.isArray(data)) {
    const rows = flat.rows as readonly Schema[] | undefined;
    return data.map((row, n) => (rows?.[n] ? grown(rows[n], row) : row));
  }
  if (!isRecord(data) || !flat.properties) return data;
  const full: Record<string, unknown> = { ...data };
  for (const [name, property] of Object.entries(flat.properties)) {
    if (!isRecord(property)) continue;
    const schema = property as Schema;
    if (full[name] === undefined && schema.properties && flat.required?.includes(name)) full[name] = {};
    if (full[name] !== undefined) full[name] = grown(schema, full[name]);
  }
  return full;
}

/** True where nothing was entered yet. */
export function absent(data: Entered, pointer: string): boolean {
  return blank(valueAt(data, pointer));
}
