import type { RoleResult, Simulated, Spread } from './types.ts';

type Language = 'uk' | 'en';

const WORDS = {
  uk: {
    cases: 'Справи',
    arrived: 'надійшло',
    ended: 'завершено',
    open: 'лишилося відкритих',
    whole: 'Від подання до завершення, днів: медіана / 90 %',
    late: 'Пізніше строку',
    of: 'з',
    none: 'строку за законом немає',
    role: 'Роль',
    people: 'людей',
    busy: 'зайнятість',
    waiting: 'чекання, роб. год: медіана / 90 %',
    queue: 'черга: середня / найбільша / наприкінці',
    overdue: 'прострочено завдань',
    state: 'Стан',
    visits: 'разів',
    stay: 'перебування, днів: медіана / 90 %',
    bottleneck: 'Вузьке місце',
    noBottleneck: 'ніхто ні на кого не чекає',
    assumed: 'Припущено',
    outcomes: 'Результати',
  },
  en: {
    cases: 'Cases',
    arrived: 'arrived',
    ended: 'ended',
    open: 'still open',
    whole: 'From submission to the end, days: median / 90 %',
    late: 'Beyond the term',
    of: 'of',
    none: 'no term in law',
    role: 'Role',
    people: 'people',
    busy: 'busy',
    waiting: 'waiting, working hours: median / 90 %',
    queue: 'queue: mean / most / at the end',
    overdue: 'tasks overdue',
    state: 'State',
    visits: 'times',
    stay: 'stay, days: median / 90 %',
    bottleneck: 'Bottleneck',
    noBottleneck: 'nobody waits for anybody',
    assumed: 'Assumed',
    outcomes: 'Outcomes',
  },
} as const;

/** The result for a person to read, in lines. */
export function report(result: Simulated, language: Language): string[] {
  const w = WORDS[language];
  const n = (value: number, digits = 1) =>
    value.toLocaleString(language, { maximumFractionDigits: digits, useGrouping: true });
  const percent = (share: number) => `${n(share * 100)} %`;
  const two = (spread: Spread) => (spread ? `${n(spread.median)} / ${n(spread.p90)}` : '–');
  const { cases, late, roles, states, plan } = result;
  const role = (r: RoleResult) => [
    r.title[language],
    n(r.staff),
    percent(r.utilisation),
    two(r.waiting),
    `${n(r.queue.mean)} / ${n(r.queue.most)} / ${n(r.queue.atEnd)}`,
    n(r.overdue),
  ];
  const outcomes = Object.entries(cases.outcomes).map(([outcome, count]) => `${outcome} ${n(count)}`);
  return [
    `${result.service}: ${plan.from}, ${plan.days} ${language === 'uk' ? 'дн.' : 'days'}, seed ${plan.seed}`,
    `${w.cases}: ${w.arrived} ${n(cases.arrived)}, ${w.ended} ${n(cases.ended)}, ${w.open} ${n(cases.open)}`,
    `${w.outcomes}: ${outcomes.join(', ') || '–'}`,
    `${w.whole}: ${two(result.duration)}`,
    late
      ? `${w.late} (${late.limit[language]}): ${percent(late.share)}, ${n(late.late)} ${w.of} ${n(late.of)}`
      : `${w.late}: ${w.none}`,
    '',
    ...table([[w.role, w.people, w.busy, w.waiting, w.queue, w.overdue], ...roles.map(role)]),
    '',
    ...table([
      [w.state, w.visits, w.stay],
      ...states.map((s) => [s.name[language], n(s.visits), two(s.stay)]),
    ]),
    '',
    `${w.bottleneck}: ${result.bottleneck?.says[language] ?? w.noBottleneck}`,
    ...result.assumed.map((text) => `${w.assumed}: ${text[language]}`),
  ];
}

/** Columns of equal width, the first from the left, numbers from the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const lengthOf = (text: string) => [...text].length;
  const widthOf = (i: number) => Math.max(...rows.flatMap((row) => row.slice(i, i + 1)).map(lengthOf));
  const padded = (text: string, i: number) => {
    const space = ' '.repeat(widthOf(i) - lengthOf(text));
    return i === 0 ? text + space : space + text;
  };
  return rows.map((row) => row.map(padded).join('  ').trimEnd());
}
