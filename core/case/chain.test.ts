import { describe, expect, it } from 'vitest';
import { type Personal, parted, verifyChain } from './chain.ts';
import { isReference, reference, spokenReference } from './reference.ts';
import { Play } from './small-service.testing.ts';

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
      if (event !== events.at(-1)) expect(verifyChain(missing, data)).not.toBeNull();
    }
    for (const [seq, personal] of data) {
      const other = new Map(data).set(seq, { ...personal, data: { form: 'other' } });
      expect(verifyChain(events, other)).toEqual({ seq, code: 'data' });
      const lost = new Map(data);
      lost.delete(seq);
      expect(verifyChain(events, lost)).toEqual({ seq, code: 'missing' });
    }
  });
});

describe('a public reference', () => {
  it('has ten digits and two of check, and any wrong digit shows', () => {
    const made = reference('4821093755');
    expect(made).toHaveLength(12);
    expect(isReference(spokenReference(made))).toBe(true);
    for (let i = 0; i < 12; i++) {
      const wrong = made.slice(0, i) + ((Number(made[i]) + 1) % 10) + made.slice(i + 1);
      expect(isReference(wrong)).toBe(false);
    }
  });
});
