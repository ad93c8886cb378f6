import { format } from '@cfworker/json-schema';
import {
  isDay,
  isEdrpou,
  isIban,
  isKatottg,
  isPassport,
  isPhone,
  isRnokpp,
  isUnzr,
} from '#core/reference/identifiers.ts';

/** The formats that a form's schema may name beside those of JSON Schema itself. */
const own: { readonly [name: string]: (text: string) => boolean } = {
  rnokpp: isRnokpp,
  unzr: isUnzr,
  edrpou: isEdrpou,
  iban: isIban,
  katottg: isKatottg,
  phone: isPhone,
  passport: isPassport,
  date: isDay,
  // stricter than the validator's own, which takes an address without a domain's dot
  email: (text) => /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text) && text.length <= 254,
};

let taught = false;

/** Teaches the validator Kladka's formats, once. */
export function formats(): void {
  if (taught) return;
  for (const [name, test] of Object.entries(own))
    format[name] = (text) => typeof text !== 'string' || test(text);
  taught = true;
}
