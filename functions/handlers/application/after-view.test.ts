import { describe, expect, it } from 'vitest';
import { answer, asking } from '#core/case/asks.testing.ts';
import { decide } from '#core/case/decide.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, small } from '#core/case/small-service.testing.ts';
import type { PartyActor } from '#core/case/types.ts';
import { historyOf } from '../../officer/history.ts';
import { applicationView } from './case-view.ts';

const AFTER = {
  appeal: { service: 'complaint', within: 'P30D', suspends: true },
  renew: { service: 'small', opens: 'P60D' },
  duplicate: {},
};
const withAfter = (service: ServiceRuntime): ServiceRuntime =>
  ({
    ...service,
    bundle: { ...service.bundle, after: { ...small.bundle.after, ...AFTER } },
    live: {
      ...service.live,
      connectors: { ...service.live.connectors, cases: { id: 'cases', kind: 'cases' } },
    },
  }) as unknown as ServiceRuntime;

/** A service whose one act is to issue a certificate that ends on 2 March 2027. */
function issued(): Play {
  const state = { type: 'issue', document: 'certificate', next: 'granted', failed: 'refused', due: 'P1D' };
  const play = new Play(withAfter(asking(state)));
  play.submit();
  answer(play, { id: 'first', sha256: '0'.repeat(64), number: '1', validUntil: '2027-03-02' });
  return play;
}

function refused(): Play {
  const play = new Play(withAfter(small));
  play.toReview();
  play.review('refuse', { grounds: ['noRight'], explain: 'Житло належить іншому' });
  return play;
}

function seen(play: Play) {
  const given = { case: play.here, events: play.events, announced: [], actor: asParty(olena) as PartyActor };
  const view = applicationView(play.service, given, play.now);
  if (!view) throw new Error('not seen');
  return view;
}
const told = (play: Play) => seen(play).timeline.map(({ title }) => title.uk);

/** What the applicant is told who tries all the same. */
function saidTo(play: Play, type: 'appeal' | 'renew') {
  const given = { now: play.now, actor: asParty(olena), ids: play.ids };
  return decide(play.service, play.here, { type }, given).refusal?.message;
}

function complained(play: Play, kind: string) {
  const sent = { child: 'c-2', service: 'complaint', effect: 'e', reference: '482109375516' };
  play.do(asSystem, { type: 'childBegun', as: 'appeal', ...sent });
  expect(told(play).at(-1)).toBe('Подано скаргу 4821-0937-5516; дію рішення зупинено');
  play.do(asSystem, { type: 'childEnded', ...sent, outcome: kind, kind });
  return told(play).at(-1);
}

describe('a decision as the applicant reads it', () => {
  it('says on what ground in law it was refused, why that applies here, and until when it may be appealed', () => {
    const { outcome, after } = seen(refused());
    expect(outcome?.why).toMatchObject({
      grounds: [{ id: 'noRight', title: expect.anything(), act: expect.any(String) }],
      explain: 'Житло належить іншому',
    });
    expect(after?.appeal).toMatch(/^2026-04-01T/);
    expect(JSON.stringify(outcome)).not.toContain('o-iryna');
  });

  it('says nothing of why where no officer decided', () => {
    expect(seen(issued()).outcome).not.toHaveProperty('why');
  });

  it('tells why it was revoked', () => {
    const play = issued();
    play.do(asOfficer('o-head', 'head'), { type: 'revoke', grounds: ['noRight'], reason: 'Підробка' });
    expect(seen(play).timeline.at(-1)?.detail?.uk).toMatch(/; Підробка$/);
  });
});

describe('one who comes too early or too late', () => {
  it('is told since when and until when what was granted may be renewed', () => {
    const play = issued();
    expect(seen(play).after?.closed?.renew).toMatchObject({
      opens: expect.stringMatching(/^2027-01-0[12]T/),
    });
    expect(saidTo(play, 'renew')).toEqual({
      uk: 'Поновити можна з 01.01.2027 до 02.03.2027',
      en: 'It may be renewed from 1 January 2027 until 2 March 2027',
    });
    play.now = '2027-02-01T08:00:00Z';
    expect(seen(play).after).toMatchObject({ renew: expect.any(String) });
    expect(seen(play).after?.closed).not.toHaveProperty('renew');
    play.now = '2027-03-04T08:00:00Z';
    expect(seen(play).after).not.toHaveProperty('renew');
    expect(saidTo(play, 'renew')?.uk).toBe('Поновити можна було до 02.03.2027: подайте нову заяву');
  });

  it('is told until when the decision could be appealed', () => {
    const play = refused();
    play.now = '2026-04-03T00:00:00Z';
    expect(seen(play).after).toEqual({ closed: { appeal: expect.stringMatching(/^2026-04-01T/) } });
    expect(saidTo(play, 'appeal')?.uk).toBe(
      'Строк оскарження минув: рішення можна було оскаржити до 01.04.2026',
    );
  });
});

describe('a document of which a duplicate is asked for', () => {
  it('says so, also to one who looks again, until the duplicate is there, which is called one', () => {
    const play = issued();
    expect(seen(play).documents).toEqual([expect.not.objectContaining({ coming: expect.anything() })]);
    play.do(asParty(olena), { type: 'duplicate', document: 'first' });
    expect(seen(play).documents).toMatchObject([{ id: 'first', coming: 'duplicate' }]);
    const [effect = ''] = Object.keys(play.here.reissuing ?? {});
    const result = { id: 'second', sha256: '1'.repeat(64), number: '2' };
    play.do(asSystem, { type: 'callAnswered', effect, result });
    const [first, second] = seen(play).documents;
    expect(first).toMatchObject({ id: 'first', state: 'duplicated' });
    expect(first).not.toHaveProperty('coming');
    expect(second).toMatchObject({ id: 'second', duplicate: true });
  });
});

describe('a complaint in the history', () => {
  it('ends in the words of complaints: upheld is not “in force again” and no more', () => {
    expect(complained(refused(), 'granted')).toBe(
      'Скарга 4821-0937-5516: задоволено; доки рішення не переглянуто, воно знову чинне',
    );
    expect(complained(refused(), 'refused')).toBe('Скарга 4821-0937-5516: відхилено; рішення знову чинне');
  });

  it('is told to officers in the same words, and who applied by what they are called', () => {
    const play = refused();
    complained(play, 'refused');
    const telling = {
      service: play.service,
      kase: play.here,
      seen: { notes: [], results: {} } as never,
      language: 'en' as const,
    };
    const history = historyOf(telling, play.events);
    expect(history.at(-1)?.title.en).toBe(
      'Complaint 4821-0937-5516: dismissed; the decision has force again',
    );
    expect(history.find(({ title }) => title.en === 'Application submitted')?.by).toBe('Applicant');
  });
});
