import type { ReactNode } from 'react';

/** A message set apart from the page: `info` and `warning` are read in place, `error` and `success` are announced. */
export function Notice({
  kind = 'info',
  title,
  children,
}: {
  kind?: 'info' | 'warning' | 'error' | 'success';
  title?: string;
  children?: ReactNode;
}) {
  const role = kind === 'error' ? 'alert' : kind === 'success' ? 'status' : undefined;
  return (
    <div className={`k-notice k-notice--${kind}`} role={role}>
      {title ? <p className="k-notice__title">{title}</p> : null}
      {children}
    </div>
  );
}
