import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { bundle, canonical, fileOf, hash, library, written } from '#core/definition/index.ts';
import type { Kind } from '#core/definition/types.ts';
import { dynamo } from './engine/call.ts';
import { list, object, text } from './template/json.ts';
import { TemplateError, type World } from './template/world.ts';

/** A version that the designer published: what was written, and what it is known by. */
export type Published = { kind: Kind; id: string; version: number; hash: string; source: string };

/** What a request that the origin answered has published, if it did. */
export function publishedBy(
  method: string,
  path: string,
  status: number,
): Pick<Published, 'kind' | 'id'> | null {
  const found = /^\/api\/definitions\/(service|registry|connector|agency)\/([a-z][a-z0-9-]*)\/publish$/.exec(
    path,
  );
  if (method !== 'POST' || status !== 200 || !found) return null;
  return { kind: found[1] as Kind, id: found[2] ?? '' };
}

/** The version of a definition that was published last from the designer. */
export async function lastPublished(
  engine: string,
  world: World,
  { kind, id }: Pick<Published, 'kind' | 'id'>,
): Promise<Published | null> {
  const TableName = world.parameters.get('/kladka/platform-table');
  if (!TableName) throw new TemplateError('no stack has the parameter /kladka/platform-table');
  const { Items } = await dynamo(engine, 'Query', {
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :version)',
    ExpressionAttributeValues: { ':pk': { S: `def#${kind}#${id}` }, ':version': { S: 'version#' } },
    ScanIndexForward: false,
    Limit: 1,
  });
  const item = object(list(Items)[0]);
  const source = text(object(item.source).S);
  if (!source) return null;
  return { kind, id, version: Number(object(item.version).N), hash: text(object(item.hash).S), source };
}

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );

/**
 * Writes what was published into service-definitions/, as `kladka pull` does from an account: the definition as it was
 * drawn, and for a service the frozen bundle beside it. Answers the files written, by path below the folder.
 */
export function pullInto(folder: string, { kind, id, version, hash: known, source }: Published): string[] {
  const definition: unknown = JSON.parse(source);
  const files: [string, string][] = [[fileOf(kind, id), written(definition)]];
  if (kind === 'service') {
    const all = library({ ...filesIn(folder), [fileOf(kind, id)]: source }).library;
    const frozen = bundle(all, id, version);
    // with other parts in the folder than those published it would be another service
    if (hash(frozen) === known)
      files.push([`services/${id}/published/${version}.json`, `${canonical(frozen)}\n`]);
  }
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return files.map(([path]) => path);
}
