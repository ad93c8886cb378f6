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

describe('what a scenario was', () => {
  const sent = {
    submittedAt: '2026-03-02T08:00:00Z',
    applicant: olena,
    form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
  };
  type Steps = Parameters<typeof playScenario>[1]['steps'];
  const plays = (service: Parameters<typeof playScenario>[0], steps: Steps) =>
    playScenario(service, { ...sent, steps });
  const task = (more: object = {}) => ({
    ...{ type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } }, ...more },
  });
  const approve = { as: 'registrar', at: 'ask', act: 'approve' } as const;
  const registrar = {
    kind: 'officer',
    appointment: {
      ...{ person: 'registrar-of-the-scenario', agency: 'city', office: 'central', role: 'registrar' },
    },
  };
  const scenario = { kind: 'system', by: 'scenario' };

  it('is told command by command: by whom, when, up to which event; the same whenever it is played', () => {
    const heard = { type: 'wait', event: { connector: 'bank', match: 'true' }, next: 'review' };
    const service = asking(heard, { states: { review: task() } });
    const steps: Steps = [
      ...[{ passes: 'P1D' }, { tells: 'bank', event: {} }, { ...approve, at: 'review', reason: 'Так' }],
    ];
    const { taken, events, case: kase } = plays(service, steps);
    const told = { type: 'eventTold', connector: 'bank', event: {} };
    expect(taken.slice(1)).toEqual([
      {
        ...{ at: '2026-03-03T08:00:00Z', actor: { kind: 'system', by: 'connector:bank' } },
        ...{ command: told, seq: 4 },
      },
      { at: '2026-03-03T08:00:00Z', actor: registrar, command: { type: 'claim', path: 'review' }, seq: 5 },
      {
        ...{ at: '2026-03-03T08:00:00Z', actor: registrar, seq: events.length },
        command: { type: 'act', path: 'review', action: 'approve', reason: 'Так' },
      },
    ]);
    expect(taken[0]).toMatchObject({ at: sent.submittedAt, seq: 2 });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1));
    expect(kase?.id).toBe('00000000-0000-7000-8000-000000000001');
    const salts = events.flatMap((event) => ('salt' in event ? [event.salt] : []));
    expect(salts).toEqual([2, 3, 4].map((n) => String(n).padStart(32, '0')));
    expect(plays(service, steps).events).toEqual(events);
  });

  it('is what fell due, the earliest first, and not before its time', () => {
    const waits = (long: string, short: string) => {
      const branch = (of: string) => ({
        initial: 'wait',
        states: { wait: { type: 'wait', for: of, next: 'over' }, over: { type: 'end', outcome: 'over' } },
      });
      const branches = { long: branch(long), short: branch(short) };
      const join = { outcome: 'over', need: 'all' };
      const service = asking({ type: 'parallel', branches, join, next: 'granted', otherwise: 'refused' });
      return plays(service, [{ passes: 'P5D' }]).taken.flatMap(({ at, command }) =>
        command.type === 'timerFired' ? [[command.path, at.slice(0, 10)]] : [],
      );
    };
    const [long, short] = ['ask/long/wait', 'ask/short/wait'];
    expect(waits('P3D', 'P1D')).toEqual([
      [short, '2026-03-03'],
      [long, '2026-03-05'],
    ]);
    expect(waits('P1D', 'P4D')).toEqual([
      [long, '2026-03-03'],
      [short, '2026-03-06'],
    ]);
    const hours = asking({ type: 'wait', for: 'PT2H', next: 'granted' });
    expect(plays(hours, [{ passes: 'PT1H' }]).outcome).toBeUndefined();
    expect(plays(hours, [{ passes: 'PT2H' }]).outcome).toBe('granted');
  });

  it('is not what passing time alone does not bring: a draw, an answer, the end of keeping', () => {
    const drawing = plays(asking(task({ assign: 'random' })), [{ passes: 'P1D' }]);
    expect(drawing).toMatchObject({
      now: '2026-03-03T08:00:00Z',
      case: { places: { ask: { assign: 'random' } } },
    });
    expect(drawing.refused).toBeUndefined();
    const call = { type: 'call', connector: 'population', input: {}, retryFor: 'P2D', next: 'granted' };
    const silent = plays(asking({ ...call, failed: 'refused' }), [{ passes: 'P5D' }]);
    expect(silent.case?.position).toEqual({ state: 'ask' });
    const kept = plays(asking(task()), [approve, { passes: 'P80Y' }]);
    expect(kept.events.map(({ type }) => type)).not.toContain('expired');
    expect(kept.now).toBe('2106-03-02T08:00:00Z');
  });

  it('is that the term in law runs out too', () => {
    const late = plays(asking(task()), [{ passes: 'P20D' }]);
    expect(late.taken.map(({ command }) => command)).toContainEqual({
      ...{ type: 'timerFired', path: '', kind: 'decide', at: expect.any(String) },
    });
  });

  it('is a draw that falls on whoever acts, and on nobody where another role does', () => {
    const service = asking(task({ assign: 'random' }));
    expect(plays(service, [approve]).taken[1]).toEqual({
      ...{ at: sent.submittedAt, actor: scenario, seq: expect.any(Number) },
      command: { type: 'timerFired', path: 'ask', kind: 'draw', at: sent.submittedAt },
      staff: [{ person: 'registrar-of-the-scenario', open: 0 }],
    });
    const other = plays(service, [{ ...approve, as: 'head' }]);
    expect(other.refused).toMatchObject({ step: 0 });
    expect(other.taken).toHaveLength(1);
  });

  it('is an act in the office where the task is, be there another task in another agency beside it', () => {
    const branch = (role: string) => ({
      initial: role,
      states: {
        [role]: task({ role, actions: { approve: { to: 'over' } } }),
        over: { type: 'end', outcome: 'over' },
      },
    });
    const branches = { ours: branch('registrar'), theirs: branch('expert') };
    const join = { outcome: 'over', need: 'all' };
    const service = asking({ type: 'parallel', branches, join, next: 'granted', otherwise: 'refused' });
    const roles = { ...service.bundle.roles, expert: { agency: 'other', title: { uk: 'Експерт' } } };
    const both = { ...service, bundle: { ...service.bundle, roles } } as unknown as typeof service;
    const [ours, theirs] = [
      { ...approve, at: 'ask/ours/registrar' },
      { ...approve, as: 'expert', at: 'ask/theirs/expert' },
    ];
    for (const steps of [
      [ours, theirs],
      [theirs, ours],
    ]) {
      const { taken, outcome } = plays(both, steps);
      expect(outcome).toBe('granted');
      const offices = taken.flatMap(({ actor }) => (actor.kind === 'officer' ? [actor.appointment] : []));
      expect(offices.filter(({ role }) => role === 'expert')).toMatchObject([
        { person: 'expert-of-the-scenario', agency: 'other', office: 'main' },
        { agency: 'other' },
      ]);
    }
  });

  it('is more time, taken by the head for a reason', () => {
    const extend = { as: 'head', do: 'extend', reason: 'Складна справа' } as const;
    const { taken, case: kase, refused } = plays(asking(task()), [extend]);
    expect(refused).toBeUndefined();
    expect(taken.at(-1)?.command).toEqual({ type: 'extend', reason: 'Складна справа' });
    expect(kase?.term?.extended).toBe(1);
  });

  it('is what is done, with no ground but those that it names', () => {
    const bare = plays(asking(task()), [approve, { as: 'head', do: 'revoke', reason: 'Помилка' }]);
    expect(bare.refused).toMatchObject({ step: 1, refusal: { code: 'groundsNeeded' } });
  });

  it('is a payment, a signature and the ends of other cases, each known apart', () => {
    const start = {
      ...{ type: 'start', cases: { a: { service: 'other' }, b: { service: 'other' } } },
      ...{ due: 'P60D', overdue: { to: 'late' }, next: 'granted' },
    };
    const sign = { type: 'sign', by: { party: 'applicant' }, what: 'application', declined: 'refused' };
    const service = asking(
      { ...fee, next: 'sign' },
      { states: { sign: { ...sign, next: 'more' }, more: start } },
    );
    const result = { signature: 'MII' };
    const { taken } = plays(service, [
      ...[{ answer: 'ask' }, { answer: 'sign', result }, { answer: 'more', result: 'refused' }],
    ]);
    const [paid, signed, ...ended] = taken.slice(1).map(({ command }) => command);
    const payment = paid && 'effect' in paid ? `payment-${paid.effect}` : '';
    expect(paid).toMatchObject({ type: 'paid', payment, amount: 100 });
    expect(signed).toMatchObject({ type: 'signed', signature: { result } });
    expect(ended).toMatchObject([
      { type: 'childEnded', child: 'case-1', name: 'a', outcome: 'refused' },
      { type: 'childEnded', child: 'case-2', name: 'b', outcome: 'refused' },
    ]);
  });

  it('is that cases were started, where nobody waits for how they end', () => {
    const start = { type: 'start', cases: { a: { service: 'other' } }, await: 'none', next: 'granted' };
    const { taken, outcome } = plays(asking({ ...start, due: 'P60D', overdue: { to: 'late' } }), [
      ...[{ answer: 'ask' }],
    ]);
    expect(outcome).toBe('granted');
    expect(taken.at(-1)?.command).toMatchObject({ type: 'callAnswered' });
  });

  it('is one other case, where any will do', () => {
    const cases = { a: { service: 'other' }, b: { service: 'other' } };
    const any = { type: 'start', cases, await: 'any', due: 'P60D', overdue: { to: 'late' }, next: 'granted' };
    const { taken, outcome, refused } = plays(asking(any), [{ answer: 'ask' }]);
    expect([taken.length, outcome, refused]).toEqual([2, 'granted', undefined]);
  });

  it('is what a registry and a printer say by themselves, one after the other or alone', () => {
    const record = { do: 'create', registry: 'people', key: 'form.rnokpp', data: {} };
    const issue = { type: 'issue', next: 'granted', failed: 'refused' };
    const issued = (more: object) => plays(asking({ ...issue, ...more }), [{ answer: 'ask' }]);
    const both = issued({ record, document: 'certificate' });
    expect(both).toMatchObject({ outcome: 'granted', documents: ['certificate'], records: ['people'] });
    const [document] = Object.values(both.case?.documents ?? {});
    expect(document).toMatchObject({ sha256: '0'.repeat(64), number: '1' });
    expect(document?.id).toMatch(/^document-00000000-0000-7000-8000-0{11}1\/\d+\/0$/);
    expect(issued({ record })).toMatchObject({ outcome: 'granted', documents: [], records: ['people'] });
    expect(issued({ record }).taken).toHaveLength(2);
    expect(issued({ record }).refused).toBeUndefined();
    expect(issued({ document: 'certificate' })).toMatchObject({ documents: ['certificate'], records: [] });
  });

  it('is stopped by what does not begin, with nothing of a case', () => {
    const begun = playScenario(asking(task()), { ...sent, startedBy: 'schedule', steps: [approve] });
    expect(begun).toEqual({
      ...{ case: null, now: sent.submittedAt, events: [], taken: [], documents: [], records: [] },
      ...{ messages: [], refused: { step: -1, refusal: expect.objectContaining({ code: 'notAllowed' }) } },
    });
  });
});
