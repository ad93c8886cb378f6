import type { Setting, Strip } from './strip.ts';
import { stacked, textBox, textStrips } from './strip.ts';
import { colours, styles } from './style.ts';
import type { Box, Part } from './types.ts';

/** The side of a QR code in points where nothing else is said: 26 mm. */
const QR_SIDE = 73.7;

/** A QR code with what it is for beside it. */
export function qrStrips(part: Extract<Part, { type: 'qr' }>, setting: Setting): Strip[] {
  const figure = setting.element('Figure', { alt: part.alt });
  const side = Math.min(part.side ?? QR_SIDE, setting.width);
  const boxes: Box[] = [
    { kind: 'qr', value: part.value, x: 0, y: 0, width: side, height: side, path: [figure] },
  ];
  const beside = setting.width >= side * 2.2;
  let y = beside ? 4 : side + 5;
  const x = beside ? side + 14 : 0;
  for (const line of part.caption) {
    const box = textBox(setting, line, styles.caption, {
      x,
      y,
      width: setting.width - x,
      path: [setting.element('P')],
    });
    boxes.push(box);
    y += box.height + 2;
  }
  return [{ gap: 14, height: Math.max(side, y), boxes }];
}

/** Who signs: a name over a line on the left, the mark of the electronic seal framed on the right. */
export function signatureStrips(part: Extract<Part, { type: 'signature' }>, setting: Setting): Strip[] {
  const wide = setting.width * (part.seal.length > 0 ? 0.46 : 0.7);
  const boxes: Box[] = [];
  let y = 0;
  for (const line of part.lines) {
    const box = textBox(setting, line, styles.text, { x: 0, y, width: wide, path: [setting.element('P')] });
    boxes.push(box);
    y += box.height;
  }
  if (part.seal.length === 0) return [{ gap: 22, height: y, boxes }];
  const x = setting.width * 0.52;
  const inner = setting.width - x - 20;
  let under = 8;
  const seal: Box[] = part.seal.map((line, n) => {
    const style = n === 0 ? { ...styles.seal, font: 'bold' as const } : styles.seal;
    const box = textBox(setting, line, style, {
      x: x + 10,
      y: under,
      width: inner,
      path: [setting.element('P')],
    });
    under += box.height + 1;
    return box;
  });
  const frame: Box = {
    kind: 'frame',
    colour: colours.accent,
    thickness: 0.8,
    x,
    y: 0,
    width: setting.width - x,
    height: under + 7,
    path: [],
  };
  return [{ gap: 20, keep: true, height: Math.max(y, under + 7), boxes: [...boxes, frame, ...seal] }];
}

/** A chart of horizontal bars, each with its name and its number in words: nothing is told by colour alone. */
export function chartStrips(part: Extract<Part, { type: 'chart' }>, setting: Setting): Strip[] {
  const title = textStrips(setting, part.title, styles.heading3, {
    gap: 12,
    path: [setting.element('P')],
    keep: true,
  });
  const figure = setting.element('Figure', { alt: part.alt });
  const most = Math.max(0, ...part.bars.map(({ value }) => value));
  const names = setting.width * 0.34;
  const room = setting.width * 0.5;
  const bars = part.bars.map((bar): Strip => {
    const name = textBox(setting, bar.title, styles.cell, { x: 0, y: 2, width: names - 8, path: [figure] });
    const length = most > 0 ? Math.max(0, (bar.value / most) * room) : 0;
    const number = textBox(setting, bar.shown, styles.cell, {
      x: names + length + 6,
      y: 2,
      width: setting.width - names - length - 6,
      path: [figure],
    });
    const height = Math.max(name.height, 12) + 4;
    const fill: Box = {
      kind: 'fill',
      colour: colours.accent,
      x: names,
      y: 3,
      width: length,
      height: 9,
      path: [figure],
    };
    return { gap: 0, height, boxes: [name, fill, number] };
  });
  return [...title, { gap: 4, ...stacked(bars) }];
}
