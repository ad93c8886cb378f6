import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCitizen, assuranceOf, identifying, identityOf, nameOf } from './claims.ts';
import { cookieOf, sessionCookie, setCookie } from './cookie.ts';
import { insecureAllowed } from './provider.ts';
import { returnPath } from './return.ts';
import { GRACE, judge } from './rotation.ts';
import { joseSignature } from './token.ts';

describe('where a person goes after the login', () => {
  const origin = 'https://kladka.example';
  it('keeps a path of ours with its query', () => {
    expect(returnPath('/services/a?x=1#b', 'citizen', origin)).toBe('/services/a?x=1#b');
  });
  it.each([undefined, '', 'https://bad.example/', '//bad.example', '/\\bad.example', '/\t/bad.example', 'a'])(
    'never leads elsewhere: %j',
    (asked) => {
      expect(returnPath(asked, 'citizen', origin)).toBe('/');
      expect(returnPath(asked, 'officer', origin)).toBe('/workspace/');
    },
  );
  it('leads to this origin whatever was asked', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (asked) => {
        const path = returnPath(asked, 'citizen', origin);
        expect(new URL(path, origin).origin).toBe(origin);
        expect(path.startsWith('/') && !path.startsWith('//')).toBe(true);
      }),
    );
  });
});

describe('what a provider says of a person', () => {
  const claims = {
    sub: 's1',
    family_name: 'Коваленко',
    given_name: 'Олена',
    middle_name: 'Іванівна',
    rnokpp: '3347312325',
    edrpou: '32855961',
    organization: 'ТОВ «Кладочка»',
    acr: 'http://eidas.europa.eu/LoA/substantial',
    birthdate: '',
    unzr: 7,
  };
  it('becomes an identity in our words; what is empty or no text is left out', () => {
    expect(identityOf(claims)).toEqual({
      surname: 'Коваленко',
      name: 'Олена',
      patronymic: 'Іванівна',
      rnokpp: '3347312325',
      assurance: 'substantial',
      business: { edrpou: '32855961', name: 'ТОВ «Кладочка»' },
    });
    expect(nameOf(claims)).toBe('Коваленко Олена Іванівна');
  });
  it('makes an officer known by sub alone', () => {
    expect(identifying('officer', claims)).toEqual({ sub: 's1' });
    expect(identifying('citizen', claims).rnokpp).toBe('3347312325');
  });
  it('says which citizen an officer is, in the words of a directory or of Cognito', () => {
    expect(asCitizen(claims)).toEqual({ rnokpp: '3347312325' });
    expect(asCitizen({ sub: 's1', 'custom:rnokpp': '3347312325' })).toEqual({ rnokpp: '3347312325' });
    expect(asCitizen({ sub: 's1' })).toBeNull();
  });
  it('counts no level that it does not know', () => {
    expect(assuranceOf('high')).toBe('high');
    expect(assuranceOf('urn:mace:incommon:iap:silver')).toBeUndefined();
    expect(assuranceOf(2)).toBeUndefined();
  });
});

describe('a session cookie', () => {
  it('is out of reach of scripts and of other sites', () => {
    const line = setCookie(sessionCookie('officer'), 'v', 60, 'https://kladka.example');
    expect(line).toBe('kladka-officer=v; Path=/api/session; HttpOnly; SameSite=Lax; Max-Age=60; Secure');
  });
  it('is read by its whole name, and only where it can be ours', () => {
    const value = 'a'.repeat(43);
    expect(cookieOf([`xkladka-citizen=${value}`, `kladka-citizen=${value}`], 'kladka-citizen')).toBe(value);
    expect(cookieOf(['kladka-citizen=<script>aaaaaaaaaaaaaaaaaaaa'], 'kladka-citizen')).toBeNull();
  });
  const kept = { current: 'new', previous: 'old', rotatedAt: 1000, endsAt: 9000, ttl: 5000 };
  it('is good once, then for a moment more, then betrays who copied it', () => {
    expect(judge(kept, 'new', 1001)).toBe('good');
    expect(judge(kept, 'old', 1000 + GRACE)).toBe('justReplaced');
    expect(judge(kept, 'old', 1001 + GRACE)).toBe('stolen');
    expect(judge(kept, 'other', 1001)).toBe('stolen');
  });
  it('ends when it was not used, or has lasted long enough', () => {
    expect(judge(kept, 'new', 5000)).toBe('over');
    expect(judge({ ...kept, ttl: 20_000 }, 'new', 9000)).toBe('over');
  });
});

describe('the signature of a token', () => {
  it('is what JOSE expects, whatever KMS signed', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    fc.assert(
      fc.property(fc.uint8Array(), (message) => {
        const made = joseSignature(sign('sha256', message, privateKey));
        const key = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
        expect(made.length).toBe(64);
        expect(verify('sha256', message, key, made)).toBe(true);
      }),
    );
  });
  it('is refused where it is no signature', () => {
    expect(() => joseSignature(new Uint8Array([0x30, 2, 2, 0]))).toThrow('not a DER signature');
    expect(() => joseSignature(new Uint8Array())).toThrow('not a DER signature');
  });
});

it('speaks plain HTTP to this very machine only', () => {
  expect(insecureAllowed('http://localhost:4601/citizen')).toBe(true);
  expect(insecureAllowed('http://id.example/')).toBe(false);
  expect(insecureAllowed('https://localhost/')).toBe(false);
});
