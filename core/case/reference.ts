/** The two check digits of ISO/IEC 7064, MOD 97-10, for a string of digits. */
function checkDigits(digits: string): string {
  return String(98 - mod97(`${digits}00`)).padStart(2, '0');
}

function mod97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/**
 * The public reference of a case: ten random digits and two of check (ISO/IEC 7064 MOD 97-10).
 * @param random ten digits, drawn anew on collision. @throws RangeError for anything else.
 */
export function reference(random: string): string {
  if (!/^\d{10}$/.test(random)) throw new RangeError('a reference is made of ten digits');
  return random + checkDigits(random);
}

/** Whether a reference, with or without its hyphens and spaces, is twelve digits with the right check. */
export function isReference(text: string): boolean {
  const digits = plainReference(text);
  return /^\d{12}$/.test(digits) && mod97(digits) === 1;
}

/** As it is stored: digits only. */
export function plainReference(text: string): string {
  return text.replace(/[\s-]/g, '');
}

/** As it is read out: `4821-0937-5516`. */
export function spokenReference(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1-');
}
