import type { ReactNode } from 'react';

/** One event of a case as a person reads it. `at` is ready to be read, `iso` is for machines. */
export interface TimelineEntry {
  readonly key: string;
  readonly title: string;
  readonly at: string;
  readonly iso: string;
  readonly now?: boolean;
  readonly body?: ReactNode;
}

/** What happened, newest first as given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="k-timeline">
      {entries.map((entry) => (
        <li
          key={entry.key}
          className={entry.now ? 'k-timeline__item k-timeline__item--now' : 'k-timeline__item'}
          aria-current={entry.now ? 'step' : undefined}
        >
          <p className="k-timeline__title">{entry.title}</p>
          <time className="k-timeline__at" dateTime={entry.iso}>
            {entry.at}
          </time>
          {entry.body ? <div className="k-timeline__body">{entry.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
