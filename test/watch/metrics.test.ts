import { globSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '#functions/watch/metrics.ts';
import { assemble } from '#infra/assembly.ts';
import { makeProject } from '#infra/fixtures/project.ts';

/** A metric that something watches, and what it is counted by. */
type Watched = { namespace: string; name: string; by: string[]; where: string };
type Resource = { Type: string; Properties: { [name: string]: unknown } };
type Stat = { Namespace?: string; MetricName?: string; Dimensions?: { Name: string }[] };

const house = resolve(import.meta.dirname, '../..');
const root = makeProject();
let watched: Watched[];

const ofStat = ({ Namespace = '', MetricName = '', Dimensions = [] }: Stat, where: string): Watched => ({
  namespace: Namespace,
  name: MetricName,
  by: Dimensions.map(({ Name }) => Name),
  where,
});

function ofAlarm([id, { Properties }]: [string, Resource]): Watched[] {
  const { Metrics, ...single } = Properties as Stat & { Metrics?: { MetricStat?: { Metric: Stat } }[] };
  if (!Metrics) return [ofStat(single, id)];
  return Metrics.flatMap(({ MetricStat }) => (MetricStat ? [ofStat(MetricStat.Metric, id)] : []));
}

/** The text of a property whose references stand for something that is not known yet. */
const plain = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : ((value as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1] ?? [])
        .map((part) => (typeof part === 'string' ? part : 'x'))
        .join('');

function ofDashboard([id, { Properties }]: [string, Resource]): Watched[] {
  const body = JSON.parse(plain(Properties.DashboardBody)) as {
    widgets: { properties: { metrics?: (string | { expression?: string })[][] } }[];
  };
  return body.widgets
    .flatMap(({ properties }) => properties.metrics ?? [])
    .flatMap((line) => {
      const [namespace, name, ...rest] = line;
      if (typeof namespace === 'string')
        return [{ namespace, name: String(name), by: names(rest), where: id }];
      const found = /SEARCH\('\{(\w+),(\w+)\} MetricName="(\w+)"/.exec(namespace?.expression ?? '');
      return found
        ? [{ namespace: found[1] ?? '', name: found[3] ?? '', by: [found[2] ?? ''], where: id }]
        : [];
    });
}
/** Dimensions stand in pairs of name and value, before what says how to draw. */
const names = (rest: unknown[]) =>
  rest.filter((part): part is string => typeof part === 'string').filter((_, n) => n % 2 === 0);

beforeAll(async () => {
  const app = await assemble({ root, outdir: join(root, 'cdk.out'), context: { stage: 'local' } });
  const resources = app
    .synth()
    .stacks.flatMap(({ template }) => Object.entries(template.Resources as { [id: string]: Resource }));
  const of = (type: string) => resources.filter(([, { Type }]) => Type === type);
  watched = [
    ...of('AWS::CloudWatch::Alarm').flatMap(ofAlarm),
    ...of('AWS::CloudWatch::Dashboard').flatMap(ofDashboard),
  ];
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('what alarms and the dashboard watch', () => {
  it('is measured by AWS or counted by a function of ours, by what it is looked for', () => {
    expect(watched.length).toBeGreaterThan(30);
    for (const { namespace, name, by, where } of watched) {
      if (namespace.startsWith('AWS/')) continue;
      expect(namespace, where).toBe('Kladka');
      const counted = (metrics as { [name: string]: { by: readonly (readonly string[])[] } })[name];
      expect(counted, `${where} watches ${name}`).toBeDefined();
      expect(counted?.by, `${where} watches ${name}`).toContainEqual(by);
    }
  });

  it('is emitted somewhere, each metric that we have a name for', () => {
    const sources = globSync('functions/**/*.ts', { cwd: house })
      .filter((file) => !/\.(test|testing)\.ts$|watch\/metrics\.ts$/.test(file))
      .map((file) => readFileSync(join(house, file), 'utf8'));
    for (const name of Object.keys(metrics))
      expect(
        sources.some((source) => new RegExp(`\\b${name}: `).test(source)),
        `nobody emits ${name}`,
      ).toBe(true);
  });

  it('leaves out nothing that functions count', () => {
    const own = new Set(watched.filter(({ namespace }) => namespace === 'Kladka').map(({ name }) => name));
    expect([...own].sort()).toEqual(Object.keys(metrics).sort());
  });
});
