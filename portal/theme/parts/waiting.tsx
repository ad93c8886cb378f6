import { type ReactNode, useEffect, useState } from 'react';

/** Says that something loads, but only after 400 ms, so that a quick answer does not flicker. */
export function Loading({ label }: { label: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="k-loading" role="status" aria-live="polite">
      {shown ? (
        <>
          <span className="k-spinner" aria-hidden="true" />
          {label}
        </>
      ) : null}
    </div>
  );
}

/** Nothing to show, said kindly, with what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="k-empty">
      <p className="k-empty__title">{title}</p>
      {children}
    </div>
  );
}
