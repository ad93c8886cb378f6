import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './options.ts';
import { inputsOf, script, unlessDone } from './steps.ts';

const STACKS = ['infra', 'functions', 'core', 'service-definitions', 'cdk.json'];
const PORTAL = ['portal', 'form-designer', 'core'];

const inputs = (root: string, paths: string[]): string => inputsOf(root, [...paths, 'package-lock.json']);

/** Sources that do not build leave what was built before in use, as a reload does. Throws StartError where there is nothing. */
function orBefore(output: string, building: Promise<unknown>): Promise<unknown> {
  return building.catch((error: unknown) => {
    if (!(error instanceof StartError) || !existsSync(output)) throw error;
    console.error(`! ${error.message}\n! What was built before is used.`);
  });
}

/** Builds the portal into dist/portal where its sources changed. Answers the folder. */
export async function builtPortal(root: string): Promise<string> {
  const pages = join(root, 'dist/portal');
  const index = join(pages, 'index.html');
  const build = () => script(root, 'portal/build.ts');
  // remembered beside the pages, not in the data folder: whoever starts on another one need not build them again
  await orBefore(index, unlessDone(`${pages}.done`, inputs(root, PORTAL), index, build));
  return pages;
}

/**
 * Puts the stacks as the sources say them into the data folder, which a reload changes on its own. They are synthesized
 * into dist/stacks where the sources changed, whatever the data folder. Answers the folder.
 */
export async function synthesizedStacks(root: string, data: string): Promise<string> {
  const [shared, own] = [join(root, 'dist/stacks'), join(data, 'cdk.out')];
  const manifest = (folder: string): string => join(folder, 'manifest.json');
  const now = inputs(root, STACKS);
  const copy = async (): Promise<void> => {
    await unlessDone(`${shared}.done`, now, manifest(shared), async () => {
      const made = `${shared}.${process.pid}`;
      try {
        await synthesize(root, made);
        rmSync(shared, { recursive: true, force: true });
        renameSync(made, shared);
      } finally {
        rmSync(made, { recursive: true, force: true }); // what broke off is nobody's
      }
    });
    rmSync(own, { recursive: true, force: true });
    cpSync(shared, own, { recursive: true });
  };
  await orBefore(manifest(own), unlessDone(join(data, 'done/stacks'), now, manifest(own), copy));
  return own;
}

/** Synthesizes all stacks, or that of one service alone, for this machine; no account of the developer's is looked at. */
export function synthesize(root: string, outdir: string, only?: string): Promise<string> {
  return script(root, 'infra/app.ts', {
    CDK_OUTDIR: outdir,
    KLADKA_STAGE: 'local',
    CDK_DEFAULT_ACCOUNT: '',
    ...(only ? { KLADKA_ONLY_SERVICE: only } : {}),
  });
}
