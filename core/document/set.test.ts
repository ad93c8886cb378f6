import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setPages } from './set.ts';
import { styles } from './style.ts';
import type { Box, Measure, Page, Part } from './types.ts';
import { a4 } from './types.ts';
import { readable, shown } from './value.ts';
import { glue, wrap } from './wrap.ts';

/** Letters of one width: enough to see where lines end. */
const measure: Measure = (text, style) => text.length * style.size * 0.6;
const set = (parts: Part[]) =>
  setPages(parts, { measure, shape: () => 0.5 }, { foot: 'Витяг', page: (n, of) => `Сторінка ${n} з ${of}` });
const said = (page: Page | undefined) =>
  (page?.boxes ?? []).flatMap((box) => (box.kind === 'lines' ? box.lines : []));
const lines = (count: number) => Array.from({ length: count }, (_, n) => `Рядок ${n}`).join('\n');

describe('a line', () => {
  it('ends at a space, keeps № with its number and a short word with the next', () => {
    expect(glue('лист № 5 від 3 грн і в Києві')).toBe('лист №\u00A05 від 3\u00A0грн і\u00A0в\u00A0Києві');
    expect(wrap('один два три', styles.text, 9 * 6, measure)).toEqual(['один два', 'три']);
  });

  it('loses no letter, however narrow the column', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 300 }), (text, width) => {
        const bare = (all: string) => all.replace(/\s/gu, '');
        expect(bare(wrap(text, styles.text, width, measure).join(''))).toBe(bare(text));
      }),
    );
  });
});

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: fc.string({ maxLength: 900 }) }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const),
    text: fc.string({ maxLength: 90 }),
  }),
  fc.integer({ min: 1, max: 60 }).map(
    (count): Part => ({
      type: 'fields',
      items: Array.from({ length: count }, (_, n) => ({ title: `Поле ${n}`, value: 'значення' })),
    }),
  ),
  fc.integer({ min: 0, max: 90 }).map(
    (count): Part => ({
      type: 'table',
      columns: [{ title: 'Назва' }, { title: 'Сума', align: 'right' }],
      rows: Array.from({ length: count }, (_, n) => [`${n}`, '5']),
      empty: 'Немає',
    }),
  ),
  fc.constant<Part>({ type: 'qr', value: 'https://kladka.example', alt: 'QR', caption: ['Перевірити'] }),
  fc.constant<Part>({ type: 'pageBreak' }),
);

describe('pages', () => {
  it('hold everything inside their margins, in reading order', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        for (const page of set(parts)) {
          const content = page.boxes.filter(({ path }) => path.length > 0);
          for (const box of content) {
            expect(box.y).toBeGreaterThanOrEqual(a4.top - 0.01);
            expect(box.y + box.height).toBeLessThanOrEqual(a4.height - a4.bottom + 0.01);
            expect(box.x).toBeGreaterThanOrEqual(a4.left - 0.01);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep a heading with what it heads', () => {
    const pages = set([
      { type: 'text', text: lines(52) },
      { type: 'heading', level: 2, text: 'Особа' },
      { type: 'text', text: lines(4) },
    ]);
    const page = pages.find((one) => said(one).includes('Особа'));
    expect(said(page)).toContain('Рядок 0');
    expect(said(page)).toContain('Особа');
  });

  it('repeat the head of a table, which is read aloud once', () => {
    const rows = Array.from({ length: 90 }, (_, n) => [`${n}`]);
    const pages = set([{ type: 'table', columns: [{ title: 'Назва' }], rows, empty: '' }]);
    expect(pages.length).toBeGreaterThan(1);
    const heads = pages.flatMap(({ boxes }) =>
      boxes.filter(
        (box): box is Extract<Box, { kind: 'lines' }> => box.kind === 'lines' && box.lines.includes('Назва'),
      ),
    );
    expect(heads).toHaveLength(pages.length);
    expect(heads.filter(({ path }) => path.some(({ tag }) => tag === 'TH'))).toHaveLength(1);
  });

  it('say in words what an image would have shown where there is none', () => {
    const [page] = setPages(
      [{ type: 'image', source: 'x', alt: 'Герб громади' }],
      { measure, shape: () => null },
      { foot: '', page: () => '' },
    );
    expect(said(page)).toContain('Герб громади');
  });

  it('carry their number and what they belong to', () => {
    expect(said(set([{ type: 'pageBreak' }, { type: 'text', text: 'далі' }]).at(-1))).toEqual(
      expect.arrayContaining(['Витяг', 'Сторінка 2 з\u00A02']),
    );
  });
});

describe('a value', () => {
  it('is said as people write it', () => {
    expect(shown(null, 'uk', 'Europe/Kyiv')).toBe('—');
    expect(shown(true, 'uk', 'Europe/Kyiv')).toBe('Так');
    expect(shown('1985-06-15', 'uk', 'Europe/Kyiv')).toBe('15.06.1985');
    expect(shown({ surname: 'Шевченко', name: 'Соломія', patronymic: null }, 'uk', 'Europe/Kyiv')).toBe(
      'Шевченко Соломія',
    );
    expect(shown(['а', 'б'], 'uk', 'Europe/Kyiv')).toBe('а; б');
    expect(readable('станом на 2026-11-24T13:30:00.000Z', 'Europe/Kyiv')).toBe('станом на 24.11.2026, 15:30');
  });

  it('of several parts is said part by part, without those that are empty', () => {
    const say = (value: unknown, language = 'uk') => shown(value, language, 'Europe/Kyiv');
    expect(say(undefined)).toBe('—');
    expect(say('')).toBe('—');
    expect(say([])).toBe('—');
    expect(say({})).toBe('—');
    expect(say({ street: 'Зелена', flat: null, house: 5, note: '' })).toBe('Зелена, 5');
    expect(say({ uk: 'Реєстратор', en: 'Registrar' }, 'en')).toBe('Registrar');
    expect(say(false)).toBe('Ні');
    expect(say(true, 'en')).toBe('Yes');
    expect(say(12_345.5)).toBe('12\u00A0345,5');
    expect(say(12_345.5, 'en')).toBe('12,345.5');
    expect(say(10n)).toBe('10');
  });

  it('is left alone where it is no day', () => {
    expect(readable('УНЗР 19850615-01231, справа 2026-99-01', 'Europe/Kyiv')).toBe(
      'УНЗР 19850615-01231, справа 2026-99-01',
    );
  });
});
