import { lineHeight } from './style.ts';
import type { Align, Box, Element, Measure, Shape, Style } from './types.ts';
import { wrap } from './wrap.ts';

/** A piece of a document as wide as its column that is never broken over two pages. Boxes stand relative to it. */
export type Strip = {
  height: number;
  /** Room above it; none at the top of a page. */
  gap: number;
  boxes: Box[];
  /** Stays on one page with what follows. */
  keep?: boolean;
  /** Drawn again above it where a page begins with it: the head of a table. */
  head?: Strip;
  /** A new page begins after it. */
  breaks?: boolean;
};

/** What a part needs to become strips. */
export type Setting = {
  width: number;
  measure: Measure;
  shape: Shape;

  element(tag: Element['tag'], more?: Partial<Element>): Element;
};

export type TextBox = Extract<Box, { kind: 'lines' }>;

/** A text set at a place: its box knows its height. */
export function textBox(
  setting: Setting,
  text: string,
  style: Style,
  at: { x: number; y: number; width: number; path: Element[]; align?: Align },
): TextBox {
  const lines = wrap(text, style, at.width, setting.measure);
  return { kind: 'lines', lines, style, align: 'left', ...at, height: lines.length * lineHeight(style) };
}

/** How many lines at the least stay together before and after a page's end. */
const TOGETHER = 2;

/** A text as strips of single lines, so that it may run on over a page's end; first and last two lines stay together. */
export function textStrips(
  setting: Setting,
  text: string,
  style: Style,
  given: { gap: number; path: Element[]; align?: Align; keep?: boolean },
): Strip[] {
  const lines = wrap(text, style, setting.width, setting.measure);
  const high = lineHeight(style);
  const groups: string[][] = lines.map((line) => [line]);
  if (lines.length <= TOGETHER * 2) groups.splice(0, groups.length, lines);
  else {
    groups.splice(0, TOGETHER, lines.slice(0, TOGETHER));
    groups.splice(groups.length - TOGETHER, TOGETHER, lines.slice(-TOGETHER));
  }
  return groups.map((group, n) => ({
    gap: n === 0 ? given.gap : 0,
    height: group.length * high,
    keep: given.keep ?? false,
    boxes: [
      {
        kind: 'lines',
        lines: group,
        style,
        align: given.align ?? 'left',
        x: 0,
        y: 0,
        width: setting.width,
        height: group.length * high,
        path: given.path,
      },
    ],
  }));
}

/** The same box elsewhere. */
export const moved = (box: Box, dx: number, dy: number): Box => ({ ...box, x: box.x + dx, y: box.y + dy });

/** Strips under one another as one that is not broken. */
export function stacked(strips: Strip[]): { height: number; boxes: Box[] } {
  let y = 0;
  const boxes: Box[] = [];
  strips.forEach((strip, n) => {
    if (n > 0) y += strip.gap;
    for (const box of strip.boxes) boxes.push(moved(box, 0, y));
    y += strip.height;
  });
  return { height: y, boxes };
}
