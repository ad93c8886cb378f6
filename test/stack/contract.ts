import { answerOf, contract } from '#core/api/contract.ts';
import { type Method, type Operation, operations } from '#core/api/operations.ts';
import { problemsOf } from '#core/api/problems-of.ts';
import type { Schema } from '#core/form/types.ts';
import { breaches } from '#core/form/verdict.ts';

/** An answer as it came over the wire. */
type Came = { status: number; headers: Headers; body: unknown };

/** A schema that takes nothing beside what it names: what clients may overlook, a walk may not. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (node === null || typeof node !== 'object') return node;
  const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const named = 'properties' in node && 'type' in node && !('additionalProperties' in node);
  return named ? { ...inside, additionalProperties: false } : inside;
}
const strict = closed(contract) as Schema;
const schemas = new Map<string, Schema>();

function schemaOf(name: string, made: () => unknown): Schema {
  const schema = schemas.get(name) ?? (closed(made()) as Schema);
  schemas.set(name, schema);
  return schema;
}

const fits = ({ path }: Operation, asked: string): boolean =>
  new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(asked);

/** Every place of a body that differs from a schema; `false`: a property that the contract does not name. */
const places = (schema: Schema, body: unknown): string[] =>
  breaches(schema, strict, body)
    .filter(({ keyword }) => keyword !== 'additionalProperties')
    .map(({ pointer, keyword }) => `${pointer || '/'} ${keyword}`);

function ofProblem(one: Operation, { status, body }: Came): string[] {
  const { code } = (body ?? {}) as { code?: unknown };
  const codes: readonly unknown[] = problemsOf(one).get(status) ?? [];
  return [
    ...(codes.includes(code) ? [] : [`the problem ${status} ${code} is none of ${JSON.stringify(codes)}`]),
    ...places(
      schemaOf('ProblemBody', () => contract.$defs.ProblemBody),
      body,
    ),
  ];
}

function ofSuccess(one: Operation, { status, headers, body }: Came): string[] {
  const { answer, etag, status: expected = 200 } = one;
  const shape = answerOf(one);
  const leads = expected === 302 || (expected === 201 && answer !== 'UploadGrant');
  return [
    ...(status === expected ? [] : [`the status is ${status}, not ${expected}`]),
    ...(etag && !headers.has('etag') ? ['there is no ETag'] : []),
    ...(leads && !headers.has('location') ? ['there is no Location'] : []),
    ...(shape || body === null ? [] : ['there is a body']),
    ...(shape
      ? places(
          schemaOf(one.id, () => shape),
          body,
        )
      : []),
  ];
}

/** The operations that were answered with success so far, as the contract says. */
export const kept = new Set<string>();

/**
 * Holds an answer to the published contract (core/api): its operation, status, headers, problem code, and every property of
 * its body. What no function answered (the way there broke off) is let through.
 * @throws Error that names the operation and every place that differs
 */
export function holdToContract(method: string, path: string, came: Came): void {
  if (came.status >= 500 && !came.headers.get('content-type')?.startsWith('application/problem+json')) return;
  const asked = path.replace(/\?.*$/, '');
  const one = operations.find(
    (operation) => operation.method === (method as Method) && fits(operation, asked),
  );
  if (!one) throw new Error(`the contract has no operation ${method} ${asked}`);
  const found = came.status >= 400 ? ofProblem(one, came) : ofSuccess(one, came);
  if (found.length > 0)
    throw new Error(
      `${one.id} (${method} ${asked}) is not answered as the contract says: ${found.join('; ')}. It came: ${JSON.stringify(came.body)}`,
    );
  if (came.status < 400) kept.add(one.id);
}
