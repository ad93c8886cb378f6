import type { DesignerLibrary } from '#core/api/types.ts';
import { namesOf } from '#core/case/names.ts';
import { compile, evaluate } from '#core/expression/index.ts';
import type { JsonObject } from '#core/flow/types.ts';
import type { FormDefinition } from '#core/form/types.ts';
import type { Json } from '../commands/json.ts';
import { FlowPlace } from '../flow/flow-place.ts';
import { begun, namesBefore, type Run, submitted } from '../try/run.ts';
import { sampleData } from '../try/sample.ts';
import { serviceOf } from '../try/service-of.ts';

/**
 * What the expressions of documents and messages see, of a case that was sent with sample data.
 * @throws what keeps the definition from running
 */
export function sampleNames(library: DesignerLibrary, id: string, definition: Json): JsonObject {
  const run = begun(serviceOf(library, id, definition), new Date().toISOString());
  const names = namesBefore(run);
  const data = sampleData(run.service.bundle.form as unknown as FormDefinition, names) as JsonObject;
  const sent = submitted(run, data);
  const known: JsonObject = sent.kase
    ? namesOf(sent.service, sent.kase, '', sent.now)
    : // a rule that no sample can meet: what was entered is known all the same
      { ...names, form: data, case: { reference: '482109375516' } as JsonObject };
  const { agency } = run.service.bundle;
  const look = { ...run.service.live.agencies[agency]?.look } as JsonObject;
  return {
    ...known,
    ...firstOfEach(definition, known),
    item: {},
    // for its images alone: no expression sees it
    agency: { ...(known.agency as JsonObject), look },
  };
}

/** What expressions see of the case that is tried, as far as it has come; undefined while it is not sent. */
export function namesTried({ service, kase, now }: Run, definition: Json): JsonObject | undefined {
  if (!kase) return undefined;
  const known = namesOf(service, kase, '', now);
  return { ...known, ...firstOfEach(definition, known) };
}

/** What is known inside `each`: the first of its list. */
function firstOfEach(definition: Json, names: JsonObject): JsonObject {
  const found = new FlowPlace(definition).everyState().flatMap(({ type, state }) => {
    if (type !== 'each' || typeof state.of !== 'string' || typeof state.as !== 'string') return [];
    try {
      const list = evaluate(compile(state.of, Object.keys(names)), names);
      return Array.isArray(list) && list.length > 0 ? [[state.as, list[0] ?? null] as const] : [];
    } catch {
      return []; // a list that is not there yet gives no example
    }
  });
  return Object.fromEntries(found) as JsonObject;
}
