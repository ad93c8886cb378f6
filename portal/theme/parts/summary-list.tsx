import type { ReactNode } from 'react';

/** One line of a summary list. `was` is an earlier value, shown struck through beside the new one. */
export interface SummaryRow {
  readonly key: string;
  readonly term: string;
  readonly value: ReactNode;
  readonly was?: ReactNode;
  readonly action?: ReactNode;
}

/** Terms and values (check your answers, case data), stacked where it is narrow, else in columns; one more where rows have an action. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const acts = rows.some((row) => row.action);
  return (
    <dl className={acts ? 'k-summary k-summary--acts' : 'k-summary'}>
      {rows.map((row) => (
        <div className="k-summary__row" key={row.key}>
          <dt>{row.term}</dt>
          <dd>
            {row.was === undefined ? null : <del className="k-summary__was">{row.was}</del>} {row.value}
          </dd>
          {row.action ? <dd className="k-summary__action">{row.action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
