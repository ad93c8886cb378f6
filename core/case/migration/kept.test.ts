import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import type { FileVersion } from '../file.ts';
import { asOfficer, asParty, asSystem, countingIds, olena, Play } from '../small-service.testing.ts';
import { timersOf } from '../waiting.ts';
import { analyst, earlier, first, migrated, type Shape, second } from './versions.testing.ts';

const iryna = asOfficer('o-iryna', 'registrar');
const t = (text: string) => ({ uk: text, en: text });

function inReview(service = first): Play {
  const play = new Play(service);
  play.toReview();
  return play;
}
function inSigning(service = first): Play {
  const play = inReview(service);
  play.review('approve');
  return play;
}
const decides = (play: Play, who: 'head' | 'lawyer', action = 'approve') => {
  const [officer, path] = [asOfficer(`o-${who}`, who), `signing/${who}/${who}Decides`];
  play.do(officer, { type: 'claim', path });
  expect(play.do(officer, { type: 'act', path, action, data: {} })).toBeUndefined();
};
function inPause(): Play {
  const play = inSigning();
  decides(play, 'head');
  decides(play, 'lawyer');
  const paper = { id: 'd-1', sha256: 'c'.repeat(64), number: '7', key: 'k', version: 'v', pages: 1 };
  while (play.here.places.issue) {
    const effect = play.effect('issue');
    expect(play.do(asSystem, { type: 'callAnswered', effect, result: paper })).toBeUndefined();
  }
  return play;
}

describe('a task that comes over', () => {
  const renamesName = (bundle: object) => {
    const text = JSON.stringify(bundle).replaceAll('form.name', 'form.called');
    const { form } = Object.assign(bundle, JSON.parse(text)) as Shape;
    const { name, ...others } = form.schema.properties;
    Object.assign(form.schema, { properties: { ...others, called: name }, required: ['called', 'rnokpp'] });
    Object.assign(form, { pages: [{ id: 'main', title: {}, fields: ['/called', '/rnokpp'] }] });
  };

  it('keeps whom a colleague was asked, with the fields that were shared as they are called now', () => {
    const play = inReview();
    play.do(iryna, { type: 'claim', path: 'review' });
    const asked = play.do(iryna, {
      ...{ type: 'consult', path: 'review', agency: 'other', office: 'main', role: 'expert' },
      ...{ question: 'Чи так?', by: '2026-03-04T08:00:00Z', fields: ['/name'] },
    });
    expect(asked).toBeUndefined();
    const { play: over, refusal } = migrated(
      play,
      second({ data: { form: { move: { '/name': '/called' } } } }, renamesName),
    );
    expect(refusal).toBeUndefined();
    const place = over.here.places.review;
    const [consult] = Object.values((place?.kind === 'task' && place.consults) || {});
    expect(consult).toMatchObject({ agency: 'other', role: 'expert', fields: ['/called'] });
    const expert = asOfficer('o-expert', 'expert', 'other', 'main');
    const id = consult?.id ?? '';
    expect(
      over.do(expert, { type: 'answerConsult', path: 'review', consult: id, opinion: 'Так' }),
    ).toBeUndefined();
  });

  it('is raised to whom the new version raises it, and to nobody where it raises to nobody', () => {
    const play = inReview();
    const [due] = timersOf(play.here).filter(({ path, kind }) => path === 'review' && kind === 'due');
    play.now = due?.at ?? '';
    play.do(asSystem, { type: 'timerFired', path: 'review', kind: 'due', at: play.now });
    expect(play.here.places.review).toMatchObject({ overdue: true, raisedTo: 'head' });
    const to = (overdue: object) =>
      migrated(
        play,
        second({}, ({ flow }) => {
          Object.assign(flow.states.review ?? {}, { overdue });
        }),
      ).play.here.places.review;
    expect(to({ raise: 'lawyer' })).toMatchObject({ overdue: true, raisedTo: 'lawyer' });
    expect(to({ notify: ['late'] })).not.toHaveProperty('raisedTo');
  });

  it('of another role goes to its office, and nobody holds it', () => {
    const play = inReview();
    play.do(iryna, { type: 'claim', path: 'review' });
    const next = second({}, ({ flow }) => {
      Object.assign(flow.states.review ?? {}, { role: 'lawyer' });
    });
    const { play: over } = migrated(play, next);
    expect(over.here.places.review).toMatchObject({ role: 'lawyer', agency: 'city', office: 'central' });
    expect(over.here.places.review).not.toHaveProperty('claimedBy');
    expect(over.do(iryna, { type: 'claim', path: 'review' })).toBe('notYourTask');
    expect(over.do(asOfficer('o-law', 'lawyer'), { type: 'claim', path: 'review' })).toBeUndefined();
  });
});

