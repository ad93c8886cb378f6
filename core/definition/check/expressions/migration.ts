import { typeOfSchema } from '#core/expression/types/index.ts';
import { pointerOf } from '../../place.ts';
import { wholeSchema } from '../../scope/answers.ts';
import { namesOfFlow } from '../../scope/results.ts';
import { scopesOf } from '../../scope/scopes.ts';
import type { Library, Migrate, Problem, Service } from '../../types.ts';
import { statesOf } from '../../walk.ts';
import { Asking, type Sight, wantedOf } from './ask.ts';
import { typeAt } from './form.ts';

/** Expressions of a migration see what the earlier version saw, wherever a case stands in it. */
export function askMigration(
  library: Library,
  migrate: Migrate,
  before: Service,
  service: Service,
): Problem[] {
  const scopes = scopesOf(library, before);
  const asking = new Asking(scopes.implications);
  const names = { ...scopes.case, ...namesOfFlow(library, before.flow.states, new Set()) };
  const sight: Sight = { names, strict: true };
  if (migrate.when !== undefined) asking.condition(migrate.when, '/migrate/when', sight);
  for (const [name, { fill }] of Object.entries(migrate.data ?? {})) {
    const form = name === 'form' ? service.form : formOf(service, name);
    const schema = form && wholeSchema(form.schema, library);
    const type = schema ? typeOfSchema(schema, 'form').type : undefined;
    for (const [pointer, source] of Object.entries(fill ?? {}))
      asking.ask(
        source,
        `/migrate/data/${name}/fill${pointerOf([pointer])}`,
        sight,
        wantedOf(typeAt(type, pointer)),
      );
  }
  return asking.problems;
}

function formOf(service: Service, name: string) {
  const state = statesOf(service.flow).find((one) => one.name === name)?.state;
  return state && 'form' in state ? state.form : undefined;
}
