import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '#core/definition/types.generated.ts';
import { content, type FieldTexts, imagesIn, type Names } from './content.ts';
import { layout } from './layout.ts';
import type { Issue, Measure, Page, Part } from './types.ts';

const t = (uk: string, en = uk) => ({ uk, en });

const issue: Issue = {
  id: 'd1',
  number: '5/2026',
  issuedAt: '2026-11-24T13:30:00Z',
  validUntil: null,
  zone: 'Europe/Kyiv',
  issuer: ['Чорнобаївська громада', 'вул. Центральна, 1'],
  verifyAt: 'https://kladka.example/verify/d1',
  places: { UA65060010010093317: 'с. Чорнобаївка' },
};
const unverified: Issue = { ...issue, verifyAt: null };

const texts: FieldTexts = {
  '/name': { title: t('Прізвище та ім’я', 'Full name') },
  '/place': { title: t('Населений пункт', 'Settlement') },
  '/kind': {
    title: t('Вид житла', 'Kind of home'),
    options: { flat: t('Квартира', 'Flat'), house: t('Будинок', 'House') },
  },
  '/rooms': { title: t('Кімнати', 'Rooms'), options: { a: t('Вітальня'), b: t('Кухня') } },
  '/owners/*/name': { title: t('Співвласник', 'Owner') },
};

const names: Names = {
  form: {
    name: 'Соломія Шевченко',
    place: 'UA65060010010093317',
    kind: 'flat',
    rooms: ['a', 'b'],
    owners: [{ name: 'Петро' }, { name: 'Ганна' }],
    fees: [
      { what: 'Довідка', sum: 1250 },
      { what: 'Копія', sum: 750 },
    ],
    photo: [{ id: 'photo' }],
    spoilt: [{ id: 'spoilt' }],
    'a/b': 'скісна риска',
    nothing: null,
  },
  agency: { look: { logo: 'logos/city.svg' } },
  files: [
    { id: 'photo', key: 'case/1/photo', scan: 'clean' },
    { id: 'spoilt', key: 'case/1/spoilt', scan: 'infected' },
  ],
};

const document = (body: Block[], more: Partial<Document> = {}): Document => ({
  title: t('Витяг', 'Extract'),
  body,
  ...more,
});
const made = (body: Block[], given: { language?: string; issue?: Issue; more?: Partial<Document> } = {}) =>
  content(document(body, given.more), names, given.language ?? 'uk', {
    issue: given.issue ?? unverified,
    texts,
  });
/** The parts of the body, without the letterhead and the title. */
const body = (blocks: Block[], given: Parameters<typeof made>[1] = {}): Part[] =>
  made(blocks, given).slice(2);

describe('the head of a document', () => {
  it('names who issues it, what it is, its number and its day in full', () => {
    expect(made([])).toEqual([
      { type: 'letterhead', lines: issue.issuer },
      { type: 'title', text: 'Витяг', subtitle: '№ 5/2026 від 24 листопада 2026 року' },
    ]);
  });

  it('says it in English to who reads English, and until when it is valid', () => {
    const until = { ...unverified, validUntil: '2027-01-31' };
    expect(made([], { language: 'en', issue: until })[1]).toEqual({
      type: 'title',
      text: 'Extract',
      subtitle: 'No. 5/2026 of 24 November 2026\nValid until: 31 January 2027',
    });
  });

  it('gives the day alone where the document has no number', () => {
    expect(made([], { issue: { ...unverified, number: null } })[1]).toMatchObject({
      subtitle: '24 листопада 2026 року',
    });
  });

  it('counts the day where the document is issued, not where the server stands', () => {
    const late = { ...unverified, number: null, issuedAt: '2026-11-24T22:30:00Z' };
    expect(made([], { issue: late })[1]).toMatchObject({ subtitle: '25 листопада 2026 року' });
  });
});