describe('what an officer entered', () => {
  const opinion = { schema: { type: 'object', properties: { opinion: { type: 'string' } } } };
  /** Reviewed twice: once returned, then approved. */
  const reviewedTwice = () => {
    const play = inReview();
    play.review('return', { reason: 'ні', marks: [{ pointer: '/name' }], data: { note: 'перше' } });
    const changes = { '/name': 'Оля' };
    play.do(asParty(olena), { type: 'act', path: 'correction', action: 'resubmit', changes });
    play.review('approve', { data: { note: 'друге' } });
    return play;
  };
  const withForm = (form: unknown) =>
    second({ data: { review: { move: { '/note': '/opinion' } } } }, ({ flow }) => {
      const { form: _, ...review } = flow.states.review ?? {};
      flow.states.review = form === undefined ? review : { ...review, form };
    });

  it('is moved, and so is what was entered the time before', () => {
    const { play, refusal } = migrated(reviewedTwice(), withForm(opinion));
    expect(refusal).toBeUndefined();
    expect(play.here.data.results.review).toMatchObject({
      ...{ entered: { opinion: 'друге' }, previous: { opinion: 'перше' } },
    });
  });

  it('is lost with the form of its state, not who decided and why', () => {
    const before = reviewedTwice();
    const { play } = migrated(before, withForm(undefined));
    const { entered: _, previous: __, ...rest } = before.here.data.results.review ?? {};
    expect(play.here.data.results.review).toEqual(rest);
    expect(play.here.results).toEqual(before.here.results);
  });

  it('that the new form of the state does not take is a refusal at that state', () => {
    const properties = { ...opinion.schema.properties, grade: { type: 'integer' } };
    const strict = { schema: { type: 'object', properties, required: ['opinion', 'grade'] } };
    const { refusal } = migrated(reviewedTwice(), withForm(strict));
    expect(refusal).toMatchObject({
      ...{ code: 'invalidData', pointer: '/review', fields: [{ pointer: '/grade', code: 'required' }] },
    });
  });
});

