import type { EventOf, MessageMeta } from './event.ts';
import type { Case, CaseData } from './types.ts';

/** The case that keeps the letters which wait for a document, and forgets those that have gone. */
export function withLetters(kase: Case, event: EventOf<'notified'>): Case {
  const letters: { [id: string]: MessageMeta } = { ...kase.letters };
  const texts: NonNullable<CaseData['letters']> = { ...kase.data.letters };
  for (const [n, meta] of event.messages.entries()) {
    const id = `${event.seq}/${n}`;
    const text = event.data?.messages[n];
    if (meta.waits && text) [letters[id], texts[id]] = [meta, text];
    if (meta.of === undefined) continue;
    delete letters[meta.of];
    delete texts[meta.of];
  }
  const { letters: _, ...rest } = kase;
  const { letters: __, ...data } = kase.data;
  if (Object.keys(letters).length === 0) return { ...rest, data };
  return { ...rest, letters, data: { ...data, letters: texts } };
}
