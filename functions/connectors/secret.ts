import { createHmac } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Connector } from '#core/definition/types.generated.ts';

const client = new SecretsManagerClient({});
const read = new Map<string, { value: string; until: number }>();

/** How long a secret is kept in memory before it is read again, so that a new one is taken up: 5 minutes. */
const KEPT_MS = 300_000;

/** The value of a secret by its name. @throws what Secrets Manager throws; Error where it is empty */
export async function secret(name: string): Promise<string> {
  const known = read.get(name);
  if (known && known.until > Date.now()) return known.value;
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  if (!SecretString) throw new Error(`the secret ${name} holds no text`);
  read.set(name, { value: SecretString, until: Date.now() + KEPT_MS });
  return SecretString;
}

/** The headers by which a connector makes itself known, from its secret. `mtls` is the gateway's matter. */
export async function secretHeaders(definition: Connector): Promise<Record<string, string>> {
  const { auth } = definition;
  if (!auth?.secret || auth.kind === 'none' || auth.kind === 'mtls') return {};
  const value = await secret(auth.secret);
  switch (auth.kind) {
    case 'bearer':
      return { authorization: `Bearer ${value}` };
    case 'basic':
      return { authorization: `Basic ${Buffer.from(value, 'utf8').toString('base64')}` };
    case 'apiKey':
      return { [(auth.header ?? 'x-api-key').toLowerCase()]: value };
    case 'hmac': {
      const at = String(Math.floor(Date.now() / 1000));
      const signature = createHmac('sha256', value).update(at).digest('hex');
      return { [(auth.header ?? 'x-signature').toLowerCase()]: `t=${at},v1=${signature}` };
    }
  }
}
