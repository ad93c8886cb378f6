import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundle, check, hash, liveOf } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import type { Scenario, Service, ServiceBundle } from '#core/definition/types.ts';
import { nameOf } from '#core/flow/position.ts';
import { everyState } from '#core/flow/states.ts';
import { type Personal, parted, verifyChain } from '../chain.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { climbing, type ServiceRuntime } from '../runtime.ts';
import { playScenario } from '../scenario.ts';
import { asOfficer } from '../small-service.testing.ts';
import type { Case, CaseEvent } from '../types.ts';
import { type Renames, renamedService } from './renamed.testing.ts';
import { laterSteps } from './scenarios.ts';

const live = liveOf(shipped);
const runtimeOf = (service: ServiceBundle): ServiceRuntime =>
  climbing({ bundle: service, hash: hash(service), live });

/** A service of the product as version 1, with its scenarios. */
const services = Object.keys(shipped.services).map((id) => {
  const scenarios = Object.entries(shipped.files)
    .filter(([file]) => file.startsWith(`services/${id}/scenarios/`))
    .map(([file, text]) => ({ file, scenario: JSON.parse(text) as Scenario }));
  return { id, first: runtimeOf(bundle(shipped, id, 1)), scenarios };
});

/** What may be called otherwise: states of the flow that are no ends of the case, branches, parties, answers; fields that no other is called as. */
function renamable({ flow, parties, roles, form, messages, grounds, data }: ServiceBundle): Renames {
  const other = (name: string) => `${name}Anew`;
  const states = everyState(flow).filter(({ path, state }) => path.includes('/') || state.type !== 'end');
  const taken = new Set([
    ...Object.keys({ ...roles, ...form.lookups, ...messages, ...grounds, ...data?.purposes, applicant: 1 }),
    ...outcomesAndActions(flow),
  ]);
  const names = [
    ...states.map(({ path }) => nameOf(path)),
    ...states.flatMap(({ state }) => ('as' in state && state.as ? [state.as] : [])),
    ...states.flatMap(({ state }) => (state.type === 'parallel' ? Object.keys(state.branches) : [])),
    ...Object.keys(parties),
  ].filter((name) => !taken.has(name));
  const all = JSON.stringify(form.schema).match(/"\w+":/g) ?? [];
  const top = Object.keys((form.schema as { properties?: object }).properties ?? {});
  const fields = top.filter((name) => all.filter((one) => one === `"${name}":`).length === 1);
  const renamed = (list: string[]) => Object.fromEntries(list.map((name) => [name, other(name)]));
  return { names: renamed(names), fields: renamed(fields) };
}

function outcomesAndActions(flow: ServiceBundle['flow']): string[] {
  return everyState(flow).flatMap(({ state }) => [
    ...(state.type === 'end' ? [state.outcome] : []),
    ...('actions' in state ? Object.keys(state.actions) : []),
  ]);
}

/** Always the same ones; in the thorough mode others, and more of them. */
const RUNS = process.env.MODE === 'thorough' ? { numRuns: 100 } : { numRuns: 12, seed: 7 };

const some = (of: { readonly [old: string]: string }, picks: readonly boolean[]) =>
  Object.fromEntries(Object.entries(of).filter((_, n) => picks[n % picks.length]));

const analyst = (agency: string) => asOfficer('o-analyst', 'analyst', agency);

/** A scenario played to its end, its case coming over to the next version before a step. */
function playedOver(first: ServiceRuntime, next: ServiceRuntime, scenario: Scenario, before: number) {
  const refusals: string[] = [];
  const played = playScenario(first, scenario, (step, kase, now, ids) => {
    if (step !== before || kase.outcome) return undefined;
    const given = { now, actor: analyst(first.bundle.agency), ids, next };
    const { events, refusal } = decide(
      first,
      kase,
      { type: 'migrate', to: next.hash, proposedBy: 'x' },
      given,
    );
    if (refusal)
      refusals.push(`${refusal.code} ${refusal.pointer ?? ''} ${JSON.stringify(refusal.fields ?? '')}`);
    const migrate = next.bundle.migrate;
    if (!events || !migrate) return undefined;
    return { events, service: next, scenario: laterSteps(scenario, migrate, first) };
  });
  return { ...played, refusals };
}

