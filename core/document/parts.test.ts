import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setPages } from './set.ts';
import type { Box, Measure, Page, Part } from './types.ts';
import { a4 } from './types.ts';

const measure: Measure = (text, style) => text.length * style.size * 0.6;
const set = (parts: Part[], shape: number | null = 0.5): Page[] =>
  setPages(parts, { measure, shape: () => shape }, { foot: 'Витяг', page: (n, of) => `${n}/${of}` });
type Kind = Box['kind'];
const boxes = <K extends Kind>(pages: Page[], kind: K) =>
  pages.flatMap((page) => page.boxes.filter((box): box is Extract<Box, { kind: K }> => box.kind === kind));
/** What is written, without the foot of the page. */
const texts = (pages: Page[]) => boxes(pages, 'lines').filter(({ path }) => path.length > 0);
const text = (value: string): Part => ({ type: 'text', text: value });

describe('a table', () => {
  const table = (more: Partial<Extract<Part, { type: 'table' }>>): Part => ({
    type: 'table',
    columns: [{ title: 'Що' }, { title: 'Сума', align: 'right' }],
    rows: [['Довідка', '5']],
    empty: 'Немає',
    ...more,
  });

  it('has its name above it, its sum below it in bold, and says where it is empty', () => {
    const full = texts(set([table({ title: 'Збори', total: ['', '5'] })]));
    expect(full[0]?.lines).toEqual(['Збори']);
    expect(full.at(-1)).toMatchObject({ lines: ['5'], align: 'right', style: { font: 'bold' } });
    expect(texts(set([table({ rows: [] })])).map(({ lines }) => lines[0])).toContain('Немає');
  });

  it('gives its columns the shares that the definition says, and fills the width with them', () => {
    const columns = [
      { title: 'а', width: 3 },
      { title: 'б', width: 1 },
    ];
    const [wide, narrow] = texts(set([table({ columns })]));
    const pad = 10;
    expect(((wide?.width ?? 0) + pad) / ((narrow?.width ?? 0) + pad)).toBeCloseTo(3);
    expect((narrow?.x ?? 0) + (narrow?.width ?? 0) + pad / 2).toBeCloseTo(a4.width - a4.right);
  });

  it('with a row that lacks a cell leaves that cell empty', () => {
    expect(() => set([table({ rows: [['Довідка']] })])).not.toThrow();
  });
});

describe('columns', () => {
  it('stand beside one another, each in its own width, whatever stands in them', () => {
    const words = fc.string({ minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(fc.array(fc.array(words, { maxLength: 3 }), { minLength: 1, maxLength: 3 }), (columns) => {
        const pages = set([{ type: 'columns', columns: columns.map((column) => column.map(text)) }]);
        const width = a4.width - a4.left - a4.right;
        for (const box of texts(pages)) {
          expect(box.width).toBeLessThanOrEqual(width / columns.length + 0.01);
          expect(box.x + box.width).toBeLessThanOrEqual(a4.width - a4.right + 0.01);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('may be none at all', () => {
    expect(texts(set([{ type: 'columns', columns: [] }]))).toEqual([]);
  });
});

describe('a QR code', () => {
  const qr = (side?: number): Part => ({
    type: 'qr',
    value: 'https://kladka.example',
    alt: 'QR',
    caption: ['Перевірити'],
    ...(side === undefined ? {} : { side }),
  });

  it('has its words beside it where there is room, else below', () => {
    const [beside] = texts(set([qr()]));
    const [code] = boxes(set([qr()]), 'qr');
    expect((beside?.x ?? 0) > (code?.x ?? 0) + (code?.width ?? 0)).toBe(true);
    const [below] = texts(set([qr(400)]));
    const [large] = boxes(set([qr(400)]), 'qr');
    expect(below?.x).toBe(large?.x);
    expect((below?.y ?? 0) > (large?.y ?? 0) + (large?.height ?? 0)).toBe(true);
  });

  it('is a square no wider than the text', () => {
    const [code] = boxes(set([qr(5000)]), 'qr');
    expect(code?.width).toBe(code?.height);
    expect(code?.width).toBeCloseTo(a4.width - a4.left - a4.right);
  });
});

describe('a signature', () => {
  it('has the seal framed beside who signs, and no frame without a seal', () => {
    const sealed = set([{ type: 'signature', lines: ['Голова'], seal: ['Скріплено', 'Громада'] }]);
    const [frame] = boxes(sealed, 'frame');
    const inside = texts(sealed).filter(({ lines }) => lines[0] !== 'Голова');
    expect(inside).toHaveLength(2);
    for (const box of inside) {
      expect(box.x).toBeGreaterThanOrEqual(frame?.x ?? Number.POSITIVE_INFINITY);
      expect(box.y + box.height).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
    }
    expect(boxes(set([{ type: 'signature', lines: ['Заявник', ''], seal: [] }]), 'frame')).toEqual([]);
  });
});

describe('a text', () => {
  it('is one paragraph to a screen reader for every blank line, however many pages it takes', () => {
    const pages = set([text('перший\n\nдругий\n\n\nтретій')]);
    const paragraphs = new Set(texts(pages).flatMap(({ path }) => path.map(({ id }) => id)));
    expect(paragraphs.size).toBe(3);
  });

  it('is set as the definition says: strong, small, to a side; headings by their level', () => {
    const [strong, small, right] = texts(
      set([
        { type: 'text', text: 'а', strong: true },
        { type: 'text', text: 'б', small: true },
        { type: 'text', text: 'в', align: 'right' },
      ]),
    );
    expect(strong?.style.font).toBe('bold');
    expect((small?.style.size ?? 0) < (strong?.style.size ?? 0)).toBe(true);
    expect(right?.align).toBe('right');
    const headings = texts(
      set([
        { type: 'heading', level: 2, text: 'Розділ', align: 'center' },
        { type: 'heading', level: 3, text: 'Підрозділ' },
        { type: 'title', text: 'Витяг' },
      ]),
    );
    expect(headings.map(({ path }) => path.at(-1)?.tag)).toEqual(['H2', 'H3', 'H1']);
    expect(headings[0]?.align).toBe('center');
  });
});

describe('an image', () => {
  it('keeps its shape at every width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (width, shape) => {
          const [image] = boxes(set([{ type: 'image', source: 'x', alt: 'Герб', width }], shape), 'image');
          expect((image?.height ?? 0) / (image?.width ?? 1)).toBeCloseTo(shape);
        },
      ),
      { numRuns: 40 },
    );
  });
});
