import { describe, expect, it } from 'vitest';
import { asking, fee } from './asks.testing.ts';
import { playScenario } from './scenario.ts';
import { olena } from './small-service.testing.ts';

describe('an example of a service', () => {
  const start = {
    type: 'start',
    cases: { residence: { service: 'residence' }, benefit: { service: 'benefit' } },
    due: 'P60D',
    overdue: { to: 'late' },
    next: 'granted',
  };
  const sign = { type: 'sign', by: { party: 'applicant' }, what: 'application', next: 'others' };
  const service = asking(
    { ...fee, next: 'sign' },
    { states: { sign: { ...sign, declined: 'refused' }, others: start } },
  );
  const example = (steps: Parameters<typeof playScenario>[1]['steps']) =>
    playScenario(service, {
      submittedAt: '2026-03-02T08:00:00Z',
      applicant: olena,
      form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
      steps,
    });

  it('says that it was paid, signed and that the other cases ended by naming the state', () => {
    const played = example([{ answer: 'ask' }, { answer: 'sign' }, { answer: 'others', result: 'granted' }]);
    expect(played.refused).toBeUndefined();
    expect(played.outcome).toBe('granted');
  });

  it('says that it was declined by the name of the failure', () => {
    expect(example([{ answer: 'ask' }, { answer: 'sign', fails: 'declined' }]).outcome).toBe('refused');
  });

  it('names the step that the case refuses', () => {
    expect(example([{ answer: 'ask' }, { answer: 'ask' }]).refused).toMatchObject({
      step: 1,
      refusal: { code: 'late' },
    });
  });
});

describe('a scenario with the whole case', () => {
  const review = { type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } };
  const heard = { type: 'wait', event: { connector: 'bank', match: 'event.paid = true', as: 'told' } };
  const service = asking(
    { ...heard, due: 'P5D', overdue: { to: 'late' }, next: 'review' },
    { states: { review } },
  );
  const example = (steps: Parameters<typeof playScenario>[1]['steps']) =>
    playScenario(service, {
      submittedAt: '2026-03-02T08:00:00Z',
      applicant: olena,
      form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
      steps,
    });
  const tells = { tells: 'bank', event: { paid: true } };

  it('goes on when a system tells what is waited for, and only then', () => {
    expect(example([tells, { as: 'registrar', at: 'review', act: 'approve' }]).outcome).toBe('granted');
    expect(example([{ ...tells, event: { paid: false } }]).refused).toMatchObject({
      refusal: { code: 'late' },
    });
  });

  it('lets the applicant withdraw, and the head revoke what was decided', () => {
    expect(example([{ as: 'applicant', do: 'withdraw' }]).outcome).toBe('withdrawn');
    const decided = [tells, { as: 'registrar', at: 'review', act: 'approve' }] as const;
    const revoke = { as: 'head', do: 'revoke', reason: 'Помилка', grounds: ['noRight'] } as const;
    expect(example([...decided, { ...revoke, grounds: [...revoke.grounds] }]).refused).toBeUndefined();
    expect(example([...decided, { as: 'registrar', do: 'revoke' }]).refused).toMatchObject({
      step: 2,
      refusal: { code: 'notAllowed' },
    });
  });
});
