import type { DesignerLibrary } from '#core/api/types.ts';
import { namesOf } from '#core/case/names.ts';
import type { JsonObject } from '#core/flow/types.ts';
import type { FormDefinition } from '#core/form/types.ts';
import type { Json } from '../commands/json.ts';
import { begun, namesBefore, submitted } from '../try/run.ts';
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
  if (sent.kase) return { ...namesOf(sent.service, sent.kase, '', sent.now), item: {} };
  // a rule that no sample can meet: what was entered is known all the same
  return { ...names, form: data, case: { reference: '482109375516' } as JsonObject, item: {} };
}
