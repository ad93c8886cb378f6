import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { afterAll, describe, expect, it } from 'vitest';
import type { CompiledService } from '../definitions.ts';
import { readSettings } from '../settings.ts';
import { ServiceStack } from './service.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template is data of any shape, and only read here
type Data = any;

const root = mkdtempSync(join(tmpdir(), 'kladka-service-stack-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
for (const folder of ['applicant', 'officer', 'worker', 'layer']) {
  mkdirSync(join(root, folder));
  writeFileSync(join(root, folder, 'index.mjs'), '');
}
const file = join(root, 'layer', 'index.mjs');

/** What the stack of a service makes, by type. */
function made(more: Partial<CompiledService>): (type: string) => Data[] {
  const app = new App();
  const service: CompiledService = {
    ...{ id: 'permits', hash: 'h', layer: join(root, 'layer'), file, lookups: [] },
    ...more,
  };
  new ServiceStack(app, 'Service', { settings: readSettings(app, 'local'), service, bundles: root });
  const { Resources } = app.synth().getStackByName('Service').template as { Resources: Record<string, Data> };
  return (type) => Object.values(Resources).filter((one) => one.Type === type);
}

describe('a service that the calendar begins cases of', () => {
  const of = made({ schedule: { expression: 'cron(0 6 1 * ? *)', registry: 'licences' } });

  it('is told the time by its queue, by the clocks of Kyiv', () => {
    const [schedule] = of('AWS::Scheduler::Schedule');
    expect(schedule.Properties).toMatchObject({
      ScheduleExpression: 'cron(0 6 1 * ? *)',
      ScheduleExpressionTimezone: 'Europe/Kyiv',
    });
    expect(JSON.stringify(schedule.Properties.Target.Arn)).toContain('WorkQueue');
    expect(JSON.parse(schedule.Properties.Target.Input)).toMatchObject({
      command: { type: 'calendar', at: '<aws.scheduler.scheduled-time>' },
    });
  });

  it('reads the records of that registry and of no other, by its worker alone, and writes none', () => {
    const reading = of('AWS::IAM::Role').filter((role) => JSON.stringify(role).includes('licences'));
    expect(reading).toHaveLength(1);
    const statements = reading[0].Properties.Policies.flatMap((one: Data) => one.PolicyDocument.Statement);
    const about = statements.filter((one: Data) => JSON.stringify(one).includes('licences'));
    expect(about.map((one: Data) => [one.Action, one.Condition])).toEqual([
      ['dynamodb:GetItem', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['licences#*'] } }],
      ['dynamodb:Query', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['licences'] } }],
    ]);
  });

  it('has neither clock nor registry where its definition has no schedule', () => {
    const plain = made({});
    expect(plain('AWS::Scheduler::Schedule')).toEqual([]);
    expect(JSON.stringify(plain('AWS::IAM::Role'))).not.toContain('registries');
  });
});
