import { describe, expect, it } from 'vitest';
import type { Migrate } from '#core/definition/types.ts';
import { asOfficer, asSystem, Play } from '../small-service.testing.ts';
import { rehearse } from './rehearse.ts';
import { analyst, earlier, first, migrated, type Shape, second } from './versions.testing.ts';

type Rule = Partial<Migrate>;
type Change = (bundle: Shape) => void;
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
function inConsents(): Play {
  const play = new Play(first);
  play.submit([
    { rnokpp: '2222222222', email: 'petro@mail.example' },
    { rnokpp: '3333333333', email: 'third@mail.example' },
  ]);
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
  return play;
}
const decides = (play: Play, who: 'head' | 'lawyer', action = 'approve') => {
  const [officer, path] = [asOfficer(`o-${who}`, who), `signing/${who}/${who}Decides`];
  play.do(officer, { type: 'claim', path });
  expect(play.do(officer, { type: 'act', path, action, data: {} })).toBeUndefined();
};
const branchesOf = ({ flow }: Shape) =>
  (flow.states.signing?.branches ?? {}) as { [name: string]: Shape['flow'] };
const refusalOf = (play: Play, rule: Rule, change?: Change) => migrated(play, second(rule, change)).refusal;
const rehearsed = (play: Play, rule: Rule, change?: Change) =>
  rehearse(play.service, second(rule, change), [play.here], play.now).cases[0];

describe('where a case stands once it has come over', () => {
  it('is where it stood: in its state, its branches, its items', () => {
    const positionOf = (play: Play) => migrated(play, second({})).play.here.position;
    expect(positionOf(inReview())).toEqual({ state: 'review' });
    const [head, lawyer] = [{ state: 'headDecides' }, { state: 'lawyerDecides' }];
    expect(positionOf(inSigning())).toEqual({ state: 'signing', branches: { head, lawyer } });
    const items = { 1: { state: 'ask' }, 2: { state: 'ask' } };
    expect(positionOf(inConsents())).toEqual({ state: 'consents', items });
  });

  it('is no other branch than before: who has a task in one keeps it', () => {
    const play = inSigning();
    const path = 'signing/head/headDecides';
    play.do(asOfficer('o-head', 'head'), { type: 'claim', path });
    const { play: over, events } = migrated(play, second({}));
    expect(events.map(({ type }) => type)).toEqual(['migrated']);
    expect(over.here.places[path]).toMatchObject({ claimedBy: 'o-head' });
  });

  it('is the one branch that is entered anew; the other goes on', () => {
    const lawyer = 'signing/lawyer/lawyerDecides';
    const rule = { states: { lawyerDecides: { enter: 'lawyerDecides' } } };
    const play = inSigning();
    play.now = '2026-03-03T08:00:00Z';
    expect(rehearsed(play, rule)).toMatchObject({
      ...{ result: 'moves', cancelled: [lawyer], entered: [lawyer] },
      ...{ from: ['signing/head/headDecides', lawyer], to: ['signing/head/headDecides', lawyer] },
    });
    const { play: over, events } = migrated(play, second(rule));
    expect(events.find(({ type }) => type === 'migrated')).toMatchObject({
      position: { branches: { lawyer: { state: 'lawyerDecides' } } },
    });
    expect(over.here.places[lawyer]).toMatchObject({ since: play.now });
    expect(over.here.places['signing/head/headDecides']).toMatchObject({ since: '2026-03-02T08:00:00Z' });
  });

  it('is anew what is entered anew: what was decided inside it before is gone', () => {
    const play = inSigning();
    decides(play, 'head');
    const rule = { states: { signing: { enter: 'signing' } } };
    const path = 'signing/head/headDecides';
    expect(play.here.data.results).toHaveProperty([path]);
    const { play: over } = migrated(play, second(rule));
    expect(Object.keys(over.here.results)).toEqual(['review']);
    expect(Object.keys(over.here.data.results)).toEqual(['review']);
    expect(over.here.outcomes).toEqual({});
    expect(Object.keys(over.here.places)).toContain(path);
    expect(rehearsed(play, rule)?.lost).toEqual([path]);
  });

  it('has the outcome that a branch ended by: of the end where it stands', () => {
    const both = earlier((bundle) => {
      const head = branchesOf(bundle).head;
      Object.assign(head?.states ?? {}, { headLater: { type: 'end', outcome: 'approved' } });
      Object.assign(head?.states.headDecides ?? {}, {
        actions: { approve: { to: 'headYes' }, later: { to: 'headLater' } },
      });
    });
    const play = inSigning(both);
    decides(play, 'head', 'later');
    const next = second({}, (bundle) => {
      Object.assign(bundle.flow.states, structuredClone(both.bundle.flow.states));
      Object.assign(branchesOf(bundle).head?.states.headLater ?? {}, { outcome: 'postponed' });
      Object.assign(bundle.flow.states.signing ?? {}, { join: { outcome: 'approved', need: 1 } });
    });
    expect(migrated(play, next).play.here.outcomes['signing/head']).toBe('postponed');
  });
});

