import { fromPointers } from '#core/flow/pointer.ts';
import type { Instant, JsonObject } from '#core/flow/types.ts';
import { filledObject } from '#core/form/filled.ts';
import { dayOf } from './day.ts';
import { feelValue, feelValues, isTrue } from './feel.ts';
import { agencyNames, parametersOn } from './names.ts';
import { type Described, describedBy } from './represented.ts';
import type { ServiceRuntime } from './runtime.ts';

/** What the calendar begins a case with: its form, the record that it is about, whom it concerns; null where that is nobody. */
export type Scheduled = { form: JsonObject; about?: JsonObject; applicant: Described | null };

/**
 * What a case is begun with that the calendar begins for a record, or without any where there is no `forEach`; null where
 * there is to be none: `where` does not hold, or the service has no such schedule.
 * @throws ExpressionError where an expression fails on the record; Refused where `where` is neither true nor false
 */
export function scheduledFor(
  service: ServiceRuntime,
  record: JsonObject | null,
  now: Instant,
): Scheduled | null {
  const { schedule } = service.bundle.startedBy;
  if (!schedule || (schedule.forEach === undefined) !== (record === null)) return null;
  const about = record && filledObject(schemaOf(service, schedule.forEach?.registry), record);
  const names: JsonObject = {
    ...(about ? { record: about } : {}),
    agency: agencyNames(service, service.bundle.agency),
    parameters: parametersOn(service, dayOf(now)),
    now,
    today: dayOf(now),
  };
  const { where } = schedule.forEach ?? {};
  if (where !== undefined && !isTrue(service, where, names, 'startedBy/schedule')) return null;
  return {
    form: fromPointers(feelValues(service, schedule.form ?? {}, names)),
    ...(about ? { about } : {}),
    applicant:
      schedule.applicant === undefined ? null : concerned(feelValue(service, schedule.applicant, names)),
  };
}

const schemaOf = ({ live }: ServiceRuntime, registry = ''): unknown =>
  live.registries[registry]?.versions.at(-1)?.schema ?? {};

/** A person, or a business by its code, as the value of an expression describes them. */
function concerned(value: unknown): Described | null {
  const { edrpou, name, email, phone } = (value ?? {}) as { readonly [claim: string]: unknown };
  if (typeof edrpou !== 'string' || edrpou.trim() === '') return describedBy(value);
  const said = { name, email, phone };
  const [called, mail, number] = Object.values(said).map((one) =>
    typeof one === 'string' && one.trim() !== '' ? one.trim() : undefined,
  );
  return {
    business: { edrpou: edrpou.trim(), ...(called === undefined ? {} : { name: called }) },
    ...(mail === undefined ? {} : { email: mail }),
    ...(number === undefined ? {} : { phone: number }),
  };
}
