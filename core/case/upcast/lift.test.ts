import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../event.ts';
import { type Lifts, liftedBy } from './lift.ts';

describe('an event of an earlier release', () => {
  /** Two changes of `submitted`: its channel was not told at first, later its form had another name. */
  const lifts: Lifts = {
    'submitted@1': (event) => ({ ...event, channel: 'portal' }),
    'submitted@2': ({ application, ...event }) => ({ ...event, form: application }),
    'withdrawn@1': (event) => ({ ...event, why: event.reason }),
  };
  const lifted = (event: object) => liftedBy(lifts, event as CaseEvent);
  const stored = { type: 'submitted', seq: 1, hash: 'of what was stored', application: { name: 'Олена' } };

  it('is read in the newest shape, one change after the other; its hash stays that of what was stored', () => {
    const form = { name: 'Олена' };
    const newest = { type: 'submitted', v: 3, seq: 1, hash: 'of what was stored', form };
    expect(lifted({ ...stored, v: 1 })).toEqual({ ...newest, channel: 'portal' });
    expect(lifted({ ...stored, v: 2, channel: 'counter' })).toEqual({ ...newest, channel: 'counter' });
    expect(lifted({ ...newest, channel: 'counter' })).toEqual({ ...newest, channel: 'counter' });
  });

  it('is changed by its own type alone, and left as it was stored', () => {
    expect(lifted({ type: 'withdrawn', v: 1, reason: 'Передумала' })).toMatchObject({
      ...{ v: 2, why: 'Передумала' },
    });
    expect(lifted({ type: 'moved', v: 1 })).toEqual({ type: 'moved', v: 1 });
    const event = Object.freeze({ ...stored, v: 1 });
    lifted(event);
    expect(event).toEqual({ ...stored, v: 1 });
  });

  it('is not guessed at: one of a newer release, one of a shape that nothing lifts', () => {
    expect(() => lifted({ ...stored, v: 4 })).toThrow('submitted of version 4 is newer than 3');
    expect(() => lifted({ type: 'moved', v: 2 })).toThrow('moved of version 2 is newer than 1');
    expect(() => lifted({ ...stored, v: 0 })).toThrow('nothing lifts submitted of version 0');
  });
});
