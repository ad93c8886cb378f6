import { describe, expect, it } from 'vitest';
import { attached } from './attached.ts';
import type { MessageEffect } from './effect.ts';
import { effects } from './effects.ts';
import { evolve } from './evolve.ts';
import { first, migrated } from './migration/versions.testing.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asSystem, Play, small } from './small-service.testing.ts';
import type { Case } from './types.ts';
import { timersOf } from './waiting.ts';

const t = (text: string) => ({ uk: text, en: text });
const head = asOfficer('o-head', 'head');

/** The letter `done` takes the certificate along; `told` says in which state it is told. */
function attaching(told: string): ServiceRuntime {
  const text = JSON.stringify(small.bundle);
  const bundle = JSON.parse(text) as typeof small.bundle;
  const states = bundle.flow.states as { [name: string]: { notify?: string[] } };
  for (const state of Object.values(states)) delete state.notify;
  Object.assign(states[told] ?? {}, { notify: ['done'] });
  Object.assign(bundle.messages?.done ?? {}, {
    attach: ['certificate'],
    subject: t('Готово {{case.reference}}'),
  });
  return { ...small, bundle } as ServiceRuntime;
}

const letters = (play: Play): MessageEffect[] =>
  play.events.flatMap((event) =>
    effects(play.service, play.here, event).filter((one): one is MessageEffect => one.kind === 'message'),
  );
const issued = (play: Play, id = 'd1') =>
  play.do(asSystem, {
    type: 'callAnswered',
    effect: play.effect('issue'),
    result: { id, sha256: 'a'.repeat(64), number: 'К-15/2026', key: `k/${id}.pdf`, version: 'v7' },
  });

/** Reviewed and signed: the certificate is being drawn. */
function drawing(told: string): Play {
  const play = new Play(attaching(told));
  play.toReview();
  play.review('approve');
  for (const path of Object.keys(play.here.places)) {
    const place = play.here.places[path];
    if (place?.kind !== 'task') continue;
    const actor = asOfficer(`o-${place.role}`, place.role, place.agency, place.office);
    play.do(actor, { type: 'claim', path });
    play.do(actor, { type: 'act', path, action: 'approve' });
  }
  const record = { registry: 'people', key: '1111111111', version: 'v1' };
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('issue'), result: record });
  return play;
}

function dayPasses(play: Play): void {
  const timer = timersOf(play.here).find(({ kind }) => kind === 'until');
  play.now = timer?.at ?? play.now;
  if (timer) play.do(asSystem, { type: 'timerFired', ...timer });
}

describe('a letter with a document', () => {
  it('takes along the one that was issued before it, in its version, under a name every mail shows', () => {
    const play = drawing('granted');
    expect(letters(play)).toEqual([]);
    expect(issued(play)).toBeUndefined();
    dayPasses(play);
    expect(play.here.outcome?.outcome).toBe('granted');
    expect(letters(play).map(({ attach, missing }) => ({ attach, missing }))).toEqual([
      {
        attach: [
          {
            name: 'certificate-15-2026.pdf',
            title: 'Витяг № К-15/2026',
            key: 'k/d1.pdf',
            version: 'v7',
            sha256: 'a'.repeat(64),
          },
        ],
        missing: undefined,
      },
    ]);
  });

  it('waits until the document is issued, and says what it said when it was told', () => {
    const play = drawing('review');
    expect(letters(play)).toEqual([]);
    expect(Object.keys(play.here.letters ?? {})).toHaveLength(1);
    issued(play);
    expect(letters(play)).toHaveLength(1);
    expect(letters(play)[0]).toMatchObject({
      attach: [{ key: 'k/d1.pdf' }],
      data: { subject: `Готово ${play.here.reference}` },
    });
    expect(play.here.letters).toBeUndefined();
    expect(play.here.data.letters).toBeUndefined();
    // told once, sent once
    expect(play.events.filter(({ type }) => type === 'notified')).toHaveLength(2);
  });

  it('that waits in a case which comes over waits for the document as the new version calls it', () => {
    const play = drawing('review');
    const text = JSON.stringify(play.service.bundle).replaceAll('"certificate"', '"extract"');
    const bundle = {
      ...JSON.parse(text),
      version: 2,
      migrate: { from: 1, renamed: { certificate: 'extract' } },
    };
    const next = { ...play.service, live: first.live, bundle, hash: 'c'.repeat(64) } as ServiceRuntime;
    const old = { ...play.service, live: first.live, bundle: { ...play.service.bundle, version: 1 } };
    const before = Object.assign(new Play(old as ServiceRuntime), { case: play.here, now: play.now });
    const { play: over, refusal } = migrated(before, next);
    expect(refusal).toBeUndefined();
    expect(Object.values(over.here.letters ?? {})).toMatchObject([{ waits: { for: ['extract'] } }]);
    issued(over);
    expect(letters(over).filter(({ message }) => message === 'done')).toMatchObject([
      { attach: [{ name: 'extract-15-2026.pdf' }] },
    ]);
  });

  it('goes without it where the case ends without one, and says which is missing', () => {
    const play = drawing('review');
    play.do({ kind: 'party', identity: { person: 'p-olena' } }, { type: 'withdraw' });
    expect(play.here.outcome?.kind).toBe('withdrawn');
    expect(letters(play)).toHaveLength(1);
    expect(letters(play)[0]).toMatchObject({ missing: ['Витяг'] });
    expect(letters(play)[0]?.attach).toBeUndefined();
    expect(play.here.letters).toBeUndefined();
  });

  it('is kept by the events alone: the log replays to the same case', () => {
    const play = drawing('review');
    const replay = () => play.events.reduce<Case | null>((kase, event) => evolve(kase, event), null);
    expect(replay()).toEqual(play.here);
    issued(play);
    expect(replay()).toEqual(play.here);
  });

  it('does not take a document that was revoked', () => {
    const play = drawing('granted');
    issued(play);
    dayPasses(play);
    expect(attached(play.here, ['certificate'], 'granted')).toMatchObject({ attach: ['d1'], missing: [] });
    play.do(head, { type: 'revoke', grounds: ['noRight'], reason: 'Помилка' });
    expect(attached(play.here, ['certificate'], 'granted')).toEqual({ attach: [], missing: ['certificate'] });
  });

  it('takes from an item what was issued in it, and nothing of the others', () => {
    const paper = (id: string, path: string) => [id, { id, document: 'share', path, sha256: '', at: '' }];
    const papers = [paper('one', 'shares/1/draw'), paper('two', 'shares/2/draw'), paper('all', 'draw')];
    const kase = (n: number) => ({ documents: Object.fromEntries(papers.slice(0, n)) }) as unknown as Case;
    expect(attached(kase(2), ['share'], 'shares/2/end').attach).toEqual(['two']);
    expect(attached(kase(2), ['share'], 'shares/3/end').missing).toEqual(['share']);
    expect(attached(kase(3), ['share'], 'shares/3/end').attach).toEqual(['all']);
    expect(attached(kase(2), ['share'], 'granted').attach).toEqual(['one', 'two']);
  });
});