describe('a text', () => {
  it('is filled in, with days as people write them and the name of a place instead of its code', () => {
    expect(
      body([
        { type: 'text', text: t('{{form.name}}, {{form.place}}, з 2026-11-02, код UA00000000000000000') },
      ]),
    ).toEqual([
      { type: 'text', text: 'Соломія Шевченко, с. Чорнобаївка, з 02.11.2026, код UA00000000000000000' },
    ]);
  });

  it('shows a code of a place as it is where no names of places are at hand', () => {
    const { places: _, ...nameless } = unverified;
    expect(body([{ type: 'text', text: t('{{form.place}}') }], { issue: nameless })).toEqual([
      { type: 'text', text: 'UA65060010010093317' },
    ]);
  });

  it('is strong, small or to a side where the definition says so', () => {
    expect(
      body([
        { type: 'text', text: t('а'), align: 'right', strong: true, small: true },
        { type: 'text', text: t('б'), align: 'justify' },
      ]),
    ).toEqual([
      { type: 'text', text: 'а', align: 'right', strong: true, small: true },
      { type: 'text', text: 'б' },
    ]);
  });

  it('stands under headings that go below the title of the document', () => {
    expect(
      body([
        { type: 'heading', text: t('Особа') },
        { type: 'heading', text: t('Адреса'), level: 3, align: 'center' },
      ]),
    ).toEqual([
      { type: 'heading', level: 2, text: 'Особа' },
      { type: 'heading', level: 3, text: 'Адреса', align: 'center' },
    ]);
  });

  it('is left out, of whatever kind the block is, where its condition does not hold', () => {
    const when = 'form.kind = "house"';
    expect(
      body([
        { type: 'text', text: t('а'), when },
        { type: 'pageBreak', when },
      ]),
    ).toEqual([]);
    expect(body([{ type: 'pageBreak', when: 'form.kind = "flat"' }])).toEqual([{ type: 'pageBreak' }]);
  });
});

describe('fields', () => {
  const items = (of: string[], language = 'uk') =>
    body([{ type: 'fields', of }], { language }).flatMap((part) =>
      part.type === 'fields' ? part.items.map(({ title, value }) => `${title}: ${value}`) : [],
    );

  it('stand under the titles of the form, choices and places by their names', () => {
    expect(items(['/name', '/place', '/kind', '/rooms'])).toEqual([
      'Прізвище та ім’я: Соломія Шевченко',
      'Населений пункт: с. Чорнобаївка',
      'Вид житла: Квартира',
      'Кімнати: Вітальня; Кухня',
    ]);
    expect(items(['/kind'], 'en')).toEqual(['Kind of home: Flat']);
  });

  it('of a list are shown for as many rows as it has', () => {
    expect(items(['/owners'])).toEqual(['Співвласник: Петро', 'Співвласник: Ганна']);
  });

  it('without a title go by their own name, without a value by a dash', () => {
    expect(items(['/nothing', '/absent', '/a~1b', '/name/deeper'])).toEqual([
      'nothing: —',
      'absent: —',
      'a/b: скісна риска',
      'deeper: —',
    ]);
  });

  it('may be rows of the definition’s own, each under its condition', () => {
    expect(
      body([
        {
          type: 'fields',
          rows: [
            { title: t('Разом'), value: 'sum(form.fees.sum)' },
            { title: t('Знижка'), value: '0', when: 'form.kind = "house"' },
          ],
        },
      ]),
    ).toEqual([{ type: 'fields', items: [{ title: 'Разом', value: '2\u00A0000' }] }]);
  });
});

describe('a table', () => {
  const fees: Block = {
    type: 'table',
    each: 'form.fees',
    caption: t('Збори'),
    columns: [
      { title: t('Що'), value: 'item.what', share: 3 },
      { title: t('Сума'), value: 'item.sum', align: 'right', total: 'sum(form.fees.sum)' },
    ],
  };

  it('has a row for every item, and the sum under its column', () => {
    expect(body([fees])).toEqual([
      {
        type: 'table',
        title: 'Збори',
        columns: [
          { title: 'Що', width: 3 },
          { title: 'Сума', align: 'right' },
        ],
        rows: [
          ['Довідка', '1\u00A0250'],
          ['Копія', '750'],
        ],
        total: ['', '2\u00A0000'],
        empty: 'Немає',
      },
    ]);
  });

  it('says that there is nothing where the list is empty or absent, in the definition’s words if it has some', () => {
    const columns = [{ title: t('Що'), value: 'item.what' }];
    expect(body([{ type: 'table', each: 'form.nothing', columns }])).toMatchObject([
      { rows: [], empty: 'Немає' },
    ]);
    expect(body([{ type: 'table', each: '[]', columns, empty: t('Зборів немає') }])).toMatchObject([
      { rows: [], empty: 'Зборів немає' },
    ]);
  });

  it('takes a single thing for a list of one', () => {
    expect(
      body([{ type: 'table', each: 'form.fees[2]', columns: [{ title: t('Що'), value: 'item.what' }] }]),
    ).toMatchObject([{ rows: [['Копія']] }]);
  });
});

