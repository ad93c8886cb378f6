import { describe, expect, it } from 'vitest';
import type { ServiceBundle, State } from '#core/definition/index.ts';
import { named, stateNamed, stepOf } from './story.ts';
import type { StepKind } from './types.ts';

const bundle = {
  roles: { clerk: { title: { uk: 'Діловод', en: 'Clerk' } }, head: {} },
  parties: { applicant: {}, owner: { title: { uk: 'Власник', en: 'Owner' } }, father: {} },
} as unknown as ServiceBundle;
const actions = { yes: { to: 'next', title: { uk: 'Так', en: 'Yes' } }, plain: { to: 'next' } };
const state = (type: string, more: object = {}) => ({ type, ...more }) as unknown as State;

/** A step from a state to `next`, as it is told. */
function told(
  from: State,
  way: { kind: StepKind; action?: string; when?: string },
  more?: { uk: string; en: string },
) {
  const states = { here: from, next: state('end', { title: { uk: 'Кінець', en: 'The end' } }) };
  const place = { at: 'group/one', pointer: '/flow', states };
  return stepOf(bundle, place, 'here', { ...way, to: 'next', pointer: '/flow/states/here/next' }, more);
}
const says = (...given: Parameters<typeof told>) => {
  const { uk, en } = told(...given).says;
  return [uk, en].map((text) => text?.replace(/^.here.: /, '').replace(/ → .*$/, ''));
};
// the quotes differ by language
const around = [/^«here»: .* → «Кінець» \(next\)$/, /^“here”: .* → “The end” \(next\)$/] as const;

describe('a step of a path', () => {
  it('says where it begins and where it leads, by title and name', () => {
    const step = told(state('wait'), { kind: 'until' });
    expect(step).toMatchObject({ at: 'group/one/here', to: 'group/one/next', kind: 'until' });
    expect(step.pointer).toBe('/flow/states/here/next');
    expect(step).not.toHaveProperty('action');
    expect(step.says.uk).toMatch(around[0]);
    expect(step.says.en).toMatch(around[1]);
  });

  it.each<[string, object, string, string]>([
    ['an officer by the role', { type: 'task', role: 'clerk' }, 'Діловод', 'Clerk'],
    ['a role without a title by its name', { type: 'task', role: 'head' }, 'head', 'head'],
    ['a role that is not defined yet', { type: 'task', role: 'gone' }, 'gone', 'gone'],
    ['the applicant', { type: 'party', party: 'applicant' }, 'Заявник', 'The applicant'],
    ['another party by its title', { type: 'party', party: 'owner' }, 'Власник', 'Owner'],
    ['a party without a title by its name', { type: 'party', party: 'father' }, 'father', 'father'],
    ['a party that is not defined yet', { type: 'party', party: 'gone' }, 'gone', 'gone'],
  ])('says who acts: %s', (_, who, uk, en) => {
    const from = { ...who, actions } as unknown as State;
    expect(told(from, { kind: 'act', action: 'yes' }).action).toBe('yes');
    expect(says(from, { kind: 'act', action: 'yes' })).toEqual([`${uk} обирає «Так»`, `${en} chooses “Yes”`]);
    expect(says(from, { kind: 'act', action: 'plain' })[1]).toBe(`${en} chooses “plain”`);
  });

  it('calls the applicant as the service does, where it has a title for them', () => {
    const titled = { parties: { applicant: { title: { uk: 'Батько', en: 'Father' } } } };
    const states = { here: state('party', { party: 'applicant', actions }), next: state('end') };
    const way = { kind: 'act', action: 'yes', to: 'next', pointer: '/x' } as const;
    const place = { at: '', pointer: '/flow', states };
    expect(stepOf(titled as unknown as ServiceBundle, place, 'here', way).says.en).toBe(
      '“here”: Father chooses “Yes” → “next”',
    );
  });

  it.each<[string, string, string]>([
    ['pay', 'оплачено', 'it is paid'],
    ['sign', 'підписано', 'it is signed'],
    ['issue', 'видано', 'it is issued'],
    ['reserve', 'місце зарезервовано', 'a place is reserved'],
    ['start', 'повʼязані справи завершено', 'the related cases have ended'],
    ['collect', 'прийом заяв закінчено', 'the collection of applications ends'],
    ['publish', 'оприлюднено', 'it is published'],
    ['call', 'відповідь надійшла', 'the answer comes'],
  ])('says what the answer is: of %s', (type, uk, en) => {
    expect(says(state(type), { kind: 'answered' })).toEqual([uk, en]);
    // not where it is left otherwise
    expect(says(state(type), { kind: 'failed' })).toEqual(['не вдалося', 'it fails']);
  });

  it('says the condition on which it leads there, and what else is to be known', () => {
    const way = { kind: 'met', when: 'form.small' } as const;
    expect(says(state('each'), way, { uk: ' (порожньо)', en: ' (empty)' })).toEqual([
      'умову обʼєднання виконано (порожньо) (якщо form.small)',
      'the join is met (empty) (if form.small)',
    ]);
  });

  it('takes a title as it is written, whatever signs are in it', () => {
    const price = { actions: { pay: { title: { uk: 'За $& грн', en: 'For $& UAH' } } } };
    expect(says(state('task', { role: 'clerk', ...price }), { kind: 'act', action: 'pay' })).toEqual([
      'Діловод обирає «За $& грн»',
      'Clerk chooses “For $& UAH”',
    ]);
  });
});

describe('a name', () => {
  it('is the title in both languages, in one where the other has none, in any where neither has', () => {
    expect(named({ uk: 'Так', en: 'Yes' }, 'yes')).toEqual({ uk: 'Так', en: 'Yes' });
    expect(named({ uk: 'Так' }, 'yes')).toEqual({ uk: 'Так', en: 'Так' });
    expect(named({ en: 'Yes' }, 'yes')).toEqual({ uk: 'Yes', en: 'Yes' });
    expect(named({ pl: 'Tak', en: 'Yes' }, 'yes')).toEqual({ uk: 'Yes', en: 'Yes' });
    expect(named({ pl: 'Tak' }, 'yes')).toEqual({ uk: 'Tak', en: 'Tak' });
    expect(named({}, 'yes')).toEqual({ uk: 'yes', en: 'yes' });
    expect(named(undefined, 'yes')).toEqual({ uk: 'yes', en: 'yes' });
  });

  it('of a state stands once where it has no title', () => {
    expect(stateNamed(undefined, 'review')).toEqual({ uk: '«review»', en: '“review”' });
    expect(stateNamed(state('end', { title: { uk: 'review', en: 'review' } }), 'review').uk).toBe('«review»');
    expect(stateNamed(state('end', { title: { uk: 'Розгляд' } }), 'review')).toEqual({
      uk: '«Розгляд» (review)',
      en: '“Розгляд” (review)',
    });
  });
});
