import { useEffect, useMemo, useState } from 'react';
import type { FileView } from '#core/api/types.ts';
import { useApi } from '#portal/shell/app.tsx';
import type { Scan } from '#portal/theme/form/form-context.ts';

/** Asked again after so long, ms; each time twice as long. */
const FIRST = 1_000;
const LONGEST = 30_000;

/**
 * Scans of an application's files, asked for again with growing pauses while one is still checked. `sent` tells of a file that
 * was just uploaded. Nothing is asked for while the page is hidden.
 */
export function useScans(
  application: string,
  files: readonly FileView[],
): { scans: Readonly<Record<string, Scan>>; sent: (id: string) => void } {
  const api = useApi();
  const known = useMemo(() => Object.fromEntries(files.map(({ id, scan }) => [id, scan])), [files]);
  const [told, setTold] = useState<Readonly<Record<string, Scan>>>({});
  const scans = useMemo(() => ({ ...known, ...told }), [known, told]);
  const pending = Object.keys(scans)
    .filter((id) => scans[id] === 'pending')
    .sort()
    .join(' ');

  useEffect(() => {
    if (pending === '') return;
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const later = (pause: number) => {
      timer = setTimeout(() => void look(pause), pause);
    };
    const look = async (pause: number) => {
      if (document.visibilityState === 'visible') {
        const answer = await api.get<{ files?: readonly FileView[] }>(application, {
          signal: control.signal,
        });
        if (control.signal.aborted) return;
        const verdicts = answer.ok ? (answer.data.files ?? []).filter(({ scan }) => scan !== 'pending') : [];
        if (verdicts.some(({ id }) => pending.split(' ').includes(id)))
          setTold((before) => ({
            ...before,
            ...Object.fromEntries(verdicts.map(({ id, scan }) => [id, scan])),
          }));
      }
      later(Math.min(pause * 2, LONGEST));
    };
    later(FIRST);
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [api, application, pending]);

  const sent = useMemo(
    () => (id: string) => setTold((before) => ({ [id]: 'pending' as const, ...before })),
    [],
  );
  return { scans, sent };
}