describe('a chart', () => {
  it('says in words what its bars show', () => {
    expect(
      body([{ type: 'chart', each: 'form.fees', label: 'item.what', value: 'item.sum', alt: t('Збори') }]),
    ).toEqual([
      {
        type: 'chart',
        title: 'Збори',
        alt: 'Збори: Довідка 1\u00A0250, Копія 750',
        bars: [
          { title: 'Довідка', value: 1250, shown: '1\u00A0250' },
          { title: 'Копія', value: 750, shown: '750' },
        ],
      },
    ]);
  });

  it('has no bar where there is no number, and says so by a dash', () => {
    expect(
      body([{ type: 'chart', each: '[1]', label: '"нічого"', value: 'null', alt: t('Порожньо') }]),
    ).toMatchObject([{ bars: [{ value: 0, shown: '—' }], alt: 'Порожньо: нічого —' }]);
  });
});

describe('an image', () => {
  const image = (source: string) =>
    body([{ type: 'image', image: source, alt: t('Зображення') }]).flatMap((part) =>
      part.type === 'image' ? part.source : [],
    )[0];

  it('is one that the definition holds, the look of the agency, or a file of the application', () => {
    expect(image('data:image/png;base64,AA==')).toBe('data:image/png;base64,AA==');
    expect(image('logo')).toBe('logos/city.svg');
    expect(image('emblem')).toBe('emblem');
    expect(image('form.photo')).toBe('case/1/photo');
    for (const none of ['form.spoilt', 'form.name', 'form.nothing']) expect(image(none), none).toBe('');
  });

  it('is told beforehand, so that it can be fetched: once each, in columns too, while its condition holds', () => {
    const shown = (source: string, more: object = {}): Block => ({
      type: 'image',
      image: source,
      alt: t('Зображення'),
      ...more,
    });
    const blocks: Block[] = [
      shown('form.photo'),
      { type: 'columns', columns: [[shown('logo')], [shown('form.photo')]] },
      shown('emblem', { when: 'form.kind = "house"' }),
      shown('form.nothing'),
    ];
    expect(imagesIn(document(blocks), names)).toEqual(['case/1/photo', 'logos/city.svg']);
  });

  it('is as wide as the definition says, in millimetres', () => {
    const [part] = body([{ type: 'image', image: 'logo', alt: t('Герб'), width: 25.4, align: 'center' }]);
    expect(part).toMatchObject({ alt: 'Герб', align: 'center' });
    expect(part?.type === 'image' && part.width).toBeCloseTo(72);
  });
});

describe('a QR code', () => {
  it('leads to the verification, and is put at the end where the body does not place it', () => {
    const [qr, ...rest] = body([], { issue });
    expect(rest).toEqual([]);
    expect(qr).toMatchObject({ type: 'qr', value: issue.verifyAt });
    expect(qr?.type === 'qr' && qr.caption[1]).toBe(issue.verifyAt);
  });

  it('stands where the body places it, columns included, and then only there', () => {
    const placed = made(
      [{ type: 'columns', columns: [[{ type: 'qr', size: 25.4, caption: t('Перевірка') }], []] }],
      {
        issue,
      },
    );
    expect(placed.slice(2)).toMatchObject([
      {
        type: 'columns',
        columns: [[{ type: 'qr', value: issue.verifyAt, caption: ['Перевірка', issue.verifyAt] }], []],
      },
    ]);
  });

  it('is left out where the document is verified nowhere', () => {
    expect(body([{ type: 'qr' }])).toEqual([]);
  });

  it('may hold what the definition says, and is left out where that is empty', () => {
    expect(body([{ type: 'qr', value: '"pay:100"', caption: t('Сплатити') }])).toEqual([
      { type: 'qr', value: 'pay:100', alt: 'Сплатити', caption: ['Сплатити'] },
    ]);
    expect(body([{ type: 'qr', value: '"pay:100"' }])).toMatchObject([{ alt: 'pay:100' }]);
    expect(body([{ type: 'qr', value: 'form.nothing' }])).toEqual([]);
  });
});

