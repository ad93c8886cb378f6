const digits = (text: string): number[] => [...text].map(Number);
const weighted = (numbers: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, n) => sum + weight * (numbers[n] ?? 0), 0);
const modulo = (n: number, by: number): number => ((n % by) + by) % by;

/** Taxpayer number: 10 digits, the last a check of the first nine. */
export function isRnokpp(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const numbers = digits(text);
  return modulo(weighted(numbers, [-1, 5, 7, 9, 4, 6, 10, 5, 7]), 11) % 10 === numbers[9];
}

/** Number in the demographic register: date of birth, five digits, the last a check (rule read off a specimen). */
export function isUnzr(text: string): boolean {
  if (!/^\d{8}-\d{5}$/.test(text)) return false;
  const numbers = digits(text.replace('-', ''));
  const check = weighted(numbers, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10;
  return isDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`) && check === numbers[12];
}

/** A real day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Code of a legal entity: 8 digits, two sets of weights, a second round where the first gives 10. */
export function isEdrpou(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  const numbers = digits(text);
  const middle = Number(text) >= 30_000_000 && Number(text) <= 60_000_000;
  const weights = middle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weighted(numbers, weights) % 11;
  const check =
    first < 10
      ? first
      : (weighted(
          numbers,
          weights.map((w) => w + 2),
        ) %
          11) %
        10;
  return check === numbers[7];
}

/** Ukrainian bank account number, ISO 13616: remainder by 97 is 1. */
export function isIban(text: string): boolean {
  if (!/^UA\d{27}$/.test(text)) return false;
  const rearranged = `${text.slice(4)}3010${text.slice(2, 4)}`;
  return [...rearranged].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** Code of a territory or settlement, by shape; that it exists is asked of the tree. */
export const isKatottg = (text: string): boolean => /^UA\d{17}$/.test(text);

/** A Ukrainian telephone number in international form. */
export const isPhone = (text: string): boolean => /^\+380\d{9}$/.test(text);

/** Passport: an ID card's nine digits, or a booklet's two letters and six digits. */
export const isPassport = (text: string): boolean => /^(\d{9}|[А-ЩЬЮЯҐЄІЇ]{2}\d{6})$/.test(text);
