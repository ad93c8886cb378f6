import type { Flow, Live, ServiceBundle, State } from '#core/definition/index.ts';
import { prove } from './prove.ts';

// A service of a few states, and what is found wrong with it: only tests import this

const text = { uk: 'т', en: 't' };
export const end = (outcome: string, kind = 'granted') => ({ type: 'end', outcome, kind }) as State;
export const task = (actions: { [action: string]: string }, more: object = {}) =>
  ({
    type: 'task',
    role: 'r',
    due: 'P1D',
    overdue: { raise: 'r' },
    actions: Object.fromEntries(Object.entries(actions).map(([name, to]) => [name, { to }])),
    ...more,
  }) as State;

/** The proof of a service that begins in the first of these states; `most` positions are looked at. */
export function proofOf(states: Flow['states'], more: object = {}, live: object = {}, most?: number) {
  const bundle = {
    id: 'small',
    agency: 'a',
    startedBy: { applicant: true },
    parties: { applicant: {}, other: {} },
    roles: { r: { title: text, sees: [] } },
    form: { schema: {}, pages: [] },
    flow: { initial: Object.keys(states)[0] ?? '', states },
    retention: {},
    ...more,
  } as unknown as ServiceBundle;
  return prove({ bundle, live: { connectors: {}, agencies: {}, registries: {}, ...live } as Live }, most);
}

/** What is wrong with it: codes and where. */
export const proved = (states: Flow['states'], more: object = {}, live: object = {}): string[] =>
  proofOf(states, more, live).failures.map((f) => `${f.code} ${f.at}`);

/** What is wrong with it, whole. */
export const failuresOf = (states: Flow['states'], more: object = {}) => proofOf(states, more).failures;
