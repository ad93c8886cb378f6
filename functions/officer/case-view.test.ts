import { describe, expect, it } from 'vitest';
import { asOfficer, asSystem, Play, small } from '#core/case/small-service.testing.ts';
import type { Appointment, OfficerActor } from '#core/case/types.ts';
import { ApiProblem } from '../http/problem.ts';
import { caseView, sightOf } from './case-view.ts';
import { fitting } from './held.ts';

const of = (...args: Parameters<typeof asOfficer>): Appointment => asOfficer(...args).appointment;
const registrar = of('o-iryna', 'registrar');
const head = of('o-head', 'head');
const lawyer = of('o-lawyer', 'lawyer');
const expert = of('o-expert', 'expert', 'other', 'main');
const sameRoleElsewhere = of('o-x', 'registrar', 'other', 'main');
const by = (appointment: Appointment): OfficerActor => ({ kind: 'officer', appointment });

const foundIn = (play: Play) => ({ service: small, kase: play.here, now: play.now });
function view(play: Play, ...held: Appointment[]) {
  try {
    return caseView(sightOf(foundIn(play), held, 'uk'), new Map(), play.events);
  } catch (error) {
    if (error instanceof ApiProblem) return error.code;
    throw error;
  }
}
const seen = (play: Play, ...held: Appointment[]) => {
  const found = view(play, ...held);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const inReview = () => {
  const play = new Play();
  play.toReview();
  return play;
};

describe('a case as an officer sees it', () => {
  // who, the fields of the form that they see, what they may do in the task, with the case
  const cells: [string, Appointment, string[] | 'notFound', string[], string[]][] = [
    ['registrar', registrar, ['name', 'rnokpp', 'owners'], ['claim', 'transfer'], ['message']],
    ['head', head, ['name'], ['assign'], ['extend', 'message']],
    ['lawyer', lawyer, ['name', 'owners'], [], ['message']],
    ['clerk', of('o-clerk', 'clerk'), ['name', 'rnokpp', 'owners'], [], ['message']],
    ['expert of another agency', expert, 'notFound', [], []],
    ['registrar of another agency', sameRoleElsewhere, 'notFound', [], []],
    ['registrar whose time is over', { ...registrar, to: '2026-01-01' }, 'notFound', [], []],
    ['role that no service knows', of('o-nobody', 'nobody'), 'notFound', [], []],
  ];
  for (const [who, appointment, fields, may, whole] of cells)
    it(`${who}: ${fields === 'notFound' ? 'nothing' : fields.join(', ')}`, () => {
      const found = view(inReview(), appointment);
      if (fields === 'notFound') return expect(found).toBe('notFound');
      expect(found).toMatchObject({ may: expect.arrayContaining(whole) });
      const { form, tasks } = seen(inReview(), appointment);
      expect(Object.keys(form).sort()).toEqual([...fields].sort());
      expect(tasks.map((task) => [task.path, [...task.may].sort()])).toEqual([['review', [...may].sort()]]);
    });

  it('offers actions, grounds, marks and the form to whoever has claimed the task, and to nobody else', () => {
    const play = inReview();
    play.do(by(registrar), { type: 'claim', path: 'review' });
    const [task] = seen(play, registrar).tasks;
    expect(task).toMatchObject({
      mine: true,
      edits: ['/name'],
      markable: { return: ['main'] },
      form: { schema: { type: 'object' } },
    });
    expect(task?.actions).toEqual([
      { id: 'approve', title: { uk: 'Погодити', en: 'Approve' } },
      { id: 'return', title: expect.anything(), reason: true, marks: true, left: 2 },
      {
        id: 'refuse',
        title: expect.anything(),
        explain: true,
        grounds: [expect.objectContaining({ id: 'noRight' })],
      },
    ]);
    const [others] = seen(play, of('o-second', 'registrar')).tasks;
    expect(others).toMatchObject({ mine: false, actions: [] });
    expect(others).not.toHaveProperty('form');
  });

  it('tells an answer of a registry, or that there is none, only to the role that sees it', () => {
    const play = new Play();
    play.submit();
    play.do(asSystem, { type: 'callFailed', effect: play.effect('check'), code: 'unreachable', final: true });
    expect(seen(play, registrar).answers).toEqual([
      expect.objectContaining({ as: 'registry', failed: 'unreachable' }),
    ]);
    expect(seen(play, head).answers).toEqual([]);
    expect(seen(inReview(), registrar).answers).toEqual([
      expect.objectContaining({ as: 'registry', result: { found: true } }),
    ]);
  });

  it('shows one who is asked for an opinion the question and the shared fields, no history and no parties', () => {
    const play = inReview();
    play.do(by(registrar), { type: 'claim', path: 'review' });
    const asked = { agency: 'other', office: 'main', role: 'expert', question: 'Чи так?' };
    play.do(by(registrar), {
      ...{ type: 'consult', path: 'review', ...asked },
      ...{ by: '2026-03-10T10:00:00Z', fields: ['/name'] },
    });
    const found = seen(play, expert);
    expect(found).toMatchObject({ form: { name: 'Олена' }, history: [], parties: [], may: [] });
    expect(found.tasks).toMatchObject([
      { may: ['answerConsult'], actions: [], consults: [{ question: 'Чи так?', mine: true }] },
    ]);
  });
});

describe('an officer with several appointments', () => {
  const chosen = (play: Play, what: string, held: Appointment[]) =>
    fitting(foundIn(play), held, (one) => one.what === what, 'review').role;
  it('acts by the one that allows it, in whatever order they are held', () => {
    const both = [of('o-iryna', 'head'), registrar];
    for (const held of [both, [...both].reverse()]) {
      expect(chosen(inReview(), 'claim', held)).toBe('registrar');
      expect(chosen(inReview(), 'extend', held)).toBe('head');
    }
  });
  it('is refused by the core where none allows it, and finds no case that none opens', () => {
    expect(chosen(inReview(), 'reopen', [lawyer])).toBe('lawyer');
    expect(() => chosen(inReview(), 'claim', [expert])).toThrow(ApiProblem);
  });
  it('sees the case by the one whose task it waits for', () => {
    expect(Object.keys(seen(inReview(), of('o-iryna', 'head'), registrar).form)).toContain('rnokpp');
  });
});
