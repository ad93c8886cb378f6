import { existsSync, rmSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { synthesize } from './built.ts';
import { lastPublished, publishedBy, pullInto } from './pull.ts';
import { recode } from './recode.ts';
import type { LocalStack } from './stack.ts';
import { script } from './steps.ts';
import { readStacks } from './template/read.ts';
import { World } from './template/world.ts';

export type Watched = {
  root: string;
  data: string;
  cdkOut: string;
  stack: LocalStack;
};

/** What a changed file makes necessary: one service's stack, the functions' code, all stacks, or the portal. */
export type Need = { kind: 'service'; id: string } | { kind: 'code' | 'stacks' | 'portal' };

const IGNORED =
  /(^|\/)(node_modules|dist|output|\.[^/]+)(\/|$)|\.test\.tsx?$|\.new$|~$|^infra\/(local|toolchain)\//;

/** What the change of a file, named from the project's root with `/`, makes necessary. */
export function needsOf(file: string): Need[] {
  if (IGNORED.test(file)) return [];
  const service = /^service-definitions\/services\/([^/]+)(\/|$)/.exec(file)?.[1];
  if (service) return file.includes('/scenarios/') ? [] : [{ kind: 'service', id: service }];
  if (/^(portal|form-designer)\//.test(file)) return [{ kind: 'portal' }];
  if (file.startsWith('core/')) return [{ kind: 'stacks' }, { kind: 'portal' }];
  if (file.startsWith('functions/')) return [{ kind: 'code' }];
  return /^(infra|service-definitions)\//.test(file) ? [{ kind: 'stacks' }] : [];
}

const FOLDERS = ['core', 'functions', 'infra', 'service-definitions', 'portal', 'form-designer'];

/** What was published in the designer goes into service-definitions/, and runs. */
function pullPublished(watched: Watched, reloads: (need: Need) => void): void {
  const { stack, root } = watched;
  stack.answered = (method, path, status) => {
    const named = publishedBy(method, path, status);
    if (!named) return;
    const pulling = async (): Promise<void> => {
      const published = await lastPublished(stack.engineUrl, stack.world, named);
      if (!published) return;
      const files = pullInto(join(root, 'service-definitions'), published);
      console.log(`↓ ${files.join(', ')}`);
      reloads(named.kind === 'service' ? { kind: 'service', id: named.id } : { kind: 'stacks' });
    };
    pulling().catch((error: unknown) =>
      stack.say(`${path}: not pulled: ${error instanceof Error ? error.message : error}`),
    );
  };
}

/** Reloads what a changed file makes necessary; where that fails, says why and lets the old one run on. */
export function watchSources(watched: Watched, files: boolean): void {
  const waiting = new Map<string, Need>();
  let running = false;
  let timer: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (waiting.size > 0) {
      const needs = [...waiting.values()];
      waiting.clear();
      const all = needs.some(({ kind }) => kind === 'stacks');
      // with all stacks made anew, none needs to be made alone
      for (const need of needs.filter(({ kind }) => !(all && (kind === 'service' || kind === 'code'))))
        await reload(watched, need).catch((error: unknown) =>
          console.error(
            `! Not reloaded, what ran before runs on:\n${error instanceof Error ? error.message : error}`,
          ),
        );
    }
    running = false;
  };

  const wants = (need: Need): void => {
    waiting.set('id' in need ? `service ${need.id}` : need.kind, need);
    clearTimeout(timer);
    timer = setTimeout(() => void run(), 100);
  };
  pullPublished(watched, wants);
  for (const folder of FOLDERS.filter((name) => files && existsSync(join(watched.root, name))))
    watch(join(watched.root, folder), { recursive: true }, (_, name) => {
      if (name) for (const need of needsOf(`${folder}/${name.split(sep).join('/')}`)) wants(need);
    });
}

async function reload({ root, data, cdkOut, stack }: Watched, need: Need): Promise<void> {
  const started = performance.now();
  const said = (what: string): void =>
    console.log(`↻ ${what} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (need.kind === 'portal') {
    await script(root, 'portal/build.ts');
    return said('portal');
  }
  // the next start must not take the assembly for one of these sources
  rmSync(join(data, 'done/stacks'), { force: true });
  if (need.kind === 'code' && (await recode(root, stack))) return said('functions');
  const { addresses, stacks: before } = stack.world;
  const gone =
    need.kind === 'service' &&
    !existsSync(join(root, 'service-definitions/services', need.id, 'service.json'));
  // a folder that was only made: its definition is still to come
  if (gone && !before.some(({ name }) => name === `KladkaService-${need.id}`)) return;
  let stacks = before;
  if (need.kind === 'service' && !gone) {
    const outdir = join(data, 'cdk.only', need.id);
    await synthesize(root, outdir, need.id);
    const made = readStacks(outdir);
    const names = new Set(made.map(({ name }) => name));
    stacks = [...before.filter(({ name }) => !names.has(name)), ...made];
  } else {
    await synthesize(root, cdkOut);
    stacks = readStacks(cdkOut);
  }
  await stack.declare(new World(stacks, addresses));
  stack.feed();
  await stack.release();
  said(need.kind === 'service' ? `service ${need.id}` : 'functions and stacks');
}
