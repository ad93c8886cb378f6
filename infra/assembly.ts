import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Annotations, App } from 'aws-cdk-lib/core';
import { readCatalogue } from './catalogue.ts';
import { compileDefinitions } from './definitions.ts';
import { readSettings, readStage } from './settings.ts';
import { ServiceStack } from './stacks/service.ts';

/** Where the sources lie and where the assembly goes. */
export interface AssemblyProps {
  /** The folder that holds functions/, service-definitions/ and dist/: the project's own if not said. */
  root?: string;
  outdir?: string;
  /** Only the stack of this service; bundles are taken as they lie in dist/. */
  only?: string;
  /** Context beside that of cdk.json and of the CLI. */
  context?: Record<string, unknown>;
}

const projectRoot = resolve(import.meta.dirname, '..');

/** Bundles the functions, compiles the definitions and makes the stacks; the caller synthesizes. */
export async function assemble({
  root = projectRoot,
  outdir,
  only,
  context,
}: AssemblyProps = {}): Promise<App> {
  const file = JSON.parse(readFileSync(join(projectRoot, 'cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  };
  const said = { ...file.context, ...context };
  const stage = readStage(said);
  const app = new App({
    ...(outdir ? { outdir } : {}),
    // the CLI hands cdk.json's context over; by itself the app reads it
    context: said,
    analyticsReporting: false,
    // the caller synthesizes: at the end of the process, an app that failed would write an empty assembly over the last good one
    autoSynth: false,
    treeMetadata: false,
    // on one machine nothing is deployed, and a changed definition is to run at once
    builtinCloudFormationValidation: stage === 'account',
  });
  const settings = readSettings(app, stage);
  const env = { account: settings.account, region: settings.region };
  const folder = join(root, 'service-definitions');
  const bundles = join(root, 'dist/functions');
  const compiled = compileDefinitions({
    folder,
    out: join(root, 'dist/definitions'),
    stage,
    ...(only ? { only } : {}),
  });

  if (!only) {
    // read only where they are made: a reload of one service does without half of the CDK
    const [{ buildBundles }, { EdgeStack }, { PlatformStack }] = await Promise.all([
      import('./bundles.ts'),
      import('./stacks/edge.ts'),
      import('./stacks/platform.ts'),
    ]);
    await buildBundles([], root);
    const edge = new EdgeStack(app, 'KladkaEdge', {
      env: { account: settings.account, region: 'us-east-1' },
      settings,
      crossRegionReferences: true,
    });
    new PlatformStack(app, 'KladkaPlatform', {
      env,
      crossRegionReferences: true,
      edge,
      settings,
      connectors: readCatalogue(folder).connectors,
      definitions: compiled.platform,
      bundles,
      portal: join(root, 'dist/portal'),
    });
  }
  for (const service of compiled.services)
    new ServiceStack(app, `KladkaService-${service.id}`, { env, settings, service, bundles });
  for (const id of compiled.left)
    Annotations.of(app).addWarningV2(
      `kladka:unpublished:${id}`,
      `service ${id} is left out: nothing of it is published (npx kladka publish ${id})`,
    );
  if (stage === 'account') await checkRules(app);
  return app;
}

/** AWS's own rules for solutions; what we depart from is acknowledged with a reason in acknowledged.ts. */
async function checkRules(app: App): Promise<void> {
  const [{ Validations }, { AwsSolutionsChecks }, { acknowledge }] = await Promise.all([
    import('aws-cdk-lib/core'),
    import('cdk-nag'),
    import('./acknowledged.ts'),
  ]);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  acknowledge(app);
}
