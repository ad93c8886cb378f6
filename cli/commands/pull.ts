import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DefinitionLine, Listed, PublishedDefinition } from '#core/api/types.ts';
import { hash as hashOf, PartError, pulled } from '#core/definition/index.ts';
import { type Command, CommandError, type ExitCode, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';

/** Asks the API. @throws CommandError with what it answered */
async function ask<T>(origin: string, path: string, token: string): Promise<T> {
  const answer = await fetch(new URL(`/api${path}`, origin), {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  }).catch((error: unknown) => {
    throw new CommandError(`${origin} does not answer: ${error instanceof Error ? error.message : error}`);
  });
  if (answer.status === 401 || answer.status === 403)
    throw new CommandError('The token is none of an analyst, or has run out. Give another in KLADKA_TOKEN.');
  if (!answer.ok) throw new CommandError(`${origin} answered ${answer.status} to ${path}.`);
  return (await answer.json()) as T;
}

export const command: Command = {
  usage: 'pull <origin> [id…] [--in DIR] [--json]',
  about: [
    'Brings what was published in the designer into the folder that `cdk deploy` deploys (all if no id is named).',
    '',
    'The token of an analyst stands in KLADKA_TOKEN. What the folder has already is left as it is; a frozen version is never',
    'written over. Look at the change (git diff), commit it, deploy.',
  ].join('\n'),
  options: { in: { type: 'string' } },
  async run({ positionals: [origin, ...ids], values, say, give }): Promise<ExitCode> {
    if (origin === undefined || !URL.canParse(origin))
      throw new UsageError('Name the origin, such as https://poslugy.example.gov.ua');
    const token = process.env.KLADKA_TOKEN;
    if (!token) throw new UsageError('Put the token of an analyst into KLADKA_TOKEN.');
    const folder = values.in === undefined ? definitions : resolve(String(values.in));
    const { items } = await ask<Listed<DefinitionLine>>(origin, '/definitions', token);
    const wanted = items.filter((line) => line.published && (ids.length === 0 || ids.includes(line.id)));
    const missing = ids.filter((id) => !wanted.some((line) => line.id === id));
    if (missing.length > 0) throw new CommandError(`Nothing is published of: ${missing.join(', ')}.`);
    const changed: string[] = [];
    const removed: string[] = [];
    for (const { kind, id, published } of wanted) {
      const path = `/definitions/${kind}/${id}/versions/${published?.version}`;
      const found = await ask<PublishedDefinition>(origin, path, token);
      const { version, hash, source, scenarios, scenariosHash } = found;
      if (scenariosHash !== undefined && scenariosHash !== hashOf(scenarios ?? {}))
        throw new CommandError(`${id}: the scenarios of version ${version} are not those that were frozen.`);
      try {
        const tried = scenarios ? { scenarios } : {};
        const published = { kind, id, version, hash, source, ...tried };
        const { files, gone, frozen } = pulled(readFiles(folder), published);
        if (!frozen)
          say(
            `${id}: the parts in this folder are others than those it was published with; pull them first.`,
          );
        changed.push(...put(folder, files));
        for (const file of gone) {
          rmSync(join(folder, file), { force: true });
          removed.push(join(folder, file));
        }
      } catch (error) {
        if (error instanceof PartError) throw new CommandError(`${id}: ${error.message}.`);
        throw error;
      }
    }
    give({ files: changed, removed });
    for (const file of changed) say(`Written: ${file}`);
    for (const file of removed) say(`Removed: ${file}`);
    if (changed.length + removed.length === 0) say('Nothing is newer than what is here.');
    return 0;
  },
};

/** Writes what is not there in the same words; answers the files written. */
function put(folder: string, files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const file = join(folder, path);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    if (before === text) return [];
    if (before !== undefined && path.includes('/published/'))
      throw new CommandError(`${file} holds another version of this number; it is never written over.`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return [file];
  });
}
