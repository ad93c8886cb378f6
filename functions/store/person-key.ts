import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { PERSON_KEY_MESSAGE, personKey } from '#core/case/person-key.ts';
import type { Described } from '#core/case/represented.ts';
import type { Identity } from '#core/case/types.ts';
import { setting } from './setting.ts';

let working: Promise<Buffer> | undefined;

async function made(): Promise<Buffer> {
  const { Mac } = await new KMSClient({}).send(
    new GenerateMacCommand({
      KeyId: setting('KLADKA_PERSON_KEY'),
      MacAlgorithm: 'HMAC_SHA_256',
      Message: Buffer.from(PERSON_KEY_MESSAGE),
    }),
  );
  if (!Mac) throw new Error('the person key made no MAC');
  return Buffer.from(Mac);
}

/** Makes the key of a person from what identifies them. */
export type PersonKeys = (identify: { [claim: string]: string }) => string | null;

/** What makes keys of persons: one MAC of KMS a container is the working key. */
export async function personKeys(): Promise<PersonKeys> {
  working ??= made().catch((error: unknown) => {
    working = undefined;
    throw error;
  });
  const key = await working;
  return (identify) => personKey(key, identify);
}

/**
 * A person as a form, a record or an officer describes them: known by RNOKPP as at a login, else by UNZR, else by the document,
 * a business by its code; null where none of them is given.
 */
export function identified(keys: PersonKeys, described: Described): Identity | null {
  const { rnokpp, unzr, document, business } = described;
  const sub = unzr ? `unzr:${unzr}` : document ? `document:${document.type}:${document.number}` : '';
  const isBusiness = business && !rnokpp && sub === '';
  const person = keys(rnokpp ? { rnokpp } : isBusiness ? { edrpou: business.edrpou } : { sub });
  return person === null ? null : { ...described, person };
}
