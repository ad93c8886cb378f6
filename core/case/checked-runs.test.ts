import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundle, check, library, type Service } from '#core/definition/index.ts';
import type { ServiceRuntime } from './runtime.ts';
import { playScenario, type Scenario } from './scenario.ts';

/**
 * A definition that passes the check does not stop a case: the product's services are changed at random, in their expressions and
 * elsewhere, and those that pass are played through every scenario. Nothing may be a fault of the definition, nothing may be thrown.
 */
const root = resolve(import.meta.dirname, '../../service-definitions');
const files = Object.fromEntries(
  (readdirSync(root, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(resolve(root, file), 'utf8')]),
);
const known = library(files).library;
const { agencies, connectors, registries } = known;
const id = 'residence-registration';
const scenarios = Object.entries(files)
  .filter(([file]) => file.startsWith(`services/${id}/scenarios/`))
  .map(([, text]) => JSON.parse(text) as Scenario);

type Place = { holder: { [key: string]: unknown }; key: string };

/** Every place of a value, lists and groups included. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { holder: value as Place['holder'], key },
    ...placesIn(inner),
  ]);
}

const words = ['form', 'flow', 'documents', 'messages', 'parties', 'roles', 'needs'] as const;
/** Texts that people read and schemas are left alone: they are not what a case runs on. */
const isRun = ({ holder, key }: Place): boolean =>
  typeof holder[key] === 'string' && !['uk', 'en', '$ref', 'type', 'format', 'pattern'].includes(key);

const pieces = [
  ...[
    'form.person.name',
    'form.person.rnokpp',
    'form.owners',
    'form.children',
    'form.lease.until',
    'form.whose',
    'form.fee',
  ],
  ...[
    'today',
    'now',
    'case.reference',
    'case.enteredBy',
    'identity.age',
    'applicant.surname',
    'parameters.minimumWage',
  ],
  ...[
    'review.reason',
    'review.by',
    'parentConsent.action',
    'rights.kind',
    'population.found',
    'dwelling.kind',
    'outcomes.consents',
  ],
  ...[
    'null',
    'true',
    '1',
    '"self"',
    '[]',
    'resident.surname',
    'owner.email',
    'office.index',
    'form.previousAddress.address',
  ],
];
const around = [
  '$',
  'string($)',
  'count($)',
  'not($)',
  '$ != null',
  '$ + 1',
  '$ = "self"',
  'if $ then 1 else 2',
  '[$]',
  'upper case($)',
  'date($)',
];

type Change = { place: number; how: string; other: number; piece: string; frame: string };
const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(),
  how: fc.constantFrom('swap', 'piece', 'around', 'drop', 'copy'),
  other: fc.nat(),
  piece: fc.constantFrom(...pieces),
  frame: fc.constantFrom(...around),
});

/** The service with one thing changed at random. */
function withChange(service: Service, { place, how, other, piece, frame }: Change): void {
  const whole = service as unknown as { [word: string]: unknown };
  const all = words.flatMap((word) => placesIn(whole[word])).filter(isRun);
  const [one, two] = [all[place % all.length], all[other % all.length]];
  if (!one || !two) return;
  const before = String(one.holder[one.key]);
  if (how === 'swap') one.holder[one.key] = before.replace(/\b[a-z]\w*(\.\w+)+\b/, piece);
  if (how === 'piece') one.holder[one.key] = piece;
  if (how === 'around') one.holder[one.key] = frame.replace('$', () => before);
  if (how === 'drop') delete one.holder[one.key];
  if (how === 'copy') one.holder[one.key] = two.holder[two.key];
}

/** What the scenarios of the product find wrong with a definition. */
function faultsOf(runtime: ServiceRuntime): string[] {
  return scenarios.flatMap((scenario) => {
    const { refused } = playScenario(runtime, scenario);
    return refused?.refusal.code === 'definitionFault' ? [String(refused.refusal.message.en)] : [];
  });
}

const mutants = process.env.KLADKA_MUTANTS;

it('what passes the check is played without a fault', () => {
  let played = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
      const service = structuredClone(known.services[id]) as Service;
      for (const one of changes) withChange(service, one);
      const changed = { ...known, services: { ...known.services, [id]: service } };
      if (check(changed, { kind: 'service', id }).some((p) => p.severity === 'mistake')) return;
      played += 1;
      const live = { agencies, connectors, registries };
      const runtime = { bundle: bundle(changed, id, 0), hash: 'a'.repeat(64), live };
      expect(faultsOf(runtime as unknown as ServiceRuntime)).toEqual([]);
    }),
    // always the same ones; KLADKA_MUTANTS=5000 draws others and looks further
    mutants === undefined ? { numRuns: 120, seed: 1 } : { numRuns: Number(mutants), endOnFailure: true },
  );
  expect(played).toBeGreaterThan(5);
}, 3_600_000);
