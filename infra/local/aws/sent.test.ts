import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressesAt } from '../contract.ts';
import { declareQueues } from '../queue/declare.ts';
import { QueueStore } from '../queue/store.ts';
import type { JsonObject } from '../template/json.ts';
import { World } from '../template/world.ts';
import { AwsError } from './error.ts';
import { Mailbox } from './mail.ts';
import { tellSent } from './sent.ts';

const world = new World(
  [
    {
      name: 'Small',
      assets: new Map(),
      template: {
        Resources: {
          Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'letters' } },
          Set: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'letters' } },
          Quiet: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'quiet' } },
          Events: {
            Type: 'AWS::SES::ConfigurationSetEventDestination',
            Properties: {
              ConfigurationSetName: { Ref: 'Set' },
              EventDestination: {
                Enabled: true,
                MatchingEventTypes: ['send'],
                EventBridgeDestination: { EventBusArn: 'arn:aws:events:x:1:event-bus/default' },
              },
            },
          },
          Rule: {
            Type: 'AWS::Events::Rule',
            Properties: {
              EventPattern: {
                source: ['aws.ses'],
                detail: {
                  mail: { tags: { 'ses:configuration-set': ['letters'], effect: [{ exists: true }] } },
                },
              },
              Targets: [
                {
                  Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
                  InputTransformer: {
                    InputPathsMap: { tag: '$.detail.mail.tags.effect', id: '$.detail.mail.messageId' },
                    InputTemplate: '{"sent":<tag>,"message":<id>}',
                  },
                },
              ],
            },
          },
        },
      },
    },
  ],
  addressesAt(4400),
);

let data: string;
let queues: QueueStore;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'kladka-mail-'));
  queues = new QueueStore(join(data, 'queues.db'));
  declareQueues(queues, world);
});
afterEach(() => {
  queues.close();
  rmSync(data, { recursive: true, force: true });
});

const mailbox = (taken = tell) => new Mailbox(join(data, 'mail'), taken);
const tell = (caught: Parameters<typeof tellSent>[2]) => tellSent(world, queues, caught);
const letter = (set: string, tag = 'c1_3_0', Attachments: JsonObject[] = []) => ({
  FromEmailAddress: 'no-reply@kladka.example',
  Destination: { ToAddresses: ['olena@citizens.example'] },
  Content: { Simple: { Subject: { Data: 'Так' }, Body: { Text: { Data: 'Так.' } }, Attachments } },
  ConfigurationSetName: set,
  EmailTags: [{ Name: 'effect', Value: tag }],
});
const told = () => {
  const queue = queues.get('letters');
  return queue ? queues.receive(queue, 10).map(({ body }): unknown => JSON.parse(body)) : [];
};

describe('the Send event of a letter', () => {
  test('comes to the queue with the tag and the id of the letter, and without its address', () => {
    const { MessageId } = mailbox().email(letter('letters'));
    expect(told()).toEqual([{ sent: ['c1_3_0'], message: MessageId }]);
  });

  test('comes once after all, where the power went between taking the letter and telling of it', () => {
    const { MessageId } = mailbox(() => {}).email(letter('letters'));
    expect(told()).toEqual([]);
    const known = (id: string) => queues.wasSent(id);
    mailbox().retell(known);
    mailbox().retell(known);
    mailbox().retell(() => false);
    expect(told()).toEqual([{ sent: ['c1_3_0'], message: MessageId }]);
  });

  test('is not published for a set that tells nobody', () => {
    mailbox().email(letter('quiet'));
    expect(told()).toEqual([]);
  });

  test('keeps what is attached beside the mail, as it was sent', () => {
    const RawContent = Buffer.from('%PDF-1.7').toString('base64');
    const box = mailbox();
    const { MessageId } = box.email(
      letter('letters', 'c1_3_0', [{ FileName: 'permit.pdf', ContentType: 'application/pdf', RawContent }]),
    );
    expect(box.latest()[0]?.attachments).toEqual([{ name: 'permit.pdf', type: 'application/pdf', size: 8 }]);
    expect(box.attachment(String(MessageId), 0)?.toString()).toBe('%PDF-1.7');
    expect(box.attachment(String(MessageId), 1)).toBeNull();
    expect(box.attachment('../../etc/passwd', 0)).toBeNull();
    expect(() => box.email(letter('letters', 'c1_3_0', [{ RawContent }]))).toThrow(AwsError);
  });

  test('needs a tag as SES takes it', () => {
    expect(() => mailbox().email(letter('letters', 'c1/3/0'))).toThrow(AwsError);
  });
});
