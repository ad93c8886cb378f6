import { describe, expect, it } from 'vitest';
import { type Place, placeName, stem, wayDown } from './places.ts';

const tree: { [parent: string]: Place[] } = {
  '': [
    { code: 'UA46000000000026241', name: 'Львівська', category: 'O' },
    { code: 'UA80000000000093317', name: 'Київ', category: 'K' },
  ],
  UA46000000000026241: [{ code: 'UA46060000000042587', name: 'Львівський', category: 'P' }],
  UA46060000000042587: [{ code: 'UA46060250000025047', name: 'Львівська', category: 'H' }],
  UA46060250000025047: [{ code: 'UA46060250010015970', name: 'Львів', category: 'M' }],
};
const below = async (parent: string) => tree[parent] ?? [];

describe('a code of a place', () => {
  it('begins with that of every place above it', () => {
    expect(stem('UA71000000000010357')).toBe('UA71');
    expect(stem('UA71020130000086047')).toBe('UA7102013');
    expect('UA71020130010012345'.startsWith(stem('UA71020130000086047'))).toBe(true);
  });
});

describe('a place in words', () => {
  it('is the way down to it, each level with its kind', async () => {
    expect(await wayDown('UA46060250010015970', 'uk', below)).toBe(
      'Львівська область, Львівський район, Львівська громада, місто Львів',
    );
  });
  it('is in Latin letters in another language, kinds translated', async () => {
    expect(await wayDown('UA80000000000093317', 'en', below)).toBe('Kyiv city');
    expect(await wayDown('UA46060250010015970', 'en', below)).toBe(
      'Lvivska oblast, Lvivskyi district, Lvivska community, Lviv city',
    );
    expect(placeName({ name: 'Автономна Республіка Крим', category: 'O' }, 'en')).toBe(
      'Avtonomna Respublika Krym',
    );
  });
  it('is the code where it is not known', async () => {
    expect(await wayDown('UA99000000000000000', 'uk', below)).toBe('UA99000000000000000');
  });
});
