import { describe, expect, it } from 'vitest';
import type { MessageEffect } from '#core/case/effect.ts';
import type { Sending } from '../../store/drain.ts';
import { letter } from './letter.ts';
import { send } from './send.ts';
import { standIn } from './standIn.ts';

const effect = (more: Partial<MessageEffect['data']> = {}): MessageEffect => ({
  id: 'c1/3/0',
  connector: 'email',
  at: '2026-11-24T10:00:00.000Z',
  case: 'c1',
  reference: '4821-0937-5516',
  service: 'demo',
  definition: 'hash',
  kind: 'message',
  channel: 'email',
  message: 'returned',
  to: 'applicant',
  language: 'uk',
  data: {
    address: { email: 'solomiia@kladka.example' },
    subject: 'Заяву повернуто',
    body: 'Виправте адресу.\n\nhttps://kladka.example/a?b=1&c=2',
    ...more,
  },
});
function sending(noted: string | null = null): Sending & { notes: string[] } {
  const notes: string[] = [];
  return {
    now: '2026-11-24T10:00:00.000Z',
    item: {
      service: 'demo',
      case: 'c1',
      connector: 'email',
      sequence: 3,
      createdAt: '2026-11-24T10:00:00.000Z',
    },
    noted,
    notes,
    note: async (value) => {
      notes.push(value);
      return true;
    },
  };
}
const from = { from: 'Кладка <no-reply@kladka.example>', origin: 'https://kladka.example' };

describe('a message by mail', () => {
  it('goes out in text and HTML, and says which effect it is', async () => {
    const { post, letters } = standIn();
    expect(await send(effect(), sending(), { ...from, post })).toEqual({ outcome: 'done' });
    expect(letters).toHaveLength(1);
    expect(letters[0]?.headers).toContainEqual({ name: 'X-Kladka-Effect', value: 'c1/3/0' });
    expect(letters[0]?.text).toContain('Номер заяви: 4821-0937-5516');
  });

  it('cannot be turned into another letter by what people enter', () => {
    const made = letter(
      effect({ subject: 'a\r\nBcc: all@example.org', body: '<script>alert(1)</script> "q"' }),
      {
        ...from,
        to: 'a@b.example',
      },
    );
    expect(made.subject).toBe('a Bcc: all@example.org');
    expect(made.html).not.toContain('<script>');
    expect(made.html).toContain('&lt;script&gt;');
  });

  it('makes links of addresses', () => {
    expect(letter(effect(), { ...from, to: 'a@b.example' }).html).toContain(
      '<a href="https://kladka.example/a?b=1&amp;c=2">',
    );
  });

  it('is refused for good without one proper address', async () => {
    const { post } = standIn();
    for (const email of [undefined, 'nobody', 'a@b.example, c@d.example', 'a@b.example\nBcc: x@y.example']) {
      const address = email === undefined ? {} : { email };
      expect(await send(effect({ address }), sending(), { ...from, post })).toEqual({
        outcome: 'failed',
        code: 'noAddress',
        again: false,
      });
    }
  });

  it('is tried again after a fault that may pass, and not after one that does not', async () => {
    const failing = (name: string) => async () => {
      throw Object.assign(new Error('no'), { name, $fault: 'client' });
    };
    expect(
      await send(effect(), sending(), { ...from, post: failing('TooManyRequestsException') }),
    ).toMatchObject({ again: true });
    expect(await send(effect(), sending(), { ...from, post: failing('MessageRejected') })).toMatchObject({
      again: false,
    });
  });
});
