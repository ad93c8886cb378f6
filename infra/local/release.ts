import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { functionOfArn } from './hosts/function.ts';
import type { Functions } from './hosts/pool.ts';
import { isObject, type JsonObject, object, text } from './template/json.ts';
import { ACCOUNT, REGION } from './template/physical.ts';
import type { Resolved, World } from './template/world.ts';

/** A custom resource did not come about; the reason is its function's. */
export class ReleaseError extends Error {
  readonly code = 'release';
}

/** What custom resources answered to the URL that their event names. */
export class Answers {
  readonly #waiting = new Map<string, (answer: JsonObject) => void>();

  wait(id: string): Promise<JsonObject> {
    return new Promise((done) => this.#waiting.set(id, done));
  }

  /** Takes an answer; false where nobody waits for it. */
  take(id: string, answer: JsonObject): boolean {
    const done = this.#waiting.get(id);
    this.#waiting.delete(id);
    done?.(answer);
    return done !== undefined;
  }
}

/** CDK's own custom resources are not ours to run: pages are served from their folder. */
const customResources = (world: World): readonly Resolved[] => {
  const types = world.stacks.flatMap((stack) =>
    Object.values(object(stack.template.Resources)).map((raw) => text(object(raw).Type)),
  );
  return world.all(...new Set(types.filter((type) => type.startsWith('Custom::Kladka'))));
};

/** Creates or updates the custom resources whose properties changed since they were last made, in the order of the stacks. */
export async function releaseAll(
  world: World,
  functions: Functions,
  answers: Answers,
  memory: string,
  only?: (resource: Resolved) => boolean,
): Promise<number> {
  const read: unknown = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  const done: JsonObject = isObject(read) ? read : {};
  let count = 0;
  for (const resource of customResources(world).filter((one) => only?.(one) ?? true)) {
    const { stack, id, type, properties } = resource;
    const name = `${stack}/${id}`;
    const wanted = JSON.stringify(properties);
    if (done[name] === wanted) continue;
    const target = functionOfArn(text(properties.ServiceToken));
    if (!functions.has(target)) continue; // a warning of the synthesis says that its handler is missing
    const RequestId = crypto.randomUUID();
    const answered = answers.wait(RequestId);
    const before = text(done[name]);
    const failure = functions
      .invoke(target, {
        RequestType: before ? 'Update' : 'Create',
        ResponseURL: `${world.addresses.origin}/dev/cloudformation/${RequestId}`,
        StackId: `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stack}/1`,
        RequestId,
        ResourceType: type,
        LogicalResourceId: id,
        ...(before ? { PhysicalResourceId: name, OldResourceProperties: JSON.parse(before) } : {}),
        ResourceProperties: properties,
      })
      .then(
        // one that answers neither by URL nor by a throw has done its work
        (): JsonObject => ({ Status: 'SUCCESS' }),
        (error: unknown): JsonObject => ({
          Status: 'FAILED',
          Reason: error instanceof Error ? error.message : String(error),
        }),
      );
    const answer = await Promise.race([answered, failure]);
    if (answer.Status !== 'SUCCESS')
      throw new ReleaseError(`${name} was not released: ${text(answer.Reason)}`);
    done[name] = wanted;
    writeFileSync(memory, JSON.stringify(done));
    count++;
  }
  return count;
}
