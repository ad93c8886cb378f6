import type { MessageEffect } from '#core/case/effect.ts';
import type { Papers } from './papers.ts';
import type { Letter } from './types.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A line of text as HTML, its web addresses made links. */
const linked = (text: string) =>
  escaped(text).replace(
    /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g,
    (address) => `<a href="${address}">${address}</a>`,
  );

const foot = {
  uk: {
    reference: 'Номер заяви',
    portal: 'Стан заяви та відповіді',
    papers: 'До листа додано',
    tooLarge: 'Завелике для листа, лежить у вашій заяві на порталі',
    missing: 'Не видано, тому до листа не додано',
    auto: 'Цей лист надіслано автоматично, відповідати на нього не потрібно.',
  },
  en: {
    reference: 'Application',
    portal: 'Status and answers',
    papers: 'Attached',
    tooLarge: 'Too large for a letter, it is with your application on the portal',
    missing: 'Not issued, so not attached',
    auto: 'This letter was sent automatically, there is no need to answer it.',
  },
};

/** No line breaks in a header: nobody adds headers of their own by what they entered. */
const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ').trim();

/** What goes with the letter, and what does not and why. */
function notesOf(say: (typeof foot)['uk'], { papers, tooLarge, missing }: Papers): string[] {
  const lines: [string, string[]][] = [
    [say.papers, papers.map(({ title }) => title)],
    [say.tooLarge, tooLarge],
    [say.missing, missing],
  ];
  return lines.flatMap(([what, titles]) => (titles.length > 0 ? [`${what}: ${titles.join('; ')}.`] : []));
}

/** The letter of a message: text and HTML that say the same, the effect's id in a header so that a repeat shows. */
export function letter(
  effect: MessageEffect,
  given: { from: string; origin: string; to: string } & Papers,
): Letter {
  const say = effect.language === 'uk' ? foot.uk : foot.en;
  const paragraphs = effect.data.body.trim().split(/\n{2,}/);
  const notes = notesOf(say, given);
  const text = [
    ...paragraphs,
    ...notes,
    '',
    `${say.reference}: ${effect.reference}`,
    `${say.portal}: ${given.origin}/`,
    '',
    say.auto,
  ]
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n');
  const html = `<!doctype html><html lang="${escaped(effect.language)}"><head><meta charset="utf-8"><title>${escaped(oneLine(effect.data.subject))}</title></head>
<body style="font:16px/1.5 Arial,sans-serif;color:#1a1a1a;max-width:38em;margin:1.5em auto;padding:0 1em">
${paragraphs.map((paragraph) => `<p>${paragraph.split('\n').map(linked).join('<br>')}</p>`).join('\n')}
${notes.map((note) => `<p>${escaped(note)}</p>\n`).join('')}<hr style="border:0;border-top:1px solid #bfc4c9">
<p>${say.reference}: <strong>${escaped(effect.reference)}</strong><br><a href="${escaped(given.origin)}/">${say.portal}</a></p>
<p style="color:#595959;font-size:14px">${say.auto}</p></body></html>`;
  return {
    from: given.from,
    to: given.to,
    subject: oneLine(effect.data.subject),
    text,
    html,
    papers: given.papers,
    headers: [
      { name: 'X-Kladka-Effect', value: effect.id },
      { name: 'Auto-Submitted', value: 'auto-generated' },
    ],
  };
}