describe('a case does not come over', () => {
  const told = (uk: string, en: string) => ({ uk, en });

  it('from a state that the new version does not have, and says which by its title', () => {
    const gone: Change = ({ flow }) => Reflect.deleteProperty(flow.states, 'review');
    expect(refusalOf(inReview(), {}, gone)).toEqual({
      code: 'notMapped',
      pointer: '/review',
      message: told(
        'Нова версія не каже, куди йде справа зі стану «Розгляд». Додайте його до migrate: renamed або states',
        'The new version does not say where a case goes from the state “Review”. Add it to migrate: renamed or states',
      ),
    });
  });

  it('to a state that there is none to enter', () => {
    expect(refusalOf(inReview(), { states: { review: { enter: 'nowhere' } } })).toMatchObject({
      ...{ code: 'notMapped', pointer: '/review' },
    });
  });

  it('from a branch that is gone, by the state in which it stands there; unless that state says itself what becomes of it', () => {
    const gone: Change = (bundle) => Reflect.deleteProperty(branchesOf(bundle), 'lawyer');
    expect(refusalOf(inSigning(), {}, gone)).toMatchObject({
      ...{ code: 'notMapped', pointer: '/signing/lawyer/lawyerDecides' },
    });
    const stays = t('Юрист дорозглядає');
    expect(refusalOf(inSigning(), { states: { lawyerDecides: { stays } } }, gone)).toEqual({
      ...{ code: 'staysBehind', message: stays },
    });
  });

  it('while it waits for what the new version does not wait for', () => {
    const play = new Play(first);
    play.submit();
    const asks: Change = ({ flow }) => Object.assign(flow.states.check ?? {}, { connector: 'people' });
    expect(refusalOf(play, {}, asks)).toEqual({
      code: 'effectOutstanding',
      pointer: '/check',
      message: told(
        'У стані «Перевірка в реєстрі» справа чекає того, чого нова версія не чекає. Дочекайтеся відповіді або додайте до migrate.states, куди справа входить наново',
        'In the state “Check in a registry” the case waits for what the new version does not wait for. Wait for the answer, or add to migrate.states where the case enters anew',
      ),
    });
  });

  it('to another service, or to a version that takes over another one', () => {
    const refused = {
      code: 'otherVersion',
      pointer: '/to',
      message: told(
        'Нова версія не приймає справ версії 1',
        'The new version takes over no cases of version 1',
      ),
    };
    expect(refusalOf(inReview(), { from: 7 })).toEqual(refused);
    const other: Change = (bundle) => Object.assign(bundle, { id: 'other' });
    expect(refusalOf(inReview(), {}, other)).toEqual(refused);
  });

  it('where the condition of the migration does not hold; one that is neither true nor false is a fault', () => {
    expect(refusalOf(inReview(), { when: 'form.name = "Петро"' })).toEqual({
      code: 'staysBehind',
      message: told(
        'Умова перенесення не справджується: справа лишається на своїй версії',
        'The condition of the migration does not hold: the case stays on its version',
      ),
    });
    expect(refusalOf(inReview(), { when: 'form.name = "Олена"' })).toBeUndefined();
    const fault = refusalOf(inReview(), { when: 'form.name' });
    expect(fault?.code).toBe('definitionFault');
    expect(fault?.message.en).toContain('migrate/when');
  });

  it('where it was never asked what the new version leans on, and is told which and since where', () => {
    const look = {
      type: 'call',
      connector: 'population',
      input: {},
      as: 'debts',
      next: 'check',
      failed: 'abandoned',
    };
    const leans: Change = ({ flow, messages }) => {
      Object.assign(flow, { initial: 'look', states: { ...flow.states, look } });
      Object.assign(messages?.done ?? {}, { body: t('{{debts.owes}}') });
    };
    expect(refusalOf(inReview(), {}, leans)).toEqual({
      code: 'notReached',
      pointer: '/review',
      message: told(
        'У новій версії до стану «review» вже відоме «debts», а в цій справі його немає. Додайте до migrate.states, куди вона входить наново',
        'In the new version “debts” is known by the state “review”, and this case has none. Add to migrate.states where it enters anew',
      ),
    });
  });

  it('unless it has what the new version leans on: an answer, or what a party did', () => {
    const leans: Change = ({ flow, messages }) => {
      Object.assign(flow.states.check ?? {}, { failed: 'abandoned' });
      Object.assign(messages?.done ?? {}, { body: t('{{registry.found}}') });
    };
    expect(refusalOf(inReview(), {}, leans)).toBeUndefined();
    const agreed: Change = ({ flow, messages }) => {
      const states = {
        ask: {
          type: 'party',
          party: 'applicant',
          actions: { agree: { to: 'check' } },
          due: 'P5D',
          overdue: { to: 'abandoned' },
        },
      };
      Object.assign(flow, { initial: 'ask', states: { ...flow.states, ...states } });
      Object.assign(messages?.done ?? {}, { body: t('{{ask.action}}') });
    };
    expect(refusalOf(inReview(), {}, agreed)).toMatchObject({ code: 'notReached', pointer: '/review' });
    const before = new Play(earlier(agreed));
    before.submit();
    const applicant = { kind: 'party', identity: { person: 'p-olena' } } as const;
    expect(before.do(applicant, { type: 'act', path: 'ask', action: 'agree' })).toBeUndefined();
    before.do(asSystem, { type: 'callAnswered', effect: before.effect('check'), result: {} });
    expect(refusalOf(before, {}, agreed)).toBeUndefined();
  });

  it('or unless the silence of the law may lead there past what would tell it', () => {
    const talk = { type: 'task', role: 'registrar', actions: { done: { to: 'check' } } };
    const leans =
      (overdue: object): Change =>
      (bundle) => {
        Object.assign(bundle.flow, { initial: 'talk', states: { ...bundle.flow.states, talk } });
        Object.assign(bundle.messages?.done ?? {}, { body: t('{{talk.action}}') });
        Object.assign(bundle.decideWithin ?? {}, { overdue });
      };
    expect(refusalOf(inReview(), {}, leans({ meaning: 'late', raise: 'head' }))?.code).toBe('notReached');
    expect(refusalOf(inReview(), {}, leans({ meaning: 'consent', to: 'review' }))).toBeUndefined();
    // what a branch knows is not what the whole knows
    expect(refusalOf(inSigning(), {}, leans({ meaning: 'consent', to: 'review' }))).toBeUndefined();
  });
});

