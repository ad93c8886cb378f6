import { fieldStrips } from './fields.ts';
import { chartStrips, qrStrips, signatureStrips } from './figures.ts';
import { paginate } from './paginate.ts';
import type { Setting, Strip } from './strip.ts';
import { moved, stacked, textBox, textStrips } from './strip.ts';
import { colours, styles } from './style.ts';
import { tableStrips } from './table.ts';
import type { Box, Element, Measure, Page, Paper, Part, Shape, Style } from './types.ts';
import { a4 } from './types.ts';

/** What is said at the foot of every page, beside its number. */
export type Furniture = { foot: string; page(number: number, of: number): string };

/** What stands in a document once more, in another language. */
export type InLanguage = { language: string; parts: Part[] };

const GUTTER = 18;
/** An image stands on one page, whatever its shape. */
const HIGHEST = 640;

function headStrips(part: Extract<Part, { type: 'letterhead' }>, setting: Setting): Strip[] {
  const block = setting.element('Sect');
  const lines = part.lines.flatMap((line, n) =>
    textStrips(setting, line, n === 0 ? styles.letterhead : styles.address, {
      gap: n === 0 ? 0 : 2,
      path: [block, setting.element('P')],
      align: 'center',
      keep: true,
    }),
  );
  const rule: Box = {
    kind: 'rule',
    colour: colours.accent,
    thickness: 1.2,
    x: 0,
    y: 0,
    width: setting.width,
    height: 0,
    path: [],
  };
  return [...lines, { gap: 9, height: 1.2, boxes: [rule], keep: true }];
}

function columnStrips(part: Extract<Part, { type: 'columns' }>, setting: Setting): Strip[] {
  const count = Math.max(1, part.columns.length);
  const width = (setting.width - GUTTER * (count - 1)) / count;
  const laid = part.columns.map((parts) =>
    stacked(parts.flatMap((inner) => strips(inner, { ...setting, width }))),
  );
  const boxes = laid.flatMap((column, n) => column.boxes.map((box) => moved(box, n * (width + GUTTER), 0)));
  return [{ gap: 10, height: Math.max(0, ...laid.map(({ height }) => height)), boxes }];
}

const look = (part: Extract<Part, { type: 'text' }>): Style => ({
  ...(part.small ? styles.caption : styles.text),
  font: part.strong ? 'bold' : 'regular',
});

/** A part as pieces that are not broken over pages. */
function strips(part: Part, setting: Setting): Strip[] {
  switch (part.type) {
    case 'letterhead':
      return headStrips(part, setting);
    case 'title': {
      const said = (
        text: string,
        style: typeof styles.title | typeof styles.subtitle,
        gap: number,
        tag: Element['tag'],
      ) =>
        textStrips(setting, text, style, { gap, path: [setting.element(tag)], align: 'center', keep: true });
      const below = part.subtitle ? said(part.subtitle, styles.subtitle, 5, 'P') : [];
      return [
        ...said(part.text, styles.title, 22, 'H1'),
        ...below,
        { gap: 10, height: 0, boxes: [], keep: true },
      ];
    }
    case 'heading':
      return textStrips(setting, part.text, part.level === 2 ? styles.heading2 : styles.heading3, {
        gap: part.level === 2 ? 16 : 11,
        path: [setting.element(part.level === 2 ? 'H2' : 'H3')],
        ...(part.align ? { align: part.align } : {}),
        keep: true,
      });
    case 'text':
      return part.text.split(/\n{2,}/).flatMap((paragraph) =>
        textStrips(setting, paragraph, look(part), {
          gap: 7,
          path: [setting.element('P')],
          ...(part.align ? { align: part.align } : {}),
        }),
      );
    case 'fields':
      return fieldStrips(part, setting);
    case 'table':
      return [
        ...(part.title
          ? textStrips(setting, part.title, styles.heading3, {
              gap: 12,
              path: [setting.element('P')],
              keep: true,
            })
          : []),
        ...tableStrips(part, setting),
      ];
    case 'columns':
      return columnStrips(part, setting);
    case 'image': {
      const shape = setting.shape(part.source);
      // an image that is not there is said in words, not left out in silence
      if (shape === null)
        return textStrips(setting, part.alt, styles.caption, { gap: 10, path: [setting.element('P')] });
      const width = Math.min(setting.width, part.width ?? setting.width, HIGHEST / shape);
      const room = setting.width - width;
      const x = part.align === 'right' ? room : part.align === 'center' ? room / 2 : 0;
      const height = width * shape;
      const path = [setting.element('Figure', { alt: part.alt })];
      return [
        { gap: 10, height, boxes: [{ kind: 'image', source: part.source, x, y: 0, width, height, path }] },
      ];
    }
    case 'chart':
      return chartStrips(part, setting);
    case 'qr':
      return qrStrips(part, setting);
    case 'signature':
      return signatureStrips(part, setting);
    case 'pageBreak':
      return [{ gap: 0, height: 0, boxes: [], breaks: true }];
  }
}

/** The foot of a page: decoration to a reader, which knows pages by itself. */
function foot(page: Page, of: number, furniture: Furniture, setting: Setting, paper: Paper): Box[] {
  const y = paper.height - paper.bottom + 16;
  const place = { x: paper.left, y, width: setting.width, path: [] as Element[] };
  const rule: Box = { kind: 'rule', colour: colours.line, thickness: 0.5, ...place, y: y - 5, height: 0 };
  const left = textBox(setting, furniture.foot, styles.footer, { ...place, width: setting.width * 0.78 });
  const right = textBox(setting, furniture.page(page.number, of), styles.footer, {
    ...place,
    x: paper.left + setting.width * 0.78,
    width: setting.width * 0.22,
    align: 'right',
  });
  return [rule, left, right];
}

/**
 * Sets parts onto pages: boxes at their places, in reading order, each with its place in the structure that a screen
 * reader follows. Knows nothing of PDF: whoever draws hands in how wide its letters are.
 */
export function setPages(
  parts: Part[],
  drawn: { measure: Measure; shape: Shape },
  furniture: Furniture,
  paper: Paper = a4,
  again: readonly InLanguage[] = [],
): Page[] {
  let ids = 0;
  const element: Setting['element'] = (tag, more) => ({ id: ids++, tag, ...more });
  const setting: Setting = { width: paper.width - paper.left - paper.right, ...drawn, element };
  const translated = again.flatMap(({ language: lang, parts: all }) => {
    const section = element('Sect', { lang });
    const inside = (box: Box): Box => ({ ...box, path: box.path.length > 0 ? [section, ...box.path] : [] });
    const own = all
      .flatMap((part) => strips(part, setting))
      .map((strip) => ({ ...strip, boxes: strip.boxes.map(inside) }));
    return [{ gap: 0, height: 0, boxes: [], breaks: true }, ...own];
  });
  const pages = paginate([...parts.flatMap((part) => strips(part, setting)), ...translated], paper);
  return pages.map((page) => ({
    ...page,
    boxes: [...page.boxes, ...foot(page, pages.length, furniture, setting, paper)],
  }));
}
