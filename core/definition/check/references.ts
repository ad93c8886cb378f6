import { inline, PartError } from '../inline.ts';
import type { Kind, Library, Problem, Registry, Service, State } from '../types.ts';
import { flowsOf } from '../walk.ts';
import { mistake } from './problem.ts';

type Names = { [name: string]: unknown } | undefined;

/** Collects what names something that does not exist. */
class References {
  readonly problems: Problem[] = [];

  to(kind: string, name: string | undefined, among: Names, pointer: string): void {
    if (name === undefined || (among && Object.hasOwn(among, name))) return;
    const known = Object.keys(among ?? {});
    this.problems.push(mistake('unknownReference', pointer, { kind, name, known: known.join(', ') || '—' }));
  }

  each(kind: string, list: readonly string[] | undefined, among: Names, pointer: string): void {
    for (const [n, name] of (list ?? []).entries()) this.to(kind, name, among, `${pointer}/${n}`);
  }
}

/** What names another definition, or a part of this one, names one that exists. */
export function checkReferences(library: Library, kind: Kind, definition: unknown): Problem[] {
  const found = new References();
  if (kind === 'service') serviceReferences(library, definition as Service, found);
  if (kind === 'connector') {
    const { agency, registry } = definition as { agency?: string; registry?: string };
    found.to('agency', agency, library.agencies, '/agency');
    found.to('registry', registry, library.registries, '/registry');
  }
  if (kind === 'registry') registryReferences(library, definition as Registry, found);
  return found.problems;
}

function registryReferences(library: Library, registry: Registry, found: References): void {
  found.to('agency', registry.agency, library.agencies, '/agency');
  found.each('service', registry.writtenBy, library.services, '/writtenBy');
  for (const [n, reader] of (registry.readers.roles ?? []).entries()) {
    const agency = reader.agency ?? registry.agency;
    found.to('agency', agency, library.agencies, `/readers/roles/${n}/agency`);
    found.to('role', reader.role, library.agencies[agency]?.roles, `/readers/roles/${n}/role`);
  }
  for (const [n, reader] of (registry.readers.connectors ?? []).entries())
    found.to('connector', reader.connector, library.connectors, `/readers/connectors/${n}/connector`);
}

function serviceReferences(library: Library, service: Service, found: References): void {
  const { roles = {}, messages, grounds } = service;
  found.to('agency', service.agency, library.agencies, '/agency');
  found.to('agency', service.data?.controller, library.agencies, '/data/controller');
  for (const [name, role] of Object.entries(roles)) {
    const agency = library.agencies[role.agency ?? service.agency];
    found.to('agency', role.agency, library.agencies, `/roles/${name}/agency`);
    if (!agency) continue;
    found.to('role', name, agency.roles, `/roles/${name}`);
    const offices = Object.fromEntries(agency.offices.map((o) => [o.id, o]));
    found.to('office', role.ifNoOffice, offices, `/roles/${name}/ifNoOffice`);
  }
  found.to('role', service.startedBy.counter?.role, roles, '/startedBy/counter/role');
  found.to('role', service.startedBy.officer?.role, roles, '/startedBy/officer/role');
  found.to('registry', service.startedBy.about?.registry, library.registries, '/startedBy/about/registry');
  found.to(
    'registry',
    service.startedBy.schedule?.forEach?.registry,
    library.registries,
    '/startedBy/schedule/forEach/registry',
  );
  for (const [name, lookup] of Object.entries(service.form.lookups ?? {})) {
    connector(library, lookup, `/form/lookups/${name}`, found);
    found.to('purpose', lookup.purpose, service.data?.purposes, `/form/lookups/${name}/purpose`);
  }
  for (const [name, message] of Object.entries(messages ?? {})) {
    found.to('party or role', message.to, { ...service.parties, ...roles }, `/messages/${name}/to`);
    found.each('document', message.attach, service.documents, `/messages/${name}/attach`);
  }
  for (const [name, document] of Object.entries(service.documents ?? {}))
    if (document.sign !== undefined)
      found.to('role', document.sign, { agency: true, ...roles }, `/documents/${name}/sign`);
  wholeTerm(service, found);
  const { after } = service;
  found.to('role', after?.correct?.by, roles, '/after/correct/by');
  found.to('document', after?.correct?.reissues, service.documents, '/after/correct/reissues');
  for (const word of ['revoke', 'reopen'] as const) {
    found.to('role', after?.[word]?.by, roles, `/after/${word}/by`);
    found.each('ground', after?.[word]?.grounds, grounds, `/after/${word}/grounds`);
  }
  part(library, service.form.schema, '/form/schema', found);
  for (const { flow, pointer } of flowsOf(service.flow))
    for (const [name, state] of Object.entries(flow.states))
      stateReferences(library, service, state, `${pointer}/states/${name}`, found);
}

