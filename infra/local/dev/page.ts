import { testPeople } from '../identity/people.ts';
import { escaped } from '../identity/picker.ts';
import type { Developed } from './developed.ts';
import type { Entry } from './outbox.ts';

const STYLE = `body{font:17px/1.5 system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:1rem;color:#0b0c0c}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #b1b4b6;vertical-align:top}
pre{white-space:pre-wrap;margin:0}form{display:inline}button,.button{font:inherit;padding:.3rem .8rem;border:2px solid #0b0c0c;background:#fff;color:inherit;cursor:pointer}
a:focus-visible,button:focus-visible,input:focus-visible{outline:4px solid #ffdd00}.scroll{overflow-x:auto}input{font:inherit;width:5rem}`;

const table = (heads: string[], rows: string[][]): string =>
  rows.length === 0
    ? '<p>Ще нічого. <span lang="en">Nothing yet.</span></p>'
    : `<div class="scroll"><table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows
        .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</tbody></table></div>`;

/** The developer's page: who to log in as, what went out, what waits, and the clock. Local only. */
export function developerPage(stack: Developed, entries: Entry[]): string {
  const people = testPeople.map((person) => [
    `<a href="/api/session/login?audience=${person.issuer}&amp;login_hint=${person.id}&amp;return=${person.issuer === 'officer' ? '/workspace/' : '/'}">${escaped(`${person.family_name} ${person.given_name} ${person.middle_name}`)}</a>`,
    `${escaped(person.title.uk)}<br><span lang="en">${escaped(person.title.en)}</span>`,
    escaped(
      (person.appointments ?? [])
        .map(({ agency, office, role }) => `${role} · ${agency}/${office}`)
        .join(', '),
    ),
    `<code>${person.id}</code>`,
  ]);
  const mail = stack.mail
    .latest(50)
    .map((one) => [
      one.at.replace('T', ' ').slice(0, 19),
      one.kind,
      escaped(one.to.join(', ')),
      `<details><summary>${escaped(one.subject || one.text.slice(0, 60))}</summary><pre>${escaped(one.text)}</pre>${(
        one.attachments ?? []
      )
        .map(
          ({ name, size }, n) =>
            `<p><a href="/dev/mail/${one.id}/${n}" download="${escaped(name)}">${escaped(name)}</a> (${size} B)</p>`,
        )
        .join('')}</details>`,
    ]);
  const dead = entries.filter(({ state }) => state === 'dead');
  const rows = (some: Entry[]) =>
    some.map(({ outbox, effect, state, attempts, next, held, reason }) =>
      [outbox, effect, state, attempts, next, held, reason].map(escaped),
    );
  const heads = ['outbox', 'effect', 'state', 'attempts', 'next', 'held', 'reason'];
  const now = new Date(stack.clock.now()).toISOString().replace('T', ' ').slice(0, 19);
  return `<!doctype html><html lang="uk"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Кладка: сторінка розробника</title><style>${STYLE}</style>
<main><h1>Сторінка розробника</h1><p>Лише на цьому комп’ютері. <span lang="en">This machine only.</span>
<a href="/">Портал</a> · <a href="/workspace/">Робоче місце</a> · <a href="/design/">Конструктор</a></p>
<h2>Увійти як / <span lang="en">Log in as</span></h2>${table(['Особа', 'Хто', 'Призначення', 'id'], people)}
<h2>Годинник / <span lang="en">Clock</span></h2><p><strong>${now} UTC</strong></p>
<form method="post" action="/dev/clock"><label>Днів / <span lang="en">days</span> <input name="days" type="number" value="1"></label> <button>Перевести вперед / <span lang="en">Move ahead</span></button></form>
<form method="post" action="/dev/clock"><input type="hidden" name="reset" value="yes"><button>Повернути / <span lang="en">Back to now</span></button></form>
<form method="post" action="/dev/tick"><button>Запустити таймери / <span lang="en">Run timers now</span></button></form>
<h2>Пошта і SMS / <span lang="en">Mail and SMS</span></h2>${table(['Коли', 'Що', 'Кому', 'Лист'], mail)}
<h2>Мертві ефекти / <span lang="en">Dead effects</span></h2>${table(heads, rows(dead))}
<h2>Черга ефектів / <span lang="en">Outbox</span></h2>${table(heads, rows(entries))}
</main></html>`;
}
