import type { Library, Service, State } from '../types.ts';
import { remindersOf, statesOf } from '../walk.ts';
import { mistake } from './problem.ts';
import type { References } from './reference.ts';

/** What the states of a service name: messages, roles, parties, documents, grounds, connectors, registries, services. */
export function stateReferences(library: Library, service: Service, found: References): void {
  for (const { state, pointer } of statesOf(service.flow)) {
    common(library, service, state, pointer, found);
    own(library, service, state, pointer, found);
  }
}

function common(library: Library, service: Service, state: State, at: string, found: References): void {
  const { messages, roles, grounds } = service;
  found.each('message', state.notify, messages, `${at}/notify`);
  for (const [n, one] of remindersOf(state).entries())
    found.to('message', one.message, messages, `${at}/remind/${n}/message`);
  if ('overdue' in state) {
    found.to('role', state.overdue?.raise, roles, `${at}/overdue/raise`);
    found.each('message', state.overdue?.notify, messages, `${at}/overdue/notify`);
  }
  if (state.type !== 'task' && state.type !== 'party') return;
  for (const [name, action] of Object.entries(state.actions))
    found.each('ground', action.grounds, grounds, `${at}/actions/${name}/grounds`);
  if (state.form) found.part(library, state.form.schema, `${at}/form/schema`);
}

/** The connectors that can do what a kind of state asks. */
const kinds = {
  call: ['rest', 'xroad', 'registry'],
  pay: ['payment'],
  sign: ['sign'],
} as const;

function own(library: Library, service: Service, state: State, at: string, found: References): void {
  const { roles, parties, documents } = service;
  switch (state.type) {
    case 'task':
      found.to('role', state.role, roles, `${at}/role`);
      break;
    case 'party': {
      const pages = Object.fromEntries(service.form.pages.map((p) => [p.id, p]));
      found.to('party', state.party, parties, `${at}/party`);
      found.each('page', state.pages, pages, `${at}/pages`);
      break;
    }
    case 'call':
      found.connector(library, state, at, kinds.call);
      if (state.as !== undefined) found.described(library, state, `${at}/as`);
      found.to('purpose', state.purpose, service.data?.purposes, `${at}/purpose`);
      break;
    case 'wait':
      found.to('connector', state.event?.connector, library.connectors, `${at}/event/connector`);
      break;
    case 'pay':
      found.connector(library, state, at, kinds.pay);
      found.to('party', state.party, parties, `${at}/party`);
      break;
    case 'sign':
      if (state.connector !== undefined)
        found.connector(library, { connector: state.connector }, at, kinds.sign);
      found.to('party', state.by.party, parties, `${at}/by/party`);
      found.to('role', state.by.role, roles, `${at}/by/role`);
      found.to('document', state.what, { application: true, ...documents }, `${at}/what`);
      break;
    case 'issue':
      found.to('document', state.document, documents, `${at}/document`);
      if (state.record) writes(library, service, state.record, `${at}/record`, found);
      break;
    case 'reserve':
      found.to('registry', state.registry, library.registries, `${at}/registry`);
      if (library.registries[state.registry] && !library.registries[state.registry]?.capacity)
        found.problems.push(mistake('noCapacity', `${at}/registry`, { name: state.registry }));
      mayWrite(library, service, state.registry, `${at}/registry`, found);
      break;
    case 'start':
      for (const [name, one] of Object.entries(state.cases))
        starts(library, service, one, `${at}/cases/${name}`, found);
      break;
    case 'collect':
      found.to('service', state.service, library.services, `${at}/service`);
      break;
    default:
  }
}

type Change = NonNullable<Extract<State, { type: 'issue' }>['record']>;

/** A registry says who may write it. */
function writes(library: Library, service: Service, record: Change, at: string, found: References): void {
  found.to('registry', record.registry, library.registries, `${at}/registry`);
  mayWrite(library, service, record.registry, `${at}/registry`, found);
}

function mayWrite(library: Library, service: Service, name: string, at: string, found: References): void {
  const writers = library.registries[name]?.writtenBy;
  if (writers && !writers.includes(service.id))
    found.problems.push(mistake('mayNotWrite', at, { name, service: service.id }));
}

type Started = Extract<State, { type: 'start' }>['cases'][string];

/** A case of another service, its parties taken from those of this one. */
function starts(library: Library, service: Service, one: Started, at: string, found: References): void {
  found.to('service', one.service, library.services, `${at}/service`);
  const other = library.services[one.service];
  for (const [there, here] of Object.entries(one.parties ?? {})) {
    found.to('party', here, service.parties, `${at}/parties/${there}`);
    // elsewhere a service may be known by its name alone
    if (other?.parties) found.to('party', there, other.parties, `${at}/parties/${there}`);
  }
}
