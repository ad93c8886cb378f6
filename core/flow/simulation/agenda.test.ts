import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from './agenda.ts';

describe('an agenda', () => {
  it('gives entries by time, those of one time in the order in which they were put', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (times) => {
        const agenda = new Agenda<number>();
        for (const [n, at] of times.entries()) agenda.put(at, n);
        const taken = times.map(() => agenda.take()?.what ?? -1);
        const sorted = times
          .map((at, n) => ({ at, n }))
          .sort((a, b) => a.at - b.at || a.n - b.n)
          .map(({ n }) => n);
        expect(taken).toEqual(sorted);
        expect(agenda.take()).toBeUndefined();
      }),
    );
  });

  it('takes what is put while it is gone through', () => {
    const agenda = new Agenda<string>();
    agenda.put(3, 'evening');
    agenda.put(1, 'morning');
    expect(agenda.take()).toMatchObject({ at: 1, what: 'morning' });
    agenda.put(2, 'noon');
    agenda.put(Number.POSITIVE_INFINITY, 'never');
    agenda.put(3, 'also evening');
    const rest = [1, 2, 3, 4].map(() => agenda.take()?.what);
    expect(rest).toEqual(['noon', 'evening', 'also evening', 'never']);
    expect(agenda.take()).toBeUndefined();
    agenda.put(0, 'again');
    expect(agenda.take()).toMatchObject({ at: 0, what: 'again' });
  });
});
