import { describe, expect, it } from 'vitest';
import { asked } from './asks.testing.ts';
import { entered } from './entered.ts';
import { ownForm } from './own-form.ts';
import type { Refused } from './refuse.ts';
import { small } from './small-service.testing.ts';

const schema = {
  type: 'object',
  properties: {
    whom: { type: 'string' },
    checks: { type: 'array', items: { type: 'object', properties: { rnokpp: { type: 'string' } } } },
  },
};
const asks = (type: string, form: object | undefined) => {
  const who = type === 'task' ? { role: 'registrar' } : { party: 'applicant' };
  const play = asked({ type, ...who, actions: { ok: { to: 'granted' } }, ...(form && { form }) });
  return ownForm(play.service, play.here, 'ask', play.now);
};

describe('what is asked of whoever acts in a state', () => {
  it('is its form as it is written, of an officer and of a party', () => {
    for (const type of ['task', 'party']) expect(asks(type, { schema })).toEqual({ schema });
  });

  it('offers what this case has, and is no more than that: a list or a choice alone is worked out too', () => {
    const options = asks('task', { schema, options: { '/whom': '[form.name]' } });
    expect(options).not.toHaveProperty('options');
    expect(options?.texts?.['/whom']?.options).toEqual({ Олена: { uk: 'Олена', en: 'Олена' } });
    const rows = asks('party', { schema, rows: { '/checks': '[{ rnokpp: form.rnokpp }]' } });
    expect(rows?.items?.['/checks']).toMatchObject([{ title: { uk: '1111111111' } }]);
  });

  it('is nothing where the state has no form, asks nobody, or is none', () => {
    expect(asks('task', undefined)).toBeUndefined();
    const play = asked({ type: 'wait', for: 'P1D', next: 'granted' });
    expect(ownForm(play.service, play.here, 'ask', play.now)).toBeUndefined();
    expect(ownForm(play.service, play.here, 'gone', play.now)).toBeUndefined();
  });
});

describe('what was entered wrongly', () => {
  const wrong = (at: string) => {
    try {
      return entered(small.bundle.form, { name: 5, rnokpp: '1111111111' }, {}, at);
    } catch (error) {
      return (error as Refused).refusal;
    }
  };

  it('is told by its fields; in a decision, which has parts beside the form, by where they stand in it', () => {
    expect(wrong('/form')).toMatchObject({
      ...{ code: 'invalidData', pointer: '/form', fields: [{ pointer: '/name', code: 'type' }] },
      message: { uk: 'Виправте позначені поля: 1', en: 'Correct the fields that are named: 1' },
    });
    expect(wrong('/changes')).toMatchObject({ pointer: '/changes', fields: [{ pointer: '/name' }] });
    expect(wrong('/data')).toMatchObject({ pointer: '/data', fields: [{ pointer: '/data/name' }] });
  });
});
