import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { consumer } from '../consumer.ts';
import { setting } from '../definition.ts';
import { send } from './send.ts';
import type { EmailEffect, Post } from './types.ts';

const mail = new SESv2Client({});
const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

const post: Post = async (letter) => {
  const { MessageId } = await mail.send(
    new SendEmailCommand({
      FromEmailAddress: letter.from,
      Destination: { ToAddresses: [letter.to] },
      Content: {
        Simple: {
          Subject: utf8(letter.subject),
          Body: { Text: utf8(letter.text), Html: utf8(letter.html) },
          Headers: letter.headers.map(({ name, value }) => ({ Name: name, Value: value })),
        },
      },
    }),
  );
  return MessageId ?? 'sent';
};

/** Mail of cases by SES, from the connector's queue. */
export const handler = consumer<EmailEffect>((definition) => ({
  send: (effect, sending) =>
    send(effect, sending, {
      from: process.env.KLADKA_SENDER ?? definition.sender ?? setting('KLADKA_SENDER'),
      origin: setting('KLADKA_ORIGIN'),
      post,
    }),
  gaveUp: () => null,
  tryUntil: () => null,
  // one letter that cannot go holds up no other
  holdDead: false,
}));
