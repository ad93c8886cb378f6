import { describe, expect, it } from 'vitest';
import { namesUsed, saysOf } from './paper-names.ts';
import type { ServiceRuntime } from './runtime.ts';
import { Play, small } from './small-service.testing.ts';

const now = '2026-03-02T09:00:00Z';
const always = ['agency', 'case', 'now', 'office', 'today'];
const t = (text: string) => ({ uk: text });

/** The case in review, its service with a certificate of that text. */
function reviewed(body: unknown = []) {
  const play = new Play();
  play.toReview();
  const documents = { certificate: { title: t('Витяг'), body } };
  const service = { ...small, bundle: { ...small.bundle, documents } } as unknown as ServiceRuntime;
  return { service, kase: play.here };
}
const handed = (part: unknown, of?: ReadonlySet<string>) => {
  const { service, kase } = reviewed();
  return Object.keys(namesUsed(service, kase, part, '', now, of)).sort();
};

describe('what is handed out to whoever draws a document', () => {
  it('is what its expressions name, and what every document needs', () => {
    const part = [{ type: 'text', text: t('{{registry.found}}, {{reviewer}}') }];
    expect(handed(part)).toEqual([...always, 'registry'].sort());
    expect(handed([])).toEqual(always);
    expect(handed(undefined)).toEqual(always);
    expect(handed(part, new Set())).toEqual(['registry']);
  });

  it('is the form where fields of it are shown, and the files where an image is', () => {
    expect(handed([{ type: 'fields', of: ['/name'] }], new Set())).toEqual(['form']);
    expect(handed([{ type: 'image', at: '/photo' }], new Set())).toEqual(['files']);
    expect(handed([{ type: 'line' }], new Set())).toEqual([]);
  });
});

describe('what tells one issue of a document from another', () => {
  const says = (change: (kase: ReturnType<typeof reviewed>['kase']) => object = (kase) => kase, at = now) => {
    const { service, kase } = reviewed([{ type: 'text', text: t('{{form.name}}') }]);
    return saysOf(service, { ...kase, ...change(kase) }, 'certificate', '', at);
  };

  it('is what it says and of which case, not when it is drawn', () => {
    expect(says(undefined, '2027-01-01T00:00:00Z')).toBe(says());
    expect(says(() => ({ submittedAt: '2026-03-01T00:00:00Z', language: 'en' }))).toBe(says());
    expect(says(() => ({ reference: 'another' }))).not.toBe(says());
    const named = says(({ data }) => ({ data: { ...data, form: { ...data.form, name: 'Олеся' } } }));
    expect(named).not.toBe(says());
  });

  it('is the case alone where the definition has no such document any more', () => {
    const { service, kase } = reviewed();
    const { documents: _, ...bundle } = service.bundle;
    expect(saysOf({ ...service, bundle }, kase, 'certificate', '', now)).toBe(
      saysOf(service, kase, 'gone', '', now),
    );
  });
});
