import type { Connector, Kind, Library, Problem, Registry, Service } from '../types.ts';
import { mistake } from './problem.ts';
import { References } from './reference.ts';
import { stateReferences } from './state-references.ts';

/** What names another definition, or a part of this one, names one that exists. */
export function checkReferences(library: Library, kind: Kind, definition: unknown): Problem[] {
  const found = new References(library);
  if (kind === 'service') serviceReferences(library, definition as Service, found);
  if (kind === 'connector') connectorReferences(library, definition as Connector, found);
  if (kind === 'registry') registryReferences(library, definition as Registry, found);
  return found.problems;
}

function connectorReferences(library: Library, connector: Connector, found: References): void {
  found.to('agency', connector.agency, library.agencies, '/agency');
  found.to('registry', connector.registry, library.registries, '/registry');
  for (const word of ['input', 'output'] as const) {
    if (connector[word]) found.part(library, connector[word], `/${word}`);
    for (const [name, operation] of Object.entries(connector.operations ?? {}))
      if (operation[word]) found.part(library, operation[word], `/operations/${name}/${word}`);
  }
}

function registryReferences(library: Library, registry: Registry, found: References): void {
  found.to('agency', registry.agency, library.agencies, '/agency');
  found.each('service', registry.writtenBy, library.services, '/writtenBy');
  for (const [n, version] of registry.versions.entries())
    found.part(library, version.schema, `/versions/${n}/schema`);
  for (const [n, reader] of (registry.readers.roles ?? []).entries()) {
    const agency = reader.agency ?? registry.agency;
    found.to('agency', agency, library.agencies, `/readers/roles/${n}/agency`);
    found.to('role', reader.role, library.agencies[agency]?.roles, `/readers/roles/${n}/role`);
  }
  for (const [n, reader] of (registry.readers.connectors ?? []).entries())
    found.to('connector', reader.connector, library.connectors, `/readers/connectors/${n}/connector`);
}

function serviceReferences(library: Library, service: Service, found: References): void {
  const { roles = {}, parties, startedBy } = service;
  found.to('agency', service.agency, library.agencies, '/agency');
  found.to('agency', service.data?.controller, library.agencies, '/data/controller');
  for (const [name, role] of Object.entries(roles)) {
    const agency = library.agencies[role.agency ?? service.agency];
    found.to('agency', role.agency, library.agencies, `/roles/${name}/agency`);
    if (!agency) continue;
    if (!Object.hasOwn(agency.roles, name)) {
      const holes = { agency: agency.id, name, known: Object.keys(agency.roles).join(', ') };
      found.problems.push(mistake('agencyHasNoRole', `/roles/${name}`, holes));
    }
    const offices = Object.fromEntries(agency.offices.map((o) => [o.id, o]));
    found.to('office', role.ifNoOffice, offices, `/roles/${name}/ifNoOffice`);
  }
  found.to('role', startedBy.counter?.role, roles, '/startedBy/counter/role');
  found.to('role', startedBy.officer?.role, roles, '/startedBy/officer/role');
  found.to('registry', startedBy.about?.registry, library.registries, '/startedBy/about/registry');
  const each = startedBy.schedule?.forEach;
  found.to('registry', each?.registry, library.registries, '/startedBy/schedule/forEach/registry');
  for (const [n, need] of (service.needs ?? []).entries())
    found.to('party', need.from, parties, `/needs/${n}/from`);
  for (const [name, lookup] of Object.entries(service.form.lookups ?? {})) {
    found.connector(library, lookup, `/form/lookups/${name}`, ['rest', 'xroad', 'registry']);
    found.described(library, lookup, `/form/lookups/${name}`);
    found.to('purpose', lookup.purpose, service.data?.purposes, `/form/lookups/${name}/purpose`);
  }
  papers(service, found);
  wholeTerm(service, found);
  afterwards(library, service, found);
  found.part(library, service.form.schema, '/form/schema');
  stateReferences(library, service, found);
}

function papers({ messages, documents, parties, roles }: Service, found: References): void {
  for (const [name, message] of Object.entries(messages ?? {})) {
    found.to('party or role', message.to, { ...parties, ...roles }, `/messages/${name}/to`);
    found.each('document', message.attach, documents, `/messages/${name}/attach`);
  }
  for (const [name, document] of Object.entries(documents ?? {}))
    found.to('role', document.sign, { agency: true, ...roles }, `/documents/${name}/sign`);
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

/** What may happen to a decided case. */
function afterwards(
  library: Library,
  { after, roles, documents, grounds }: Service,
  found: References,
): void {
  found.to('role', after?.correct?.by, roles, '/after/correct/by');
  found.to('document', after?.correct?.reissues, documents, '/after/correct/reissues');
  for (const word of ['revoke', 'reopen'] as const) {
    found.to('role', after?.[word]?.by, roles, `/after/${word}/by`);
    found.each('ground', after?.[word]?.grounds, grounds, `/after/${word}/grounds`);
  }
  found.to('service', after?.appeal?.service, library.services, '/after/appeal/service');
  found.to('service', after?.renew?.service, library.services, '/after/renew/service');
}
