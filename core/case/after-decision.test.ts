import { describe, expect, it } from 'vitest';
import { asking } from './asks.testing.ts';
import { decide } from './decide.ts';
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

  const written = (key: string) => ({ registry: 'people', key, version: 2 });

  it('is corrected in the record first, then in a document of its own, which takes the place of the first', () => {
    const play = granted();
    expect(play.do(iryna, correct)).toBeUndefined();
    const [change, ...none] = told(play);
    expect(none).toEqual([]);
    expect(change).toMatchObject({
      kind: 'record',
      connector: 'people',
      do: 'change',
      registry: 'people',
      data: { key: '1111111111', record: { name: 'Олеся' } },
    });
    expect(play.do(iryna, correct)).toBe('late');
    expect(play.here.data.changes).toMatchObject([{ pointer: '/name', from: 'Олена', to: 'Олеся' }]);

    expect(
      play.do(asSystem, { type: 'callAnswered', effect: change?.id ?? '', result: written('1111111111') }),
    ).toBeUndefined();
    const [draw] = told(play);
    expect(draw).toMatchObject({ kind: 'document', data: { names: { form: { name: 'Олеся' } } } });
    const effect = draw?.id ?? '';
    const before = play.events.at(-1);
    expect(before).toMatchObject({ record: { registry: 'people', do: 'change' } });
    expect(before).not.toHaveProperty('data.replaced');
    const answers = { type: 'callAnswered', effect, result: paper('second') } as const;
    expect(play.do(iryna, answers)).toBe('notAllowed');
    expect(play.do(asSystem, answers)).toBeUndefined();
    expect(play.events.at(-1)).toHaveProperty('data', {
      ...{ result: paper('second'), says: expect.any(String) },
    });
    expect(told(play)).toMatchObject([{ kind: 'cancel', effect: play.here.documents.first?.effect }]);
    expect(play.here.documents).toMatchObject({
      first: { replacedBy: 'second' },
      second: { replaces: 'first', effect },
    });
    expect(play.do(asSystem, { type: 'callAnswered', effect, result: paper('third') })).toBe('ended');
    expect(play.here).not.toHaveProperty('rewriting');
  });

  it('writes into the record only what it changes: others may have changed the rest since', () => {
    const play = granted();
    play.do(iryna, { type: 'correct', changes: { '/owners': [] }, reason: 'Описка' });
    expect(told(play).map(({ kind }) => kind)).toEqual(['document']);
    expect(play.events.at(-1)).not.toHaveProperty('data.items');
    // one after the other: the document of the first is still being drawn
    expect(play.do(iryna, correct)).toBe('late');
  });

  it('in what the record is known by makes a record under the right key and revokes the wrong one', () => {
    const play = granted();
    play.do(iryna, { ...correct, changes: { '/rnokpp': '3333333333' } });
    const [create] = told(play);
    expect(create).toMatchObject({ do: 'create', data: { key: '3333333333', record: { name: 'Олена' } } });
    const result = written('3333333333');
    play.do(asSystem, { type: 'callAnswered', effect: create?.id ?? '', result });
    expect(told(play)).toMatchObject([
      { kind: 'record', do: 'revoke', data: { key: '1111111111' } },
      { kind: 'document' },
    ]);
    expect(new Set(told(play).map(({ id }) => id)).size).toBe(2);
    play.do(head, { type: 'revoke', grounds: ['noRight'], reason: 'Підробка' });
    expect(told(play).filter(({ kind }) => kind === 'record')).toMatchObject([
      { do: 'revoke', data: { key: '3333333333' } },
    ]);
  });

  it('that a registry does not take draws no document, and may be corrected again', () => {
    const play = granted();
    play.do(iryna, correct);
    const effect = told(play)[0]?.id ?? '';
    expect(play.do(asSystem, { type: 'callFailed', effect, code: 'closed', final: true })).toBeUndefined();
    expect(told(play)).toEqual([]);
    expect(play.do(iryna, correct)).toBeUndefined();
    // what did not get there is still to be written
    expect(told(play)).toMatchObject([{ kind: 'record', data: { record: { name: 'Олеся' } } }]);
  });

  it('whose document could not be drawn may be corrected again', () => {
    const play = granted();
    play.do(iryna, { type: 'correct', changes: { '/owners': [] }, reason: 'Описка' });
    const effect = told(play)[0]?.id ?? '';
    expect(play.do(asSystem, { type: 'callFailed', effect, code: 'noBundle', final: true })).toBeUndefined();
    expect(play.do(iryna, correct)).toBeUndefined();
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

describe('what is on its way when a decision is revoked', () => {
  const revoke = { type: 'revoke' as const, grounds: ['noRight'], reason: 'Підробка' };
  const correct = { type: 'correct', reason: 'Описка' } as const;

  it('is a document that holds no more than the one whose place it takes', () => {
    const play = granted();
    play.do(iryna, { ...correct, changes: { '/owners': null } });
    expect(play.here.data.changes).toMatchObject([{ pointer: '/owners', to: null }]);
    const effect = told(play)[0]?.id ?? '';
    expect(play.do(head, revoke)).toBeUndefined();
    expect(play.do(asSystem, { type: 'callAnswered', effect, result: paper('second') })).toBeUndefined();
    expect(told(play)).toMatchObject([
      { kind: 'cancel', effect: play.here.documents.first?.effect },
      { kind: 'cancel', effect },
    ]);
    expect(play.here.documents.second).toHaveProperty('revoked', play.now);
  });

  it('is a record under another key: it is revoked as soon as it is there, and no document is drawn', () => {
    const play = granted();
    play.do(iryna, { ...correct, changes: { '/rnokpp': '3333333333' } });
    const effect = told(play)[0]?.id ?? '';
    play.do(head, revoke);
    const result = { registry: 'people', key: '3333333333', version: 2 };
    expect(play.do(asSystem, { type: 'callAnswered', effect, result })).toBeUndefined();
    expect(told(play)).toMatchObject([{ kind: 'record', do: 'revoke', data: { key: '3333333333' } }]);
    expect(play.here).not.toHaveProperty('rewriting');
  });

  it('is, of a document that was drawn anew, only that which holds', () => {
    const play = granted();
    play.do(iryna, { ...correct, changes: { '/owners': [] } });
    const effect = told(play)[0]?.id ?? '';
    play.do(asSystem, { type: 'callAnswered', effect, result: paper('second') });
    play.do(head, revoke);
    expect(play.here.documents.first).not.toHaveProperty('revoked');
    expect(play.here.documents.second).toHaveProperty('revoked');
  });
});

describe('a correction', () => {
  const changes = { '/name': 'Олеся' };
  const correct = { type: 'correct', changes, reason: 'Описка' } as const;

  it('goes on being tried until the connector gives up, whose word is kept short', () => {
    const play = granted();
    play.do(iryna, correct);
    const failed = { type: 'callFailed', effect: told(play)[0]?.id ?? '', code: 'away' } as const;
    expect(play.do(iryna, { ...failed, final: true })).toBe('notAllowed');
    expect(play.do(asSystem, { ...failed, final: false })).toBe('late');
    expect(play.do(asSystem, { ...failed, message: 'x'.repeat(3000), final: true })).toBeUndefined();
    expect(play.events.at(-1)).toMatchObject({ type: 'failed', path: 'issue', code: 'away' });
    expect(play.events.at(-1)).toHaveProperty('data.message', 'x'.repeat(2000));
  });

  it('is refused where it lacks a reason, or leaves the form with a mistake: which part of it is told', () => {
    const play = granted();
    const { here, now, ids } = play;
    const refused = (more: object) =>
      decide(service, here, { ...correct, ...more }, { now, actor: iryna, ids }).refusal;
    expect(refused({ reason: ' ' })).toMatchObject({ code: 'reasonNeeded', pointer: '/reason' });
    expect(refused({ changes: { '/name': null } })).toMatchObject({
      code: 'invalidData',
      pointer: '/changes',
      fields: [{ pointer: '/name' }],
    });
  });

  it('draws no document where the definition names none', () => {
    const none = { ...service, bundle: { ...service.bundle, after: { correct: { by: 'registrar' } } } };
    const play = Object.assign(new Play(none as ServiceRuntime), { case: granted().here });
    expect(play.do(iryna, { ...correct, changes: { '/owners': [] } })).toBeUndefined();
    expect(play.events.at(-1)).not.toHaveProperty('reissues');
    expect(play.do(iryna, correct)).toBeUndefined();
    const event = play.events.at(-1);
    expect(event).toHaveProperty('rewrites');
    expect(event).not.toHaveProperty('papers');
    const [change] = event ? effects(play.service, play.here, event) : [];
    const result = { registry: 'people', key: '1111111111', version: 2 };
    expect(play.do(asSystem, { type: 'callAnswered', effect: change?.id ?? '', result })).toBeUndefined();
    expect(play.events.at(-1)).not.toHaveProperty('reissues');
  });
});

describe('a correction of a record', () => {
  /** A case whose one act is to write into a registry. */
  const wrote = (record: object) => {
    const issue = {
      type: 'issue',
      record: { registry: 'people', ...record },
      next: 'granted',
      failed: 'refused',
    };
    const base = asking(issue);
    const play = new Play({ ...base, bundle: { ...base.bundle, after } } as ServiceRuntime);
    play.submit();
    play.do(asSystem, {
      type: 'callAnswered',
      effect: play.effect('ask'),
      result: { registry: 'people', key: '1111111111', version: 1 },
    });
    expect(play.here.outcome?.outcome).toBe('granted');
    return play;
  };
  const corrects = (play: Play, changes: object) => {
    const refusal = play.do(iryna, { type: 'correct', changes: { ...changes }, reason: 'Описка' });
    const event = play.events.at(-1);
    return refusal ?? (event ? effects(play.service, play.here, event) : []);
  };

  it('leaves one alone that was revoked, for nothing in it holds', () => {
    expect(corrects(wrote({ do: 'revoke', key: 'form.rnokpp' }), { '/rnokpp': '3333333333' })).toEqual([]);
  });

  it('moves one that has only a key to the right one', () => {
    const [create, ...none] = corrects(wrote({ do: 'create', key: 'form.rnokpp' }), {
      '/rnokpp': '3333333333',
    });
    expect(create).toMatchObject({ do: 'create', data: { key: '3333333333', record: {} } });
    expect(none).toEqual([]);
  });

  it('changes what was empty, and takes out what was a slip', () => {
    const play = wrote({
      do: 'create',
      key: 'form.rnokpp',
      data: { owners: 'if count(form.owners) = 0 then null else form.owners[1].email' },
    });
    expect(corrects(play, { '/name': 'Олеся' })).toEqual([]);
    const owners = [{ rnokpp: '2222222222', email: 'a@mail.example' }];
    const [change] = corrects(play, { '/owners': owners }) as Effect[];
    expect(change).toMatchObject({ do: 'change', data: { record: { owners: 'a@mail.example' } } });
  });
});

describe('what was issued already', () => {
  /** Each owner gets a record and a paper; where one could not be entered, the registrar tries again. */
  const entry = {
    type: 'each',
    of: 'form.owners',
    as: 'resident',
    key: 'resident.rnokpp',
    flow: {
      initial: 'paper',
      states: {
        paper: {
          type: 'issue',
          document: 'certificate',
          record: { do: 'create', registry: 'people', key: 'resident.rnokpp', data: { name: 'form.name' } },
          next: 'given',
          failed: 'lost',
        },
        given: { type: 'end', outcome: 'given' },
        lost: { type: 'end', outcome: 'lost' },
      },
    },
    join: { outcome: 'given', need: 'all' },
    next: 'granted',
    otherwise: 'review',
  };
  const body = [{ type: 'text', text: { uk: '{{resident.rnokpp}} {{form.name}}' } }];
  const { flow, documents } = small.bundle;
  const many = {
    ...service,
    bundle: {
      ...service.bundle,
      documents: { ...documents, certificate: { ...documents?.certificate, body } },
      flow: {
        ...flow,
        states: { ...flow.states, issue: entry, consents: { type: 'wait', for: 'P1D', next: 'review' } },
      },
    },
  } as unknown as ServiceRuntime;
  const done = (play: Play, path: string, result: object) =>
    play.do(asSystem, { type: 'callAnswered', effect: play.effect(path), result: result as never });
  const partly = () => {
    const play = new Play(many);
    play.submit(['2222222222', '3333333333'].map((rnokpp) => ({ rnokpp, email: 'x@mail.example' })));
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
    play.now = timersOf(play.here).find(({ kind }) => kind === 'until')?.at ?? '';
    play.do(asSystem, { type: 'timerFired', path: 'consents', kind: 'until', at: play.now });
    approved(play);
    done(play, 'issue/1/paper', { registry: 'people', key: '2222222222', version: 1 });
    done(play, 'issue/1/paper', paper('first'));
    play.do(asSystem, {
      type: 'callFailed',
      effect: play.effect('issue/2/paper'),
      code: 'away',
      final: true,
    });
    expect(play.here.position).toEqual({ state: 'review' });
    return play;
  };

  it('is not issued twice where the others are tried again', () => {
    const play = partly();
    approved(play);
    expect(Object.keys(play.here.places).filter((path) => path.endsWith('paper'))).toEqual(['issue/2/paper']);
    done(play, 'issue/2/paper', { registry: 'people', key: '3333333333', version: 1 });
    done(play, 'issue/2/paper', paper('second'));
    expect(play.here.outcome?.outcome).toBe('granted');
    expect(Object.keys(play.here.documents)).toEqual(['first', 'second']);
  });

  const both = () => {
    const play = partly();
    approved(play);
    done(play, 'issue/2/paper', { registry: 'people', key: '3333333333', version: 1 });
    done(play, 'issue/2/paper', paper('second'));
    return play;
  };
  const toldOf = (play: Play): Effect[] => {
    const event = play.events.at(-1);
    return event ? effects(many, play.here, event) : [];
  };
  const writes = (play: Play, effect: Effect | undefined, key: string) =>
    play.do(asSystem, {
      type: 'callAnswered',
      effect: effect?.id ?? '',
      result: { registry: 'people', key, version: 2 },
    });

  it('is corrected in every record first; the documents are drawn once all of them are written', () => {
    const play = both();
    play.do(iryna, { type: 'correct', changes: { '/name': 'Олеся' }, reason: 'Описка' });
    const [one, two] = toldOf(play);
    expect([one, two].map((effect) => effect?.kind)).toEqual(['record', 'record']);
    expect(writes(play, one, '2222222222')).toBeUndefined();
    expect(toldOf(play)).toEqual([]);
    expect(Object.keys(play.here.rewriting?.effects ?? {})).toEqual([two?.id]);
    expect(Object.keys(play.here.data.rewrites ?? {})).toEqual([two?.id]);
    expect(writes(play, two, '3333333333')).toBeUndefined();
    expect(toldOf(play).map(({ kind }) => kind)).toEqual(['document', 'document']);
    expect(play.here).not.toHaveProperty('rewriting');
    expect(play.here.data).not.toHaveProperty('rewrites');
    // what the records say now is what a later correction compares with
    play.do(asSystem, { type: 'callAnswered', effect: toldOf(play)[0]?.id ?? '', result: paper('third') });
    expect(Object.keys(play.here.reissuing ?? {})).toHaveLength(1);
    expect(play.here.documents).toMatchObject({ first: { replacedBy: 'third' }, second: {} });
  });

  it('is not drawn anew where one of the records could not be written', () => {
    const play = both();
    play.do(iryna, { type: 'correct', changes: { '/name': 'Олеся' }, reason: 'Описка' });
    const [one, two] = toldOf(play);
    play.do(asSystem, { type: 'callFailed', effect: one?.id ?? '', code: 'away', final: true });
    expect(play.here.rewriting).toMatchObject({ papers: [] });
    expect(Object.keys(play.here.data.rewrites ?? {})).toEqual([two?.id]);
    expect(writes(play, two, '3333333333')).toBeUndefined();
    expect(toldOf(play)).toEqual([]);
    expect(play.here).not.toHaveProperty('rewriting');
    // the one that was not written is written by the next correction, the other says so already
    play.do(iryna, { type: 'correct', changes: { '/name': 'Олеся' }, reason: 'Описка' });
    expect(toldOf(play)).toMatchObject([{ do: 'change', data: { key: '2222222222' } }]);
  });

  it('has a duplicate each, paid for one by one', () => {
    const priced = { ...many.bundle.after, duplicate: { pay: 'parameters.fee' } };
    const dear = { ...many, bundle: { ...many.bundle, after: priced } } as ServiceRuntime;
    const play = Object.assign(new Play(dear), { case: both().here });
    const olena = asParty({ person: 'p-olena' });
    const fees = ['first', 'second'].map((document) => {
      expect(play.do(olena, { type: 'duplicate', document })).toBeUndefined();
      return `${play.here.id}/${play.here.seq}/0`;
    });
    const pays = (n: number) =>
      play.do(asSystem, { type: 'paid', effect: fees[n] ?? '', payment: 'p', amount: 100 });
    expect(pays(1)).toBeUndefined();
    expect(Object.values(play.here.reissuing ?? {})).toMatchObject([{ replaces: 'second', duplicate: true }]);
    expect(play.here.paying).toEqual({ [fees[0] ?? '']: { document: 'first', amount: 100 } });
    expect(pays(0)).toBeUndefined();
    expect(play.here).not.toHaveProperty('paying');
  });

  it('is issued anew where it would say something else, and the first does not hold beside it', () => {
    const play = partly();
    play.review('approve', { changes: { '/name': 'Олеся' } });
    for (const branch of ['head', 'lawyer'] as const) {
      const path = `signing/${branch}/${branch}Decides`;
      play.do(asOfficer(`o-${branch}`, branch), { type: 'claim', path });
      play.do(asOfficer(`o-${branch}`, branch), { type: 'act', path, action: 'approve', data: {} });
    }
    done(play, 'issue/1/paper', { registry: 'people', key: '2222222222', version: 2 });
    done(play, 'issue/1/paper', paper('other'));
    expect(play.here.documents).toMatchObject({
      first: { replacedBy: 'other' },
      other: { replaces: 'first' },
    });
  });
});
