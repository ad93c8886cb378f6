import { expect, it } from 'vitest';
import { asParty, asSystem, olena, Play, small } from './small-service.testing.ts';

it('a correction that names no pages opens whatever was marked, and nothing else', () => {
  const service = structuredClone(small);
  const { correction } = service.bundle.flow.states;
  if (correction?.type !== 'party') throw new Error('the small service has no correction');
  delete correction.pages;
  const play = new Play(service);
  play.toReview();
  expect(play.review('return', { reason: 'Помилка в імені', marks: [{ pointer: '/name' }] })).toBeUndefined();
  const resubmit = { type: 'act', path: 'correction', action: 'resubmit' } as const;
  expect(play.do(asParty(olena), { ...resubmit, changes: { '/rnokpp': '9' } })).toBe('fieldNotOpen');
  expect(play.do(asParty(olena), { ...resubmit, changes: { '/name': 'Оленка' } })).toBeUndefined();
  expect(play.here.data.form.name).toBe('Оленка');
});

it('a choice that is corrected is one of what the registry answers to what was corrected with it', () => {
  const service = structuredClone(small);
  const { correction } = service.bundle.flow.states;
  if (correction?.type !== 'party') throw new Error('the small service has no correction');
  delete correction.pages;
  const { form } = service.bundle;
  form.schema = {
    ...form.schema,
    properties: {
      ...(form.schema.properties as object),
      town: { type: 'string' },
      street: { type: 'string' },
    },
  };
  form.pages.push({ id: 'where', title: { uk: 'Де', en: 'Where' }, fields: ['/town', '/street'] });
  form.lookups = { streets: { connector: 'streets', input: { town: 'form.town' }, as: 'found' } };
  form.options = { '/street': 'for s in found.items return { value: s.code, title: s.name }' };
  const streets = (...codes: string[]) => ({ items: codes.map((code) => ({ code, name: code })) });
  const play = new Play(service);
  const submit = (street: string) =>
    play.do(asParty(olena), {
      ...{ type: 'submit', language: 'uk', channel: 'portal' },
      form: { name: 'Олена', rnokpp: '1111111111', owners: [], town: 'a', street },
      lookups: { streets: streets('a1', 'a2') },
    });
  expect(submit('b1')).toBe('invalidData');
  expect(submit('a1')).toBeUndefined();
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
  const marks = [{ pointer: '/town' }, { pointer: '/street' }];
  expect(play.review('return', { reason: 'Не те місто', marks })).toBeUndefined();
  const resubmit = (changes: { [pointer: string]: string }, lookups?: object) =>
    play.do(asParty(olena), {
      ...{ type: 'act', path: 'correction', action: 'resubmit', changes },
      ...(lookups ? { lookups: lookups as never } : {}),
    });
  expect(resubmit({ '/town': 'b' }, { streets: streets('b1') })).toBe('invalidData');
  expect(resubmit({ '/town': 'b', '/street': 'a2' }, { streets: streets('b1') })).toBe('invalidData');
  // the registry gave no answer to the other question: nobody knows its list
  expect(resubmit({ '/town': 'b', '/street': 'b1' })).toBe('invalidData');
  expect(resubmit({ '/town': 'b', '/street': 'b1' }, { streets: streets('b1') })).toBeUndefined();
  expect(play.here.data).toMatchObject({ form: { street: 'b1' }, lookups: { found: streets('b1') } });
});
