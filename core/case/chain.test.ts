import { describe, expect, it } from 'vitest';
import {
  chained,
  dataHash,
  eventHash,
  type Personal,
  parted,
  type Said,
  verifyChain,
  whole,
} from './chain.ts';
import { asOfficer, asSystem, Play } from './small-service.testing.ts';

function log() {
  const play = new Play();
  play.toReview();
  play.review('approve');
  const events = play.events.map((e) => parted(e).event);
  const data = new Map<number, Personal>();
  for (const event of play.events) {
    const { personal } = parted(event);
    if (personal) data.set(event.seq, personal);
  }
  return { events, data };
}

describe('the chain of a case', () => {
  it('holds as it was written', () => {
    const { events, data } = log();
    expect(events.length).toBeGreaterThan(4);
    expect(verifyChain(events, data)).toBeNull();
  });

  it('shows any change of an event, of personal data, of the order', () => {
    const { events, data } = log();
    for (const event of events) {
      const changed = events.map((e) => (e === event ? { ...e, at: '2020-01-01T00:00:00Z' } : e));
      expect(verifyChain(changed, data)).toEqual({ seq: event.seq, code: 'hash' });
      const missing = events.filter((e) => e !== event);
      const gap = event === events.at(-1) ? null : { seq: event.seq, code: 'gap' };
      expect(verifyChain(missing, data)).toEqual(gap);
    }
    for (const [seq, personal] of data) {
      const other = new Map(data).set(seq, { ...personal, data: { form: 'other' } });
      expect(verifyChain(events, other)).toEqual({ seq, code: 'data' });
      const lost = new Map(data);
      lost.delete(seq);
      expect(verifyChain(events, lost)).toEqual({ seq, code: 'missing' });
    }
  });

  it('shows an event that was written anew with a hash of its own', () => {
    const { events, data } = log();
    const [first, second] = events;
    if (!first || !second) throw new Error('two events at least');
    const forged = { ...first, at: '2020-01-01T00:00:00Z' };
    const anew = [{ ...forged, hash: eventHash(forged) }, ...events.slice(1)];
    expect(verifyChain(anew, data)).toEqual({ seq: 2, code: 'previous' });
    const begun = { ...first, previous: second.hash };
    expect(verifyChain([{ ...begun, hash: eventHash(begun) }], data)).toEqual({ seq: 1, code: 'previous' });
  });

  it('shows personal data that were put beside an event which had none', () => {
    const { events, data } = log();
    const bare = events.find(({ dataHash: none }) => none === undefined);
    const personal = { data: { form: 'other' }, salt: 's' };
    expect(verifyChain(events, new Map(data).set(bare?.seq ?? 0, personal))).toEqual({
      seq: bare?.seq,
      code: 'data',
    });
  });

  it('holds when the case was erased: what was entered before may be gone, nothing later', () => {
    const play = new Play();
    play.toReview();
    play.review('refuse', { grounds: ['noRight'], explain: 'Бо' });
    play.now = '2040-01-01T08:00:00Z';
    expect(play.do(asSystem, { type: 'expire' })).toBeUndefined();
    expect(play.do(asOfficer('o-head', 'head'), { type: 'erase', order: 'наказ 1' })).toBeUndefined();
    const events = play.events.map((event) => parted(event).event);
    expect(events.at(-1)?.type).toBe('erased');
    expect(verifyChain(events, new Map())).toBeNull();
    const later = { type: 'noted', data: { text: 'таємне' } } as unknown as Said;
    const last = events.at(-1);
    const place = { seq: events.length + 1, previous: last?.hash ?? '', at: play.now, salt: () => 'salt' };
    const noted = parted(chained(later, { ...place, actor: { kind: 'system', by: 'worker' } }));
    expect(verifyChain([...events, noted.event], new Map())).toEqual({
      seq: events.length + 1,
      code: 'missing',
    });
    expect(
      verifyChain([...events, noted.event], new Map([[events.length + 1, noted.personal as Personal]])),
    ).toBeNull();
  });

  it('is put together again from what stays and what can be erased', () => {
    const play = new Play();
    play.toReview();
    const parts = play.events.map((event) => parted(event));
    expect(parts.map(({ event, personal }) => whole(event, personal))).toEqual(play.events);
    for (const { event, personal } of parts) {
      expect(event).not.toHaveProperty('data');
      expect(event).not.toHaveProperty('salt');
      expect(personal === null ? undefined : dataHash(personal)).toBe(event.dataHash);
    }
    const [bare] = parts.filter(({ personal }) => personal === null);
    expect(bare && whole(bare.event, undefined)).toBe(bare?.event);
    expect(bare?.event).not.toHaveProperty('dataHash');
  });

  it('hashes as anyone else can: SHA-256 of a salt and canonical JSON', () => {
    // printf 'salt{"a":1,"b":2}' | sha256sum
    expect(dataHash({ data: { b: 2, a: 1 }, salt: 'salt' })).toBe(
      'dcb43f99560a89cf94ef3a49a6c8a1a5d73e9523a7d6c02c4a16df142ac7dbb4',
    );
    // printf 'saltnull' | sha256sum
    expect(dataHash({ data: undefined, salt: 'salt' })).toBe(
      '7ffb0eb7d7fa708b82c1e547f385707a5039c8ecfcaf1c6fa3df55586a4728f4',
    );
    // printf '{"seq":1}' | sha256sum
    expect(eventHash({ seq: 1, hash: 'x', data: 1, salt: 's' })).toBe(
      'b41e95c43f388d561b146326d84e3a6b9e31c4ef32ab97c04774c31aada3246a',
    );
  });
});
