/** The official table: letter, at the beginning of a word, elsewhere (one entry where they are the same). */
const TABLE: { readonly [letter: string]: readonly [first: string, later?: string] } = {
  а: ['a'],
  б: ['b'],
  в: ['v'],
  г: ['h'],
  ґ: ['g'],
  д: ['d'],
  е: ['e'],
  є: ['ye', 'ie'],
  ж: ['zh'],
  з: ['z'],
  и: ['y'],
  і: ['i'],
  ї: ['yi', 'i'],
  й: ['y', 'i'],
  к: ['k'],
  л: ['l'],
  м: ['m'],
  н: ['n'],
  о: ['o'],
  п: ['p'],
  р: ['r'],
  с: ['s'],
  т: ['t'],
  у: ['u'],
  ф: ['f'],
  х: ['kh'],
  ц: ['ts'],
  ч: ['ch'],
  ш: ['sh'],
  щ: ['shch'],
  ю: ['yu', 'iu'],
  я: ['ya', 'ia'],
  // neither the soft sign nor the apostrophe, whichever sign is typed for it, is written
  ь: [''],
  '\u0027': [''],
  '\u2019': [''],
  '\u02bc': [''],
};

const LETTER = /\p{L}/u;
const APOSTROPHE = /['\u2019\u02bc]/;

/** As capital as the letter: one letter of several is a capital only where its neighbours are too («ЩО» is SHCHO, «Що» Shcho). */
function cased(latin: string, letter: string, loud: boolean): string {
  if (letter === letter.toLowerCase()) return latin;
  return loud ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
}

/**
 * Ukrainian in Latin letters by the official table (resolution of the Cabinet of Ministers No. 55 of 27.01.2010): «Згорани»
 * is Zghorany, «Юрій» Yurii. What is not Ukrainian stays as it is. An apostrophe inside a word does not begin a new one; the
 * parts of a double name do («Івано-Франківськ», «Нью-Йорк»).
 */
export function transliterated(text: string): string {
  const letters = [...text];
  const at = (n: number) => letters[n] ?? '';
  return letters
    .map((letter, n) => {
      const small = letter.toLowerCase();
      const before = APOSTROPHE.test(at(n - 1)) ? at(n - 2) : at(n - 1);
      const inWord = LETTER.test(before);
      // an apostrophe that is in no word is a mark of its own
      if (APOSTROPHE.test(letter) && !(inWord && LETTER.test(at(n + 1)))) return letter;
      const written = TABLE[small];
      if (!written) return letter;
      const [first, later = first] = written;
      const loud = [at(n - 1), at(n + 1)].some((near) => near !== near.toLowerCase());
      // «зг» is zgh, so that it is not read as «ж»
      const latin = small === 'г' && at(n - 1).toLowerCase() === 'з' ? 'gh' : inWord ? later : first;
      return cased(latin, letter, loud);
    })
    .join('');
}
