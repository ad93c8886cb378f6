import { targetsOf } from '../bus.ts';
import type { QueueStore } from '../queue/store.ts';
import { list, object, text } from '../template/json.ts';
import { ACCOUNT, REGION } from '../template/physical.ts';
import type { World } from '../template/world.ts';
import type { Caught } from './mail.ts';

/** The configuration sets of the stacks, by name, each with whether its Send events go to EventBridge. */
export function mailSets(world: World): Map<string, boolean> {
  const publishing = new Set(
    world.all('AWS::SES::ConfigurationSetEventDestination').flatMap(({ properties }) => {
      const { Enabled, MatchingEventTypes, EventBridgeDestination } = object(properties.EventDestination);
      const tells = Enabled === true && EventBridgeDestination && list(MatchingEventTypes).includes('send');
      return tells ? [text(properties.ConfigurationSetName)] : [];
    }),
  );
  const names = world.all('AWS::SES::ConfigurationSet').map(({ properties }) => text(properties.Name));
  return new Map(names.map((name) => [name, publishing.has(name)]));
}

/** Publishes the Send event of a mail as SES does, by way of the rules of EventBridge, to the queues; each once, whatever breaks off. */
export function tellSent(world: World, queues: QueueStore, caught: Caught): void {
  if (!caught.set || !mailSets(world).get(caught.set)) return;
  const tags = Object.entries({ ...caught.tags, 'ses:configuration-set': caught.set });
  const event = {
    version: '0',
    id: crypto.randomUUID(),
    'detail-type': 'Email Sent',
    source: 'aws.ses',
    account: ACCOUNT,
    time: caught.at,
    region: REGION,
    resources: [],
    detail: {
      eventType: 'Send',
      mail: {
        timestamp: caught.at,
        source: caught.from,
        messageId: caught.id,
        destination: caught.to,
        tags: Object.fromEntries(tags.map(([name, value]) => [name, [value]])),
      },
      send: {},
    },
  };
  const messages = targetsOf(world, event).flatMap(({ arn, input }) => {
    const queue = queues.get(arn.split(':').at(-1) ?? '');
    return queue && arn.startsWith('arn:aws:sqs:') ? [{ queue, body: JSON.stringify(input) }] : [];
  });
  queues.sendOnce(caught.id, messages);
}