function wholeTerm(service: Service, found: References): void {
  const { decideWithin: term, roles, messages } = service;
  const states = service.flow.states;
  found.to('state', term?.from, { submitted: true, registered: true, ...states }, '/decideWithin/from');
  found.each('state', term?.until, states, '/decideWithin/until');
  found.each('state', term?.pausedIn, states, '/decideWithin/pausedIn');
  found.to('role', term?.extend?.by, roles, '/decideWithin/extend/by');
  found.to('message', term?.extend?.message, messages, '/decideWithin/extend/message');
  found.to('role', term?.overdue.raise, roles, '/decideWithin/overdue/raise');
  found.each('message', term?.overdue.notify, messages, '/decideWithin/overdue/notify');
}

function connector(
  library: Library,
  use: { connector: string; operation?: string },
  at: string,
  found: References,
): void {
  found.to('connector', use.connector, library.connectors, `${at}/connector`);
  const definition = library.connectors[use.connector];
  if (definition) found.to('operation', use.operation, definition.operations, `${at}/operation`);
}

function part(library: Library, schema: unknown, at: string, found: References): void {
  try {
    inline(schema, library, []);
  } catch (error) {
    if (!(error instanceof PartError)) throw error;
    found.problems.push(
      mistake(error.code, at, { name: error.part, known: Object.keys(library.parts).join(', ') }),
    );
  }
}

function stateReferences(
  library: Library,
  service: Service,
  state: State,
  at: string,
  found: References,
): void {
  const { messages, roles, parties, documents, grounds } = service;
  found.each('message', state.notify, messages, `${at}/notify`);
  if ('remind' in state)
    for (const [n, one] of (state.remind ?? []).entries())
      found.to('message', one.message, messages, `${at}/remind/${n}/message`);
  if ('overdue' in state) {
    found.to('role', state.overdue?.raise, roles, `${at}/overdue/raise`);
    found.each('message', state.overdue?.notify, messages, `${at}/overdue/notify`);
  }
  if ('connector' in state && state.connector !== undefined)
    connector(library, { ...state, connector: state.connector }, at, found);
  if (state.type === 'task' || state.type === 'party') {
    for (const [name, action] of Object.entries(state.actions))
      found.each('ground', action.grounds, grounds, `${at}/actions/${name}/grounds`);
    if (state.form) part(library, state.form.schema, `${at}/form/schema`, found);
  }
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
      found.to('purpose', state.purpose, service.data?.purposes, `${at}/purpose`);
      break;
    case 'wait':
      found.to('connector', state.event?.connector, library.connectors, `${at}/event/connector`);
      break;
    case 'pay':
      found.to('party', state.party, parties, `${at}/party`);
      break;
    case 'sign':
      found.to('party', state.by.party, parties, `${at}/by/party`);
      found.to('role', state.by.role, roles, `${at}/by/role`);
      found.to('document', state.what, { application: true, ...documents }, `${at}/what`);
      break;
    case 'issue':
      found.to('document', state.document, documents, `${at}/document`);
      found.to('registry', state.record?.registry, library.registries, `${at}/record/registry`);
      break;
    case 'reserve':
      found.to('registry', state.registry, library.registries, `${at}/registry`);
      break;
    case 'start':
      for (const [name, one] of Object.entries(state.cases))
        found.to('service', one.service, library.services, `${at}/cases/${name}/service`);
      break;
    case 'collect':
      found.to('service', state.service, library.services, `${at}/service`);
      break;
    default:
  }
}
