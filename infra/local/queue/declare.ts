import { isObject, object, text } from '../template/json.ts';
import { nameOf } from '../template/physical.ts';
import type { World } from '../template/world.ts';
import type { QueueStore } from './store.ts';

const seconds = (value: unknown, otherwise: number): number => Number(value ?? otherwise) * 1000;

/** Declares every queue of the stacks as its template has it. */
export function declareQueues(store: QueueStore, world: World): void {
  for (const queue of world.all('AWS::SQS::Queue')) {
    const { properties } = queue;
    const redrive = object(
      isObject(properties.RedrivePolicy)
        ? properties.RedrivePolicy
        : JSON.parse(text(properties.RedrivePolicy) || '{}'),
    );
    const dead = text(redrive.deadLetterTargetArn).split(':').at(-1);
    store.declare({
      name: nameOf(queue),
      visibility: seconds(properties.VisibilityTimeout, 30),
      retention: seconds(properties.MessageRetentionPeriod, 345_600),
      delay: seconds(properties.DelaySeconds, 0),
      ...(dead ? { dead: { name: dead, tries: Number(redrive.maxReceiveCount ?? 10) } } : {}),
    });
  }
}
