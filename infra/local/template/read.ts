import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Json, type JsonObject, object, text } from './json.ts';

/** A synthesized stack: its template, and the folders or files of its assets by their S3 key. */
export type Stack = { name: string; template: JsonObject; assets: Map<string, string> };

/** The folder or file of every asset, by object key: `aws:asset:path` exists only when the CLI synthesizes. */
function readAssets(cdkOut: string, file: string): Map<string, string> {
  const assets = new Map<string, string>();
  if (!existsSync(file)) return assets;
  const manifest = object(JSON.parse(readFileSync(file, 'utf8')));
  for (const entry of Object.values(object(manifest.files))) {
    const path = text(object(object(entry).source).path);
    for (const destination of Object.values(object(object(entry).destinations)))
      assets.set(text(object(destination).objectKey), resolve(cdkOut, path));
  }
  return assets;
}

/**
 * All stacks of a cloud assembly, nested assemblies (stages) included.
 * Throws when the folder holds none: there is nothing to run.
 */
export function readStacks(cdkOut: string): Stack[] {
  const manifest = object(JSON.parse(readFileSync(join(cdkOut, 'manifest.json'), 'utf8')));
  const stacks: Stack[] = [];
  for (const [id, artifact] of Object.entries(object(manifest.artifacts))) {
    const { type, properties } = object(artifact);
    if (type === 'cdk:cloud-assembly')
      stacks.push(...readStacks(join(cdkOut, text(object(properties).directoryName))));
    if (type !== 'aws:cloudformation:stack') continue;
    const template: Json = JSON.parse(
      readFileSync(join(cdkOut, text(object(properties).templateFile)), 'utf8'),
    );
    const name = text(object(properties).stackName) || id;
    stacks.push({
      name,
      template: object(template),
      assets: readAssets(cdkOut, join(cdkOut, `${id}.assets.json`)),
    });
  }
  if (stacks.length === 0 && readdirSync(cdkOut).length === 0)
    throw new Error(`${cdkOut} holds no stack: run the synthesis first (node infra/app.ts)`);
  return stacks;
}
