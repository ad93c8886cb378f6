import { bundle, check, type Library, type Problem, type Service } from '#core/definition/index.ts';
import { prove } from '#core/flow/proof/index.ts';
import type { Proof } from '#core/flow/proof/types.ts';
import type { ServiceRuntime } from '../runtime.ts';
import { Draw } from './draw.testing.ts';
import { t } from './fields.testing.ts';
import { filled } from './fill.testing.ts';
import { Drawn } from './flow.testing.ts';
import { type Form, formOf } from './form.testing.ts';
import { after, messages, papers, parties, rolesOf, term } from './rest.testing.ts';
import type { Around } from './states.testing.ts';
import { world } from './world.testing.ts';

/** A generated service, ready to run, with what its form takes. Only tests import this. */
export type Generated = {
  service: Service;
  form: Form;
  runtime: ServiceRuntime;
  problems: readonly Problem[];
  proof: Proof;
};

const ID = 'generated';

/** A whole service from a tape of choices. @param isPlain only what a statechart library can express too */
export function generated(tape: readonly number[], isPlain = false): Generated {
  const draw = new Draw(tape);
  const form = formOf(draw);
  let names = 0;
  const around: Around = {
    draw,
    form,
    roles: draw.of([
      ['registrar', 'chief'],
      ['registrar', 'lawyer', 'chief'],
      ['registrar', 'expert', 'chief'],
    ]),
    grounds: ['noRight', 'outOfTime'].slice(0, draw.between(1, 2)),
    documents: ['certificate', 'extract'].slice(0, draw.between(1, 2)),
    messages: Object.keys(messages).filter((name) => name !== 'toOwner'),
    isCounter: draw.once(3),
    isPlain,
    fresh: (what) => `${what}${++names}`,
  };
  const flow = new Drawn(around, { fill: filled, depth: 2 }).flow();
  const ends = Object.entries(flow.states).flatMap(([name, state]) => (state.type === 'end' ? [name] : []));
  const service = {
    format: 1,
    id: ID,
    agency: 'city',
    title: t('Послуга', 'Service'),
    summary: t('Послуга', 'Service'),
    startedBy: { applicant: true, ...(around.isCounter ? { counter: { role: 'clerk' } } : {}) },
    parties: parties(draw),
    roles: rolesOf(around, flow),
    parameters: {
      fee: [
        { from: '2025-01-01', value: 90 },
        { from: '2026-04-01', value: 100 },
      ],
      limit: [{ from: '2025-01-01', value: draw.below(20) }],
    },
    grounds: Object.fromEntries(around.grounds.map((name) => [name, { title: t(name), act: 'Закон' }])),
    form: form.definition,
    flow,
    documents: papers(around),
    messages,
    ...after(around, flow),
    retention: {
      ...{ granted: 'P5Y', partly: 'P5Y', refused: 'P3Y', left: 'P1Y', withdrawn: 'P1Y', cancelled: 'P1Y' },
      draft: 'P30D',
    },
  } as unknown as Service;
  if (!isPlain && draw.once(2)) service.decideWithin = term(around, flow, ends);
  return whole(service, form);
}

/** The service as it runs, checked and proved; a term in law that the longest path would exceed is made as long as that. */
function whole(service: Service, form: Form): Generated {
  const library: Library = { ...world, services: { ...world.services, [ID]: service } };
  const { agencies, connectors, registries } = world;
  const live = { agencies, connectors, registries };
  const problems = check(library, { kind: 'service', id: ID });
  const runtime = { bundle: bundle(library, ID, 0), hash: 'a'.repeat(64), live };
  const proof = prove(runtime);
  const { longest } = proof;
  const { decideWithin: term, ...rest } = service;
  if (!term || !longest || longest.length <= longest.limit)
    return { service, form, runtime, problems, proof };
  const most = longest.unit === 'workingDays' ? 1000 : 10_000;
  const length = Math.ceil(longest.length);
  return whole(
    length > most ? rest : { ...service, decideWithin: { ...term, [longest.unit]: length } },
    form,
  );
}
