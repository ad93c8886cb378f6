import { describe, expect, it } from 'vitest';
import { type Personal, parted, verifyChain } from '../chain.ts';
import { effects } from '../effects.ts';
import { evolve } from '../evolve.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro } from '../small-service.testing.ts';
import type { Case, CaseEvent } from '../types.ts';
import { timersOf } from '../waiting.ts';
import { analyst, first, migrated, second } from './versions.testing.ts';

const owners = [
  { rnokpp: '2222222222', email: 'petro@mail.example' },
  { rnokpp: '3333333333', email: 'third@mail.example' },
];
const iryna = asOfficer('o-iryna', 'registrar');

function inReview(): Play {
  const play = new Play(first);
  play.toReview();
  return play;
}
function inConsents(): Play {
  const play = new Play(first);
  play.submit(owners);
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
  return play;
}
function inSigning(): Play {
  const play = inReview();
  play.review('approve');
  return play;
}

/** What every log must hold, whatever happened in it. */
function holdsTogether(events: CaseEvent[], kase: Case) {
  expect(events.reduce<Case | null>(evolve, null)).toEqual(kase);
  const data = new Map<number, Personal>();
  for (const event of events) {
    const { personal } = parted(event);
    if (personal) data.set(event.seq, personal);
  }
  const open = events.map((event) => parted(event).event);
  expect(verifyChain(open, data)).toBeNull();
  expect(JSON.stringify(open).match(/Олена|1111111111|2222222222/)).toBeNull();
}