describe('a signature', () => {
  it('is the electronic seal with its moment, where the definition asks for it', () => {
    expect(body([], { more: { sign: 'agency-seal' } })).toMatchObject([
      {
        type: 'signature',
        lines: ['Дата: 24 листопада 2026 року'],
        seal: [
          'Документ скріплено електронною печаткою',
          'Чорнобаївська громада',
          'Час накладення: 24.11.2026, 15:30',
        ],
      },
    ]);
  });

  it('stands once: where the body places it', () => {
    const parts = body([{ type: 'signature', by: t('Голова громади') }], {
      more: { sign: 'agency-seal' },
      issue: { ...unverified, issuer: [] },
    });
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ lines: ['Голова громади', 'Дата: 24 листопада 2026 року'] });
    expect(parts[0]?.type === 'signature' && parts[0].seal).toHaveLength(2);
  });

  it('by hand leaves room for the hand and the date, and claims no seal', () => {
    expect(
      body([
        { type: 'signature', kind: 'ink', by: t('Заявник') },
        { type: 'signature', kind: 'ink' },
      ]),
    ).toEqual([
      {
        type: 'signature',
        lines: ['Заявник', '', '____________________ (підпис)', 'Дата: ____________'],
        seal: [],
      },
      { type: 'signature', lines: ['', '____________________ (підпис)', 'Дата: ____________'], seal: [] },
    ]);
  });
});

const measure: Measure = (text, style) => text.length * style.size * 0.6;
const laid = (body: Block[], language = 'uk', of: Issue = issue): Page[] =>
  layout(document(body, { sign: 'agency-seal' }), names, language, { issue: of, measure, texts });
const said = (pages: Page[]) =>
  pages
    .flatMap(({ boxes }) => boxes.flatMap((box) => (box.kind === 'lines' ? box.lines : [])))
    .join(' ')
    .replaceAll('\u00A0', ' ');

describe('the pages of a document', () => {
  it('carry its title, its number and the count of pages at the foot, in the reader’s language', () => {
    expect(said(laid([{ type: 'pageBreak' }, { type: 'text', text: t('далі') }]))).toContain(
      'Витяг, № 5/2026 Сторінка 2 з 2',
    );
    expect(said(laid([], 'en', { ...issue, number: null }))).toContain('Extract Page 1 of 1');
  });

  it('tell a screen reader what a chart and a QR code show', () => {
    const pages = laid([
      { type: 'chart', each: 'form.fees', label: 'item.what', value: 'item.sum', alt: t('Збори') },
      { type: 'columns', columns: [[{ type: 'qr' }], [{ type: 'text', text: t('праворуч') }]] },
    ]);
    const alts = pages.flatMap(({ boxes }) => boxes.flatMap(({ path }) => path.map(({ alt }) => alt)));
    expect(alts).toContain('Збори: Довідка 1\u00A0250, Копія 750');
    expect(alts).toContain('QR-код для перевірки документа: https://kladka.example/verify/d1');
  });

  it('draw bars as long as their numbers are great, and none beyond the room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: 1, maxLength: 12 }),
        (numbers) => {
          const pages = layout(
            document([{ type: 'chart', each: 'numbers', label: '"n"', value: 'item', alt: t('Діаграма') }]),
            { numbers },
            'uk',
            { issue: unverified, measure },
          );
          const bars = pages.flatMap(({ boxes }) => boxes.filter(({ kind }) => kind === 'fill'));
          expect(bars).toHaveLength(numbers.length);
          const longest = Math.max(...bars.map(({ width }) => width));
          const most = Math.max(0, ...numbers);
          numbers.forEach((number, n) => {
            const expected = most === 0 ? 0 : (Math.max(0, number) / most) * longest;
            expect(bars[n]?.width).toBeCloseTo(expected, 6);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('hold an image no wider than the text, where the definition puts it', () => {
    const pages = layout(
      document([
        { type: 'image', image: 'logo', alt: t('Герб'), width: 20, align: 'right' },
        { type: 'image', image: 'logo', alt: t('Герб'), width: 20, align: 'center' },
        { type: 'image', image: 'logo', alt: t('Герб'), width: 900 },
      ]),
      names,
      'uk',
      { issue: unverified, measure, shape: () => 0.1 },
    );
    const [right, centre, whole] = pages.flatMap(({ boxes }) => boxes.filter(({ kind }) => kind === 'image'));
    const edge = (whole?.x ?? 0) + (whole?.width ?? 0);
    expect((right?.x ?? 0) + (right?.width ?? 0)).toBeCloseTo(edge);
    expect((centre?.x ?? 0) * 2 + (centre?.width ?? 0)).toBeCloseTo((whole?.x ?? 0) + edge);
  });
});
