// The Lambda bundles: one per audience or connector kind. `node infra/bundles.ts [name…]` builds them all, or those named.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';

/** A bundle to be made: `dist/functions/<name>/index.mjs`. */
export interface BundleSource {
  name: string;
  entry: string;
  /** Files that ship beside the code. */
  beside: string[];
}

/** What building came to. */
export interface BuiltBundle {
  name: string;
  folder: string;
  /** False where nothing it is made of had changed. */
  changed: boolean;
}

/** No such bundle; names those there are. */
export class UnknownBundle extends Error {
  readonly code = 'unknown-bundle';
}

const projectRoot = resolve(import.meta.dirname, '..');
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];
const BANNER = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** Every handler and every connector kind found in functions/. */
export function bundleSources(root = projectRoot): BundleSource[] {
  const handlers = join(root, 'functions/handlers');
  const connectors = join(root, 'functions/connectors');
  const list = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);
  return [
    ...list(handlers)
      .filter((file) => file.endsWith('.ts') && !/\.(test|d)\.ts$/.test(file))
      .map((file) => ({ name: basename(file, '.ts'), entry: join(handlers, file), beside: [] })),
    ...list(connectors)
      .map((kind) => ({ kind, entry: join(connectors, kind, 'handler.ts') }))
      .filter(({ entry }) => existsSync(entry))
      .map(({ kind, entry }) => ({
        name: `connector-${kind}`,
        entry,
        // pdfkit embeds the faces it is handed; a bundle carries no files of its own
        beside: kind === 'document' ? FONTS.map(fontFile) : [],
      })),
  ];
}

const fontFile = (face: string): string => join(projectRoot, 'node_modules/dejavu-fonts-ttf/ttf', face);

/**
 * Builds the bundles named (all where none is), leaving alone those whose sources are older than their output.
 * Throws UnknownBundle; what esbuild refuses it has printed with file and line.
 */
export async function buildBundles(
  names: readonly string[] = [],
  root = projectRoot,
): Promise<BuiltBundle[]> {
  const sources = bundleSources(root);
  const unknown = names.find((name) => !sources.some((source) => source.name === name));
  if (unknown !== undefined)
    throw new UnknownBundle(
      `There is no bundle «${unknown}». There are: ${sources.map(({ name }) => name).join(', ')}.`,
    );
  const wanted = sources.filter(({ name }) => names.length === 0 || names.includes(name));
  return Promise.all(wanted.map((source) => buildOne(source, root)));
}

async function buildOne(source: BundleSource, root: string): Promise<BuiltBundle> {
  const folder = join(root, 'dist/functions', source.name);
  const record = join(root, 'dist/functions', `${source.name}.inputs.json`);
  if (isFresh(record, join(folder, 'index.mjs'), root)) return { name: source.name, folder, changed: false };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const begun = Date.now();
  const { metafile } = await build({
    entryPoints: [source.entry],
    outfile: join(folder, 'index.mjs'),
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    treeShaking: true,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    legalComments: 'none',
    banner: { js: BANNER },
    logLevel: 'error',
  });
  for (const file of source.beside) copyFileSync(file, join(folder, basename(file)));
  writeFileSync(record, JSON.stringify({ begun, inputs: Object.keys(metafile.inputs) }));
  return { name: source.name, folder, changed: true };
}

/** Whether all the files that the bundle was made of are as they were when it was begun. */
function isFresh(record: string, output: string, root: string): boolean {
  if (!existsSync(record) || !existsSync(output)) return false;
  const { begun, inputs } = JSON.parse(readFileSync(record, 'utf8')) as { begun: number; inputs: string[] };
  return [...inputs, import.meta.filename, join(projectRoot, 'package-lock.json')].every((input) => {
    const stat = statSync(resolve(root, input), { throwIfNoEntry: false });
    return stat !== undefined && stat.mtimeMs < begun;
  });
}

if (import.meta.main) {
  try {
    for (const { name, folder, changed } of await buildBundles(process.argv.slice(2)))
      console.log(`${name} ${folder} ${changed ? 'built' : 'unchanged'}`);
  } catch (error) {
    if (error instanceof UnknownBundle) console.error(error.message);
    process.exitCode = 1;
  }
}
