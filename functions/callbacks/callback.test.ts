import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf, isSigned, readCallback, signatureOf } from './callback.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const given = { secret: 'a secret of forty letters, or thereabouts', now, toleranceMs: 300_000 };
const seconds = now / 1000;

describe('what another system tells', () => {
  it('is taken when it is signed and fresh', () => {
    expect(isSigned(signatureOf('{}', given.secret, seconds), '{}', given)).toBe('signed');
    expect(isSigned(signatureOf('{}', given.secret, seconds - 300), '{}', given)).toBe('signed');
  });

  it('is refused when it is old, from the future, or not signed', () => {
    expect(isSigned(signatureOf('{}', given.secret, seconds - 301), '{}', given)).toBe('stale');
    expect(isSigned(signatureOf('{}', given.secret, seconds + 301), '{}', given)).toBe('stale');
    expect(isSigned(undefined, '{}', given)).toBe('badSignature');
    expect(isSigned('t=1,v1=00', '{}', given)).toBe('badSignature');
    expect(isSigned(signatureOf('{}', 'another', seconds), '{}', given)).toBe('badSignature');
  });

  it('is refused when a letter of it was changed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (said, heard) => {
        const header = signatureOf(said, given.secret, seconds);
        expect(isSigned(header, heard, given)).toBe(said === heard ? 'signed' : 'badSignature');
      }),
    );
  });

  it('becomes a command of the case', () => {
    const told = readCallback(
      '{"id":"m1","service":"demo","case":"c1","type":"answered","effect":"c1/2/0","result":{"found":true}}',
    );
    if ('wrong' in told) throw new Error(told.wrong);
    expect(commandOf('rights', told)).toEqual({
      type: 'callAnswered',
      effect: 'c1/2/0',
      result: { found: true },
    });
  });

  it('says which property is wrong', () => {
    expect(readCallback('nonsense')).toEqual({ wrong: 'The body must be JSON.' });
    expect(readCallback('{"id":"m1","service":"demo","case":"c#1"}')).toMatchObject({
      wrong: expect.stringContaining('case'),
    });
    expect(
      readCallback(
        '{"id":"m1","service":"demo","case":"c1","type":"paid","effect":"e","payment":"p","amount":1.5}',
      ),
    ).toEqual({
      wrong: 'amount: an integer of the smallest unit',
    });
  });
});
