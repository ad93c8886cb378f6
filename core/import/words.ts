/** A text in several languages, by code. */
export type Words = { [language: string]: string };
/** Translations by language and by the text that they translate. */
export type Dictionaries = { readonly [language: string]: { readonly [text: string]: string } };

const entities: { readonly [name: string]: string } = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', pound: '£', euro: '€' },
};

const decoded = (text: string): string =>
  text.replace(/&(#\d+|#x[\da-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Whether a text holds markup that reading it as plain text loses. */
export const hasMarkup = (text: string): boolean => /<[a-z/!][^>]*>/i.test(text);

/** HTML as plain text: the words as they are, a link's address after its words, blocks on lines of their own. */
export function plain(html: string): string {
  const linked = html.replace(
    /<a\b[^>]*?href\s*=\s*["']?([^"'\s>]+)["']?[^>]*>([\s\S]*?)<\/a>/gi,
    (_, address: string, words: string) => (words.includes(address) ? words : `${words} (${address})`),
  );
  const blocks = linked
    .replace(/<li\b[^>]*>/gi, '\n– ')
    .replace(/<(br|\/p|\/div|\/h\d|\/ul|\/ol|\/tr|hr)\b[^>]*>/gi, '\n');
  return decoded(blocks.replace(/<[^>]*>/g, ''))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** `nb-NO` as a definition writes a language: `nb`. */
export const languageCode = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? tag;

/** The language in which texts without one are written: Ukrainian by its letters, else what is assumed. */
export function languageOf(texts: readonly string[], assumed = 'en'): string {
  const all = texts.join(' ');
  const cyrillic = all.match(/[а-яіїєґ]/gi)?.length ?? 0;
  const latin = all.match(/[a-z]/gi)?.length ?? 0;
  return cyrillic > latin ? 'uk' : assumed;
}

/** Gives the texts of a source in every language that its translations have, and in those that the agency writes. */
export class Speech {
  /** Texts that stand in another language, by the language that lacks them. */
  readonly untranslated: Readonly<Record<string, Set<string>>>;
  readonly language: string;
  readonly #wanted: readonly string[];
  readonly #dictionaries: Dictionaries;

  /** @param language of the source @param wanted the languages that the agency writes */
  constructor(language: string, wanted: readonly string[], dictionaries: Dictionaries = {}) {
    this.language = language;
    this.#wanted = wanted;
    this.#dictionaries = dictionaries;
    this.untranslated = Object.fromEntries(wanted.map((one) => [one, new Set<string>()]));
  }

  /** What a person reads; undefined where nothing is written. */
  words(source: unknown): Words | undefined {
    if (typeof source !== 'string') return undefined;
    const own = plain(source);
    if (own === '') return undefined;
    const words: Words = { [this.language]: own };
    for (const [language, dictionary] of Object.entries(this.#dictionaries)) {
      const found = dictionary[source] ?? dictionary[own];
      if (language !== this.language && typeof found === 'string' && plain(found) !== '')
        words[language] = plain(found);
    }
    for (const language of this.#wanted) {
      if (words[language] !== undefined) continue;
      words[language] = words.en ?? own;
      this.untranslated[language]?.add(own);
    }
    return words;
  }

  /** The same of what has to be called something: the text as it is where only blanks are written. */
  name(text: string): Words {
    return this.words(text) ?? { en: text };
  }
}
