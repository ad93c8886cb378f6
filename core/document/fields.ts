import type { Setting, Strip } from './strip.ts';
import { textBox } from './strip.ts';
import { colours, styles } from './style.ts';
import type { Part } from './types.ts';

/** The share of the width that names take, and the room between a name and its value in points. */
const NAMES = 0.36;
const BETWEEN = 12;

/** Names and values as a two-column table with a hair line under each, values set a little darker. */
export function fieldStrips(part: Extract<Part, { type: 'fields' }>, setting: Setting): Strip[] {
  const table = setting.element('Table');
  const left = setting.width * NAMES;
  return part.items.map(({ title, value }, n) => {
    const tr = setting.element('TR');
    const name = textBox(setting, title, styles.label, {
      x: 0,
      y: 3.2,
      width: left - BETWEEN,
      path: [table, tr, setting.element('TH', { scope: 'Row' })],
    });
    const said = textBox(setting, value, styles.value, {
      x: left,
      y: 2.6,
      width: setting.width - left,
      path: [table, tr, setting.element('TD')],
    });
    const height = Math.max(name.height, said.height) + 6.2;
    return {
      gap: n === 0 ? 4 : 0,
      height,
      keep: n === 0 && part.items.length > 1,
      boxes: [
        name,
        said,
        {
          kind: 'rule',
          colour: colours.line,
          thickness: 0.4,
          x: 0,
          y: height,
          width: setting.width,
          height: 0,
          path: [],
        },
      ],
    };
  });
}
