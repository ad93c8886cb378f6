import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Stack } from 'aws-cdk-lib/core';
import { afterAll, expect, it } from 'vitest';
import { assemble } from './assembly.ts';
import { makeProject } from './fixtures/project.ts';

const root = makeProject();
const service = join(root, 'service-definitions/services/residence-registration');
mkdirSync(join(service, 'published'), { recursive: true });
cpSync(join(service, 'service.json'), join(service, 'published/1.json'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const inAccount = (name: string) =>
  assemble({ root, outdir: join(root, dirname(name), name), context: { stage: 'account' } });

it('the stacks for an account pass the rules of AwsSolutions and of CloudFormation', async () => {
  const app = await inAccount('clean.out');
  const { stacks } = app.synth();
  expect(stacks.map(({ stackName }) => stackName)).toEqual(
    expect.arrayContaining(['KladkaEdge', 'KladkaPlatform', 'KladkaService-residence-registration']),
  );
}, 60_000);

it('what breaks a rule without an acknowledged reason stops the synthesis', async () => {
  const app = await inAccount('broken.out');
  const platform = app.node.findChild('KladkaPlatform');
  if (platform instanceof Stack) new Bucket(platform, 'Careless');
  expect(() => app.synth()).toThrow();
}, 60_000);

it('an account gets only services of which something is published', async () => {
  rmSync(join(service, 'published'), { recursive: true });
  const app = await inAccount('unpublished.out');
  expect(app.node.tryFindChild('KladkaService-residence-registration')).toBeUndefined();
});
