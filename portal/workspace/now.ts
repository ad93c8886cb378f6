import { useEffect, useState } from 'react';

/** The clock of the screen, ms since 1970, moving every half a minute: deadlines count down while one reads. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
