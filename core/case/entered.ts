import type { Form } from '#core/definition/types.generated.ts';
import type { JsonObject } from '#core/flow/types.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { judged } from '#core/form/validate.ts';
import { refuseFields } from './refuse.ts';

/**
 * What was entered in a form, stripped and computed on the server.
 * Refuses with every field that is wrong. @param at which part of the command it is (`/form`, `/data`, `/changes`).
 */
export function entered(
  form: Form | FormDefinition,
  data: JsonObject,
  names: JsonObject,
  at: string,
): JsonObject {
  const { whole, problems } = judged(form as unknown as FormDefinition, data, names);
  // a decision has parts beside what is entered (/reason, /marks), so its fields are told by where they stand in it
  const part = at === '/data' ? at : '';
  if (problems.length > 0)
    refuseFields(
      problems.map((problem) => ({ ...problem, pointer: part + problem.pointer })),
      at,
    );
  return whole as JsonObject;
}
