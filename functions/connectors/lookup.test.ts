import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connector } from '#core/definition/types.generated.ts';
import { shareOf } from './bucket.ts';
import { answersLookups } from './lookup.ts';

const asked = {
  service: 'stall',
  case: 'draft-1',
  lookup: 'payer',
  input: { rnokpp: '3347312325' },
  purpose: 'Перевірка',
};
const definition = (more: object = {}) => ({ id: 'tax', kind: 'rest', ...more }) as unknown as Connector;
const answering = (result: unknown) => async () =>
  ({ outcome: 'done', answer: { type: 'callAnswered', effect: 'e', result } }) as const;

let said = '';
beforeEach(() => {
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a connector that is asked while a form is filled in', () => {
  it('answers what it would answer a case, and says nothing of it in the log', async () => {
    const put: unknown[] = [];
    const send = async (effect: unknown) => {
      put.push(effect);
      return answering({ found: true, group: 2 })();
    };
    const look = answersLookups(send as never, definition());
    expect(await look(asked)).toEqual({ result: { found: true, group: 2 } });
    expect(put).toMatchObject([
      { kind: 'call', case: 'draft-1', ask: { reason: 'Перевірка' }, data: { input: asked.input } },
    ]);
    expect(said).toContain('"lookup":"payer"');
    expect(said).not.toContain('3347312325');
    expect(said).not.toContain('group');
  });

  it('puts another input as another question', async () => {
    const ids = new Set<string>();
    const send = async ({ id }: { id: string }) => {
      ids.add(id);
      return answering(null)();
    };
    const look = answersLookups(send as never, definition());
    for (const rnokpp of ['1', '2', '1']) await look({ ...asked, input: { rnokpp } });
    expect(ids.size).toBe(2);
  });

  it('says why there is no answer, never more', async () => {
    const failed = async () => ({ outcome: 'failed', code: 'status503', again: true }) as const;
    expect(await answersLookups(failed as never, definition())(asked)).toEqual({ code: 'status503' });
    const broken = () => Promise.reject(new Error('3347312325'));
    expect(await answersLookups(broken as never, definition())(asked)).toEqual({ code: 'fault' });
    expect(said).not.toContain('3347312325');
  });

  it('keeps nobody waiting for a registry that is slow', async () => {
    const never = () => new Promise<never>(() => {});
    const came = answersLookups(never as never, definition(), { longestMs: 5 })(asked);
    expect(await came).toEqual({ code: 'timedOut' });
  });

  it('has no more than its share of the rate: who comes then goes on without an answer', async () => {
    const look = answersLookups(
      answering(1) as never,
      definition({ rate: { perSecond: 10, burst: 20 }, lookups: 0.1 }),
      { now: () => 0 },
    );
    const came = [];
    for (let n = 0; n < 4; n += 1) came.push(await look(asked));
    expect(came).toEqual([{ result: 1 }, { result: 1 }, { code: 'busy' }, { code: 'busy' }]);
  });
});

it('a share lets pass what runs into it, and is never waited for', () => {
  let now = 0;
  const pass = shareOf({ perSecond: 10 }, 0.5, () => now);
  const first = Array.from({ length: 10 }, () => pass()).filter(Boolean).length;
  expect(first).toBe(5);
  now = 1_000;
  expect(Array.from({ length: 10 }, () => pass()).filter(Boolean).length).toBe(5);
  expect(shareOf(undefined, 0.1, () => 0)()).toBe(true);
});
