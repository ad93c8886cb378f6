import type { Choice } from './draw.ts';

/** As it is compared: case and the kinds of apostrophe do not count. */
const plain = (text: string): string =>
  text
    .toLocaleLowerCase('uk')
    .replace(/[’ʼ'`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** Choices whose words hold every word that was typed; those that begin with what was typed come first. */
export function searched(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = plain(typed);
  if (wanted === '') return choices;
  const words = wanted.split(' ');
  const found = choices.filter(({ label }) => {
    const own = plain(label);
    return words.every((word) => own.includes(word));
  });
  const begins = ({ label }: Choice) => plain(label).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}

/** The one choice that is called just what was typed. */
export const meant = (choices: readonly Choice[], typed: string): Choice | undefined => {
  const same = choices.filter(({ label }) => plain(label) === plain(typed));
  return same.length === 1 ? same[0] : undefined;
};
