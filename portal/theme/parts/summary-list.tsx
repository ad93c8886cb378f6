import type { ReactNode } from 'react';

/** One line of a summary list. `was` is an earlier value, shown struck through beside the new one. */
export interface SummaryRow {
  readonly key: string;
  readonly term: string;
  readonly value: ReactNode;
  readonly was?: ReactNode;
  readonly action?: ReactNode;
}

/** Terms and values (check your answers, case data), stacked on a phone, three columns on a wide screen. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="k-summary">
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
