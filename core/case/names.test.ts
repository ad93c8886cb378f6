import { describe, expect, it } from 'vitest';
import { agencyNames, draftNames, namesOf, parametersOn } from './names.ts';
import { olena, Play, small } from './small-service.testing.ts';

const now = '2026-03-02T08:00:00Z';

describe('what an expression sees', () => {
  it('of a parameter is its value of that day, and null before it had one', () => {
    const on = (day: string) => parametersOn(small, day).fee;
    expect(['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map(on)).toEqual([null, 90, 90, 100]);
    const { parameters: _, ...bundle } = small.bundle;
    expect(parametersOn({ ...small, bundle }, '2026-01-01')).toEqual({});
  });

  it('of an agency is what it says of itself, with nothing unknown', () => {
    expect(agencyNames(small, 'city')).toMatchObject({
      id: 'city',
      edrpou: '00000000',
      contacts: { phone: null },
    });
    expect(agencyNames(small, 'other').edrpou).toBeNull();
    expect(agencyNames(small, 'gone')).toMatchObject({ id: 'gone', title: {}, edrpou: null });
  });

  it('of an office that is no more is that it was there', () => {
    const play = new Play();
    play.toReview();
    const seen = (office: string) =>
      namesOf(small, { ...play.here, office: { agency: 'city', office } }, '', now).office;
    expect(seen('central')).toMatchObject({ id: 'central', katottg: ['UA80000000000093317'] });
    expect(seen('gone')).toEqual({
      ...{ id: 'gone', title: {}, index: null, katottg: [], address: {} },
      contacts: { phone: null, email: null, url: null, hours: null },
    });
  });

  it('of who applies is who they are, for themselves where nothing else is said', () => {
    const draft = { identity: olena, lookups: {}, language: 'uk', channel: 'portal' };
    const business = { ...olena, business: { edrpou: '12345678' } };
    const seen = draftNames(small, { ...draft, applicant: business }, now);
    expect(seen).toMatchObject({
      case: { through: 'self' },
      applicant: { business: { edrpou: '12345678', name: null } },
    });
    expect(draftNames(small, { ...draft, applicant: undefined, through: 'parent' }, now)).toMatchObject({
      case: { through: 'parent' },
      applicant: { person: null, age: null, business: { edrpou: null } },
    });
  });

  it('of an item that is gone is null, and of a flow that is gone only what lies around it', () => {
    const play = new Play();
    play.submit([{ rnokpp: '2222222222', email: 'a@mail.example' }]);
    const service = structuredClone(small);
    Object.assign(service.bundle.flow.states.consents ?? {}, { as: 'one' });
    const seen = (flow: string) => namesOf(service, play.here, flow, now);
    expect(seen('consents/1')).toHaveProperty('one', null);
    expect(seen('consents/1')).toHaveProperty('ask');
    expect(seen('')).not.toHaveProperty('ask');
    for (const gone of ['signing/nobody', 'gone/1']) {
      expect(Object.keys(seen(gone))).toEqual(Object.keys(seen('')));
    }
  });
});