describe('an open case that comes over to a new version', () => {
  it('goes on where it was where nothing is called otherwise', () => {
    const before = inReview();
    before.do(iryna, { type: 'claim', path: 'review' });
    const { play, events } = migrated(before, second({}));
    expect(events.map(({ type }) => type)).toEqual(['migrated']);
    expect(play.here).toMatchObject({ definition: 'b'.repeat(64), position: { state: 'review' } });
    expect(play.here.places).toEqual(before.here.places);
    expect(timersOf(play.here)).toEqual(timersOf(before.here));
    expect(play.here.term).toEqual(before.here.term);
    expect(play.here.data).toEqual(before.here.data);
    holdsTogether(play.events, play.here);
    expect(play.do(iryna, { type: 'act', path: 'review', action: 'approve', data: {} })).toBeUndefined();
    expect(play.here.position?.state).toBe('signing');
  });

  it('keeps who holds it and by when, where its state has another name', () => {
    const before = inReview();
    before.do(iryna, { type: 'claim', path: 'review' });
    const next = second({ renamed: { review: 'study', registry: 'population' } }, ({ flow }) => {
      const { review, ...states } = flow.states;
      flow.states = { ...states, study: review ?? {} };
      Object.assign(flow.states.check ?? {}, { as: 'population', next: 'study', failed: 'study' });
      Object.assign(flow.states.consents ?? {}, { next: 'study' });
      Object.assign(flow.states.correction ?? {}, { actions: { resubmit: { to: 'study' } } });
      Object.assign(flow.states.signing ?? {}, { otherwise: 'study' });
      Object.assign(flow.states.issue ?? {}, { failed: 'study' });
    });
    const { play } = migrated(before, next);
    const { path: _, state: __, ...old } = before.here.places.review ?? {};
    expect(play.here.places).toEqual({ study: { ...old, path: 'study', state: 'study' } });
    expect(play.here.data.values['']).toEqual({ population: { found: true } });
    expect(play.do(iryna, { type: 'act', path: 'study', action: 'approve', data: {} })).toBeUndefined();
    holdsTogether(play.events, play.here);
  });

  it('keeps every item of an each where it is, with its party and its reminder', () => {
    const before = inConsents();
    before.do(asParty(petro), { type: 'act', path: 'consents/1/ask', action: 'agree', data: {} });
    const next = second({ renamed: { consents: 'agreement', ask: 'wish', owner: 'coOwner' } }, (bundle) => {
      const text = JSON.stringify(bundle.flow).replaceAll('"consents"', '"agreement"');
      const flow = text
        .replaceAll('"ask"', '"wish"')
        .replaceAll('"owner"', '"coOwner"')
        .replaceAll('owner.', 'coOwner.');
      const { owner, ...parties } = bundle.parties;
      const changed = { ...parties, coOwner: owner };
      Object.assign(bundle, { flow: JSON.parse(flow), parties: changed });
    });
    const { play } = migrated(before, next);
    expect(Object.keys(play.here.places).sort()).toEqual(['agreement', 'agreement/2/wish']);
    expect(play.here.places['agreement/2/wish']).toMatchObject({
      party: 'coOwner/2',
      remind: { 0: expect.any(String) },
    });
    expect(play.here.outcomes).toEqual({ 'agreement/1': 'agreed' });
    expect(play.here.position?.items?.['1']).toEqual({ state: 'agreed' });
    holdsTogether(play.events, play.here);
    const third = asParty({ person: 'p-3', rnokpp: '3333333333' });
    expect(
      play.do(third, { type: 'act', path: 'agreement/2/wish', action: 'agree', data: {} }),
    ).toBeUndefined();
    expect(play.here.position?.state).toBe('review');
  });

  it('begins a branch that is new, and needs it too', () => {
    const next = second({}, ({ flow }) => {
      const branches = flow.states.signing?.branches as { [name: string]: unknown };
      branches.auditor = {
        initial: 'audit',
        states: {
          audit: { type: 'task', role: 'head', due: 'P1D', actions: { approve: { to: 'audited' } } },
          audited: { type: 'end', outcome: 'approved' },
        },
      };
    });
    const before = inSigning();
    const { play, events } = migrated(before, next);
    expect(events.map(({ type }) => type)).toEqual(['migrated', 'moved']);
    expect(Object.keys(play.here.places).sort()).toEqual([
      'signing',
      'signing/auditor/audit',
      'signing/head/headDecides',
      'signing/lawyer/lawyerDecides',
    ]);
    holdsTogether(play.events, play.here);
  });

  it('goes on at once where the new version wants less than it has', () => {
    const before = inSigning();
    const lawyer = asOfficer('o-law', 'lawyer');
    const path = 'signing/lawyer/lawyerDecides';
    before.do(lawyer, { type: 'claim', path });
    before.do(lawyer, { type: 'act', path, action: 'approve', data: {} });
    const next = second({}, ({ flow }) => {
      Object.assign(flow.states.signing ?? {}, { join: { outcome: 'approved', need: 'any' } });
    });
    const { play } = migrated(before, next);
    expect(play.here.position).toEqual({ state: 'issue' });
    expect(Object.keys(play.here.places)).toEqual(['issue']);
    holdsTogether(play.events, play.here);
  });

  it('enters a state anew where the definition says so, and what it waited for is called off', () => {
    const before = new Play(first);
    before.submit();
    const effect = before.effect('check');
    const { play, events } = migrated(before, second({ states: { check: { enter: 'review' } } }));
    expect(events.map(({ type }) => type)).toEqual(['cancelled', 'migrated', 'moved']);
    const told = events.flatMap((event) => effects(play.service, play.here, event));
    expect(told).toMatchObject([{ kind: 'cancel', connector: 'population', effect }]);
    expect(play.here.position).toEqual({ state: 'review' });
    expect(play.do(asSystem, { type: 'callAnswered', effect, result: {} })).toBe('late');
    holdsTogether(play.events, play.here);
  });

  it('gives back a payment that comes after it was called off', () => {
    const fee = {
      ...{
        type: 'pay',
        connector: 'bank',
        amount: '100',
        purpose: { uk: 'Збір' },
        due: 'P3D',
        next: 'review',
      },
      overdue: { to: 'abandoned' },
    };
    const paying = structuredClone(first);
    Object.assign(paying.bundle.flow, { initial: 'fee' });
    Object.assign(paying.bundle.flow.states, { fee });
    const before = new Play(paying);
    before.submit();
    const effect = before.effect('fee');
    const next = second({ renamed: { fee: 'charge' }, states: { fee: { enter: 'review' } } }, ({ flow }) => {
      flow.states.charge = fee;
    });
    const { play, refusal } = migrated(before, next);
    expect(refusal).toBeUndefined();
    expect(play.here.unpaid).toEqual({ [effect]: { path: 'charge', connector: 'bank' } });
    expect(play.do(asSystem, { type: 'paid', effect, payment: 'p-1', amount: 100 })).toBeUndefined();
    expect(play.events.at(-1)).toMatchObject({ type: 'gaveBack' });
    holdsTogether(play.events, play.here);
  });

  it('takes the answer to what it asked before', () => {
    const before = new Play(first);
    before.submit();
    const effect = before.effect('check');
    const { play } = migrated(
      before,
      second({ renamed: { check: 'look' } }, ({ flow }) => {
        const { check, ...states } = flow.states;
        Object.assign(flow, { initial: 'look', states: { ...states, look: check ?? {} } });
      }),
    );
    expect(play.do(asSystem, { type: 'callAnswered', effect, result: { found: true } })).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'review' });
    expect(play.here.data.values['']).toEqual({ registry: { found: true } });
  });
});

