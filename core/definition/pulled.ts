import { bundle } from './bundle.ts';
import { canonical, hash } from './hash.ts';
import { fileOf, library, load, scenarioFile, scenariosIn } from './library.ts';
import type { Kind, Scenario } from './types.ts';
import { frozenText, written } from './written.ts';

/** A version that was published from the designer: what was written, what it is known by, and the scenarios that it was tried with. */
export type PublishedVersion = {
  kind: Kind;
  id: string;
  version: number;
  hash: string;
  source: unknown;
  /** By name; absent where the version is from before scenarios were kept. */
  scenarios?: Readonly<Record<string, Scenario>>;
};

/**
 * The files of a service-definitions/ folder that a published version makes: the definition as it was drawn, and for a service
 * the frozen bundle and the scenarios beside it; `gone` are the scenarios of the folder that it has no more. `frozen` is false where the folder's parts are others than those it was published with: then the
 * bundle would be another service and is left out.
 * @param files the folder as it is: path below it -> text
 * @throws PartError where it refers to a part that the folder has not
 */
export function pulled(
  files: Readonly<Record<string, string>>,
  { kind, id, version, hash: known, source, scenarios }: PublishedVersion,
): { files: Record<string, string>; gone: string[]; frozen: boolean } {
  const path = fileOf(kind, id);
  const made: Record<string, string> = { [path]: written(source) };
  if (kind !== 'service') return { files: made, gone: [], frozen: true };
  const all = library({ ...files, [path]: JSON.stringify(source) }).library;
  const bundled = bundle(all, id, version);
  const frozen = hash(bundled) === known;
  if (frozen) made[`services/${id}/published/${version}.json`] = frozenText(bundled);
  for (const [name, scenario] of Object.entries(scenarios ?? {}))
    made[scenarioFile(id, name)] = writtenOver(files[scenarioFile(id, name)], scenario);
  const before = scenarios ? Object.keys(scenariosIn({ files: { ...files } }, id)) : [];
  const gone = before.filter((name) => !Object.hasOwn(scenarios ?? {}, name));
  return { files: made, gone: gone.map((name) => scenarioFile(id, name)), frozen };
}

/** The text of a file; one that says the same already stays as it was written. */
function writtenOver(before: string | undefined, value: unknown): string {
  const isSame = before !== undefined && canonical(load('', before, [])) === canonical(value);
  return isSame ? before : written(value);
}
