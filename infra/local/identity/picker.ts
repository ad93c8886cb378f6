import type { Person } from './people.ts';

const WORDS = {
  uk: {
    title: 'Хто ви?',
    note: 'Тестовий вхід: лише на цьому комп’ютері. Усі особи вигадані.',
    other: 'English',
  },
  en: {
    title: 'Who are you?',
    note: 'A test login, on this machine only. All people are invented.',
    other: 'Українською',
  },
};

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const STYLE = `body{font:18px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}
button{font:inherit;text-align:left;width:100%;padding:.75rem 1rem;margin:.25rem 0;border:2px solid #0b0c0c;background:#fff;cursor:pointer}
button:focus-visible,a:focus-visible{outline:4px solid #ffdd00;outline-offset:0}small{display:block;color:#50575c}ul{list-style:none;padding:0}`;

/** The page on which a developer picks who to be. Works without a script. */
export function pickerPage(
  people: readonly Person[],
  action: (id: string) => string,
  language: 'uk' | 'en',
  other: string,
): string {
  const words = WORDS[language];
  const rows = people.map(
    (person) =>
      `<li><form method="post" action="${escaped(action(person.id))}"><button name="person" value="${person.id}">${escaped(`${person.family_name} ${person.given_name} ${person.middle_name}`)}<small>${escaped(person.title[language])}</small></button></form></li>`,
  );
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title><style>${STYLE}</style>
<main><h1>${words.title}</h1><p>${words.note} <a href="${escaped(other)}" lang="${language === 'uk' ? 'en' : 'uk'}">${words.other}</a></p><ul>${rows.join('')}</ul></main></html>`;
}

/** The header that lets the picker have its style and nothing else; forms may lead on to the portal. */
export const pickerPolicy = (origin: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${origin}; base-uri 'none'; frame-ancestors 'none'`;
