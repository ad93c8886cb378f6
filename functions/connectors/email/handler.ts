import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { consumer } from '../consumer.ts';
import { milliseconds, setting } from '../definition.ts';
import { heardOf, TAG, tagOf } from './attempt.ts';
import type { ReadPaper } from './papers.ts';
import { send } from './send.ts';
import type { EmailEffect, Paper, Post } from './types.ts';

const files = new S3Client({});
// one try: an answer that did not come does not say that the letter did not go
const mail = new SESv2Client({ maxAttempts: 1 });
const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

const attachment = ({ name, content }: Paper) => ({
  FileName: name,
  ContentType: 'application/pdf',
  ContentDisposition: 'ATTACHMENT' as const,
  ContentTransferEncoding: 'BASE64' as const,
  RawContent: content,
});

/** A document as it was issued, in that version. */
const read: ReadPaper = async ({ key, version }, most) => {
  const { Body, ContentLength } = await files.send(
    new GetObjectCommand({
      Bucket: setting('KLADKA_FILES'),
      Key: key,
      ...(version === undefined ? {} : { VersionId: version }),
    }),
  );
  if (!Body) throw new Error('S3 gave no body');
  if ((ContentLength ?? 0) <= most) return Body.transformToByteArray();
  // what is not read would keep its connection
  if ('destroy' in Body) Body.destroy();
  return null;
};

const post =
  (timeout: number): Post =>
  async (letter, effect) => {
    await mail.send(
      new SendEmailCommand({
        FromEmailAddress: letter.from,
        Destination: { ToAddresses: [letter.to] },
        ConfigurationSetName: setting('KLADKA_MAIL_SET'),
        EmailTags: [{ Name: TAG, Value: tagOf(effect) }],
        Content: {
          Simple: {
            Subject: utf8(letter.subject),
            Body: { Text: utf8(letter.text), Html: utf8(letter.html) },
            ...(letter.papers.length > 0 ? { Attachments: letter.papers.map(attachment) } : {}),
            Headers: letter.headers.map(({ name, value }) => ({ Name: name, Value: value })),
          },
        },
      }),
      { abortSignal: AbortSignal.timeout(timeout) },
    );
  };

/** Mail of cases by SES, from the connector's queue, on which SES's Send events arrive too. */
export const handler = consumer<EmailEffect>((definition) => {
  const given = {
    from: process.env.KLADKA_SENDER ?? definition.sender ?? setting('KLADKA_SENDER'),
    origin: setting('KLADKA_ORIGIN'),
    read,
    post: post(milliseconds(definition.timeout ?? 'PT10S')),
  };
  return {
    send: (effect, sending) => send(effect, sending, given),
    hears: heardOf,
    gaveUp: () => null,
    tryUntil: () => null,
    // one letter that cannot go holds up no other
    holdDead: false,
  };
});
