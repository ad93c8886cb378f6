import { describe, expect, it } from 'vitest';
import type { ServicePage } from '#core/api/types.ts';
import { fieldsOf, kindsOf, problemsOf, saidOf, toldOf } from './whom-form.ts';

const page = (applicant: 'required' | 'optional' | 'none', who?: ('person' | 'business')[]) =>
  ({
    officer: { role: 'head', applicant },
    applicant: { through: [], ...(who ? { who } : {}) },
  }) as unknown as ServicePage;
const number = { uk: 'номер', en: 'number' };

describe('whom a case of one’s own motion concerns', () => {
  it('is asked as far as the service leaves it open', () => {
    expect(kindsOf(page('optional', ['person']))).toEqual(['person', 'nobody']);
    expect(kindsOf(page('required'))).toEqual(['person', 'business']);
    expect(kindsOf(page('none'))).toEqual(['nobody']);
    expect(fieldsOf(['nobody'], {})).toEqual([]);
    expect(fieldsOf(['business'], {})).toEqual(['/business']);
    expect(fieldsOf(['person', 'nobody'], {})).toEqual(['/kind']);
  });

  it('is a person by a number, a business by its code and name, or nobody', () => {
    const kinds = kindsOf(page('optional'));
    const wrong = (named: Parameters<typeof problemsOf>[1]) =>
      problemsOf(kinds, named, number).map(({ pointer }) => pointer);
    const person = { surname: 'Коваленко', name: 'Олена' };
    expect(wrong({})).toEqual(['/kind']);
    expect(wrong({ kind: 'nobody' })).toEqual([]);
    expect(wrong({ kind: 'business' })).toEqual(['/business/edrpou', '/business/name']);
    expect(wrong({ kind: 'person' })).toEqual(['/person/surname', '/person/name', '/person/rnokpp']);
    expect(wrong({ kind: 'person', person })).toEqual(['/person/rnokpp']);
    expect(wrong({ kind: 'person', person: { ...person, rnokpp: '3347312325' } })).toEqual([]);
    expect(wrong({ kind: 'business', business: { edrpou: '32855961' } })).toEqual(['/business/name']);
  });

  it('is told without what was entered for another kind', () => {
    const kinds = kindsOf(page('optional'));
    const named = {
      person: { name: 'Олена', rnokpp: '3347312325' },
      business: { edrpou: '32855961', name: 'Ринок' },
    };
    expect(toldOf(kinds, { ...named, kind: 'person' })).toEqual(named.person);
    expect(toldOf(kinds, { ...named, kind: 'business' })).toEqual({ business: named.business });
    expect(toldOf(kinds, { ...named, kind: 'nobody' })).toBeUndefined();
    const said = (kind: 'person' | 'business' | 'nobody') => saidOf(toldOf(kinds, { ...named, kind }));
    expect([said('person'), said('business'), said('nobody')]).toEqual([
      'Олена, 3347312325',
      'Ринок, 32855961',
      '',
    ]);
  });
});
