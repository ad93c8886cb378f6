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
    const taken = example([{ as: 'applicant', do: 'withdraw', reason: 'Передумала' }]).events;
    expect(taken.find(({ type }) => type === 'withdrawn')).toMatchObject({ data: { reason: 'Передумала' } });
    expect(example([...decided, { as: 'registrar', do: 'revoke' }]).refused).toMatchObject({
      step: 2,
      refusal: { code: 'notAllowed' },
    });
  });
});

describe('what a scenario says short', () => {
  const sent = {
    submittedAt: '2026-03-02T08:00:00Z',
    applicant: olena,
    form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
  };
  const task = { type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } };
  const after = { correct: { by: 'head' }, revoke: { by: 'head', grounds: [] } };

  it('is that a mistake is corrected, with what and why', () => {
    const base = asking(task);
    const service = { ...base, bundle: { ...base.bundle, after } } as unknown as typeof base;
    const decided = { as: 'registrar', at: 'ask', act: 'approve' } as const;
    const correct = { as: 'head', do: 'correct', changes: { '/name': 'Олеся' }, reason: 'Описка' } as const;
    const played = playScenario(service, { ...sent, steps: [decided, correct] });
    expect(played.case?.data.form.name).toBe('Олеся');
    expect(
      playScenario(service, { ...sent, steps: [decided, { as: 'head', do: 'correct' }] }).refused,
    ).toMatchObject({
      refusal: { code: 'reasonNeeded' },
    });
  });

  it('is the end of the first of other cases, where any will do, or of each by its name', () => {
    const cases = { a: { service: 'other' }, b: { service: 'other' } };
    const start = { type: 'start', cases, due: 'P60D', overdue: { to: 'late' }, next: 'granted' };
    const ended = (more: object, result?: unknown) =>
      playScenario(asking({ ...start, ...more }), {
        ...sent,
        steps: [{ answer: 'ask', ...(result === undefined ? {} : { result: result as never }) }],
      }).events.flatMap((event) => (event.type === 'answered' && event.ended ? [event.ended] : []));
    expect(ended({ await: 'any' }, 'refused')).toMatchObject([{ outcome: 'refused', name: 'a' }]);
    expect(ended({}, { b: 'refused' })).toMatchObject([
      { outcome: 'granted', name: 'a' },
      { outcome: 'refused', name: 'b' },
    ]);
    expect(ended({}, [])).toMatchObject([{ outcome: 'granted' }, { outcome: 'granted' }]);
    expect(ended({}).map(({ outcome }) => outcome)).toEqual(['granted', 'granted']);
  });

  it('is that time passes: what falls due meanwhile happens, one after the other', () => {
    const wait = { type: 'wait', for: 'P1D', next: 'again' };
    const states = { again: { type: 'wait', for: 'P2D', next: 'granted' } };
    const service = asking(wait, { states });
    const passes = (steps: { passes: string }[]) => playScenario(service, { ...sent, steps });
    expect(passes([{ passes: 'P2D' }]).case?.position).toEqual({ state: 'again' });
    expect(passes([{ passes: 'P10D' }]).outcome).toBe('granted');
    expect(passes([{ passes: 'P10D' }]).now).toBe('2026-03-12T08:00:00Z');
    const lost = asking(wait, { states: { again: { type: 'wait', next: 'granted' } } });
    expect(playScenario(lost, { ...sent, steps: [{ passes: 'P10D' }] }).refused).toMatchObject({
      step: 0,
      refusal: { code: 'definitionFault' },
    });
  });
});