describe('who migrates cases', () => {
  const codeOf = (actor: typeof analyst, play = inReview()) => migrated(play, second({}), actor).refusal;

  it('is who may publish services of the agency, today', () => {
    const refused = {
      code: 'notAllowed',
      message: {
        uk: 'Справи переносить той, хто може публікувати послуги цього органу',
        en: 'Cases are migrated by those who may publish services of the agency',
      },
    };
    expect(codeOf(analyst)).toBeUndefined();
    expect(codeOf(asOfficer('o-x', 'analyst', 'nowhere'))).toEqual(refused);
    expect(codeOf(asOfficer('o-x', 'nobody'))).toEqual(refused);
    const past = asOfficer('o-x', 'analyst');
    expect(codeOf({ ...past, appointment: { ...past.appointment, to: '2026-01-01' } } as never)).toEqual(
      refused,
    );
    const elsewhere = structuredClone(first);
    Object.assign(elsewhere.live.agencies.other?.roles ?? {}, { analyst: { may: ['publish'] } });
    expect(codeOf(asOfficer('o-x', 'analyst', 'other', 'main'), inReview(elsewhere))).toEqual(refused);
  });

  it('is another than who proposed it, and nobody who takes part in the case or acts for one who does', () => {
    expect(migrated(inReview(), second({}), analyst, 'o-analyst').refusal).toEqual({
      code: 'fourEyes',
      pointer: '/proposedBy',
      message: {
        uk: 'Перенесення виконує інша людина, ніж та, що його запропонувала',
        en: 'A migration is carried out by another person than the one who proposed it',
      },
    });
    const own = {
      code: 'ownCase',
      message: { uk: 'Не можна переносити власну справу', en: 'Nobody migrates their own case' },
    };
    const play = inConsents();
    expect(codeOf(asOfficer('p-olena', 'analyst'), play)).toEqual(own);
    const { data } = play.here;
    const parties = {
      ...data.parties,
      'owner/1': { ...data.parties['owner/1'], representative: { person: 'p-son' } },
    };
    play.case = { ...play.here, data: { ...data, parties } };
    expect(codeOf(asOfficer('p-son', 'analyst'), play)).toEqual(own);
    expect(codeOf(analyst, play)).toBeUndefined();
  });
});
