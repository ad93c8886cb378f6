import { bundle } from './bundle.ts';
import { canonical, hash } from './hash.ts';
import { fileOf, library } from './library.ts';
import type { Kind } from './types.ts';
import { written } from './written.ts';

/** A version that was published from the designer: what was written, and what it is known by. */
export type PublishedVersion = { kind: Kind; id: string; version: number; hash: string; source: unknown };

/**
 * The files of a service-definitions/ folder that a published version makes: the definition as it was drawn, and for a service
 * the frozen bundle beside it. `frozen` is false where the folder's parts are others than those it was published with: then the
 * bundle would be another service and is left out.
 * @param files the folder as it is: path below it -> text
 * @throws PartError where it refers to a part that the folder has not
 */
export function pulled(
  files: Readonly<Record<string, string>>,
  { kind, id, version, hash: known, source }: PublishedVersion,
): { files: Record<string, string>; frozen: boolean } {
  const path = fileOf(kind, id);
  const made: Record<string, string> = { [path]: written(source) };
  if (kind !== 'service') return { files: made, frozen: true };
  const all = library({ ...files, [path]: JSON.stringify(source) }).library;
  const bundled = bundle(all, id, version);
  const frozen = hash(bundled) === known;
  if (frozen) made[`services/${id}/published/${version}.json`] = `${canonical(bundled)}\n`;
  return { files: made, frozen };
}
