import { describe, expect, it } from 'vitest';
import { closed } from './availability.ts';

const at = (instant: string, day: string) => ({ instant, day });
const noon = at('2026-04-01T09:00:00Z', '2026-04-01');

describe('applications are taken', () => {
  it('at any time where nothing else is said', () => {
    expect(closed(undefined, noon)).toBeNull();
    expect(closed({}, noon)).toBeNull();
  });

  it('from the first to the last day, both whole, as days are in Ukraine', () => {
    const april = { opens: '2026-04-01', closes: '2026-04-30' };
    // an hour after midnight in Kyiv it is still yesterday in Greenwich
    expect(closed(april, at('2026-03-31T22:00:00Z', '2026-04-01'))).toBeNull();
    expect(closed(april, at('2026-03-31T20:59:59Z', '2026-03-31'))).toEqual({
      is: 'notYet',
      at: '2026-04-01',
    });
    expect(closed(april, at('2026-04-30T20:59:59Z', '2026-04-30'))).toBeNull();
    expect(closed(april, at('2026-04-30T21:00:00Z', '2026-05-01'))).toEqual({
      is: 'over',
      at: '2026-04-30',
    });
  });

  it('from one instant to another, where the service names an hour', () => {
    const hours = { opens: '2026-04-01T10:00:00+03:00', closes: '2026-04-01T18:00:00+03:00' };
    expect(closed(hours, at('2026-04-01T06:59:59Z', '2026-04-01'))).toEqual({
      is: 'notYet',
      at: hours.opens,
    });
    expect(closed(hours, at('2026-04-01T07:00:00Z', '2026-04-01'))).toBeNull();
    expect(closed(hours, at('2026-04-01T15:00:00Z', '2026-04-01'))).toBeNull();
    expect(closed(hours, at('2026-04-01T15:00:01Z', '2026-04-01'))).toEqual({ is: 'over', at: hours.closes });
  });

  it('until a suspension begins, which comes before all else', () => {
    const suspended = { since: '2026-04-01' };
    expect(closed({ suspended }, at('2026-03-31T09:00:00Z', '2026-03-31'))).toBeNull();
    expect(closed({ suspended, opens: '2027-01-01' }, noon)).toEqual({ is: 'suspended' });
  });
});
