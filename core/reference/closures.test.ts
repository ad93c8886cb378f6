import { describe, expect, it } from 'vitest';
import { servingOffice } from './closures.ts';

const agency = (...closures: { offices?: string[]; from: string; to: string; instead?: string }[]) => ({
  offices: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  calendar: { week: {} },
  closures,
});
const week = { from: '2026-02-02', to: '2026-02-06' };

describe('the office that serves', () => {
  it('is the office itself while it is open', () => {
    expect(servingOffice(agency({ ...week, offices: ['a'], instead: 'b' }), 'a', '2026-02-07')).toBe('a');
  });
  it('is the one named instead, and where that is closed too, the one after it', () => {
    const both = agency({ ...week, offices: ['a'], instead: 'b' }, { ...week, offices: ['b'], instead: 'c' });
    expect(servingOffice(both, 'a', '2026-02-06')).toBe('c');
  });
  it('is nobody where none is named, or they name each other', () => {
    expect(servingOffice(agency({ ...week, offices: ['a'] }), 'a', '2026-02-03')).toBeUndefined();
    const round = agency(
      { ...week, offices: ['a'], instead: 'b' },
      { ...week, offices: ['b'], instead: 'a' },
    );
    expect(servingOffice(round, 'a', '2026-02-03')).toBeUndefined();
  });
  it('is the one that serves instead of all', () => {
    expect(servingOffice(agency({ ...week, instead: 'b' }), 'a', '2026-02-03')).toBe('b');
    expect(servingOffice(agency({ ...week, instead: 'b' }), 'b', '2026-02-03')).toBe('b');
  });
});
