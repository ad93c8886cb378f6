/**
 * Makes dist/portal: index.html, workspace/index.html, design/index.html and assets/ with hashed names, and prints
 * what a citizen's first form page weighs. Run by Node itself: `node portal/build.ts [--out DIR] [--only APP]`.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { markdownStandIn, uriStandIn } from './build-stand-ins.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** kB gzipped (JavaScript) that a citizen's first form page may load, and the designer to draw and check a form. */
const BUDGET = { form: 130, designer: 365 };

const DAY_MS = 86_400_000;

const standIns: Plugin = {
  name: 'stand-ins',
  setup(build) {
    build.onResolve({ filter: /^(markdown-to-jsx(\/react)?|fast-uri)$/ }, ({ path }) => ({
      path,
      namespace: 'stand-in',
    }));
    build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
      contents: path === 'fast-uri' ? uriStandIn : markdownStandIn,
      loader: 'js',
    }));
  },
};

/** rjsf's own index drags in a registry for its tests, and with it a validator that is neither installed nor used. */
const noOtherValidator: Plugin = {
  name: 'no-other-validator',
  setup(build) {
    build.onResolve({ filter: /^@rjsf\/validator-ajv8$/ }, ({ path }) => ({ path, namespace: 'none' }));
    build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default undefined;' }));
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  sourcemap: false,
  metafile: true,
  legalComments: 'none',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

/** Preact in place of React wherever citizens' forms are drawn, so that a form drawn is the form filled in: docs/decisions/0007. */
const preact = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
};

interface App {
  readonly name: 'citizen' | 'workspace' | 'designer';
  readonly entry: string;
  readonly page: string;
  readonly title: string;
  readonly alias?: Record<string, string>;
  /** What runs off the main thread and shares chunks with the page, which names it in `<meta name="worker">`. */
  readonly worker?: string;
}

const apps: readonly App[] = [
  { name: 'citizen', entry: 'portal/citizen/main.tsx', page: 'index.html', title: 'Кладка', alias: preact },
  {
    name: 'workspace',
    entry: 'portal/workspace/main.tsx',
    page: 'workspace/index.html',
    title: 'Кладка: робоче місце',
  },
  {
    name: 'designer',
    entry: 'form-designer/main.tsx',
    page: 'design/index.html',
    title: 'Кладка: конструктор',
    alias: preact,
    worker: 'form-designer/problems/worker.ts',
  },
];

/** Everything that an entry loads at once, and what each of its lazy chunks adds. */
function weigh(metafile: Metafile, entry: string): { at: string; lazy: string[] } {
  const seen = new Set<string>();
  const lazy = new Set<string>();
  const walk = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const one of metafile.outputs[file]?.imports ?? [])
      if (one.kind === 'dynamic-import') lazy.add(one.path);
      else if (one.path.endsWith('.js')) walk(one.path);
  };
  walk(entry);
  return { at: [...seen].join(' '), lazy: [...lazy] };
}

async function gzipped(files: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await readFile(join(root, file)), { level: 9 }).length;
  return Math.round(bytes / 102.4) / 10;
}

/** No inline script and no inline style: the Content-Security-Policy forbids both. */
function html(
  title: string,
  script: string,
  styles: readonly string[],
  chunks: readonly string[],
  worker?: string,
): string {
  const lines = [
    '<!doctype html>',
    '<html lang="uk">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light">',
    `<title>${title}</title>`,
    '<link rel="icon" href="data:,">',
    ...(worker ? [`<meta name="worker" content="/assets/${worker}">`] : []),
    ...styles.map((one) => `<link rel="stylesheet" href="/assets/${one}">`),
    ...chunks.map((one) => `<link rel="modulepreload" href="/assets/${one}">`),
    `<script type="module" src="/assets/${script}"></script>`,
    '</head>',
    '<body><div id="app"></div>',
    '<noscript>Щоб заповнити заяву, увімкніть JavaScript. To apply, turn JavaScript on.</noscript>',
    '</body>',
    '</html>',
    '',
  ];
  return lines.join('\n');
}

/** Builds one app; answers the paths of what it is made of. */
async function make(app: App, out: string): Promise<string[]> {
  const { entry } = app;
  if (!existsSync(join(root, entry))) return [];
  const { metafile } = await build({
    ...shared,
    outdir: join(out, 'assets'),
    entryPoints: { [app.name]: entry, ...(app.worker ? { worker: app.worker } : {}) },
    plugins: app.name === 'workspace' ? [noOtherValidator] : [noOtherValidator, standIns],
    ...(app.alias ? { alias: app.alias } : {}),
  });
  const outputs = Object.entries(metafile.outputs);
  const made = (source: string): string => {
    const [script] = outputs.find(([, one]) => one.entryPoint === source) ?? [];
    if (!script) throw new Error(`${source} made no script`);
    return script;
  };
  const script = made(entry);
  const worker = app.worker ? made(app.worker) : undefined;
  const style = metafile.outputs[script]?.cssBundle;
  const { at, lazy } = weigh(metafile, script);
  const files = at.split(' ');
  const base = (file: string) => relative(join(relative(root, out), 'assets'), file);
  const page = join(out, app.page);
  await mkdir(dirname(page), { recursive: true });
  await writeFile(
    page,
    html(
      app.title,
      base(script),
      style ? [base(style)] : [],
      files.filter((file) => file !== script).map(base),
      worker && base(worker),
    ),
  );

  const first = await gzipped(files);
  console.log(
    `${app.name}: ${first} kB gz of script${style ? `, ${await gzipped([style])} kB of style` : ''}`,
  );
  let form = first;
  for (const chunk of lazy) {
    const adds = weigh(metafile, chunk)
      .at.split(' ')
      .filter((file) => !files.includes(file));
    const kilobytes = await gzipped(adds);
    const source = metafile.outputs[chunk]?.entryPoint ?? chunk;
    if (source.includes('form-page')) form += kilobytes;
    console.log(`  + ${kilobytes} kB when needed: ${source}`);
  }
  if (app.name === 'citizen') within('first page of a form', form, BUDGET.form);
  const all = outputs.map(([file]) => resolve(root, file));
  if (!worker) return all;
  const beside = weigh(metafile, worker).at.split(' ');
  const weight = await gzipped(new Set([...files, ...beside, ...(style ? [style] : [])]));
  within('the page with what runs beside it', weight, BUDGET.designer);
  return all;
}

/** Scripts of builds before go a day later: pages that are open ask for theirs when they come to them. */
async function sweep(assets: string, made: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(assets)) {
    const file = join(assets, name);
    if (!made.has(file) && (await stat(file)).mtimeMs < Date.now() - DAY_MS) await rm(file, { force: true });
  }
}

/** Says what something weighs; above what it may, the build fails. */
function within(what: string, kilobytes: number, budget: number): void {
  console.log(`  ${what}: ${kilobytes.toFixed(1)} kB of the ${budget} kB it may have`);
  if (kilobytes > budget) process.exitCode = 1;
}

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'dist/portal' }, only: { type: 'string' } },
});
const out = resolve(root, values.out);
await rm(`${out}.done`, { force: true }); // whoever remembers for what sources it was built must ask anew
const made = new Set<string>();
for (const app of apps)
  if (!values.only || values.only === app.name) for (const file of await make(app, out)) made.add(file);
if (!values.only) await sweep(join(out, 'assets'), made);