/** The log replays to the snapshot, its chain holds, nothing personal is left of it once the case is erased. */
function holdsTogether(service: ServiceRuntime, events: CaseEvent[], kase: Case | null) {
  expect(events.reduce<Case | null>(evolve, null)).toEqual(kase);
  const parts = events.map(parted);
  const data = new Map(
    parts.flatMap(({ event, personal }): [number, Personal][] => (personal ? [[event.seq, personal]] : [])),
  );
  const open = parts.map(({ event }) => event);
  expect(verifyChain(open, data)).toBeNull();
  if (!kase?.outcome?.retention) return;
  const ids = { uuid: () => '', reference: () => '', salt: () => 's' };
  const later = { now: kase.outcome.retention, ids };
  const expired = decide(service, kase, { type: 'expire' }, { ...later, actor: { kind: 'system', by: 'x' } });
  const over = (expired.events ?? []).reduce<Case | null>(evolve, kase);
  const { agency, office } = kase.office;
  const auditor = asOfficer('o-audit', 'admin', agency, office);
  const erased = decide(service, over, { type: 'erase', order: 'наказ 1' }, { ...later, actor: auditor });
  expect(erased.refusal).toBeUndefined();
  const bare = [
    ...open,
    ...[...(expired.events ?? []), ...(erased.events ?? [])].map((e) => parted(e).event),
  ];
  expect(verifyChain(bare, new Map())).toBeNull();
  const gone = bare.reduce<Case | null>(evolve, null);
  for (const value of personalIn(kase))
    expect([value, JSON.stringify(bare).includes(value), JSON.stringify(gone).includes(value)]).toEqual([
      value,
      false,
      false,
    ]);
}

/** Values that tell who someone is. */
const personalIn = ({ data }: Case): string[] =>
  Object.values(data.parties).flatMap(({ identity, identify }) =>
    [identity?.rnokpp, identity?.surname, identify?.rnokpp].filter((one) => one !== undefined),
  );

describe.each(services)('$id, with other names', ({ id, first, scenarios }) => {
  const all = renamable(first.bundle);

  it('is as sound as it was', () => {
    expect(Object.keys(all.names).length).toBeGreaterThan(10);
    expect(Object.keys(all.fields).length).toBeGreaterThan(3);
    const { version: _, ...service } = renamedService(first.bundle, all);
    const library = {
      ...shipped,
      services: { ...shipped.services, [id]: service as Service },
      published: { [id]: { 1: first.bundle } },
      // its scenarios are played below
      files: {},
    };
    const found = check(library, { kind: 'service', id });
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([]);
  });

  it('takes over every case wherever it stands, and it goes on to the outcome it would have had', () => {
    const renames = fc.record({
      names: fc.array(fc.boolean(), { minLength: 3, maxLength: 30 }),
      fields: fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }),
    });
    let over = 0;
    fc.assert(
      fc.property(renames, fc.nat(), fc.nat(), (picks, which, at) => {
        const { scenario } = scenarios[which % scenarios.length] ?? {};
        if (!scenario) return;
        const next = runtimeOf(
          renamedService(first.bundle, {
            names: some(all.names, picks.names),
            fields: some(all.fields, picks.fields),
          }),
        );
        const before = at % scenario.steps.length;
        const alone = playScenario(first, scenario);
        const played = playedOver(first, next, scenario, before);
        expect(played.refusals).toEqual([]);
        const { outcome, documents, records, messages, refused } = played;
        expect(refused).toBeUndefined();
        expect({ outcome, documents, records, messages }).toEqual({
          ...{ outcome: alone.outcome, documents: alone.documents, records: alone.records },
          messages: alone.messages,
        });
        if (played.case?.definition === next.hash) over += 1;
        holdsTogether(next, played.events, played.case);
      }),
      RUNS,
    );
    expect(over).toBeGreaterThan(0);
  }, 600_000);
});
