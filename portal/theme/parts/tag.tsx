/** Colour of a tag; the words always say it too. */
export type TagKind = 'neutral' | 'waiting' | 'attention' | 'good' | 'bad';

/** A short state beside a title: «На розгляді». */
export function Tag({ kind = 'neutral', children }: { kind?: TagKind; children: string }) {
  return <strong className={`k-tag k-tag--${kind}`}>{children}</strong>;
}
