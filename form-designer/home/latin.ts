/** How Ukrainian letters are written in Latin (resolution of the Cabinet No. 55 of 2010); apostrophe and soft sign fall out. */
const letters: { readonly [letter: string]: string } = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y' },
  ...{ і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's' },
  ...{ т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia' },
};
const first: { readonly [letter: string]: string } = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

/** The words of a text in small Latin letters and digits. */
export function latinWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/['ʼ’]/g, '')
    .split(/[^a-zа-яґєії0-9]+/)
    .map((word) =>
      [...word]
        .map((letter, n) => (n === 0 ? first[letter] : undefined) ?? letters[letter] ?? letter)
        .join(''),
    )
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
}

/** An identifier of a definition: words joined by hyphens, beginning with a letter, 40 signs at most. */
export function identifier(text: string): string {
  const id = latinWords(text)
    .join('-')
    .replace(/^[0-9-]+/, '');
  return id.slice(0, 40).replace(/-+$/, '');
}

/** A plain name (a field, a state): words joined as in camelCase, beginning with a letter. */
export function plainName(text: string): string {
  const [head = '', ...rest] = latinWords(text);
  const name = head + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return name.replace(/^[0-9]+/, '').slice(0, 30);
}
