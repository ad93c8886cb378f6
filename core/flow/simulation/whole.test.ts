import { expect, it } from 'vitest';
import { chart } from './chart.ts';
import { report } from './report.ts';
import { end, fixed, monday, run, task } from './small-run.testing.ts';

// What people read of a run, whole: two cases, an hour with one registrar, half an hour with one head

const role = (uk: string, en: string) => ({ title: { uk, en }, sees: [] });
const result = () =>
  run(
    {
      review: task({ on: { to: 'sign' } }),
      sign: task({ on: { to: 'granted' } }, { role: 'head' }),
      granted: end('granted'),
    },
    [monday, monday],
    { days: 3, work: { review: fixed(60), sign: fixed(30) }, staff: { r: 1, head: 1 } },
    {
      roles: { r: role('Реєстратор', 'Registrar'), head: role('Голова', 'Head') },
      decideWithin: { hours: 3, from: 'submitted', until: ['granted'], overdue: { meaning: 'late' } },
    },
  );

it('a run is read in Ukrainian, line by line', () => {
  expect(report(result(), 'uk')).toEqual([
    's: 2026-03-02, 3 дн., seed 1',
    'Справи: надійшло 2, завершено 2, лишилося відкритих 0',
    'Результати: granted 2',
    'Від подання до завершення, днів: медіана / 90 %: 0,1 / 0,1',
    'Пізніше строку (3 год): 0 %, 0 з 2',
    '',
    'Роль        людей  зайнятість  чекання, роб. год: медіана / 90 %  черга: середня / найбільша / наприкінці  прострочено завдань',
    'Реєстратор      1       8,3 %                              0 / 1                                0 / 1 / 0                    0',
    'Голова          1       4,2 %                              0 / 0                                0 / 0 / 0                    0',
    '',
    'Стан      разів  перебування, днів: медіана / 90 %',
    '«review»      2                            0 / 0,1',
    '«sign»        2                              0 / 0',
    '',
    'Вузьке місце: Реєстратор: 100 % усього чекання на людей, зайнятість 8 %',
    'Припущено: умови не обчислюються: шлях обирається за частками; «чотири ока» й установи не розрізняються',
  ]);
});

it('a run is read in English, line by line', () => {
  expect(report(result(), 'en')).toEqual([
    's: 2026-03-02, 3 days, seed 1',
    'Cases: arrived 2, ended 2, still open 0',
    'Outcomes: granted 2',
    'From submission to the end, days: median / 90 %: 0.1 / 0.1',
    'Beyond the term (3 hours): 0 %, 0 of 2',
    '',
    'Role       people   busy  waiting, working hours: median / 90 %  queue: mean / most / at the end  tasks overdue',
    'Registrar       1  8.3 %                                  0 / 1                        0 / 1 / 0              0',
    'Head            1  4.2 %                                  0 / 0                        0 / 0 / 0              0',
    '',
    'State     times  stay, days: median / 90 %',
    '“review”      2                    0 / 0.1',
    '“sign”        2                      0 / 0',
    '',
    'Bottleneck: Registrar: 100 % of all waiting for people, 8 % busy',
    'Assumed: conditions are not computed: ways are drawn by their shares; four eyes and offices are not told apart',
  ]);
});

it('a run is drawn: queues over its days, then how busy each role is', () => {
  expect(chart(result(), 'en').split('\n')).toEqual([
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 402" width="720" height="402" role="img" font-family="sans-serif" font-size="13" fill="#1a1a1a">',
    '<title>s · 2026-03-02 · 3 days · seed 1</title>',
    '<desc>Registrar: 8 %; Head: 4 %</desc>',
    '<rect width="720" height="402" fill="#ffffff"/>',
    '<text x="56" y="24" font-weight="bold">Queue of each role at the end of the day</text>',
    '<line x1="56" y1="244" x2="700" y2="244" stroke="#dddddd"/><text x="48" y="248" text-anchor="end" fill="#555555">0</text>',
    '<line x1="56" y1="194" x2="700" y2="194" stroke="#dddddd"/><text x="48" y="198" text-anchor="end" fill="#555555">0.25</text>',
    '<line x1="56" y1="144" x2="700" y2="144" stroke="#dddddd"/><text x="48" y="148" text-anchor="end" fill="#555555">0.5</text>',
    '<line x1="56" y1="94" x2="700" y2="94" stroke="#dddddd"/><text x="48" y="98" text-anchor="end" fill="#555555">0.75</text>',
    '<line x1="56" y1="44" x2="700" y2="44" stroke="#dddddd"/><text x="48" y="48" text-anchor="end" fill="#555555">1</text>',
    '<text x="56" y="264" text-anchor="start" fill="#555555">2026-03-02</text>',
    '<text x="378" y="264" text-anchor="middle" fill="#555555">2026-03-03</text>',
    '<text x="700" y="264" text-anchor="end" fill="#555555">2026-03-04</text>',
    '<polyline points="56,244 378,244 700,244" fill="none" stroke="#0050a0" stroke-width="2"/>',
    '<polyline points="56,244 378,244 700,244" fill="none" stroke="#a34a00" stroke-width="2" stroke-dasharray="6 3"/>',
    '<text x="56" y="302" font-weight="bold">Busy</text>',
    '<line x1="56" y1="326" x2="88" y2="326" stroke="#0050a0" stroke-width="2"/>',
    '<text x="96" y="330"><title>Registrar</title>Registrar</text>',
    '<rect x="346" y="318" width="250" height="16" fill="#eeeeee"/>',
    '<rect x="346" y="318" width="20.8" height="16" fill="#0050a0"/>',
    '<text x="606" y="331">8 %</text>',
    '<line x1="56" y1="360" x2="88" y2="360" stroke="#a34a00" stroke-width="2" stroke-dasharray="6 3"/>',
    '<text x="96" y="364"><title>Head</title>Head</text>',
    '<rect x="346" y="352" width="250" height="16" fill="#eeeeee"/>',
    '<rect x="346" y="352" width="10.4" height="16" fill="#a34a00"/>',
    '<text x="606" y="365">4 %</text>',
    '</svg>',
    '',
  ]);
});
