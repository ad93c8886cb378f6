import type { Measure, Style } from './types.ts';

/**
 * Breaks a text into lines that fit `width` points, at spaces and after hyphens; a word longer than a line is cut.
 * Short words (one or two letters), numbers with their units and № stay with what follows, as Ukrainian typography asks.
 */
export function wrap(text: string, style: Style, width: number, measure: Measure): string[] {
  return text
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(glue(paragraph.trim()), style, width, measure));
}

/** Puts a no-break space after №, §, short prepositions and between a number and its unit. */
export const glue = (text: string): string =>
  text
    .replace(/([№§]) (?=\S)/gu, '$1\u00A0')
    .replace(/(?<=^|[\s(«])([\p{L}]{1,2}) (?=\S)/gu, '$1\u00A0')
    .replace(/(\d) (?=(грн|коп|кг|км|м|м²|см|р|р\.|року|год|хв|%|тис|млн)(?=$|[\s.,;:)]))/gu, '$1\u00A0');

function wrapParagraph(text: string, style: Style, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => measure(candidate.trimEnd(), style) <= width + 0.01;
  for (const word of text.match(/[^ -]+-(?=\p{L}{3})|[^ ]+ *| +/gu) ?? ['']) {
    if (fits(line + word)) {
      line += word;
      continue;
    }
    if (line.trim()) lines.push(line.trimEnd());
    line = word;
    while (!fits(line) && line.length > 1) {
      const cut = cutAt(line, fits);
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

/** How many characters of a too long word fit on a line: at least one, found by halving; never inside a surrogate pair. */
function cutAt(word: string, fits: (candidate: string) => boolean): number {
  let low = 1;
  let high = word.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(word.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const unit = word.charCodeAt(low - 1);
  return unit >= 0xd800 && unit <= 0xdbff && low < word.length ? low + 1 : low;
}
