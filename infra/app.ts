// The CDK app: `npx cdk synth`, or `node infra/app.ts` by itself (then into CDK_OUTDIR, cdk.out if not said).
// KLADKA_ONLY_SERVICE=<id> synthesizes the stack of that service alone, as the local stack does for a new definition.
import { assemble } from './assembly.ts';

const only = process.env.KLADKA_ONLY_SERVICE;
const app = await assemble({
  outdir: process.env.CDK_OUTDIR ?? 'cdk.out',
  ...(only ? { only } : {}),
});
app.synth();
