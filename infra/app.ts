// The CDK app: `npx cdk synth`, or `node infra/app.ts` by itself (then into CDK_OUTDIR, cdk.out if not said).
// KLADKA_ONLY_SERVICE=<id> synthesizes the stack of that service alone, as the local stack does for a new definition.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// half of a short synthesis is reading the CDK's sources
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'));
const { assemble } = await import('./assembly.ts');
const { explain } = await import('./explain.ts');

const only = process.env.KLADKA_ONLY_SERVICE;
try {
  const app = await assemble({
    outdir: process.env.CDK_OUTDIR ?? 'cdk.out',
    ...(only ? { only } : {}),
  });
  app.synth();
} catch (error) {
  const said = explain(error);
  if (said === null) throw error;
  console.error(said);
  process.exitCode = 1;
}
