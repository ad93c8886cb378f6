import { describe, expect, it } from 'vitest';
import { effects } from './effects.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, Play, petro, small } from './small-service.testing.ts';
import type { Effect } from './types.ts';
import { timersOf } from './waiting.ts';

const after = { ...small.bundle.after, correct: { by: 'registrar', reissues: 'certificate' } };
const service = { ...small, bundle: { ...small.bundle, after } } as ServiceRuntime;
const iryna = asOfficer('o-iryna', 'registrar');
const head = asOfficer('o-head', 'head');
const paper = (id: string) => ({ id, sha256: '0'.repeat(64), number: '1' });

/** What the outside world is told of the last event. */
function told(play: Play): Effect[] {
  const event = play.events.at(-1);
  return event ? effects(service, play.here, event) : [];
}

/** The registrar, the head and the lawyer approve. */
function approved(play: Play): void {
  play.review('approve');
  for (const [who, branch] of [
    [asOfficer('o-head', 'head'), 'head'],
    [asOfficer('o-law', 'lawyer'), 'lawyer'],
  ] as const) {
    const path = `signing/${branch}/${branch}Decides`;
    play.do(who, { type: 'claim', path });
    play.do(who, { type: 'act', path, action: 'approve', data: {} });
  }
}

/** Granted, with a record and a certificate. */
function granted(): Play {
  const play = new Play(service);
  play.toReview();
  approved(play);
  const record = { registry: 'people', key: '1111111111', version: 1 };
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('issue'), result: record });
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('issue'), result: paper('first') });
  const at = timersOf(play.here).find(({ kind }) => kind === 'until')?.at ?? '';
  play.now = at;
  play.do(asSystem, { type: 'timerFired', path: 'pause', kind: 'until', at });
  expect(play.here.outcome?.outcome).toBe('granted');
  return play;
}

describe('a decision that is revoked', () => {
  it('takes its document back and revokes its record', () => {
    const play = granted();
    const drawn = play.here.documents.first?.effect;
    expect(play.do(head, { type: 'revoke', grounds: ['noRight'], reason: 'Підробка' })).toBeUndefined();
    expect(told(play)).toMatchObject([
      { kind: 'cancel', effect: drawn },
      { kind: 'record', do: 'revoke', registry: 'people', data: { key: '1111111111' } },
    ]);
    expect(play.here.documents.first).toHaveProperty('revoked');
    // what was taken back once is not taken back again
    play.do(head, { type: 'reopen', grounds: ['noRight'], reason: 'Суд' });
    expect(play.here.documents.first).toHaveProperty('revoked');
    expect(play.here.data.records).toBeUndefined();
  });
});

describe('a mistake in a decided case', () => {
  const correct = { type: 'correct', changes: { '/name': 'Олеся' }, reason: 'Описка' } as const;

  it('is corrected in a document of its own, which takes the place of the first', () => {
    const play = granted();
    expect(play.do(iryna, correct)).toBeUndefined();
    const [draw] = told(play);
    expect(draw).toMatchObject({ kind: 'document', data: { names: { form: { name: 'Олеся' } } } });
    expect(play.do(iryna, correct)).toBe('late');
    expect(play.here.data.changes).toMatchObject([{ pointer: '/name', from: 'Олена', to: 'Олеся' }]);

    const effect = draw?.id ?? '';
    expect(play.do(asSystem, { type: 'callAnswered', effect, result: paper('second') })).toBeUndefined();
    expect(told(play)).toMatchObject([{ kind: 'cancel', effect: play.here.documents.first?.effect }]);
    expect(play.here.documents).toMatchObject({
      first: { replacedBy: 'second' },
      second: { replaces: 'first', effect },
    });
    expect(play.do(asSystem, { type: 'callAnswered', effect, result: paper('third') })).toBe('ended');
  });

  it('is corrected in the document of the very one it concerns', () => {
    const { flow, documents } = small.bundle;
    const paperOf = {
      type: 'each',
      of: 'form.owners',
      as: 'resident',
      key: 'resident.rnokpp',
      flow: {
        initial: 'paper',
        states: {
          paper: { type: 'issue', document: 'certificate', next: 'given', failed: 'given' },
          given: { type: 'end', outcome: 'given' },
        },
      },
      join: { outcome: 'given', need: 'all' },
      next: 'granted',
      otherwise: 'review',
    };
    const body = [{ type: 'text', text: { uk: '{{resident.email}}' } }];
    const many = {
      ...service,
      bundle: {
        ...service.bundle,
        documents: { ...documents, certificate: { ...documents?.certificate, body } },
        flow: { ...flow, states: { ...flow.states, issue: paperOf } },
      },
    } as unknown as ServiceRuntime;
    const play = new Play(many);
    const owners = [{ rnokpp: '2222222222', email: 'old@mail.example' }];
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
    play.do(asParty(petro), { type: 'act', path: 'consents/1/ask', action: 'agree', data: {} });
    approved(play);
    const effect = play.effect('issue/1/paper');
    play.do(asSystem, { type: 'callAnswered', effect, result: paper('first') });
    expect(play.here.outcome?.outcome).toBe('granted');

    const mended = [{ rnokpp: '2222222222', email: 'new@mail.example' }];
    play.do(iryna, { type: 'correct', changes: { '/owners': mended }, reason: 'Описка' });
    const event = play.events.at(-1);
    expect(event && effects(many, play.here, event)).toMatchObject([
      { kind: 'document', data: { names: { resident: { email: 'new@mail.example' } } } },
    ]);
  });
});
