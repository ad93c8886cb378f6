import type { Setting, Strip, TextBox } from './strip.ts';
import { textBox } from './strip.ts';
import { colours, styles } from './style.ts';
import type { Box, Column, Element, Part, Style } from './types.ts';

const PAD_X = 5;
const PAD_Y = 3.5;

/** The columns' widths: as declared in shares, else by the length of what stands in them, none under a tenth of the mean. */
function widths(columns: Column[], rows: string[][], width: number): number[] {
  const shares = columns.map((column, n) => {
    if (column.width) return column.width;
    const longest = Math.max(column.title.length, ...rows.map((row) => row[n]?.length ?? 0));
    return Math.min(40, Math.max(6, longest));
  });
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (share / sum) * width);
}

/** A table: its head comes again on each page, a row is never broken. */
export function tableStrips(part: Extract<Part, { type: 'table' }>, setting: Setting): Strip[] {
  const table = setting.element('Table');
  const across = widths(part.columns, part.rows, setting.width);
  const row = (
    cells: string[],
    head: boolean,
    style: Style = head ? styles.cellHead : styles.cell,
  ): Strip => {
    const tr = setting.element('TR');
    let x = 0;
    const texts: TextBox[] = part.columns.map((column, n) => {
      const cell: Element = head ? setting.element('TH', { scope: 'Column' }) : setting.element('TD');
      const wide = across[n] ?? 0;
      const box = textBox(setting, cells[n] ?? '', style, {
        x: x + PAD_X,
        y: PAD_Y,
        width: wide - PAD_X * 2,
        align: column.align ?? 'left',
        path: [table, tr, cell],
      });
      x += wide;
      return box;
    });
    const height = Math.max(...texts.map((box) => box.height)) + PAD_Y * 2;
    const place = { x: 0, y: 0, width: setting.width, height, path: [] };
    const under: Box = head
      ? { kind: 'fill', colour: colours.shade, ...place }
      : { kind: 'rule', colour: colours.line, thickness: 0.5, ...place, y: height, height: 0 };
    return { gap: head ? 8 : 0, height, keep: head, boxes: [under, ...texts] };
  };
  const head = row(
    part.columns.map(({ title }) => title),
    true,
  );
  const rows = part.rows.length > 0 ? part.rows : [[part.empty]];
  const total = part.total ? [{ ...row(part.total, false, styles.cellHead), head }] : [];
  return [head, ...rows.map((cells) => ({ ...row(cells, false), head })), ...total];
}
