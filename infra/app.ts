// The CDK app: `npx cdk synth`, or `node infra/app.ts` by itself (then into CDK_OUTDIR, cdk.out if not said).
// KLADKA_ONLY_SERVICE=<id> synthesizes the stack of that service alone, as the local stack does for a new definition.
import { assemble } from './assembly.ts';
import { DefinitionProblems } from './definitions.ts';
import { SettingError } from './settings.ts';

const only = process.env.KLADKA_ONLY_SERVICE;
try {
  const app = await assemble({
    outdir: process.env.CDK_OUTDIR ?? 'cdk.out',
    ...(only ? { only } : {}),
  });
  app.synth();
} catch (error) {
  // what a person can mend is said without a trace
  if (!(error instanceof DefinitionProblems || error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
