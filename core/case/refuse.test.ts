import { expect, it } from 'vitest';
import { fault, Refused, refuse, refuseFields, refuseSaying } from './refuse.ts';

/** What is refused, as it leaves the decision. */
function refused(refuses: () => never): Refused {
  try {
    return refuses();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

it('a refusal says in both languages what is wrong, and where, if it is somewhere', () => {
  const message = { uk: 'Пізно', en: 'Too late' };
  const refusals = [
    refused(() => refuse('late', 'Пізно', 'Too late')),
    refused(() => refuseSaying('late', message)),
  ];
  for (const one of refusals) expect(one.refusal).toStrictEqual({ code: 'late', message });
  const somewhere = [
    refused(() => refuse('late', 'Пізно', 'Too late', '/kind')),
    refused(() => refuseSaying('late', message, '/kind')),
  ];
  for (const one of somewhere) expect(one.refusal).toStrictEqual({ code: 'late', message, pointer: '/kind' });
});

it('a refusal of what was entered counts the fields and names each', () => {
  const fields = ['/name', '/rnokpp'].map((pointer) => ({ pointer, code: 'required', message: { uk: '!' } }));
  expect(refused(() => refuseFields(fields, '/form')).refusal).toStrictEqual({
    code: 'invalidData',
    message: { uk: 'Виправте позначені поля: 2', en: 'Correct the fields that are named: 2' },
    pointer: '/form',
    fields,
  });
});

it('a fault of the definition is told as one: of which part, why, and who mends it', () => {
  const { refusal } = refused(() => fault('review', 'there is no such state'));
  expect(refusal).toStrictEqual({
    code: 'definitionFault',
    message: {
      uk: 'Помилка в описі послуги (review): there is no such state. Повідомте розробників послуги',
      en: 'A fault in the definition of the service (review): there is no such state. Tell those who maintain it',
    },
  });
});

it('a refusal that nobody caught is called by its code in a log', () => {
  expect(String(refused(() => refuse('late', 'Пізно', 'Too late')))).toBe('Refused: late');
});
