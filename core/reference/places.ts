import { transliterated } from './transliterate.ts';

/** Where the groups of a KATOTTG code end: region, district, community, settlement, city district. */
const ends = [4, 6, 9, 12, 14];

/** The part of a code that says which place it is, without the zeros of the levels below. */
export function stem(code: string): string {
  let stem = code.slice(0, 4);
  for (let n = 1; n < ends.length; n += 1) {
    const group = code.slice(ends[n - 1], ends[n]);
    if (/[1-9]/.test(group)) stem = code.slice(0, ends[n]);
  }
  return stem;
}

/** A place as the codifier lists it: `category` is O, K, P, H, M, T, C, X or B. */
export type Place = { readonly code: string; readonly name: string; readonly category: string };

const kinds: { readonly [category: string]: { readonly uk: string; readonly en: string } } = {
  O: { uk: '{} область', en: '{} oblast' },
  K: { uk: 'місто {}', en: '{} city' },
  P: { uk: '{} район', en: '{} district' },
  H: { uk: '{} громада', en: '{} community' },
  M: { uk: 'місто {}', en: '{} city' },
  T: { uk: 'селище {}', en: '{} settlement' },
  C: { uk: 'село {}', en: '{} village' },
  X: { uk: 'селище {}', en: '{} settlement' },
  B: { uk: '{} район', en: '{} city district' },
};

/** The name alone: as the codifier has it in Ukrainian, in Latin letters in any other language. */
export function bareName(name: string, language: string): string {
  return language === 'uk' ? name : transliterated(name);
}

/**
 * What a place is called with its kind: «Львівська область», «місто Львів», “Lvivska oblast”; without a kind where the name
 * says it itself.
 */
export function placeName({ name, category }: Pick<Place, 'name' | 'category'>, language: string): string {
  const kind = name.includes('Республіка') ? undefined : kinds[category];
  const bare = bareName(name, language);
  return kind ? (language === 'uk' ? kind.uk : kind.en).replace('{}', bare) : bare;
}

/** More levels than the codifier has. */
const MOST_LEVELS = 6;

/**
 * The way down to a place in words: «місто Київ, Голосіївський район»; the code itself where it is not known.
 * @param below the places right under one; `''` asks for the top
 */
export async function wayDown(
  code: string,
  language: string,
  below: (parent: string) => Promise<readonly Place[]>,
): Promise<string> {
  const found: string[] = [];
  let parent = '';
  for (let depth = 0; depth < MOST_LEVELS; depth += 1) {
    const next = (await below(parent)).find((place) => code.startsWith(stem(place.code)));
    if (!next) break;
    found.push(placeName(next, language));
    if (next.code === code) break;
    parent = next.code;
  }
  return found.join(', ') || code;
}
