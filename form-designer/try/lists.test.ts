import { expect, it } from 'vitest';
import { asParty, olena, Play, small } from '#core/case/small-service.testing.ts';
import { chosenFrom, corrected } from './lists.ts';
import { begun } from './run.ts';

const of = (...codes: string[]) => ({ items: codes.map((code) => ({ code, name: `вулиця ${code}` })) });

function tried() {
  const service = structuredClone(small);
  const { form } = service.bundle;
  form.schema = {
    ...form.schema,
    properties: {
      ...(form.schema.properties as object),
      town: { type: 'string' },
      street: { type: 'string' },
    },
  };
  form.lookups = { streets: { connector: 'streets', input: { town: 'form.town' } } };
  form.options = { '/street': 'for s in streets.items return { value: s.code, title: s.name }' };
  service.live.connectors.streets = {
    kind: 'rest',
    standIn: { answers: [{ when: 'town = "a"', answer: of('a1') }, { answer: of('b1', 'b2') }] },
  } as never;
  const play = new Play(service);
  play.do(asParty(olena), {
    ...{ type: 'submit', language: 'uk', channel: 'portal' },
    form: { name: 'Олена', rnokpp: '1111111111', owners: [], town: 'a', street: 'a1' },
    lookups: { streets: of('a1') },
  });
  return { run: { ...begun(service, play.now), kase: play.here }, kase: play.here };
}

it('a correction in a trial chooses from what the stand-in gives for what is corrected', () => {
  const { run, kase } = tried();
  const same = corrected(run, kase, kase.data.form);
  expect(same.form.schema.properties?.street).toMatchObject({ enum: ['a1'] });
  const other = corrected(run, kase, { ...kase.data.form, town: 'b' });
  expect(other.form.schema.properties?.street).toMatchObject({ enum: ['b1', 'b2'] });
  expect(other.lookups).toEqual({ streets: of('b1', 'b2') });
});

it('what was chosen is read by its words', () => {
  const { run, kase } = tried();
  expect(chosenFrom(run, kase).texts?.['/street']?.options?.a1?.uk).toBe('вулиця a1');
});
