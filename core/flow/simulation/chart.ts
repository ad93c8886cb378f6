import type { Simulated } from './types.ts';

type Language = 'uk' | 'en';

const WORDS = {
  uk: { queues: 'Черга до кожної ролі наприкінці дня', busy: 'Зайнятість', none: 'Даних немає', days: 'дні' },
  en: { queues: 'Queue of each role at the end of the day', busy: 'Busy', none: 'No data', days: 'days' },
} as const;

/** Told apart by eyes that see no red from green, and by their dashes in black and white; dark enough for text on white. */
const LINES = [
  { colour: '#0050a0', dash: '' },
  { colour: '#a34a00', dash: '6 3' },
  { colour: '#00705a', dash: '2 3' },
  { colour: '#8a2a7a', dash: '8 3 2 3' },
  { colour: '#444444', dash: '1 4' },
  { colour: '#7a5c00', dash: '12 4' },
] as const;

const WIDTH = 720;
const LEFT = 56;
const PLOT = { top: 44, height: 200, width: WIDTH - LEFT - 20 };
const ROW = 34;

/** A picture of a run: queues over the days, and how busy each role is. An SVG text that stands alone. */
export function chart(result: Simulated, language: Language): string {
  const w = WORDS[language];
  const { roles, series } = result;
  const bars = PLOT.top + PLOT.height + 74;
  const height = bars + Math.max(1, roles.length) * ROW + 16;
  const most = Math.max(1, ...Object.values(series.queues).flat());
  const top = nice(most);
  const x = (n: number) => LEFT + (series.days.length < 2 ? 0 : (n / (series.days.length - 1)) * PLOT.width);
  const y = (value: number) => PLOT.top + PLOT.height * (1 - value / top);
  const title = `${result.service} · ${result.plan.from} · ${result.plan.days} ${w.days} · seed ${result.plan.seed}`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="sans-serif" font-size="13" fill="#1a1a1a">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(roles.map((r) => `${r.title[language]}: ${percent(r.utilisation)}`).join('; '))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="24" font-weight="bold">${w.queues}</text>`,
    ...[0, 0.25, 0.5, 0.75, 1].map((part) => grid(y(top * part), top * part, language)),
    ...labelled(series.days).map(
      ({ n, day }) =>
        `<text x="${x(n)}" y="${PLOT.top + PLOT.height + 20}" text-anchor="${n === 0 ? 'start' : n === series.days.length - 1 ? 'end' : 'middle'}" fill="#555555">${day}</text>`,
    ),
    ...roles.flatMap((role, i) => {
      const points = (series.queues[role.role] ?? []).map((value, n) => `${fixed(x(n))},${fixed(y(value))}`);
      const { colour, dash } = lineOf(i);
      const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
      return points.length === 0
        ? []
        : [
            `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"${dashes}/>`,
          ];
    }),
    `<text x="${LEFT}" y="${bars - 16}" font-weight="bold">${w.busy}</text>`,
    ...roles.flatMap((role, i) => bar(bars + i * ROW, role.title[language], role.utilisation, lineOf(i))),
    ...(roles.length === 0 ? [`<text x="${LEFT}" y="${bars + 8}">${w.none}</text>`] : []),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

const [firstLine, ...otherLines] = LINES;
/** A seventh role is drawn as the first. */
const lineOf = (n: number) => otherLines[(n % LINES.length) - 1] ?? firstLine;

function grid(y: number, value: number, language: Language): string {
  const label = value.toLocaleString(language, { maximumFractionDigits: 2 });
  return [
    `<line x1="${LEFT}" y1="${fixed(y)}" x2="${LEFT + PLOT.width}" y2="${fixed(y)}" stroke="#dddddd"/>`,
    `<text x="${LEFT - 8}" y="${fixed(y + 4)}" text-anchor="end" fill="#555555">${escaped(label)}</text>`,
  ].join('');
}

/** A name with its line, and a bar of how busy; the number stands beside it. */
function bar(
  y: number,
  name: string,
  share: number,
  { colour, dash }: { colour: string; dash: string },
): string[] {
  const [at, full] = [LEFT + 290, 250];
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  const short = [...name].length > 32 ? `${[...name].slice(0, 31).join('')}…` : name;
  return [
    `<line x1="${LEFT}" y1="${y + 8}" x2="${LEFT + 32}" y2="${y + 8}" stroke="${colour}" stroke-width="2"${dashes}/>`,
    `<text x="${LEFT + 40}" y="${y + 12}"><title>${escaped(name)}</title>${escaped(short)}</text>`,
    `<rect x="${at}" y="${y}" width="${full}" height="16" fill="#eeeeee"/>`,
    `<rect x="${at}" y="${y}" width="${fixed(full * Math.min(1, share))}" height="16" fill="${colour}"/>`,
    `<text x="${at + full + 10}" y="${y + 13}">${percent(share)}</text>`,
  ];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const fixed = (n: number): string => String(Math.round(n * 10) / 10);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The next round number, so that the axis reads well. */
function nice(most: number): number {
  const size = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 5, 8].map((n) => n * size).find((n) => n >= most) ?? 10 * size;
}

/** The first, the last and a few days between. */
function labelled(days: readonly string[]): { n: number; day: string }[] {
  const last = days.length - 1;
  const shown = [0, last / 4, last / 2, (last * 3) / 4, last].map(Math.round);
  return days.map((day, n) => ({ n, day })).filter(({ n }) => shown.includes(n));
}