describe('what was entered', () => {
  const fields = (properties: object, required: string[]) => (bundle: { form: object }) => {
    const { form } = bundle as { form: { schema: { properties: { owners: unknown } }; pages: unknown } };
    const { owners: list } = form.schema.properties;
    Object.assign(form, {
      schema: { type: 'object', properties: { ...properties, owners: list }, required },
      pages: [{ id: 'main', title: {}, fields: Object.keys(properties).map((name) => `/${name}`) }],
    });
  };
  const text = { type: 'string' };

  it('is moved and filled, and what has no place any more is gone', () => {
    const next = second(
      {
        data: { form: { move: { '/name': '/person/called' }, fill: { '/greeting': '"Пані " + form.name' } } },
      },
      (bundle) => {
        fields({ person: { type: 'object', properties: { called: text } }, greeting: text }, ['greeting'])(
          bundle,
        );
        Object.assign(
          bundle,
          JSON.parse(
            JSON.stringify(bundle)
              .replaceAll('form.name', 'form.greeting')
              .replaceAll('form.rnokpp', 'form.greeting'),
          ),
        );
        Object.assign(bundle, { migrate: undefined });
      },
    );
    const { play, refusal } = migrated(inReview(), next);
    expect(refusal).toBeUndefined();
    expect(play.here.data.form).toEqual({ person: { called: 'Олена' }, greeting: 'Пані Олена', owners: [] });
    holdsTogether(play.events, play.here);
  });

  it('takes the marks of a correction along', () => {
    const before = inReview();
    before.review('return', { reason: 'ні', marks: [{ pointer: '/name' }, { pointer: '/rnokpp' }] });
    const next = second({ data: { form: { move: { '/name': '/called' } } } }, (bundle) => {
      fields({ called: text }, ['called'])(bundle);
      Object.assign(
        bundle,
        JSON.parse(
          JSON.stringify(bundle)
            .replaceAll('form.name', 'form.called')
            .replaceAll('form.rnokpp', 'form.called'),
        ),
      );
    });
    const { play, refusal } = migrated(before, next);
    expect(refusal).toBeUndefined();
    expect(play.here.data.marks).toEqual([{ pointer: '/called' }]);
    expect(play.here.places.correction).toMatchObject({ open: ['/called'] });
    const fix = {
      type: 'act',
      path: 'correction',
      action: 'resubmit',
      changes: { '/called': 'Оля' },
    } as const;
    expect(play.do(asParty(olena), fix)).toBeUndefined();
  });

  it('that the new form does not take is a refusal, field by field', () => {
    const { refusal } = migrated(
      inReview(),
      second({}, fields({ name: text, rnokpp: text, iban: text }, ['iban'])),
    );
    expect(refusal).toMatchObject({ code: 'invalidData', fields: [{ pointer: '/iban', code: 'required' }] });
  });
});