describe('what a case holds', () => {
  it('comes along: documents, records and marks are known by the names of the new version', () => {
    const before = inPause();
    const [effect] = Object.keys(before.here.data.records ?? {});
    const renamed = { issue: 'giveOut', certificate: 'extract' };
    const next = second({ renamed }, (bundle) => {
      const text = JSON.stringify(bundle).replaceAll('"issue":', '"giveOut":');
      Object.assign(bundle, JSON.parse(text.replaceAll('"certificate"', '"extract"')));
      Object.assign(bundle.flow.states.giveOut ?? {}, { type: 'issue' });
    });
    const { play, refusal } = migrated(before, next);
    expect(refusal).toBeUndefined();
    expect(Object.values(play.here.documents)).toMatchObject([{ document: 'extract', path: 'giveOut' }]);
    expect(play.here.data.records).toEqual({
      [effect ?? '']: { ...before.here.data.records?.[effect ?? ''], path: 'giveOut' },
    });
  });

  it('comes along: a payment is of the state that the new version calls so', () => {
    const fee = {
      ...{ type: 'pay', connector: 'bank', amount: '100', purpose: t('Збір'), due: 'P3D', next: 'review' },
      overdue: { to: 'abandoned' },
    };
    const play = new Play(
      earlier(({ flow }) => {
        flow.initial = 'fee';
        flow.states.fee = fee;
      }),
    );
    play.submit();
    const effect = play.effect('fee');
    play.do(asSystem, { type: 'paid', effect, payment: 'p-1', amount: 100 });
    const next = second({ renamed: { fee: 'charge' } }, ({ flow }) => {
      flow.states.charge = fee;
    });
    expect(migrated(play, next).play.here.held).toMatchObject({ [effect]: { path: 'charge', type: 'pay' } });
  });

  it('comes along: a branch that has ended is called as its end is called now, where there is one', () => {
    const before = inSigning();
    decides(before, 'head');
    decides(before, 'lawyer');
    expect(before.here.outcomes).toMatchObject({ 'signing/head': 'approved', 'signing/lawyer': 'approved' });
    const next = second({ renamed: { headYes: 'headAgreed' } }, ({ flow }) => {
      const { head, lawyer } = (flow.states.signing?.branches ?? {}) as { [name: string]: Shape['flow'] };
      Object.assign(head?.states ?? {}, { headAgreed: { type: 'end', outcome: 'agreed' } });
      delete head?.states.headYes;
      delete lawyer?.states.lawyerYes;
    });
    expect(migrated(before, next).play.here.outcomes).toMatchObject({
      ...{ 'signing/head': 'agreed', 'signing/lawyer': 'approved' },
    });
  });

  it('an answer that a branch asked for is lost with the branch', () => {
    const asking = earlier(({ flow }) => {
      const { lawyer } = (flow.states.signing?.branches ?? {}) as { [name: string]: Shape['flow'] };
      const ask = { type: 'call', connector: 'population', input: {}, as: 'debts', next: 'lawyerDecides' };
      Object.assign(lawyer ?? {}, { initial: 'look', states: { look: ask, ...lawyer?.states } });
    });
    const before = inSigning(asking);
    const effect = before.effect('signing/lawyer/look');
    before.do(asSystem, { type: 'callAnswered', effect, result: { owes: 0 } });
    expect(before.here.data.values['signing/lawyer']).toEqual({ debts: { owes: 0 } });
    decides(before, 'head');
    decides(before, 'lawyer');
    const next = second({}, ({ flow }) => {
      Reflect.deleteProperty(flow.states.signing?.branches as object, 'lawyer');
    });
    const { play } = migrated(before, next);
    expect(play.here.data.values['signing/lawyer']).toEqual({});
    expect(play.here.outcomes).not.toHaveProperty('signing/lawyer');
  });

  it('comes along: answers of the form, as they are called now; those that nothing asks for are lost', () => {
    const lookup = { connector: 'population', input: {} };
    const before = new Play(
      earlier(({ form }) => {
        Object.assign(form, { lookups: { person: lookup, plot: lookup } });
      }),
    );
    const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
    const lookups = { person: { alive: true }, plot: { area: 6 } };
    before.do(asParty(olena), { type: 'submit', form, lookups, language: 'uk', channel: 'portal' });
    expect(before.here.data.lookups).toEqual(lookups);
    const next = second({ renamed: { person: 'human' } }, (bundle) => {
      Object.assign(bundle.form, { lookups: { human: lookup } });
    });
    expect(migrated(before, next).play.here.data.lookups).toEqual({ human: { alive: true } });
  });
});

describe('files', () => {
  const file: FileVersion = {
    ...{ id: 'f-1', at: '/proof', name: 'proof.pdf', key: 'k', version: 'v', sha256: 'a'.repeat(64) },
    ...{ size: 10, type: 'application/pdf', scan: 'clean' },
  };
  const named = { type: 'string', format: 'kladka-file' };
  const withProof = (of: object, at: string) => {
    const { form } = of as Shape;
    const name = at.slice(1);
    Object.assign(form.schema.properties, { [name]: named });
    Object.assign(form, { files: { [name]: { at } } });
  };
  const submitted = () => {
    const play = new Play(earlier((bundle) => withProof(bundle, '/proof')));
    const form = { name: 'Олена', rnokpp: '1111111111', owners: [], proof: 'f-1' };
    const files = { 'f-1': file };
    const code = play.do(asParty(olena), { type: 'submit', form, files, language: 'uk', channel: 'portal' });
    expect(code).toBeUndefined();
    return play;
  };
  const next = second({ data: { form: { move: { '/proof': '/paper' } } } }, (bundle) =>
    withProof(bundle, '/paper'),
  );

  it('are of the field that the new version keeps them in', () => {
    const { play, refusal } = migrated(submitted(), next);
    expect(refusal).toBeUndefined();
    expect(play.here.data).toMatchObject({ form: { paper: 'f-1' }, files: { 'f-1': { at: '/paper' } } });
  });

  it('that were found infected since are no fault of the migration', () => {
    const play = submitted();
    play.case = {
      ...play.here,
      data: { ...play.here.data, files: { 'f-1': { ...file, scan: 'infected' } } },
    };
    expect(migrated(play, next).refusal).toBeUndefined();
  });

  it('that the new form takes for files must be such', () => {
    const play = inReview();
    const takesName = second({}, ({ form }) => {
      Object.assign(form, { files: { name: { at: '/name' } } });
    });
    expect(migrated(play, takesName).refusal).toMatchObject({ code: 'unknownFile', pointer: '/name' });
  });
});

