import { load } from '../library.ts';
import type { Flow, Library, Problem, Scenario, ScenarioStep, Service, State } from '../types.ts';
import { mistake } from './problem.ts';
import { References } from './reference.ts';
import { shape } from './shape.ts';

const PLACE = /^services\/([^/]+)\/scenarios\/[^/]+\.json$/;

/** Mistakes of the scenarios of all services (of one, where only it is asked for), by file: shape, and what they name. */
export function checkScenarios(library: Library, only?: string): { file: string; found: Problem[] }[] {
  return Object.entries(library.files).flatMap(([file, text]) => {
    const [, id] = PLACE.exec(file) ?? [];
    if (id === undefined || (only !== undefined && id !== only)) return [];
    const unread: Problem[] = [];
    const scenario = load(file, text, unread);
    // what is no JSON, or no object, the library has told
    if (unread.length > 0 || typeof scenario !== 'object' || scenario === null || Array.isArray(scenario))
      return [];
    const found = shape('scenario', scenario);
    const service = library.services[id];
    if (found.length > 0 || service === undefined || shape('service', service).length > 0)
      return [{ file, found }];
    return [{ file, found: named(library, service, scenario as Scenario) }];
  });
}

/** What a scenario names is there: roles and parties, states and their actions, what it expects. */
function named(library: Library, service: Service, scenario: Scenario): Problem[] {
  const found = new References(library);
  for (const [n, step] of scenario.steps.entries()) stepNames(library, service, step, `/steps/${n}`, found);
  const { outcome, documents, records, messages } = scenario.expect ?? {};
  const ends = Object.values(service.flow.states).flatMap((s) => (s.type === 'end' ? [s.outcome] : []));
  // withdrawn: where no end is of that kind, the applicant may withdraw all the same
  const outcomes = Object.fromEntries([...ends, 'withdrawn'].map((one) => [one, true]));
  found.to('outcome', outcome, outcomes, '/expect/outcome');
  found.each('document', documents, service.documents, '/expect/documents');
  found.each('registry', records, library.registries, '/expect/records');
  found.each('message', messages, service.messages, '/expect/messages');
  return found.problems;
}

function stepNames(library: Library, service: Service, step: ScenarioStep, at: string, found: References) {
  if ('tells' in step) found.to('connector', step.tells, library.connectors, `${at}/tells`);
  if ('as' in step) found.to('party or role', step.as, { ...service.parties, ...service.roles }, `${at}/as`);
  if ('answer' in step) stateOf(service.flow, step.answer, `${at}/answer`, found);
  if (!('at' in step)) return;
  const state = stateOf(service.flow, step.at, `${at}/at`, found);
  if (state?.type === 'task' || state?.type === 'party')
    found.to('action', step.act, state.actions, `${at}/act`);
  found.each('ground', step.grounds, service.grounds, `${at}/grounds`);
}

/** The state at a path: `approval/head/decide` in a branch, `consents/1/ask` of an item. */
function stateOf(top: Flow, path: string, pointer: string, found: References): State | undefined {
  const steps = path.split('/');
  let flow: Flow = top;
  for (let n = 0; ; n += 2) {
    const name = steps[n] ?? '';
    const state = Object.hasOwn(flow.states, name) ? flow.states[name] : undefined;
    if (state && n === steps.length - 1) return state;
    const inside = steps[n + 1] ?? '';
    const next =
      state?.type === 'each' ? state.flow : state?.type === 'parallel' ? state.branches[inside] : undefined;
    if (next) flow = next;
    else {
      const known = Object.keys(state?.type === 'parallel' ? state.branches : flow.states).join(', ');
      const missing = state?.type === 'parallel' ? inside : name;
      found.problems.push(mistake('unknownState', pointer, { name: missing, known }));
      return undefined;
    }
  }
}
