import { useEffect, useRef, useState } from 'react';

/** What is typed, and how to take what is typed now: `sent` is the value that the form was given for it. */
type Typed<T> = readonly [typed: T, take: (next: T, sent: unknown) => void];

/**
 * What stands in a control whose words are not the form's value (a date in three parts, money with a comma). The form answers
 * each key with the value it was given, which may come after the next key: an echo of what was typed changes nothing, only a
 * value from elsewhere does.
 */
export function useTyped<T>(value: unknown, read: (value: unknown) => T): Typed<T> {
  const [typed, setTyped] = useState(() => read(value));
  const echoes = useRef<unknown[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form's value changes
  useEffect(() => {
    const at = echoes.current.indexOf(value);
    if (at < 0) setTyped(read(value));
    else echoes.current.splice(0, at + 1);
  }, [value]);
  return [
    typed,
    (next, sent) => {
      setTyped(next);
      // what the form holds already is not answered
      const last = echoes.current.length > 0 ? echoes.current.at(-1) : value;
      if (sent !== last) echoes.current.push(sent);
    },
  ];
}
