import { expect, it } from 'vitest';
import { issuedMeta } from './issued-meta.ts';
import { asSystem, Play, small } from './small-service.testing.ts';
import { Turn } from './turn.ts';
import { eventActor } from './who.ts';

/** What the case keeps of a document that a connector says it drew. */
function kept(result: unknown) {
  const { now, ids } = new Play();
  const turn = new Turn(small, null, { now, actor: asSystem, ids }, eventActor(asSystem));
  return issuedMeta(turn, 'certificate', 'issue', 'c/1/0', result as null);
}
const drawn = { id: 'd1', sha256: 'a'.repeat(64) };
const own = { document: 'certificate', path: 'issue', effect: 'c/1/0' };

it('an issued document is kept with all that is said of it, and no more', () => {
  const whole = { ...drawn, number: '7', key: 'k', version: 'v1', validUntil: '2027-03-02' };
  expect(kept({ ...whole, issuedAt: '2026-03-01T10:00:00Z', other: 'x' })).toStrictEqual({
    ...own,
    ...whole,
    at: '2026-03-01T10:00:00Z',
  });
});

it('an issued document of which little is said, or in another kind of value, is issued now', () => {
  const bare = { ...own, ...drawn, at: '2026-03-02T08:00:00Z' };
  expect(kept(drawn)).toStrictEqual(bare);
  expect(kept({ ...drawn, number: 7, key: null, version: 1, validUntil: 2027, issuedAt: 5 })).toStrictEqual(
    bare,
  );
});

it('an answer without a document is refused: what is missing, and where', () => {
  for (const none of [null, 'd1', [drawn], {}, { id: 'd1' }, { sha256: 'a' }, { ...drawn, id: 1 }])
    expect(() => kept(none), JSON.stringify(none)).toThrow(
      expect.objectContaining({
        refusal: {
          code: 'invalidData',
          message: {
            uk: 'У відповіді немає документа',
            en: 'The answer holds no document: id and sha256 are needed',
          },
          pointer: '/result',
        },
      }),
    );
});
