import { isDay, isEdrpou, isIban, isKatottg, isPassport, isPhone, isRnokpp, isUnzr } from './identifiers.ts';

/** The numbers and codes that Kladka knows, named as the formats of a form's schema. */
export type IdentifierKind = 'rnokpp' | 'unzr' | 'edrpou' | 'iban' | 'katottg' | 'passport' | 'phone';

/**
 * Why a number is wrong: a sign that cannot stand there, too many or too few signs, an impossible date inside it, or a check
 * digit that does not fit the rest (a slip of the pen).
 */
export type Wrong = 'characters' | 'length' | 'date' | 'check';

/** How a kind is written: its signs, how many, and the whole test. */
type Rule = { signs: RegExp; lengths: readonly number[]; right: (text: string) => boolean };

const rules: { readonly [kind in IdentifierKind]: Rule } = {
  rnokpp: { signs: /^\d*$/, lengths: [10], right: isRnokpp },
  unzr: { signs: /^[\d-]*$/, lengths: [14], right: isUnzr },
  edrpou: { signs: /^\d*$/, lengths: [8], right: isEdrpou },
  iban: { signs: /^UA\d*$/, lengths: [29], right: isIban },
  katottg: { signs: /^UA\d*$/, lengths: [19], right: isKatottg },
  passport: { signs: /^([А-ЩЬЮЯҐЄІЇ]{2})?\d*$/, lengths: [8, 9], right: isPassport },
  phone: { signs: /^\+380\d*$/, lengths: [13], right: isPhone },
};

export const isIdentifierKind = (format: unknown): format is IdentifierKind =>
  typeof format === 'string' && Object.hasOwn(rules, format);

/** What is wrong with a number as it is written (see `normalised` for slips that need no question); undefined where nothing is. */
export function wrongWith(kind: IdentifierKind, text: string): Wrong | undefined {
  const { signs, lengths, right } = rules[kind];
  if (right(text)) return undefined;
  if (!signs.test(text)) return 'characters';
  if (!lengths.includes(text.length)) return 'length';
  if (kind === 'unzr') {
    if (!/^\d{8}-\d{5}$/.test(text)) return 'characters';
    if (!isDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`)) return 'date';
  }
  // a booklet's six digits after two letters, a card's nine: the other length of the two
  return kind === 'passport' ? 'length' : 'check';
}
