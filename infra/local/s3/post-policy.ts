import { createHmac } from 'node:crypto';
import { type Secrets, sameText, signingKey, type Verdict } from '../aws/signature.ts';
import { type Json, list, object, text } from '../template/json.ts';

/** Fields of a form by lower-cased name. */
export type Fields = Record<string, string>;

const refused = (code: string, message: string): Verdict => ({ code, message });

/**
 * Whether a form upload may be: the policy's signature and expiry, and each of its conditions on the fields and the file's size.
 * Answers who signed, or S3's refusal.
 */
export function checkPost(
  fields: Fields,
  size: number,
  bucket: string,
  secrets: Secrets,
  now: number,
): Verdict {
  const [accessKey = '', date = '', region = ''] = (fields['x-amz-credential'] ?? '').split('/');
  const secret = secrets(accessKey);
  if (secret === undefined) return refused('InvalidAccessKeyId', 'The access key is unknown.');
  const made = createHmac('sha256', signingKey(secret, date, region, 's3'))
    .update(fields.policy ?? '')
    .digest('hex');
  if (!sameText(made, fields['x-amz-signature'] ?? ''))
    return refused('SignatureDoesNotMatch', 'The signature does not match the policy.');
  const policy = object(JSON.parse(Buffer.from(fields.policy ?? '', 'base64').toString('utf8')));
  if (!(now <= Date.parse(text(policy.expiration))))
    return refused('AccessDenied', 'Invalid according to Policy: Policy expired.');
  const values: Fields = { ...fields, bucket };
  const named = new Set(['policy', 'x-amz-signature', 'file']);
  for (const condition of list(policy.conditions)) {
    const fault = sizeFault(condition, size) ?? fieldFault(condition, values, named);
    if (fault) return fault;
  }
  const extra = Object.keys(fields).find((name) => !named.has(name) && !name.startsWith('x-ignore-'));
  return extra === undefined
    ? { accessKey }
    : refused('AccessDenied', `Invalid according to Policy: Extra input fields: ${extra}`);
}

const isSize = (condition: Json): condition is Json[] =>
  Array.isArray(condition) && condition[0] === 'content-length-range';

function sizeFault(condition: Json, size: number): Verdict | undefined {
  if (!isSize(condition)) return undefined;
  if (size < Number(condition[1]))
    return refused('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size.');
  if (size > Number(condition[2]))
    return refused('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.');
  return undefined;
}

/** What breaks a condition on fields; each field that it speaks of is added to `named`. */
function fieldFault(condition: Json, values: Fields, named: Set<string>): Verdict | undefined {
  if (isSize(condition)) return undefined;
  const tests = Array.isArray(condition)
    ? [[text(condition[1]).replace(/^\$/, ''), text(condition[2]), text(condition[0])] as const]
    : Object.entries(object(condition)).map(([name, value]) => [name, text(value), 'eq'] as const);
  for (const [name, wanted, kind] of tests) {
    const field = name.toLowerCase();
    named.add(field);
    const value = values[field] ?? '';
    if (kind === 'starts-with' ? !value.startsWith(wanted) : value !== wanted)
      return refused(
        'AccessDenied',
        `Invalid according to Policy: Policy Condition failed: ["${kind}", "$${name}", "${wanted}"]`,
      );
  }
  return undefined;
}
