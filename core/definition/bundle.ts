import { type Found, inline, merged, uiAt } from './inline.ts';
import type { Flow, JsonSchema, Library, ServiceBundle, State, Texts, UiSchema } from './types.ts';

/** Something with fields: the form of a service, what is entered in a task. */
type Fields = { schema: JsonSchema; ui?: UiSchema; texts?: Texts };

/** A service that is not in the library. */
export class UnknownService extends Error {
  readonly code = 'unknownService';
  constructor(id: string) {
    super(`there is no service ${id}`);
    this.name = 'UnknownService';
  }
}

/**
 * A service as it is published: every $ref to a part replaced by the part, its ui and texts merged in at the right place, the form's own
 * overriding them; nothing of the library is changed.
 * @param version 0 for a working copy
 * @throws UnknownService, PartError (check tells both beforehand)
 */
export function bundle(
  library: Pick<Library, 'services' | 'parts'>,
  id: string,
  version: number,
): ServiceBundle {
  const service = Object.hasOwn(library.services, id) ? library.services[id] : undefined;
  if (!service) throw new UnknownService(id);
  const { $schema: _, ...rest } = structuredClone(service);
  return { ...rest, form: whole(rest.form, library), flow: wholeFlow(rest.flow, library), version };
}

/** Fields with their parts put in. */
export function whole<T extends Fields>(fields: T, library: Pick<Library, 'parts'>): T {
  const found: Found[] = [];
  const schema = inline(fields.schema, library, found) as JsonSchema;
  if (found.length === 0) return { ...fields, schema };
  let ui: unknown = fields.ui ?? {};
  let texts: unknown = fields.texts ?? {};
  for (const { pointer, part } of found) {
    if (Object.keys(part.ui).length) ui = merged(uiAt(pointer, part.ui), ui);
    const placed = Object.entries(part.texts).map(([at, text]) => [`${pointer}${at}`, text]);
    texts = merged(Object.fromEntries(placed), texts);
  }
  return { ...fields, schema, ui: ui as UiSchema, texts: texts as Texts };
}

function wholeFlow(flow: Flow, library: Pick<Library, 'parts'>): Flow {
  const states = Object.entries(flow.states).map(([name, state]) => [name, wholeState(state, library)]);
  return { ...flow, states: Object.fromEntries(states) };
}

function wholeState(state: State, library: Pick<Library, 'parts'>): State {
  if ((state.type === 'task' || state.type === 'party') && state.form)
    return { ...state, form: whole(state.form, library) };
  if (state.type === 'each') return { ...state, flow: wholeFlow(state.flow, library) };
  if (state.type !== 'parallel') return state;
  const branches = Object.entries(state.branches).map(([name, flow]) => [name, wholeFlow(flow, library)]);
  return { ...state, branches: Object.fromEntries(branches) };
}
