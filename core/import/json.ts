import { isRecord } from '#core/expression/record.ts';
import { under } from '#core/form/pointer.ts';

/** A JSON object that was not written for us: nothing about it is certain. */
export type Loose = { readonly [name: string]: unknown };

export const isLoose: (value: unknown) => value is Loose = isRecord;
export const looseOf = (value: unknown): Loose => (isLoose(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** A scalar in words; nothing of an object or a list, which may have any words or none. */
export const wordOf = (value: unknown): string =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';

/** A number, written as one or as text; undefined where there is none. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const written = textOf(value);
  return written !== undefined && Number.isFinite(Number(written)) ? Number(written) : undefined;
}

/** The objects of a list, each with its pointer. */
export const looseIn = (value: unknown, at: string): [Loose, string][] =>
  listOf(value).flatMap((one, n): [Loose, string][] => (isLoose(one) ? [[one, under(at, n)]] : []));

/** Whether a setting says anything: not empty, not off. */
export function says(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  if (Array.isArray(value)) return value.some(says);
  return isLoose(value) ? Object.values(value).some(says) : true;
}
