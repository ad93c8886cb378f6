import { type Json, objectOf } from '../commands/json.ts';
import { FlowPlace } from '../flow/flow-place.ts';

/** Names beside states that a migration may call otherwise, by what they name. */
export const named = ['parties', 'answers', 'documents'] as const;
export type Named = (typeof named)[number];

/** A name that the later version has not, and those of its kind that it has anew. */
export interface LostName {
  readonly of: Named;
  readonly name: string;
  readonly fresh: readonly string[];
}

function namesOf(definition: Json): Record<Named, string[]> {
  const whole = objectOf(definition);
  const answers = new FlowPlace(definition)
    .everyState()
    .flatMap(({ type, state }) => [...(type === 'each' ? [] : [state.as]), objectOf(state.event).as])
    .filter((name) => typeof name === 'string');
  const lookups = Object.entries(objectOf(objectOf(whole.form).lookups)).map(([name, lookup]) =>
    String(objectOf(lookup).as ?? name),
  );
  return {
    parties: Object.keys(objectOf(whole.parties)),
    answers: [...new Set([...answers, ...lookups])],
    documents: Object.keys(objectOf(whole.documents)),
  };
}

/** Parties, answers and documents of the earlier version whose names the later one has not. */
export function lostNames(source: Json, definition: Json): LostName[] {
  const [before, after] = [namesOf(source), namesOf(definition)];
  return named.flatMap((of) => {
    const fresh = after[of].filter((name) => !before[of].includes(name));
    return before[of].filter((name) => !after[of].includes(name)).map((name) => ({ of, name, fresh }));
  });
}
