import { describe, expect, it } from 'vitest';
import { itemsOf, reissued, standing } from './reissue.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asSystem, Play, small } from './small-service.testing.ts';
import { Turn } from './turn.ts';
import type { Case } from './types.ts';
import { eventActor } from './who.ts';

const owners = ['2222222222', '3333333333'].map((rnokpp) => ({ rnokpp, email: `${rnokpp}@mail.example` }));

/** A turn of a case with two owners, each of whom is asked. */
function consents(): Turn {
  const play = new Play();
  play.submit(owners);
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
  const { service, here, now, ids } = play;
  return new Turn(service, here, { now, actor: asSystem, ids }, eventActor(asSystem));
}

describe('the documents that hold', () => {
  it('are those of that name which are neither replaced, nor revoked, nor waiting for a corrected one', () => {
    const paper = (id: string, more: object = {}) => [id, { id, document: 'certificate', ...more }];
    const documents = Object.fromEntries([
      paper('holds'),
      paper('other', { document: 'permit' }),
      paper('old', { replacedBy: 'holds' }),
      paper('void', { revoked: '2026-03-02T08:00:00Z' }),
      paper('waits'),
    ]);
    const ids = (more: object) =>
      standing({ documents, ...more } as unknown as Case, 'certificate').map(({ id }) => id);
    expect(ids({ reissuing: { 'c/9/0': { replaces: 'waits' } } })).toEqual(['holds']);
    expect(ids({})).toEqual(['holds', 'waits']);
  });
});

describe('documents that are drawn anew', () => {
  it('are asked for by the effects of the next event, one after the other', () => {
    const turn = consents();
    const drawn = ['a', 'b'].map((replaces) => ({ document: 'certificate', path: 'issue', replaces }));
    const [a, b] = drawn;
    const next = `${turn.case.id}/${turn.case.seq + 1}`;
    expect(reissued(turn, drawn)).toEqual({ [`${next}/0`]: a, [`${next}/1`]: b });
    expect(reissued(turn, drawn, 1)).toEqual({ [`${next}/1`]: a, [`${next}/2`]: b });
  });
});

describe('the items of a list in a corrected form', () => {
  /** The case as it is with other owners. */
  const corrected = ({ case: kase }: Turn, list: unknown): Case =>
    ({ ...kase, data: { ...kase.data, form: { ...kase.data.form, owners: list } } }) as Case;
  const olga = { rnokpp: '4444444444', email: 'olga@mail.example' };

  it('are taken by their number where something is written for one of them; the others stay as they were', () => {
    const turn = consents();
    const now = corrected(turn, [olga, olga]);
    expect(itemsOf(turn, now, ['consents/2/ask'])).toEqual({ consents: { 1: owners[0], 2: olga } });
    expect(itemsOf(turn, now, ['consents/1/ask', 'consents/2/ask'])).toEqual({
      consents: { 1: olga, 2: olga },
    });
  });

  it('that are gone from the list stay what they were, so that their paper still says whose it is', () => {
    const turn = consents();
    expect(itemsOf(turn, corrected(turn, [olga]), ['consents/2/ask'])).toEqual({
      consents: { 1: owners[0], 2: owners[1] },
    });
    expect(itemsOf(turn, corrected(turn, []), ['consents/9/ask'])).toEqual({});
  });

  it('are none of what is written outside of a list: of the whole case, or in a branch', () => {
    const turn = consents();
    const now = corrected(turn, [olga]);
    expect(itemsOf(turn, now, ['issue', 'signing/head/headDecides', 'gone/1/ask'])).toEqual({});
  });

  it('are a fault of the definition where the list is none', () => {
    const turn = consents();
    const bundle = structuredClone(small.bundle);
    Object.assign(bundle.flow.states.consents ?? {}, { of: 'form.name' });
    const service = { ...small, bundle } as ServiceRuntime;
    const broken = new Turn(service, turn.case, turn.given, turn.actor);
    expect(() => itemsOf(broken, turn.case, ['consents/1/ask'])).toThrow('definitionFault');
  });
});
