import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type PublishedVersion, pulled } from '#core/definition/index.ts';
import type { Kind, Scenario } from '#core/definition/types.ts';
import { dynamo } from './engine/call.ts';
import { list, object, text } from './template/json.ts';
import { TemplateError, type World } from './template/world.ts';

/** What a request that the origin answered has published, if it did. */
export function publishedBy(
  method: string,
  path: string,
  status: number,
): Pick<PublishedVersion, 'kind' | 'id'> | null {
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
  { kind, id }: Pick<PublishedVersion, 'kind' | 'id'>,
): Promise<PublishedVersion | null> {
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
  const version = Number(object(item.version).N);
  const frozen = await dynamo(engine, 'GetItem', {
    TableName,
    Key: { pk: { S: `def#${kind}#${id}` }, sk: { S: `scenarios#${String(version).padStart(6, '0')}` } },
  });
  const scenarios = text(object(object(frozen.Item).text).S);
  return {
    kind,
    id,
    version,
    hash: text(object(item.hash).S),
    source: JSON.parse(source) as unknown,
    ...(scenarios ? { scenarios: JSON.parse(scenarios) as Record<string, Scenario> } : {}),
  };
}

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );

/** Writes what was published into service-definitions/, as `kladka pull` does from an account. Answers the files written, by path below the folder. */
export function pullInto(folder: string, published: PublishedVersion): string[] {
  const { files, gone } = pulled(filesIn(folder), published);
  for (const path of gone) rmSync(join(folder, path), { force: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return Object.keys(files);
}
