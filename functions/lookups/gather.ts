import type { Answers } from '#core/case/lookups.ts';
import type { Json, JsonObject } from '#core/case/types.ts';
import { complete } from '#core/form/complete.ts';
import { knownAs, lookupInput } from '#core/form/lookups.ts';
import type { FormDefinition } from '#core/form/types.ts';

/** What came of one lookup: an answer, none, or nothing to ask by. */
export type Looked =
  | { state: 'answered'; answer: Json }
  | { state: 'unanswered'; code: string }
  | { state: 'notAsked' };

export type Gathering = {
  form: FormDefinition;
  data: JsonObject;
  /** What the form's expressions see where registries answered so. */
  names(answers: Answers): JsonObject;
  /** The answer of a registry to an input, or the code of why there is none. */
  ask(lookup: string, input: Json): Promise<{ result: Json } | { code: string }>;
};

/**
 * Asks what a form asks for what was entered, in rounds: what one registry answered may be what the next is asked by. A
 * lookup whose input changes with an answer is asked anew, each at most as often as there are lookups.
 */
export async function gather({ form, data, names, ask }: Gathering): Promise<Map<string, Looked>> {
  const lookups = Object.keys(form.lookups ?? {});
  const looked = new Map<string, Looked & { input?: string }>();
  const inputs = () => {
    const answers: Answers = {};
    for (const [name, one] of looked) if (one.state === 'answered') answers[knownAs(form, name)] = one.answer;
    const all = names(answers);
    const whole = complete(form, data, all);
    return lookups.map((name) => ({ name, input: lookupInput(form, name, whole, all) as Json }));
  };
  for (let round = 0; round <= lookups.length; round += 1) {
    const now = inputs();
    for (const { name, input } of now) if (input === null) looked.set(name, { state: 'notAsked' });
    const due = now.filter(
      ({ name, input }) => input !== null && looked.get(name)?.input !== JSON.stringify(input),
    );
    if (due.length === 0) break;
    await Promise.all(
      due.map(async ({ name, input }) => {
        const told = await ask(name, input);
        const came: Looked =
          'result' in told ? { state: 'answered', answer: told.result } : { state: 'unanswered', ...told };
        looked.set(name, { ...came, input: JSON.stringify(input) });
      }),
    );
  }
  return looked;
}
