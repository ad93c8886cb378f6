import { describe, expect, it } from 'vitest';
import { compile, evaluate } from '#core/expression/index.ts';
import { decide, faulty } from './decide.ts';
import type { ServiceRuntime } from './runtime.ts';
import { MOST_COMMAND } from './size.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
import type { Command } from './types.ts';

const refusal = (play: Play, command: Command) =>
  decide(play.service, play.case, command, { now: play.now, actor: asSystem, ids: play.ids }).refusal;

describe('a command is refused in both languages', () => {
  const erase = { type: 'erase', order: 'наказ 1' } as const;

  it('where it is larger than any command may be', () => {
    const play = new Play();
    play.toReview();
    const long = (length: number): Command => ({
      type: 'callAnswered',
      effect: 'none',
      result: 'a'.repeat(length),
    });
    const frame = JSON.stringify(long(0)).length;
    expect(refusal(play, long(MOST_COMMAND - frame + 1))).toEqual({
      code: 'tooLarge',
      message: { uk: 'Запит завеликий', en: 'The command is too large' },
    });
    expect(refusal(play, long(MOST_COMMAND - frame))?.code).not.toBe('tooLarge');
  });

  it('where nobody knows such a command', () => {
    const play = new Play();
    play.submit();
    expect(refusal(play, { type: 'forget' } as unknown as Command)).toEqual({
      code: 'unknownCommand',
      message: { uk: 'Невідома команда', en: 'Unknown command: forget' },
      pointer: '/type',
    });
  });

  it('where the application was submitted already', () => {
    const play = new Play();
    play.submit();
    expect(refusal(play, { type: 'submit', form: {}, language: 'uk', channel: 'portal' } as Command)).toEqual(
      {
        code: 'caseExists',
        message: { uk: 'Заяву вже подано', en: 'The application is submitted already' },
      },
    );
  });

  it('where the case has ended, and where it was erased', () => {
    const play = new Play();
    play.toReview();
    play.review('refuse', { grounds: ['noRight'], explain: 'Бо' });
    expect(refusal(play, { type: 'claim', path: 'review' })).toEqual({
      code: 'ended',
      message: { uk: 'Справу вже завершено', en: 'The case has ended' },
    });
    play.now = '2040-01-01T08:00:00Z';
    expect(play.do(asSystem, { type: 'expire' })).toBeUndefined();
    expect(play.do(asOfficer('o-head', 'head'), erase)).toBeUndefined();
    expect(refusal(play, erase)).toEqual({
      code: 'erased',
      message: { uk: 'Справу знищено', en: 'The case was erased' },
    });
  });
});

describe('a fault of the definition', () => {
  it('is told with what is wrong, to whom it should be told', () => {
    let wrong: unknown;
    try {
      evaluate(compile('1 + nothing', ['nothing']), { nothing: null });
    } catch (error) {
      wrong = error;
    }
    const { message } = wrong as Error;
    expect(faulty(wrong)).toEqual({
      code: 'definitionFault',
      message: {
        uk: `Помилка в описі послуги: ${message}. Повідомте розробників послуги`,
        en: `A fault in the definition of the service: ${message}. Tell those who maintain it`,
      },
    });
    expect(faulty(new RangeError('no such day'))?.code).toBe('definitionFault');
  });

  it('is not what any other error is called: that is a fault of ours and is thrown', () => {
    expect(faulty(new TypeError('ours'))).toBeUndefined();
    expect(faulty('ours')).toBeUndefined();
    const play = new Play();
    const broken = { ...small, bundle: { ...small.bundle, flow: undefined } } as unknown as ServiceRuntime;
    const submit = {
      type: 'submit',
      form: { name: 'Олена', rnokpp: '1111111111' },
      language: 'uk',
      channel: 'portal',
    };
    const given = { now: play.now, actor: asParty(olena), ids: play.ids };
    expect(() => decide(broken, null, submit as Command, given)).toThrow(TypeError);
  });
});

describe('a person who is several parties of a case', () => {
  const own = { rnokpp: '1111111111', email: 'olena@mail.example' };
  const theirs = { rnokpp: '2222222222', email: 'petro@mail.example' };
  const asked = (owners: (typeof own)[]) => {
    const play = new Play();
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    return play;
  };
  const lastActor = (play: Play) => play.events.findLast(({ type }) => type === 'acted')?.actor;

  it('acts as the one who is asked', () => {
    const play = asked([theirs, own]);
    const path = Object.keys(play.here.places).find((at) => at.startsWith('consents/2/')) ?? '';
    expect(play.do(asParty(olena), { type: 'act', path, action: 'agree', data: {} })).toBeUndefined();
    expect(lastActor(play)).toMatchObject({ kind: 'party', party: 'owner/2' });
    const first = Object.keys(play.here.places).find((at) => at.startsWith('consents/1/')) ?? '';
    expect(play.do(asParty(petro), { type: 'act', path: first, action: 'agree', data: {} })).toBeUndefined();
    expect(lastActor(play)).toMatchObject({ kind: 'party', party: 'owner/1' });
  });

  it('is the first of them where none is asked', () => {
    const play = new Play();
    play.submit([own]);
    expect(play.do(asParty(olena), { type: 'message', text: 'Коли?' })).toBeUndefined();
    expect(play.events.at(-1)?.actor).toMatchObject({ kind: 'party', party: 'applicant' });
  });
});