describe('a migration is refused', () => {
  const codeOf = (play: Play, next = second({}), ...more: [typeof analyst?, string?]) =>
    migrated(play, next, ...more).refusal?.code;

  it('to whoever may not publish, and to the one who proposed it', () => {
    expect(codeOf(inReview(), second({}), iryna)).toBe('notAllowed');
    expect(codeOf(inReview(), second({}), asParty(olena))).toBe('notAllowed');
    expect(codeOf(inReview(), second({}), asSystem)).toBe('notAllowed');
    expect(codeOf(inReview(), second({}), analyst, 'o-analyst')).toBe('fourEyes');
    expect(codeOf(inReview(), second({}), asOfficer('p-olena', 'analyst'))).toBe('ownCase');
  });

  it('where the new version is not from this one', () => {
    expect(codeOf(inReview(), second({ from: 7 }))).toBe('otherVersion');
    const none = second({});
    delete none.bundle.migrate;
    expect(codeOf(inReview(), none)).toBe('otherVersion');
  });

  it('where a state is not mapped, or is of another kind', () => {
    const gone = second({}, ({ flow }) => {
      delete flow.states.review;
    });
    const { refusal } = migrated(inReview(), gone);
    expect(refusal).toMatchObject({ code: 'notMapped', pointer: '/review' });
    const other = second({}, ({ flow }) => {
      flow.states.review = { type: 'wait', for: 'P1D', next: 'granted' };
    });
    expect(codeOf(inReview(), other)).toBe('notMapped');
  });

  it('where it waits for an answer that the new version would not take', () => {
    const play = new Play(first);
    play.submit();
    const next = second({}, ({ flow }) => {
      Object.assign(flow.states.check ?? {}, { connector: 'people' });
    });
    expect(codeOf(play, next)).toBe('effectOutstanding');
  });

  it('where the new version leans on what this case was never asked', () => {
    const next = second({}, ({ flow, messages }) => {
      flow.initial = 'talk';
      flow.states.talk = { type: 'task', role: 'registrar', actions: { done: { to: 'check' } } };
      Object.assign(messages?.done ?? {}, { body: { uk: '{{talk.action}}', en: '{{talk.action}}' } });
    });
    const { refusal } = migrated(inReview(), next);
    expect(refusal).toMatchObject({ code: 'notReached', pointer: '/review' });
    Object.assign(next.bundle.migrate ?? {}, { states: { review: { enter: 'talk' } } });
    expect(codeOf(inReview(), next)).toBeUndefined();
    Object.assign(next.bundle.migrate ?? {}, { states: { check: { enter: 'review' } } });
    const play = new Play(first);
    play.submit();
    expect(migrated(play, next).refusal).toMatchObject({ code: 'notReached', pointer: '/review' });
  });

  it('where the definition says that such cases stay, and why', () => {
    const stays = { uk: 'Дорозглядаємо за старими правилами', en: 'Decided by the old rules' };
    const { refusal } = migrated(inReview(), second({ states: { review: { stays } } }));
    expect(refusal).toEqual({ code: 'staysBehind', message: stays });
    expect(codeOf(inReview(), second({ when: 'case.channel = "counter"' }))).toBe('staysBehind');
  });

  it('where the case has ended', () => {
    const play = inReview();
    play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    expect(codeOf(play)).toBe('ended');
  });
});

describe('the term in law', () => {
  it('ends where the new version knows none, and says what silence means as the new version does', () => {
    const none = migrated(
      inReview(),
      second({}, (bundle) => Reflect.deleteProperty(bundle, 'decideWithin')),
    );
    expect(none.play.here.term).toBeUndefined();
    holdsTogether(none.play.events, none.play.here);
    const silent = second({}, ({ decideWithin }) => {
      Object.assign(decideWithin ?? {}, { overdue: { meaning: 'consent', to: 'granted' } });
    });
    const before = inReview();
    const { play } = migrated(before, silent);
    expect(play.here.term).toEqual({ ...before.here.term, meaning: 'consent' });
  });

  it('begins at a place that had no deadline, from now', () => {
    const without = structuredClone(first);
    Reflect.deleteProperty(without.bundle.flow.states.review ?? {}, 'due');
    const before = new Play(without);
    before.toReview();
    before.now = '2026-03-09T08:00:00Z';
    const { play } = migrated(before, second({}));
    expect(play.here.places.review?.due).toMatch(/^2026-03-12/);
  });
});
