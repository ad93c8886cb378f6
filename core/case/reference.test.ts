import { describe, expect, it } from 'vitest';
import { isReference, plainReference, reference, spokenReference } from './reference.ts';

describe('a public reference', () => {
  it('is made of ten digits, and of nothing else', () => {
    for (const wrong of ['482109375', '48210937551', '482109375x', '', 'x4821093755', '4821093755x'])
      expect(() => reference(wrong), wrong).toThrow(new RangeError('a reference is made of ten digits'));
  });

  it('has two digits of check after them, by ISO/IEC 7064', () => {
    // 98 less the rest of the ten digits and two noughts, divided by 97
    expect(['4821093755', '0000000000', '9999999999', '0000000032'].map(reference)).toEqual([
      ...['482109375557', '000000000098', '999999999951', '000000003202'],
    ]);
  });

  it('shows any digit that is wrong, and any two that changed places', () => {
    const made = reference('4821093755');
    for (let i = 0; i < 12; i++) {
      const wrong = made.slice(0, i) + ((Number(made[i]) + 1) % 10) + made.slice(i + 1);
      expect(isReference(wrong), wrong).toBe(false);
    }
    expect(isReference('842109375557')).toBe(false);
  });

  it('is read out by fours, and taken with hyphens, with blanks and without', () => {
    const made = reference('4821093755');
    expect(spokenReference(made)).toBe('4821-0937-5557');
    for (const said of ['4821-0937-5557', ' 4821 0937 5557 ', made]) {
      expect(plainReference(said)).toBe(made);
      expect(isReference(said)).toBe(true);
    }
  });

  it('is twelve digits and no more, whatever they come to', () => {
    // all of these leave the rest that a right check leaves
    for (const text of ['1', '98', '00482109375557', 'x482109375557', '482109375557x', ''])
      expect(isReference(text), text).toBe(false);
  });
});
