import { type Count, counted, type Item, isField, isOtherCondition, isSimpleCondition } from './report.ts';

/** One set of files, as it was imported. `forms`: that became forms; `others`: read, but no forms, each with the reason. */
export type SetOfForms = {
  readonly name: string;
  readonly forms: number;
  readonly others: number;
  readonly report: readonly Item[];
};

/** The counts of a set, as docs/import.md says what is counted. */
export type Row = {
  readonly name: string;
  readonly forms: number;
  readonly others: number;
  readonly fields: Count;
  readonly simple: Count;
  readonly written: Count;
};

export const rowOf = ({ name, forms, others, report }: SetOfForms): Row => ({
  name,
  forms,
  others,
  fields: counted(report, isField),
  simple: counted(report, isSimpleCondition),
  written: counted(report, isOtherCondition),
});

/** All sets as one. */
export const totalOf = (sets: readonly SetOfForms[], name: string): Row =>
  rowOf({
    name,
    forms: sets.reduce((sum, { forms }) => sum + forms, 0),
    others: sets.reduce((sum, { others }) => sum + others, 0),
    report: sets.flatMap(({ report }) => report),
  });

/** The share that came over exactly, in per cent, rounded down to a tenth; of nothing there is none. */
export const shareOf = ({ exact, all }: Count): number | undefined =>
  all === 0 ? undefined : Math.floor((exact * 1000) / all) / 10;

const cell = (count: Count): string => {
  const share = shareOf(count);
  return share === undefined
    ? '—'
    : `${count.exact} of ${count.all} (${share} %), ${count.approximated} approximated, ${count.left} left`;
};

/** The table in Markdown, as it stands in docs/import.md. */
export function table(sets: readonly SetOfForms[]): string {
  const rows = [...sets.map(rowOf), totalOf(sets, '**all**')];
  return [
    '| set | forms | read, but no form | fields: exact | simple conditions: exact | other conditions: exact |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ name, forms, others, fields, simple, written }) =>
        `| ${name} | ${forms} | ${others} | ${cell(fields)} | ${cell(simple)} | ${cell(written)} |`,
    ),
  ].join('\n');
}
