/** What fits on a line, in signs: the width in which definitions are kept. */
const WIDTH = 140;

const scalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/**
 * The one canonical formatting of a definition: two spaces, a name a line, a list of plain values on one line where it
 * fits, so that a change is a change of few lines. `value` is JSON.
 */
export function written(value: unknown): string {
  return `${text(value, '', 0)}\n`;
}

function text(value: unknown, indent: string, before: number): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const line = `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
    // the comma that may follow counts too
    if (value.every(scalar) && before + line.length < WIDTH) return line;
    return `[\n${value.map((one) => `${inner}${text(one, inner, inner.length)}`).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([name, one]) => {
    const start = `${inner}${JSON.stringify(name)}: `;
    return `${start}${text(one, inner, start.length)}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/**
 * The text of a frozen version: compact, in the order in which it was drawn, for in that order the fields of a group are shown.
 * Its hash is that of the canonical JSON and the same in any order.
 */
export const frozenText = (bundle: unknown): string => `${JSON.stringify(bundle)}\n`;
