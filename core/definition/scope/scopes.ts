import {
  any,
  day,
  type Implication,
  moment,
  orEmpty,
  scalar,
  type Type,
  typeOfSchema,
} from '#core/expression/types/index.ts';
import type { Library, Service } from '../types.ts';
import { answerOf, emptied, parametersOf, recordOf, wholeSchema } from './answers.ts';
import { agency, draftCase, files, officeOf, person, submittedCase } from './people.ts';
import type { Names } from './results.ts';

/** What expressions of a service see, by where they stand. */
export type Scopes = {
  /** The form as it was submitted: what the schema requires is there. */
  readonly form: Type;
  readonly implications: readonly Implication[];
  /** While a draft is filled in and when it is submitted; `form` beside them. */
  readonly draft: Names;
  /** Wherever there is a case, before the names that its states give. */
  readonly case: Names;
};

/** `nearest(katottg)`: the id of an office of an agency, or nothing. */
export const nearestOffice = (ids: readonly string[]): Type => ({
  kind: 'function',
  parameters: [{ name: 'katottg', kinds: ['string'], empty: true }],
  result: orEmpty(scalar('string', ids)),
});

/** The offices of an agency, by id. */
export const officesOf = (library: Library, agency: string): string[] =>
  (library.agencies[agency]?.offices ?? []).map((one) => one.id);

export function scopesOf(library: Library, service: Service): Scopes {
  const schema = wholeSchema(service.form.schema, library);
  const { type: form, implications } = schema
    ? typeOfSchema(schema, 'form')
    : { type: any, implications: [] };
  const lookups: { [name: string]: Type } = {};
  for (const [name, lookup] of Object.entries(service.form.lookups ?? {}))
    lookups[lookup.as ?? name] = answerOf(library, lookup, { certain: false, loose: true });
  const { about, schedule } = service.startedBy;
  const registry = about?.registry ?? schedule?.forEach?.registry;
  const common = {
    ...lookups,
    identity: person,
    agency,
    parameters: parametersOf(service),
    about: orEmpty(registry === undefined ? any : recordOf(library, library.registries[registry])),
    now: moment,
    today: day,
  };
  const parties = Object.fromEntries(Object.keys(service.parties).map((name) => [name, person]));
  return {
    form,
    implications,
    draft: { ...common, applicant: person, case: draftCase, form: emptied(form) },
    case: {
      ...common,
      ...parties,
      case: submittedCase,
      form,
      office: officeOf(officesOf(library, service.agency)),
      files,
    },
  };
}
