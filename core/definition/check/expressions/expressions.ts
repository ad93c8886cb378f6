import { statePlaces } from '../../scope/places.ts';
import { namesOfFlow } from '../../scope/results.ts';
import { type Scopes, scopesOf } from '../../scope/scopes.ts';
import type { Library, Problem, Service } from '../../types.ts';
import { Asking } from './ask.ts';
import { askState, askTarget } from './flow.ts';
import { askForm } from './form.ts';
import { askPapers } from './papers.ts';
import { askPeople } from './people.ts';
import { askSchedule } from './schedule.ts';

/**
 * Every expression of a service, looked through where it stands: that it can be read, keeps to its bounds, uses names and fields that
 * exist there, gives what is needed there, and (where the case would stop) that nothing it leans on may be absent.
 */
export function checkExpressions(library: Library, service: Service): Problem[] {
  const scopes = scopesOf(library, service);
  const asking = new Asking(scopes.implications);
  askService(asking, library, service, scopes);
  return asking.problems;
}

/** Asks of every expression of a service, each where it stands. */
export function askService(asking: Asking, library: Library, service: Service, scopes: Scopes): void {
  const places = statePlaces(library, service, scopes);
  askPeople(asking, library, service, scopes, places);
  askSchedule(asking, library, service);
  askForm(asking, library, service.form, scopes.draft);
  for (const place of places) askState(asking, library, service, place);
  const anywhere = { ...scopes.case, ...namesOfFlow(library, service.flow.states, new Set()) };
  const silent = service.decideWithin?.overdue.to;
  if (silent) askTarget(asking, silent, '/decideWithin/overdue/to', { names: anywhere, strict: true });
  askPapers(asking, service, places, anywhere);
}
