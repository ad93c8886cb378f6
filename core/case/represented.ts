import type { JsonObject } from '#core/flow/types.ts';
import { evaluated } from '#core/form/expressions.ts';
import { filledObject } from '#core/form/filled.ts';
import type { Identity } from './actor.ts';
import type { ServiceRuntime } from './runtime.ts';

/** A person as a form describes them: without the key that functions make of the numbers. */
export type Described = Omit<Identity, 'person'>;

const CLAIMS = [
  'surname',
  'name',
  'patronymic',
  'birthDate',
  'sex',
  'rnokpp',
  'unzr',
  'email',
  'phone',
] as const;

/**
 * Whom an application is made for where `case.through` is not `self`, as the definition finds them in what was entered
 * (`parties.applicant.represents`); null while that cannot be told yet.
 * @param names names of the draft, `case.through` among them
 */
export function representedIn(
  { bundle }: ServiceRuntime,
  form: JsonObject,
  names: JsonObject,
): Described | null {
  const source = bundle.parties.applicant.represents;
  if (source === undefined) return null;
  const value = evaluated(source, { ...names, form: filledObject(bundle.form.schema, form) });
  return describedBy(value);
}

/** A person whom a value of a definition describes (surname, name, …), and what tells who that is; null where nothing does. */
export function describedBy(value: unknown): Described | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const told = value as { readonly [claim: string]: unknown };
  const described: Described = {};
  for (const claim of CLAIMS) {
    const said = told[claim];
    if (typeof said === 'string' && said.trim() !== '') described[claim] = said.trim();
  }
  const document = told.document as { type?: unknown; number?: unknown } | null | undefined;
  if (typeof document?.type === 'string' && typeof document.number === 'string')
    described.document = { type: document.type, number: document.number };
  return (described.rnokpp ?? described.unzr ?? described.document) ? described : null;
}
