import type { Json, JsonObject, Path } from '#core/flow/types.ts';
import type { IssuedMeta } from './event.ts';
import { refuse } from './refuse.ts';
import type { Turn } from './turn.ts';

/** What the connector that draws documents says of one, as the case keeps it. */
export function issuedMeta(
  turn: Turn,
  document: string,
  path: Path,
  effect: string,
  result: Json,
): IssuedMeta {
  const r: JsonObject = result !== null && typeof result === 'object' && !Array.isArray(result) ? result : {};
  const { id, sha256, issuedAt, number, key, version, validUntil } = r;
  if (typeof id !== 'string' || typeof sha256 !== 'string')
    return refuse(
      'invalidData',
      'У відповіді немає документа',
      'The answer holds no document: id and sha256 are needed',
      '/result',
    );
  return {
    document,
    id,
    path,
    effect,
    sha256,
    at: typeof issuedAt === 'string' ? issuedAt : turn.now,
    ...(typeof number === 'string' ? { number } : {}),
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof version === 'string' ? { version } : {}),
    ...(typeof validUntil === 'string' ? { validUntil } : {}),
  };
}