describe('where the case goes', () => {
  it('a computed field that the new form has not is not lost: nobody entered it', () => {
    const computing = earlier(({ form }) => {
      Object.assign(form.schema.properties, { fee: { type: 'integer' } });
      Object.assign(form, { computed: { '/fee': '7' } });
    });
    const before = inReview(computing);
    expect(before.here.data.form).toMatchObject({ fee: 7 });
    const { play, events } = migrated(before, second({}));
    expect(play.here.data.form).not.toHaveProperty('fee');
    expect(events.map(({ type }) => type)).toEqual(['migrated']);
  });

  it('items stay as they were where the new list has another number of them', () => {
    const before = new Play(first);
    before.submit([
      { rnokpp: '2222222222', email: 'petro@mail.example' },
      { rnokpp: '3333333333', email: 'third@mail.example' },
    ]);
    before.do(asSystem, { type: 'callAnswered', effect: before.effect('check'), result: {} });
    const next = second({}, ({ flow }) => {
      Object.assign(flow.states.consents ?? {}, { of: 'form.owners[item.rnokpp = "3333333333"]' });
    });
    expect(migrated(before, next).play.here.data.items).toEqual(before.here.data.items);
  });

  it('a branch that ends at once may settle the whole: what else was to begin anew does not', () => {
    const next = second(
      { states: { headDecides: { enter: 'headYes' }, lawyerDecides: { enter: 'lawyerDecides' } } },
      ({ flow }) => {
        Object.assign(flow.states.signing ?? {}, { join: { outcome: 'approved', need: 'any' } });
      },
    );
    const { play, refusal } = migrated(inSigning(), next);
    expect(refusal).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'issue' });
    expect(Object.keys(play.here.places)).toEqual(['issue']);
  });

  it('nowhere where the version that is meant was not given', () => {
    const play = inReview();
    const given = { now: play.now, actor: analyst, ids: countingIds() };
    const command = { type: 'migrate', to: 'b'.repeat(64), proposedBy: 'o-other' } as const;
    expect(decide(first, play.case, command, given).refusal).toEqual({
      ...{ code: 'otherVersion', pointer: '/to' },
      message: { uk: 'Такої версії послуги немає', en: 'There is no such version of the service' },
    });
    const other = { ...second({}), hash: 'c'.repeat(64) };
    expect(decide(first, play.case, command, { ...given, next: other }).refusal?.code).toBe('otherVersion');
  });

  it('nowhere where the new version leans on an answer that this case never asked for', () => {
    const look = {
      ...{
        type: 'call',
        connector: 'population',
        input: {},
        as: 'debts',
        next: 'check',
        failed: 'abandoned',
      },
    };
    const next = second({}, ({ flow, messages }) => {
      Object.assign(flow, { initial: 'look', states: { ...flow.states, look } });
      Object.assign(messages?.done ?? {}, { body: t('{{debts.owes}}') });
    });
    const { refusal } = migrated(inReview(), next);
    expect(refusal).toMatchObject({ code: 'notReached', pointer: '/review' });
    expect(refusal?.message.en).toContain('“debts” is known by the state “review”');
    const asked = new Play(next);
    asked.submit();
    const effect = asked.effect('look');
    asked.do(asSystem, { type: 'callAnswered', effect, result: { owes: 0 } });
    expect(asked.here.position).toEqual({ state: 'check' });
  });

  it('nowhere where a branch leans on what was never entered in it', () => {
    const next = second({}, ({ flow, messages }) => {
      const { lawyer } = (flow.states.signing?.branches ?? {}) as { [name: string]: Shape['flow'] };
      const talk = { type: 'task', role: 'lawyer', actions: { done: { to: 'lawyerDecides' } } };
      Object.assign(lawyer ?? {}, { initial: 'talk', states: { talk, ...lawyer?.states } });
      Object.assign(messages?.late ?? {}, { body: t('{{talk.reason}}') });
    });
    expect(migrated(inSigning(), next).refusal).toMatchObject({
      ...{ code: 'notReached', pointer: '/signing/lawyer/lawyerDecides' },
    });
    expect(migrated(inReview(), next).refusal).toBeUndefined();
  });
});
