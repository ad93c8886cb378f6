import type { Problem, Service } from '../types.ts';
import { statesOf } from '../walk.ts';
import { mistake } from './problem.ts';

/** Parties that act can be told apart; who is each of a list acts for an item of it. */
export function checkParties(service: Service): Problem[] {
  const problems: Problem[] = [];
  const told = new Set<string>();
  for (const { state, pointer } of statesOf(service.flow)) {
    const name = state.type === 'party' ? state.party : state.type === 'sign' ? state.by.party : undefined;
    const party = name === undefined ? undefined : service.parties[name];
    if (name === undefined || !party || name === 'applicant') continue;
    if (!party.identify && !told.has(name))
      problems.push(mistake('partyNotIdentified', `/parties/${name}`, { name }));
    told.add(name);
    const inEach = /\/states\/[^/]+\/flow\/states\//.test(pointer);
    if (party.each !== undefined && !inEach)
      problems.push(mistake('partyOutsideEach', pointer, { name, list: party.each }));
  }
  return problems;
}
