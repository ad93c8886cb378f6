import { type Answers, type Operation, operations } from '#core/api/operations.ts';
import { problem } from './problem.ts';

/** An operation and what its path named. */
export type Matched = { operation: Operation; names: { [name: string]: string } };

function named(pattern: string, path: string): { [name: string]: string } | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const names: { [name: string]: string } = {};
  for (const [n, part] of wanted.entries()) {
    const step = given[n] ?? '';
    if (!part.startsWith('{')) {
      if (part !== step) return null;
      continue;
    }
    if (step === '' || step.length > 300) return null;
    try {
      names[part.slice(1, -1)] = decodeURIComponent(step);
    } catch {
      return null;
    }
  }
  return names;
}

/**
 * The operation of a request to one function.
 * @throws ApiProblem notFound, notAllowedMethod
 */
export function match(answers: Answers, method: string, rawPath: string): Matched {
  const path = rawPath.replace(/^\/api(?=\/)/, '').replace(/\/$/, '');
  let known = false;
  for (const operation of operations) {
    const names = operation.answers === answers ? named(operation.path, path) : null;
    if (!names) continue;
    if (operation.method === method) return { operation, names };
    known = true;
  }
  throw problem(known ? 'notAllowedMethod' : 'notFound');
}
