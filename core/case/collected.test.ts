import { describe, expect, it } from 'vitest';
import { asking } from './asks.testing.ts';
import type { FileVersion } from './file.ts';
import { asOfficer, asParty, asSystem, olena, Play } from './small-service.testing.ts';
import { visible } from './visible.ts';

const until = '2026-03-10T00:00:00Z';
const proof: FileVersion = {
  ...{ id: 'f1', at: '/proof', name: 'ціна.pdf', key: 'k', version: '1', sha256: '0'.repeat(64) },
  ...{ size: 1, type: 'application/pdf', scan: 'clean' },
};

/** A bid that was sent to a tender: its price is sealed until the tender closes. */
function bid(origin: object = {}): Play {
  const task = { type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } };
  const base = asking(task);
  const { form } = base.bundle;
  const file = { type: 'object', properties: { id: { type: 'string' } } };
  const schema = { ...form.schema, properties: { ...(form.schema.properties as object), proof: file } };
  const files = { proof: { at: '/proof', types: ['application/pdf'], each: 1, count: 1, min: 0 } };
  const play = new Play({ ...base, bundle: { ...base.bundle, form: { ...form, schema, files } } } as never);
  const refusal = play.do(asParty(olena), {
    type: 'submit',
    form: { name: '1000', rnokpp: '1111111111', owners: [], proof: { id: 'f1' } },
    files: { f1: proof },
    ...{ language: 'uk', channel: 'portal' },
    origin: { as: 'collect', service: 'tender', case: 't-1', effect: 't-1/2/0', until, ...origin },
  });
  expect(refusal).toBeUndefined();
  return play;
}
const officerSees = (play: Play) => {
  const { appointment } = asOfficer('o-iryna', 'registrar');
  return visible(play.service, play.here, { kind: 'officer', appointment }, play.now);
};

describe('what is sealed of an application that is collected with others', () => {
  const sealed = ['/name', '/proof', '/owners/0/email'];

  it('is seen by no officer until the collection closes, and by all who may afterwards', () => {
    const play = bid({ sealed });
    expect(officerSees(play)?.form).toEqual({ rnokpp: '1111111111', owners: [] });
    expect(officerSees(play)?.files).toEqual([]);
    play.now = until;
    expect(officerSees(play)?.form).not.toHaveProperty('name');
    play.now = '2026-03-10T00:00:01Z';
    expect(officerSees(play)?.form).toMatchObject({ name: '1000', proof: { id: 'f1' } });
    expect(officerSees(play)?.files).toMatchObject([{ id: 'f1' }]);
  });

  it('is seen by whoever sent it all along', () => {
    const play = bid({ sealed });
    const seen = visible(play.service, play.here, { kind: 'party', identity: olena }, play.now);
    expect(seen?.form).toMatchObject({ name: '1000' });
  });

  it('is nothing where the collection seals nothing, has no end, or is none', () => {
    for (const origin of [{}, { sealed, until: undefined }, { sealed, as: 'appeal' }])
      expect(officerSees(bid(origin))?.form, JSON.stringify(origin)).toHaveProperty('name', '1000');
  });

  it('is not what was attached to another field', () => {
    const play = bid({ sealed });
    const open = { ...proof, id: 'f2', at: '/rnokpp' };
    play.case = { ...play.here, data: { ...play.here.data, files: { f1: proof, f2: open } } };
    expect(officerSees(play)?.files).toEqual([open]);
  });

  it('is not what an officer changed in another field', () => {
    const play = bid({ sealed: ['/name'] });
    const change = { from: 'а', to: 'б', at: play.now, by: { kind: 'system', by: 'x' } } as const;
    const changes = ['/name', '/rnokpp'].map((pointer) => ({ pointer, ...change }));
    play.case = { ...play.here, data: { ...play.here.data, changes } };
    expect(officerSees(play)?.changes.map(({ pointer }) => pointer)).toEqual(['/rnokpp']);
  });
});

it('an application that is collected is taken back by the collection’s word alone, or by who sent it', () => {
  const play = bid();
  expect(play.do(asOfficer('o-iryna', 'registrar'), { type: 'withdraw' })).toBe('notAllowed');
  expect(play.do(asSystem, { type: 'withdraw' })).toBeUndefined();
});
