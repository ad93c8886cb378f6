import { describe, expect, it } from 'vitest';
import { failure } from './words.ts';

const place = { pointer: '/flow/states/review', at: 'review', path: [] };

describe('a failure', () => {
  it('says in both languages what may happen and how to mend it, each hole filled in its language', () => {
    expect(failure('neverEnds', place, { state: { uk: '«Розгляд»', en: '“Review”' } })).toEqual({
      ...{ property: 'ends', code: 'neverEnds', severity: 'mistake', ...place },
      message: {
        uk: 'Після «Розгляд» справа вже ніколи не закінчиться',
        en: 'After “Review” the case can never end',
      },
      hint: {
        uk: 'Додайте шлях до завершення: дію, строк або інший напрям',
        en: 'Add a way to an end: an action, a deadline, another target',
      },
    });
  });

  it('takes what is the same in every language as it is written, in its hint too', () => {
    const { message, hint } = failure('absentInDocument', place, { what: '$&', name: 'a.b', root: 'a.b' });
    expect(message).toEqual({
      uk: 'Документ «$&» показує a.b, а цього тоді може ще не бути',
      en: 'The document “$&” shows a.b, which may not exist by then',
    });
    expect(hint).toEqual({
      uk: 'Додайте умову «when» (a.b != null) або видавайте документ пізніше',
      en: 'Add a “when” (a.b != null), or issue the document later',
    });
  });

  it('leaves a hole that nothing is given for as it is, fills one with nothing where that is given', () => {
    expect(failure('termNeverBegins', place, {}).message.en).toContain('passes by “{from}”');
    expect(failure('termNeverBegins', place, { from: '' }).message.en).toContain('passes by “”');
  });

  it('is a warning where it need not be mended, and tells the steps that repeat', () => {
    const step = { at: 'a', to: 'b', pointer: '', kind: 'due', says: {} } as const;
    expect(failure('noActionOffered', { ...place, circle: [step] }, {})).toMatchObject({
      severity: 'warning',
      circle: [step],
    });
  });
});
