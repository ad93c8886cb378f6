import type { Instant, Path } from '#core/flow/types.ts';
import type { Identity, Through } from './actor.ts';

// What a case keeps and events tell of: parties, terms, outcomes, documents, letters, what it holds of others

/** A party as an event may show it. */
export type PartyMeta = { party: string; path?: Path; through?: Through };
/** Who a party is. `identify`: what a person must be to act as this party, while nobody has come yet. */
export type PartyData = {
  identity?: Identity;
  representative?: Identity;
  identify?: { [claim: string]: string };
  /** Where it is told, as another party wrote it down. */
  contact?: { name?: string; email?: string; phone?: string };
};
/** An office of an agency. */
export type OfficeRef = { agency: string; office: string };
export type Term = {
  due: Instant;
  startedAt: Instant;
  meaning: 'late' | 'consent' | 'refusal';
  /** Paused since; the days that were left then, in the unit of the term. */
  paused?: { since: Instant; left: number };
  extended: number;
  overdue?: true;
};
export type Outcome = {
  state: string;
  outcome: string;
  kind: string;
  at: Instant;
  /** When retention runs out; absent where the law says for ever. */
  retention?: Instant;
  /** When to remind that what was granted ends, by the position in `renew.remind`; those sent are gone. */
  remind?: { [n: string]: Instant };
};
/** An issued document: which of the definition, its identity (verified by it), its file in S3, its number. */
export type IssuedMeta = {
  document: string;
  id: string;
  path: Path;
  sha256: string;
  at: Instant;
  number?: string;
  /** Key and version of the file in S3. */
  key?: string;
  version?: string;
  /** The effect that drew it: to take it back. */
  effect?: string;
  /** The document that this one took the place of; on that one, the one that took its place. */
  replaces?: string;
  replacedBy?: string;
  /** The last day on which it is valid. */
  validUntil?: string;
  /** It is a duplicate; on the one that it took the place of, that it was. */
  duplicate?: true;
  duplicated?: true;
  /** When the decision that issued it was revoked. */
  revoked?: Instant;
};
/** What an answer leaves in the hands of the case. `until`: how long a place is held while the next step is not done. */
export type Holding = { type: 'pay' | 'reserve'; connector: string; until?: Instant };
/** A document to be drawn anew, and the one that it takes the place of. */
export type Reissue = { document: string; path: Path; replaces: string; duplicate?: true };
/** A record to be written anew: changed, or created under another key, and the effect `of` which the case wrote it. */
export type Rewrite = { do: 'change' | 'create'; registry: string; path: Path; of: string };
/** A message as it was told. */
export type MessageMeta = {
  message: string;
  to: string;
  channel: string;
  connector: string;
  language: string;
  /** Issued documents that go with it, by id; the names of those that the case ended without. */
  attach?: string[];
  missing?: string[];
  /** It is sent once the case has issued documents of these names. `path`: where it was told. */
  waits?: { for: string[]; path: Path };
  /** The letter that had waited, by `<seq>/<n>` of the event that told it. */
  of?: string;
};
export type MessageData = {
  address?: { email?: string; phone?: string };
  subject: string;
  body: string;
};
