import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MessageEffect } from '#core/case/effect.ts';
import type { Sending } from '../../store/drain.ts';
import { letter } from './letter.ts';
import { MOST_ATTACHED, type ReadPaper } from './papers.ts';
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
const from = {
  from: 'Кладка <no-reply@kladka.example>',
  origin: 'https://kladka.example',
  read: async () => null,
};
const nothing = { papers: [], tooLarge: [], missing: [] };

describe('a message by mail', () => {
  it('goes out in text and HTML, and says which effect it is', async () => {
    const { post, letters } = standIn();
    expect(await send(effect(), sending(), { ...from, post })).toEqual({ outcome: 'done' });
    expect(letters).toHaveLength(1);
    expect(letters[0]?.headers).toContainEqual({ name: 'X-Kladka-Effect', value: 'c1/3/0' });
    expect(letters[0]?.text).toContain('Номер заяви: 4821-0937-5516');
  });

  const bytes = Buffer.from('%PDF-1.7 дозвіл');
  const permit = {
    name: 'permit-2026-15.pdf',
    title: 'Дозвіл № 2026/15',
    key: 'demo/c1/documents/d1.pdf',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    version: 'v1',
  };

  it('takes along the documents of the case, and says which', async () => {
    const { post, letters } = standIn();
    const asked: unknown[] = [];
    const read: ReadPaper = async (of, most) => {
      asked.push([of.key, of.version, most]);
      return bytes;
    };
    const given = { ...effect(), attach: [permit, { ...permit, name: 'second.pdf' }] };
    expect(await send(given, sending(), { ...from, post, read })).toEqual({ outcome: 'done' });
    expect(letters[0]?.papers).toEqual([
      { name: 'permit-2026-15.pdf', title: 'Дозвіл № 2026/15', content: bytes },
      { name: 'second.pdf', title: 'Дозвіл № 2026/15', content: bytes },
    ]);
    expect(letters[0]?.text).toContain('До листа додано: Дозвіл № 2026/15; Дозвіл № 2026/15.');
    expect(letters[0]?.html).toContain('До листа додано');
    // each has what the ones before left of the whole
    expect(asked).toEqual([
      ['demo/c1/documents/d1.pdf', 'v1', MOST_ATTACHED],
      ['demo/c1/documents/d1.pdf', 'v1', MOST_ATTACHED - bytes.length],
    ]);
  });

  it('goes without a document that is too large or was not issued, and says so', async () => {
    const { post, letters } = standIn();
    const given = { ...effect(), attach: [permit], missing: ['План'] };
    await send(given, sending(), { ...from, post, read: async () => null });
    expect(letters[0]?.papers).toEqual([]);
    expect(letters[0]?.text).toContain('Завелике для листа');
    expect(letters[0]?.text).toContain('до листа не додано: План.');
  });

  it('does not go with a file that is not the one that was issued', async () => {
    const { post, letters } = standIn();
    const tried = sending();
    const read: ReadPaper = async () => Buffer.from('another');
    expect(await send({ ...effect(), attach: [permit] }, tried, { ...from, post, read })).toMatchObject({
      outcome: 'failed',
      code: 'PaperChanged',
      again: false,
    });
    expect(letters).toEqual([]);
    expect(tried.notes).toEqual([]);
  });

  it('waits for the store where its document cannot be read: no attempt has begun', async () => {
    const { post, letters } = standIn();
    const tried = sending();
    const read: ReadPaper = async () => {
      throw Object.assign(new Error('no'), { name: 'ServiceUnavailable' });
    };
    expect(await send({ ...effect(), attach: [permit] }, tried, { ...from, post, read })).toMatchObject({
      code: 'ServiceUnavailable',
      again: true,
    });
    expect([letters, tried.notes]).toEqual([[], []]);
  });

  it('cannot be turned into another letter by what people enter', () => {
    const made = letter(
      effect({ subject: 'a\r\nBcc: all@example.org', body: '<script>alert(1)</script> "q"' }),
      {
        ...from,
        ...nothing,
        to: 'a@b.example',
      },
    );
    expect(made.subject).toBe('a Bcc: all@example.org');
    expect(made.html).not.toContain('<script>');
    expect(made.html).toContain('&lt;script&gt;');
  });

  it('makes links of addresses', () => {
    expect(letter(effect(), { ...from, ...nothing, to: 'a@b.example' }).html).toContain(
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
