import { createHash } from 'node:crypto';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { ScanEvent, Uploaded } from '../files/scanned.ts';
import { placeOf, uploadsOf } from '../files/scanned.ts';
import { verdictOf } from '../files/verdict.ts';
import type { QueueMessage } from '../store/wake.ts';
import { sendAll } from '../store/wake.ts';
import { log } from '../watch/log.ts';

const s3 = new S3Client({});
const queues = new SQSClient({});

/** The largest file that is read to be looked at, in bytes; a larger one is not accepted by any upload policy. */
const MOST = 200_000_000;

const setting = (name: 'KLADKA_FILES' | 'KLADKA_QUEUES'): string => {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
};

/** What the case is told of a file: verdict, and what only the content says. Null for what no case uploaded or is gone. */
async function looked({ key, version, threat }: Uploaded): Promise<QueueMessage | null> {
  const place = placeOf(key);
  if (!place) return null;
  const named = version !== 'null' && version !== '' ? { VersionId: version } : {};
  const object = await s3.send(new GetObjectCommand({ Bucket: setting('KLADKA_FILES'), Key: key, ...named }));
  if ((object.ContentLength ?? 0) > MOST) throw new Error('the file is larger than any that may be uploaded');
  const content = Buffer.from((await object.Body?.transformToByteArray()) ?? []);
  const verdict =
    threat === true ? { verdict: 'infected' as const } : await verdictOf(content, object.ContentType ?? '');
  const said = object.VersionId ?? version;
  return {
    queue: `service-${place.service}`,
    body: {
      case: place.case,
      command: {
        type: 'fileScanned',
        file: place.file,
        version: said,
        ...verdict,
        key,
        sha256: createHash('sha256').update(content).digest('hex'),
        size: content.length,
        mediaType: object.ContentType ?? null,
      },
      id: `scan/${place.case}/${place.file}/${said}`,
    },
  };
}

/**
 * Looks at uploaded files: called with GuardDuty's verdict in an account, with the upload itself on one machine. Content
 * is checked against the declared type either way; the case's service is told by `fileScanned`.
 * @throws where a file cannot be read or a queue not reached: whoever called tries again
 */
export async function handler(event: ScanEvent): Promise<{ scanned: number }> {
  const messages = (await Promise.all(uploadsOf(event).map(looked))).filter((message) => message !== null);
  const failed = await sendAll(queues, setting('KLADKA_QUEUES'), messages);
  if (failed.length > 0)
    throw new Error(`${failed.length} of ${messages.length} verdicts did not reach their queue`);
  for (const { body } of messages) {
    const { case: kase, command } = body as { case: string; command: { verdict: string; size: number } };
    log('info', 'scanned', { case: kase, verdict: command.verdict, size: command.size });
  }
  return { scanned: messages.length };
}
