import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { playScenario } from '#core/case/scenario.ts';
import { bundle, library } from '#core/definition/index.ts';
import { starter } from '#core/definition/starter.ts';
import { validate } from '#core/form/validate.ts';
import {
  acted,
  answered,
  begun,
  namesBefore,
  nextTimer,
  passed,
  type Run,
  scenarioOf,
  standInLookup,
  submitted,
} from './run.ts';
import { sampleData } from './sample.ts';

const folder = resolve(import.meta.dirname, '../../service-definitions');
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const { library: all } = library(files);
const { agencies, connectors, registries } = all;
const agency = agencies['kyiv-city'];
if (!agency) throw new Error('there is no agency');

function runtime(id: string): ServiceRuntime {
  const services = { ...all.services, blank: starter('blank', agency as never, 'registrar', 'Послуга') };
  return {
    bundle: bundle({ ...all, services }, id, 0),
    hash: 'trial',
    live: { agencies, connectors, registries },
  };
}
const NOW = '2026-03-02T09:00:00.000Z';
const placeOf = (run: Run, kind: string) => {
  const place = Object.values(run.kase?.places ?? {}).find((one) => one.kind === kind);
  if (!place) throw new Error(`nothing waits as ${kind}`);
  return place;
};

describe('a service is tried in the page', () => {
  it('sample data can be sent, of the shipped service too', () => {
    for (const id of ['blank', 'residence-registration']) {
      const service = runtime(id);
      const names = namesBefore({ service, now: NOW });
      const data = sampleData(service.bundle.form as never, names);
      const wrong = validate(service.bundle.form as never, data, names).filter(
        ({ code }) => !code.startsWith('rule'),
      );
      expect(wrong, id).toEqual([]);
    }
  });

  it('from the application to the outcome, as citizen and officer in turn', () => {
    const service = runtime('blank');
    let run = submitted(begun(service, NOW), { request: 'Прошу' });
    expect(run.refusal).toBeUndefined();
    run = acted(run, placeOf(run, 'task'), { action: 'approve' });
    expect(run.kase?.outcome?.outcome).toBe('granted');
    // and what was done can be kept as an example that plays to the same outcome
    expect(playScenario(service, scenarioOf(run)).outcome).toBe('granted');
  });

  it('what the core refuses is said, and nothing has happened', () => {
    const run = submitted(begun(runtime('blank'), NOW), { request: 'Прошу' });
    const refused = acted(run, placeOf(run, 'task'), { action: 'refuse' });
    expect(refused.refusal?.code).toBe('groundsNeeded');
    expect(refused.kase).toBe(run.kase);
  });

  it('the clock is moved to the next deadline, and what falls due happens', () => {
    let run = submitted(begun(runtime('blank'), NOW), { request: 'Прошу' });
    const timer = nextTimer(run);
    expect(timer?.kind).toBe('due');
    run = passed(run, timer?.at ?? '');
    expect(placeOf(run, 'task').overdue).toBe(true);
  });

  it('the shipped service answers as its connectors say', () => {
    const service = runtime('residence-registration');
    const names = namesBefore({ service, now: NOW });
    let run = submitted(begun(service, NOW), sampleData(service.bundle.form as never, names) as never);
    expect(run.refusal).toBeUndefined();
    for (let n = 0; n < 5 && Object.values(run.kase?.places ?? {}).some(({ kind }) => kind === 'ask'); n += 1)
      run = answered(run, placeOf(run, 'ask'));
    expect(run.refusal).toBeUndefined();
    expect(placeOf(run, 'task').state).toBe('review');
  });
});

it('a registry that the form asks is answered for by its stand-in, and the example keeps what it answered', () => {
  const run = begun(runtime('residence-registration'), '2026-03-02T08:00:00Z');
  expect(standInLookup(run, 'dwelling', { number: '2534187480000' })).toMatchObject({
    found: true,
    kind: 'flat',
  });
  expect(standInLookup(run, 'dwelling', { number: '0534187480000' })).toMatchObject({
    found: false,
    kind: null,
  });
  // this one does not answer
  expect(standInLookup(run, 'dwelling', { number: '9534187480000' })).toBeUndefined();
  const answers = { dwelling: { found: true, kind: 'flat' } };
  const names = namesBefore(run, answers);
  expect(names.dwelling).toMatchObject({ kind: 'flat' });
  const sent = submitted(run, sampleData(run.service.bundle.form as never, names) as never, answers);
  expect(sent.kase?.data.lookups).toEqual(answers);
  expect(scenarioOf(sent).lookups).toEqual(answers);
});
