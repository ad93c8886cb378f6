import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  timingSafeEqual,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { p256 } from '@noble/curves/nist.js';
import { type JsonObject, text } from '../template/json.ts';
import { arnOf, refOf } from '../template/physical.ts';
import type { World } from '../template/world.ts';
import { AwsError } from './error.ts';

/** Signs a digest as it is, which `node:crypto` cannot: DER, base64. @throws AwsError where the key is not P-256 or it is no SHA-256 */
function signDigest({ spec, material }: Key, digest: Buffer): string {
  if (spec !== 'ECC_NIST_P256' || digest.length !== 32)
    throw new AwsError(
      400,
      'ValidationException',
      'Only a SHA-256 digest can be signed here, with a P-256 key.',
    );
  const secret = Buffer.from(createPrivateKey(material).export({ format: 'jwk' }).d ?? '', 'base64url');
  return Buffer.from(p256.sign(digest, secret, { prehash: false, format: 'der' })).toString('base64');
}

type Key = { arn: string; spec: string; usage: string; material: string };

const bytes = (value: unknown): Buffer => Buffer.from(text(value), 'base64');

function makeMaterial(spec: string): string {
  if (spec.startsWith('ECC_NIST_P')) {
    const { privateKey } = generateKeyPairSync('ec', {
      namedCurve: spec === 'ECC_NIST_P384' ? 'P-384' : 'P-256',
    });
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  }
  return randomBytes(32).toString('base64');
}

/** The keys of the stacks, each kept in a file of the data folder so that signatures outlive a restart. */
export class Kms {
  readonly #keys = new Map<string, Key>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  declare(world: World): void {
    for (const key of world.all('AWS::KMS::Key')) {
      const id = refOf(key, world.addresses);
      const spec = text(key.properties.KeySpec) || 'SYMMETRIC_DEFAULT';
      const file = join(this.#folder, id);
      if (!existsSync(file)) {
        writeFileSync(`${file}.new`, makeMaterial(spec), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      }
      this.#keys.set(id, {
        arn: arnOf(key),
        spec,
        usage: text(key.properties.KeyUsage) || 'ENCRYPT_DECRYPT',
        material: readFileSync(file, 'utf8'),
      });
    }
    for (const alias of world.all('AWS::KMS::Alias')) {
      const target = this.#keys.get(text(alias.properties.TargetKeyId).split('/').at(-1) ?? '');
      if (target) this.#keys.set(text(alias.properties.AliasName), target);
    }
  }

  /** The ARN of the key that a call names by id, ARN or alias; Decrypt may leave it to the ciphertext. */
  arnOf(request: JsonObject): string {
    return this.#key(request).arn;
  }

  /** Answers one call. Throws {@link AwsError} as KMS would refuse. */
  answer(action: string, request: JsonObject): JsonObject {
    const key = this.#key(request);
    const KeyId = key.arn;
    switch (action) {
      case 'Sign':
        return { KeyId, Signature: this.#sign(key, request), SigningAlgorithm: request.SigningAlgorithm };
      case 'GetPublicKey':
        this.#meant(key, 'SIGN_VERIFY');
        return {
          KeyId,
          KeySpec: key.spec,
          KeyUsage: key.usage,
          SigningAlgorithms: [key.spec === 'ECC_NIST_P384' ? 'ECDSA_SHA_384' : 'ECDSA_SHA_256'],
          PublicKey: createPublicKey(key.material).export({ type: 'spki', format: 'der' }).toString('base64'),
        };
      case 'GenerateMac':
        return { KeyId, Mac: this.#mac(key, request).toString('base64'), MacAlgorithm: request.MacAlgorithm };
      case 'VerifyMac': {
        const [made, given] = [this.#mac(key, request), bytes(request.Mac)];
        if (made.length !== given.length || !timingSafeEqual(made, given))
          throw new AwsError(400, 'KMSInvalidMacException', 'The MAC is not valid.');
        return { KeyId, MacValid: true, MacAlgorithm: request.MacAlgorithm };
      }
      case 'Encrypt':
        return { KeyId, CiphertextBlob: this.#encrypt(key, bytes(request.Plaintext), request) };
      case 'Decrypt':
        return { KeyId, Plaintext: this.#decrypt(key, request) };
      case 'GenerateDataKey': {
        const plain = randomBytes(32);
        return {
          KeyId,
          Plaintext: plain.toString('base64'),
          CiphertextBlob: this.#encrypt(key, plain, request),
        };
      }
      case 'DescribeKey':
        return {
          KeyMetadata: { KeyId, Arn: key.arn, KeySpec: key.spec, KeyUsage: key.usage, Enabled: true },
        };
      default:
        throw new AwsError(400, 'UnsupportedOperationException', `KMS ${action} is not known here.`);
    }
  }

  #key(request: JsonObject): Key {
    const named = text(request.KeyId) || this.#idOf(bytes(request.CiphertextBlob));
    const key = this.#keys.get(named) ?? this.#keys.get(named.split('/').at(-1) ?? '');
    if (!key) throw new AwsError(400, 'NotFoundException', `No stack has the key ${named}.`);
    return key;
  }

  #meant(key: Key, usage: string): void {
    if (key.usage !== usage)
      throw new AwsError(400, 'InvalidKeyUsageException', `The key is for ${key.usage}, not ${usage}.`);
  }

  #sign(key: Key, request: JsonObject): string {
    this.#meant(key, 'SIGN_VERIFY');
    const message = bytes(request.Message);
    if (request.MessageType === 'DIGEST') return signDigest(key, message);
    const hash = key.spec === 'ECC_NIST_P384' ? 'sha384' : 'sha256';
    return sign(hash, message, createPrivateKey(key.material)).toString('base64');
  }

  #mac(key: Key, request: JsonObject): Buffer {
    this.#meant(key, 'GENERATE_VERIFY_MAC');
    const hash = text(request.MacAlgorithm).replace('HMAC_SHA_', 'sha') || 'sha256';
    return createHmac(hash, Buffer.from(key.material, 'base64')).update(bytes(request.Message)).digest();
  }

  #idOf(blob: Buffer): string {
    return blob.subarray(0, 36).toString('utf8');
  }

  #aad(request: JsonObject): Buffer {
    const context = request.EncryptionContext ?? {};
    return Buffer.from(JSON.stringify(Object.entries(context as JsonObject).sort()));
  }

  #encrypt(key: Key, plain: Buffer, request: JsonObject): string {
    this.#meant(key, 'ENCRYPT_DECRYPT');
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(key.material, 'base64'), iv);
    cipher.setAAD(this.#aad(request));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    const id = Buffer.from(key.arn.split('/').at(-1) ?? '');
    return Buffer.concat([id, iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  #decrypt(key: Key, request: JsonObject): string {
    this.#meant(key, 'ENCRYPT_DECRYPT');
    const blob = bytes(request.CiphertextBlob);
    try {
      const decipher = createDecipheriv(
        'aes-256-gcm',
        Buffer.from(key.material, 'base64'),
        blob.subarray(36, 48),
      );
      decipher.setAAD(this.#aad(request));
      decipher.setAuthTag(blob.subarray(48, 64));
      return Buffer.concat([decipher.update(blob.subarray(64)), decipher.final()]).toString('base64');
    } catch {
      throw new AwsError(400, 'InvalidCiphertextException', 'The ciphertext was not made by this key.');
    }
  }
}
