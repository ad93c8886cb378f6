/** A cell that may hold a pipe or several lines. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');

/** A Markdown table. */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** A page of generated documentation: it says by what it is made. */
export const page = (title: string, parts: readonly string[]): string => {
  const made = '<!-- Made by `npx kladka docs`. Change what it is made from, not this page. -->';
  return `${[`# ${title}`, made, ...parts].join('\n\n')}\n`;
};
