import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Personal } from '#core/case/chain.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Actor, Case, CaseEvent, Command } from '#core/case/types.ts';

/** A case as a release stored it, and how it goes on. Entries are never edited, only added to. */
export type Entry = {
  /** What happened to the case, in a sentence. */
  about: string;
  /** The release that wrote it. */
  release: string;
  /** Hash of the bundle it runs on: `definitions/<hash>.json`. */
  definition: string;
  events: CaseEvent[];
  /** Personal parts by sequence number; none where the case was erased. */
  data: { [seq: string]: Personal };
  snapshot: Case;
  goOn: { at: string; actor: Actor; command: Command }[];
  expect: { outcome: string | null; states: string[]; erased: boolean };
};

const folder = import.meta.dirname;
const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T;

export const entries = (): [name: string, entry: Entry][] =>
  readdirSync(join(folder, 'entries')).map((file) => [file.replace('.json', ''), read<Entry>('entries', file)]);

/** A definition as it ran: its bundle, and what was live. */
export function definitionOf(hash: string): ServiceRuntime {
  const { bundle, live } = read<Pick<ServiceRuntime, 'bundle' | 'live'>>('definitions', `${hash}.json`);
  return { bundle, live, hash };
}

/** Identifiers for what is done from here on. */
export function idsFrom(first: number) {
  let n = first;
  const next = () => String(++n).padStart(12, '0');
  return {
    uuid: () => `00000000-0000-7000-8000-${next()}`,
    reference: () => next(),
    salt: () => `corpus-${next()}`.padEnd(32, '0'),
  };
}
