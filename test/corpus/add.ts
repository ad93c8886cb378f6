// Adds a case to the corpus, from a run of a scenario: `node test/corpus/add.ts NAME SERVICE SCENARIO [--go-on N] [--erase]`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Personal, parted } from '#core/case/chain.ts';
import { decide } from '#core/case/decide.ts';
import { evolve } from '#core/case/evolve.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { playScenario, type Scenario, type Taken } from '#core/case/scenario.ts';
import type { Actor, Case, CaseEvent, Command } from '#core/case/types.ts';
import { timersOf } from '#core/case/waiting.ts';
import { bundle, hash } from '#core/definition/index.ts';
import { statesOf } from '#core/flow/position.ts';
import { definitionOf, type Entry, idsFrom } from './entry.ts';
import { shippedLibrary } from './shipped.ts';

const USE = `node test/corpus/add.ts NAME SERVICE SCENARIO [--go-on N] [--erase]
  SERVICE   an id below service-definitions/services, or the hash of a definition of the corpus
  SCENARIO  a file of scenarios/*.json
  --go-on   how many of the last commands are left for whoever replays the case (4 if not said)
  --erase   goes on to the end of retention and erases the case before it is kept`;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'go-on': { type: 'string', default: '4' }, erase: { type: 'boolean', default: false } },
});
const [name, service, file] = positionals;
if (name === undefined || service === undefined || file === undefined) {
  console.error(USE);
  process.exit(2);
}

const folder = import.meta.dirname;
const runtime = runtimeOf(service);
const scenario = JSON.parse(readFileSync(resolve(file), 'utf8')) as Scenario;
const played = playScenario(runtime, scenario);
if (played.refused) throw new Error(`the scenario is refused: ${JSON.stringify(played.refused)}`);
const whole = values.erase ? erased(played.events, played.taken) : played;
const left = values.erase ? 0 : Number(values['go-on']);
const done = whole.taken.slice(0, whole.taken.length - left);
const until = done.at(-1)?.seq ?? 0;
const events = whole.events.filter(({ seq }) => seq <= until);
const snapshot = replayed(values.erase ? events.map((event) => parted(event).event) : events);
const last = replayed(whole.events);
const data = events.flatMap((event): [number, Personal][] => {
  const { personal } = parted(event);
  return personal && !values.erase ? [[event.seq, personal]] : [];
});
const entry: Entry = {
  about: scenario.title?.en ?? scenario.title?.uk ?? name,
  release: (JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8')) as { version: string }).version,
  definition: runtime.hash,
  events: events.map((event) => parted(event).event),
  data: Object.fromEntries(data),
  snapshot,
  goOn: whole.taken.slice(done.length).map(({ at, actor, command }) => ({ at, actor, command })),
  expect: {
    outcome: last.outcome?.outcome ?? null,
    states: statesOf(last.position),
    erased: last.erased !== undefined,
  },
};
const to = join(folder, 'entries', `${name}.json`);
if (existsSync(to)) throw new Error(`${name} stands in the corpus already; entries are never edited`);
writeFileSync(to, `${JSON.stringify(entry, null, 1)}\n`);
console.log(`${to}: ${events.length} events, ${entry.goOn.length} commands to go on with`);

function replayed(log: readonly CaseEvent[]): Case {
  const kase = log.reduce<Case | null>(evolve, null);
  if (!kase) throw new Error('nothing was submitted');
  return kase;
}

/** The definition as it runs; one that is new to the corpus is kept there. */
function runtimeOf(named: string): ServiceRuntime {
  if (existsSync(join(folder, 'definitions', `${named}.json`))) return definitionOf(named);
  const { library, published } = shippedLibrary(named);
  const made = published ?? bundle(library, named, 0);
  const { agencies, connectors, registries } = library;
  const live = { agencies, connectors, registries };
  const found = { bundle: made, hash: hash(made), live };
  writeFileSync(
    join(folder, 'definitions', `${found.hash}.json`),
    `${JSON.stringify({ bundle: made, live })}\n`,
  );
  return found;
}

/** The same case, kept as long as the law says and erased by an order. */
function erased(before: readonly CaseEvent[], taken: readonly Taken[]): { events: CaseEvent[]; taken: Taken[] } {
  const log = [...before];
  const ids = idsFrom(900_000);
  const did = [...taken];
  const give = (at: string, actor: Actor, command: Command) => {
    const decision = decide(runtime, replayed(log), command, { now: at, actor, ids });
    if (decision.refusal) throw new Error(decision.refusal.message.en);
    log.push(...decision.events);
    did.push({ at, actor, command, seq: log.length });
  };
  const kase = replayed(log);
  const timer = timersOf(kase).find(({ kind }) => kind === 'retention');
  if (!timer) throw new Error('nothing says how long this case is kept');
  give(timer.at, { kind: 'system', by: 'timers' }, { type: 'timerFired', ...timer });
  const { agency, office } = kase.office;
  const roles = Object.entries(runtime.live.agencies[agency]?.roles ?? {});
  const role = roles.find(([, { may }]) => may?.includes('audit'))?.[0] ?? '';
  const auditor: Actor = { kind: 'officer', appointment: { person: 'auditor', agency, office, role } };
  give(timer.at, auditor, { type: 'erase', order: 'Наказ 1' });
  return { events: log, taken: did };
}
