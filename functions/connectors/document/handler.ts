import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Agency, Service } from '#core/definition/types.generated.ts';
import { readHead } from '../../store/definition-drafts.ts';
import { territoriesIn } from '../../store/published.ts';
import { client, platform } from '../../store/tables.ts';
import { consumer } from '../consumer.ts';
import { setting } from '../definition.ts';
import { givenUp } from '../failed.ts';
import { papers } from './papers.ts';
import { placesIn } from './places.ts';
import { send } from './send.ts';
import type { PaperEffect, Workshop } from './types.ts';

const s3 = new S3Client({});
const kms = new KMSClient({});

/** Bundles read by this container, the latest few: each is up to a megabyte. */
const bundles = new Map<string, Service>();
const BUNDLES_KEPT = 8;

async function bundle(hash: string): Promise<Service | null> {
  const known = bundles.get(hash);
  if (known) return known;
  try {
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: setting('KLADKA_BUNDLES'), Key: `bundles/${hash}.json` }),
    );
    const read = JSON.parse((await Body?.transformToString('utf-8')) ?? 'null') as {
      bundle?: Service;
    } & Service;
    const found = read.bundle ?? read;
    if (bundles.size >= BUNDLES_KEPT) bundles.delete(bundles.keys().next().value ?? '');
    bundles.set(hash, found);
    return found;
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return null;
    throw error;
  }
}

const places = placesIn((parent) => territoriesIn(platform(), parent));

const workshop = (): Workshop => ({
  origin: setting('KLADKA_ORIGIN'),
  bundle,
  papers: papers(client, setting('KLADKA_PLATFORM')),
  async look(agency) {
    const head = await readHead(platform(), { kind: 'agency', id: agency });
    return (head?.definition as Agency | undefined)?.look ?? {};
  },
  async attached(key, version) {
    try {
      const { Body } = await s3.send(
        new GetObjectCommand({
          Bucket: setting('KLADKA_FILES'),
          Key: key,
          ...(version === 'null' ? {} : { VersionId: version }),
        }),
      );
      return Body ? Buffer.from(await Body.transformToByteArray()) : null;
    } catch (error) {
      if (error instanceof Error && /^NoSuch(Key|Version)$/.test(error.name)) return null;
      throw error;
    }
  },
  places,
  async keep(key, file, sha256) {
    const { VersionId } = await s3.send(
      new PutObjectCommand({
        Bucket: setting('KLADKA_FILES'),
        Key: key,
        Body: file,
        ContentType: 'application/pdf',
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      }),
    );
    return VersionId ?? 'null';
  },
  async seal(sha256) {
    const { Signature } = await kms.send(
      new SignCommand({
        KeyId: setting('KLADKA_SEAL_KEY'),
        Message: sha256,
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      }),
    );
    if (!Signature) throw new Error('the seal key gave no signature');
    return Buffer.from(Signature).toString('base64');
  },
});

/** Documents of cases: numbered, drawn, sealed, kept; from the connector's queue. */
export const handler = consumer<PaperEffect>(() => {
  const shop = workshop();
  return {
    send: (effect, sending) => send(effect, sending, shop),
    gaveUp: (effect, code) => (effect.kind === 'document' ? givenUp(effect, code) : null),
    tryUntil: (effect) => (effect.kind === 'document' ? (effect.until ?? null) : null),
    holdDead: true,
  };
});
