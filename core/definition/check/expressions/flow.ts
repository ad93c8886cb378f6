import { both, noFacts, scalar, type Type, typeOfSchema } from '#core/expression/types/index.ts';
import { pointerOf } from '../../place.ts';
import { recordOf, requiredIn, wholeSchema } from '../../scope/answers.ts';
import type { StatePlace } from '../../scope/places.ts';
import { changesForm } from '../../scope/reached.ts';
import type { JsonPatch, JsonSchema, Library, Service, State, Target } from '../../types.ts';
import { mistake } from '../problem.ts';
import { type Asking, type Sight, wantedOf } from './ask.ts';
import { askBlocks } from './blocks.ts';
import { askInput, askTaskForm, typeAt } from './form.ts';
import { askTexts } from './texts.ts';

const day = ['date', 'date and time', 'string'] as const;

/** The expressions of one state: what is absent there would stop the case. */
export function askState(asking: Asking, library: Library, service: Service, place: StatePlace): void {
  const { state, pointer } = place;
  const sight: Sight = { names: place.names, strict: true, facts: place.facts };
  // what was known of the form is known no longer once it may have been changed
  const left: Sight = changesForm(state) ? { ...sight, facts: noFacts } : sight;
  if ('overdue' in state && state.overdue?.to)
    askTarget(asking, state.overdue.to, `${pointer}/overdue/to`, sight);
  for (const word of ['next', 'failed', 'otherwise', 'declined', 'none', 'tooFew'] as const) {
    const target = (state as { [w in typeof word]?: Target })[word];
    if (target === undefined) continue;
    const came = word === 'next' || word === 'tooFew';
    const names = came ? place.after() : word === 'failed' ? { ...place.names, failure } : place.names;
    askTarget(asking, target, `${pointer}/${word}`, { ...left, names });
  }
  askOwn(asking, library, service, place, sight);
}

/** Why there is no answer: known to the conditions of `failed` alone. */
const failure: Type = { kind: 'context', fields: { code: scalar('string') } };

/** Conditions of a target: each is asked only where those before it failed. */
export function askTarget(asking: Asking, target: Target, at: string, sight: Sight): void {
  if (typeof target === 'string') return;
  let facts = sight.facts ?? noFacts;
  for (const [n, branch] of target.entries()) {
    if (branch.when === undefined) continue;
    const { no, always } = asking.condition(branch.when, `${at}/${n}/when`, { ...sight, facts });
    facts = both(facts, no);
    if (always === false)
      asking.problems.push(
        neverTaken(`${at}/${n}`, branch.when, always, [{ op: 'remove', path: `${at}/${n}` }]),
      );
    if (always !== true) continue;
    // all that follows goes, and what always holds needs no condition
    const later = target.slice(n + 1).map((_, m) => ({ op: 'remove', path: `${at}/${n + 1 + m}` }) as const);
    const mend = [...later.reverse(), { op: 'remove', path: `${at}/${n}/when` }] as const;
    if (later.length > 0) asking.problems.push(neverTaken(`${at}/${n + 1}`, branch.when, always, mend));
    return;
  }
}

const neverTaken = (pointer: string, what: string, always: boolean, mend: JsonPatch) =>
  mistake(
    'neverTaken',
    pointer,
    { what, always: { uk: always ? 'істинна' : 'хибна', en: String(always) } },
    mend,
  );

function askOwn(asking: Asking, library: Library, service: Service, place: StatePlace, sight: Sight): void {
  const { state, pointer: at } = place;
  switch (state.type) {
    case 'task':
    case 'party':
      askActing(asking, library, place, state, sight);
      break;
    case 'call':
      askInput(asking, library, { ...state, connector: state.connector }, at, sight);
      break;
    case 'parallel':
    case 'each':
      if (state.join.when !== undefined) asking.condition(state.join.when, `${at}/join/when`, sight);
      if (state.type !== 'each') break;
      {
        const { type } = asking.ask(state.of, `${at}/of`, sight, { kinds: ['list'] });
        const item: Type = type.kind === 'list' ? type.of : { kind: 'any' };
        asking.ask(state.key, `${at}/key`, { ...sight, names: { ...sight.names, [state.as]: item } }, keys);
      }
      break;
    case 'wait':
      if (state.until !== undefined) asking.ask(state.until, `${at}/until`, sight, { kinds: day });
      if (state.event)
        asking.condition(state.event.match, `${at}/event/match`, {
          ...sight,
          names: { ...sight.names, event: { kind: 'any' } },
        });
      break;
    case 'pay': {
      let facts = sight.facts ?? noFacts;
      for (const [n, exempt] of (state.exempt ?? []).entries()) {
        const { no } = asking.condition(exempt.when, `${at}/exempt/${n}/when`, { ...sight, facts });
        facts = both(facts, no);
      }
      asking.ask(state.amount, `${at}/amount`, { ...sight, facts }, { kinds: ['number'] });
      askTexts(asking, state.purpose, `${at}/purpose`, sight);
      break;
    }
    case 'issue':
      if (state.record) askRecord(asking, library, state.record, `${at}/record`, sight);
      break;
    case 'reserve':
      asking.condition(state.where, `${at}/where`, withRecord(library, state.registry, sight));
      break;
    case 'start':
      askStart(asking, library, state, at, sight);
      break;
    case 'collect':
      if (state.opens !== undefined) asking.ask(state.opens, `${at}/opens`, sight, { kinds: day });
      asking.ask(state.closes, `${at}/closes`, sight, { kinds: day });
      break;
    case 'publish':
      if (state.until !== undefined) asking.ask(state.until, `${at}/until`, sight, { kinds: day });
      askBlocks(asking, state.body, `${at}/body`, sight, service);
      break;
    case 'end':
      if (state.say) askTexts(asking, state.say, `${at}/say`, sight);
  }
}

