import fc from 'fast-check';
import { ended } from './after-walk.testing.ts';
import { Coverage } from './coverage.testing.ts';
import { Draw } from './draw.testing.ts';
import { broken, LawBroken } from './held.testing.ts';
import { type Generated, generated } from './service.testing.ts';
import { smaller } from './smaller.testing.ts';
import { nextStep } from './steps.testing.ts';
import { Walk } from './walk.testing.ts';

/** The laws of cases, held against generated services and walks. Only tests import this. */
const tape = (least: number, most: number) =>
  fc.array(fc.nat(), { minLength: least, maxLength: most, size: 'max' });
const service = tape(0, 600);
const walks = fc.array(tape(20, 800), { minLength: 60, maxLength: 120, size: 'max' });

/**
 * Walks of cases of one service, from submission to destruction. What breaks a law is told with how the case came to that;
 * smaller examples are looked for here, for a service is made once for all of its walks.
 */
export function cases(coverage: Coverage) {
  return fc.property(service, walks, (of, all) => {
    const made = generated(of);
    coverage.services++;
    right(made);
    for (const one of all) {
      if (walked(made, one, coverage) === undefined) continue;
      const breaks = ([s = [], w = []]: readonly (readonly number[])[]) =>
        brokenBy(s === of ? made : generated(s), w) !== undefined;
      const [s = of, w = one] = smaller([of, one], breaks);
      throw brokenBy(s === of ? made : generated(s), w);
    }
  });
}

const brokenBy = (made: Generated, one: readonly number[]) => walked(made, one, new Coverage());

/** What is generated is right, so that nothing of what follows can be put down to the definition. */
export function right({ problems, proof }: Generated): void {
  const mistakes = problems.filter(({ severity }) => severity === 'mistake');
  if (mistakes.length > 0) broken('a service written with care passes the check', mistakes);
  if (!proof.held) broken('a service written with care passes the proofs', proof.failures);
}

/** One case from its submission to its destruction; the law that it breaks, or undefined. */
export function walked(made: Generated, one: readonly number[], coverage: Coverage): LawBroken | undefined {
  const draw = new Draw(one);
  const walk = new Walk(made, coverage);
  try {
    walk.begin(draw);
    if (walk.case === null) return undefined;
    coverage.cases++;
    while (!draw.isOver && !walk.isDone(draw)) walk.do(nextStep(walk, draw));
    ended(walk, draw);
    return undefined;
  } catch (error) {
    if (!(error instanceof LawBroken)) throw error;
    error.message += `\n${walk.story(30)}\n${JSON.stringify(made.service.flow)}`;
    return error;
  }
}

/** Fails with the broken law, what led to it, and how to see it again. */
export function reported({
  failed,
  seed,
  counterexamplePath,
  errorInstance,
}: fc.RunDetails<[number[], number[][]]>): void {
  if (!failed) return;
  const why = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : errorInstance;
  throw new Error(`${why}\nAgain with { seed: ${seed}, path: "${counterexamplePath}" }`);
}
