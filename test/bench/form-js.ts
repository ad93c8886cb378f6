import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { formJs } from './large-form.ts';

/** The peer: MIT-like with a watermark, so it is never a dependency, only measured against. */
const PEER = '@bpmn-io/form-js-editor@1.23.0';

/** What the page of the peer is told to do, by its own modelling API: what a drop or the panel does in it. */
const script = `
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import { FormEditor } from '@bpmn-io/form-js-editor';
import schema from './schema.json';
const editor = new FormEditor({ container: document.getElementById('root') });
await editor.importSchema(schema);
const fields = editor.get('formFieldRegistry');
const modeling = editor.get('modeling');
const root = () => fields.getAll().find(({ type }) => type === 'default');
window.bench = {
  label: (words) => modeling.editFormField(fields.get('f3'), 'label', words),
  insert: (words) => modeling.addFormField({ type: 'textfield', label: words }, root(), 4),
  move: () => modeling.moveFormField(fields.get('f6'), root(), root(), 6, 9, fields.get('f6').layout?.row, null),
};`;

const html = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/editor.css">
<style>#root { height: 900px }</style><div id="root"></div><script type="module" src="/editor.js"></script>`;

/** A page with form-js's editor and the large form in it. `kilobytes`: script and style, gzipped. */
export interface Peer {
  readonly url: string;
  readonly kilobytes: number;
  readonly close: () => void;
}

/** Installs the peer outside of the project, once, and serves it. Undefined where npm cannot bring it. */
export async function formJsEditor(): Promise<Peer | undefined> {
  const folder = join(tmpdir(), 'kladka-bench-form-js');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules/@bpmn-io/form-js-editor'))) {
    console.log(`  installing ${PEER} in ${folder} …`);
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', '--no-save'];
    const { status } = spawnSync('npm', ['install', ...flags, PEER], { cwd: folder, stdio: 'ignore' });
    if (status !== 0) return undefined;
  }
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(formJs));
  writeFileSync(join(folder, 'editor.js'), script);
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ['editor.js'],
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.svg': 'dataurl' },
  });
  const served = new Map(outputFiles.map(({ path, contents }) => [path.split('/').at(-1), contents]));
  const server = createServer(({ url = '/' }, response) => {
    const file = served.get(url.slice(1));
    const type = url.endsWith('.css') ? 'text/css' : url.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(file ?? html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    kilobytes: Math.round(bytes / 1024),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
