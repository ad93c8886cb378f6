import { describe, expect, it } from 'vitest';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { small } from '#core/case/small-service.testing.ts';
import { servicePage } from './service-page.ts';

const NOW = '2026-03-02T08:00:00Z';
const { bundle } = small;
const paid = (amount: string): ServiceRuntime => {
  const fee = { type: 'pay', connector: 'bank', amount, purpose: { uk: 'Збір' }, next: 'check' };
  const flow = { initial: 'fee', states: { fee, ...bundle.flow.states } };
  return { ...small, bundle: { ...bundle, flow } } as unknown as ServiceRuntime;
};

describe('the public page of a service', () => {
  it('has the form that is drawn, the agency and by when it is decided', () => {
    expect(servicePage(small, NOW)).toMatchObject({
      id: 'small',
      hash: small.hash,
      agency: { id: 'city', title: { uk: 'Місто' } },
      startedBy: { applicant: true },
      applicant: { through: ['self'] },
      fee: null,
      decideWithin: { workingDays: 10 },
      form: { pages: [{ id: 'main' }, { id: 'owners' }] },
    });
  });

  it('says what is paid by the parameters of the day, and nothing where that depends on the form', () => {
    expect(servicePage(paid('parameters.fee'), NOW).fee).toBe(100);
    expect(servicePage(paid('parameters.fee'), '2025-06-01T08:00:00Z').fee).toBe(90);
    expect(servicePage(paid('form.name'), NOW).fee).toBeUndefined();
  });

  it('says that it is suspended from the day on which it is', () => {
    const suspended = { since: '2026-03-02', why: { uk: 'Оновлення' } };
    const service = { ...small, bundle: { ...bundle, availability: { suspended } } } as ServiceRuntime;
    expect(servicePage(service, NOW).availability).toEqual({ suspended });
    expect(servicePage(service, '2026-03-01T08:00:00Z').availability).toEqual({});
  });
});

describe('what one must have', () => {
  it('is told beside the right to represent in which alone it is needed', () => {
    const applicant = { ...bundle.parties.applicant, through: ['self', 'parent'] };
    const needs = [
      { title: { uk: 'Паспорт' } },
      { title: { uk: 'Свідоцтво' }, when: 'case.through = "parent"' },
      { title: { uk: 'Договір' }, when: 'form.name != "Олена"' },
    ];
    const parties = { ...bundle.parties, applicant };
    const service = { ...small, bundle: { ...bundle, parties, needs } } as unknown as ServiceRuntime;
    expect(servicePage(service, NOW).needs?.map(({ through }) => through)).toEqual([
      undefined,
      ['parent'],
      undefined,
    ]);
  });
});

describe('a counter', () => {
  it('is named by its role, with what expressions see of one who is not known yet', () => {
    const { counter, names } = servicePage(small, '2026-03-02T08:00:00Z');
    expect(counter).toBe('clerk');
    expect(names).toMatchObject({
      parameters: { fee: 100 },
      identity: { rnokpp: null },
      today: '2026-03-02',
    });
  });
});
