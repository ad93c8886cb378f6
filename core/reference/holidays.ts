import { easter } from './easter.ts';

type Text = { uk: string; en: string };

/** A public holiday: a fixed day (`MM-DD`) or so many days after Easter, and the acts that began and ended it. */
export type HolidayRule = {
  on: string | { afterEaster: number };
  title: Text;
  /** In force since this day (YYYY-MM-DD); from before 2015 if not said. */
  from?: string;
  /** In force up to and with this day. */
  to?: string;
  /** The act that the rule stands in, and the one that ended it. */
  act: string;
};

const CODE = 'КЗпП, стаття 73';
const LAW_2017 = 'Закон України від 16.11.2017 № 2211-VIII';
const LAW_2023 = 'Закон України від 14.07.2023 № 3258-IX';
const LAW_8_MAY = 'Закон України від 29.05.2023 № 3107-IX';

const text = (uk: string, en: string): Text => ({ uk, en });
const CHRISTMAS = text('Різдво Христове', 'Christmas Day');
const LABOUR = text('День праці', 'Labour Day');
const DEFENDERS = text('День захисників і захисниць України', 'Day of Defenders of Ukraine');
const STATEHOOD = text('День Української Державності', 'Day of Ukrainian Statehood');

/** The public holidays of Ukraine since 2015 (Labour Code, article 73). A change of the law is a line here. */
export const HOLIDAYS: readonly HolidayRule[] = [
  { on: '01-01', title: text('Новий рік', 'New Year'), act: CODE },
  { on: '01-07', title: CHRISTMAS, to: '2023-08-31', act: `${CODE}; ${LAW_2023}` },
  { on: '03-08', title: text('Міжнародний жіночий день', 'International Women’s Day'), act: CODE },
  { on: { afterEaster: 0 }, title: text('Великдень', 'Easter'), act: CODE },
  { on: { afterEaster: 49 }, title: text('Трійця', 'Trinity'), act: CODE },
  { on: '05-01', title: LABOUR, act: CODE },
  { on: '05-02', title: LABOUR, to: '2017-11-30', act: `${CODE}; ${LAW_2017}` },
  {
    on: '05-08',
    title: text(
      'День пам’яті та перемоги над нацизмом у Другій світовій війні 1939–1945 років',
      'Day of Remembrance and Victory over Nazism in the Second World War 1939–1945',
    ),
    from: '2024-01-01',
    act: LAW_8_MAY,
  },
  {
    on: '05-09',
    title: text('День перемоги над нацизмом у Другій світовій війні', 'Day of Victory over Nazism'),
    to: '2023-12-31',
    act: `${CODE}; ${LAW_8_MAY}`,
  },
  { on: '06-28', title: text('День Конституції України', 'Constitution Day'), act: CODE },
  {
    on: '07-28',
    title: STATEHOOD,
    from: '2022-06-01',
    to: '2023-08-31',
    act: `Закон України від 31.05.2022 № 2292-IX; ${LAW_2023}`,
  },
  { on: '07-15', title: STATEHOOD, from: '2023-09-01', act: LAW_2023 },
  { on: '08-24', title: text('День незалежності України', 'Independence Day'), act: CODE },
  {
    on: '10-14',
    title: DEFENDERS,
    from: '2015-03-01',
    to: '2023-08-31',
    act: `Закон України від 05.03.2015 № 238-VIII; ${LAW_2023}`,
  },
  { on: '10-01', title: DEFENDERS, from: '2023-09-01', act: LAW_2023 },
  { on: '12-25', title: CHRISTMAS, from: '2017-12-01', act: LAW_2017 },
];

/** A holiday as it falls: the day (YYYY-MM-DD) and its rule. */
export type Holiday = { date: string; rule: HolidayRule };

const known = new Map<number, readonly Holiday[]>();

/** The public holidays of a year in the order of their days; two may fall on one day. */
export function holidaysOf(year: number): readonly Holiday[] {
  const before = known.get(year);
  if (before) return before;
  const all = HOLIDAYS.map((rule) => ({
    rule,
    date:
      typeof rule.on === 'string'
        ? `${String(year).padStart(4, '0')}-${rule.on}`
        : easter(year).add({ days: rule.on.afterEaster }).toString(),
  }))
    .filter(({ date, rule }) => (rule.from ?? date) <= date && date <= (rule.to ?? date))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  known.set(year, all);
  return all;
}
