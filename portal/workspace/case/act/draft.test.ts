import { describe, expect, test } from 'vitest';
import type { ActionView } from '../../view.ts';
import { bodyOf, emptyDraft, missing } from './draft.ts';

const title = { uk: 'Дія' };
const refuse: ActionView = {
  id: 'refuse',
  title,
  explain: true,
  grounds: [{ id: 'noConsent', title, act: 'Закон № 1871-IX' }],
};
const back: ActionView = { id: 'return', title, reason: true, marks: true };

describe('a decision that is being written', () => {
  test('needs an action', () => expect(missing(emptyDraft, undefined)).toEqual(['action']));

  test('a refusal needs a ground and its explanation', () => {
    expect(missing({ ...emptyDraft, action: 'refuse', explain: ' ' }, refuse)).toEqual([
      'grounds',
      'explain',
    ]);
  });

  test('a return needs a reason and a marked field; the comment on a mark may be empty', () => {
    expect(missing({ ...emptyDraft, action: 'return' }, back)).toEqual(['reason', 'marks']);
    const written = { ...emptyDraft, action: 'return', reason: 'Перевірте', marks: { '/person/name': '' } };
    expect(missing(written, back)).toEqual([]);
    expect(bodyOf(written, back)).toEqual({
      reason: 'Перевірте',
      marks: [{ pointer: '/person/name' }],
    });
  });

  test('what was written for another action is not sent', () => {
    const written = {
      ...emptyDraft,
      action: 'refuse',
      reason: 'інше',
      grounds: ['noConsent'],
      explain: 'так',
      marks: { '/a': 'б' },
    };
    expect(bodyOf(written, refuse)).toEqual({ grounds: ['noConsent'], explain: 'так' });
  });
});