const keys = { kinds: ['string', 'number'] } as const;

function askActing(
  asking: Asking,
  library: Library,
  place: StatePlace,
  state: Extract<State, { type: 'task' | 'party' }>,
  sight: Sight,
): void {
  for (const [name, action] of Object.entries(state.actions)) {
    const at = `${place.pointer}/actions/${name}`;
    const when = action.when === undefined ? undefined : asking.condition(action.when, `${at}/when`, sight);
    const known = changesForm(state) ? noFacts : both(sight.facts ?? noFacts, when?.yes ?? noFacts);
    const after: Sight = { ...sight, names: place.after(name), facts: known };
    askTarget(asking, action.to, `${at}/to`, after);
  }
  if (state.type === 'task')
    for (const [n, path] of (state.not ?? []).entries())
      asking.ask(path, `${place.pointer}/not/${n}`, { ...sight, strict: false });
  if (!state.form) return;
  const schema = wholeSchema(state.form.schema, library);
  const type = typeOfSchema(schema ?? {}, 'form').type;
  askTaskForm(asking, state.form, type, `${place.pointer}/form`, sight);
}

const withRecord = (library: Library, registry: string, sight: Sight): Sight => ({
  ...sight,
  names: { ...sight.names, record: recordOf(library, library.registries[registry]) },
});

type Change = NonNullable<Extract<State, { type: 'issue' }>['record']>;

/** What is written into a registry: the key, and data that its record may hold. */
function askRecord(asking: Asking, library: Library, record: Change, at: string, sight: Sight): void {
  asking.ask(record.key, `${at}/key`, sight, keys);
  const registry = library.registries[record.registry];
  const schema =
    registry && (wholeSchema(registry.versions.at(-1)?.schema, library) as JsonSchema | undefined);
  const type = schema ? typeOfSchema(schema, 'record').type : undefined;
  const known = type?.kind === 'context' && !type.open ? Object.keys(type.fields) : undefined;
  for (const [name, source] of Object.entries(record.data ?? {})) {
    const pointer = `${at}/data${pointerOf([name])}`;
    if (known && !known.includes(name))
      asking.add('unknownRecordField', pointer, { registry: record.registry, name, known: known.join(', ') });
    asking.ask(source, pointer, sight, wantedOf(typeAt(type, pointerOf([name]))));
  }
  if (record.do !== 'create') return;
  for (const name of requiredIn(schema))
    if (!Object.hasOwn(record.data ?? {}, name))
      asking.add('missingRecordField', `${at}/data`, { registry: record.registry, name });
}

function askStart(
  asking: Asking,
  library: Library,
  state: Extract<State, { type: 'start' }>,
  at: string,
  sight: Sight,
): void {
  for (const [name, one] of Object.entries(state.cases)) {
    const here = `${at}/cases/${name}`;
    const when = one.when === undefined ? undefined : asking.condition(one.when, `${here}/when`, sight);
    const inside = when ? { ...sight, facts: both(sight.facts ?? noFacts, when.yes) } : sight;
    const other = library.services[one.service];
    // where a service is known by its name alone, nothing is said of its fields
    const schema = other?.form && wholeSchema(other.form.schema, library);
    const form = schema ? typeOfSchema(schema, 'form').type : undefined;
    for (const [pointer, source] of Object.entries(one.form ?? {})) {
      const target = typeAt(form, pointer);
      const path = `${here}/form${pointerOf([pointer])}`;
      if (form && !target) asking.add('unknownField', path, { name: pointer });
      asking.ask(source, path, inside, wantedOf(target));
    }
  }
}
