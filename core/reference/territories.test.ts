import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestOffice, territoryAbove, upwards } from './territories.ts';

const above = territoryAbove([
  { code: 'region' },
  { code: 'district', parent: 'region' },
  { code: 'hromada', parent: 'district' },
  { code: 'village', parent: 'hromada' },
]);
const offices = [
  { id: 'regional', katottg: ['region'] },
  { id: 'payments', katottg: ['hromada'], roles: ['payer'] },
  { id: 'local', katottg: ['hromada', 'elsewhere'], roles: ['inspector'] },
];
const nearest = (role: string, code: string) => nearestOffice(offices, role, code, above)?.id;

describe('the nearest office', () => {
  it('is the one that serves the territory, or the nearest above, and has the role', () => {
    expect(nearest('inspector', 'village')).toBe('local');
    expect(nearest('payer', 'hromada')).toBe('payments');
    expect(nearest('clerk', 'village')).toBe('regional');
    expect(nearest('inspector', 'district')).toBe('regional');
  });
  it('is none for a place that no office serves, or that is not known', () => {
    expect(nearest('clerk', 'abroad')).toBeUndefined();
    expect(nearestOffice(offices, 'inspector', 'village', undefined)).toBeUndefined();
  });
});

describe('the way up', () => {
  it('begins at the place itself and ends at the top', () => {
    expect(upwards('village', above)).toEqual(['village', 'hromada', 'district', 'region']);
  });
  it('ends, and names nothing twice, whatever the file says', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(fc.record({ code, parent: code })), code, (territories, from) => {
        const way = upwards(from, territoryAbove(territories));
        expect(new Set(way).size).toBe(way.length);
        expect(way[0]).toBe(from);
      }),
    );
  });
});
