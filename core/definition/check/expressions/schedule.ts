import { day, moment, typeOfSchema } from '#core/expression/types/index.ts';
import { pointerOf } from '../../place.ts';
import { parametersOf, recordOf, requiredIn, wholeSchema } from '../../scope/answers.ts';
import { agency } from '../../scope/people.ts';
import type { Library, Service } from '../../types.ts';
import { type Asking, type Sight, wantedOf } from './ask.ts';
import { typeAt } from './form.ts';

/** For which records the calendar begins a case, what its form holds, whom it concerns; nothing may be left out that the form requires. */
export function askSchedule(asking: Asking, library: Library, service: Service): void {
  const { schedule } = service.startedBy;
  if (!schedule) return;
  const at = '/startedBy/schedule';
  const { forEach } = schedule;
  const sight: Sight = {
    names: {
      ...(forEach ? { record: recordOf(library, library.registries[forEach.registry]) } : {}),
      ...{ agency, parameters: parametersOf(service), now: moment, today: day },
    },
    strict: true,
  };
  const where = forEach?.where;
  const holds = where === undefined ? undefined : asking.condition(where, `${at}/forEach/where`, sight);
  const inside = holds ? { ...sight, facts: holds.yes } : sight;
  if (schedule.applicant !== undefined)
    asking.ask(schedule.applicant, `${at}/applicant`, inside, { kinds: ['context'], empty: true });
  const schema = wholeSchema(service.form.schema, library);
  const form = schema ? typeOfSchema(schema, 'form').type : undefined;
  for (const [pointer, source] of Object.entries(schedule.form ?? {})) {
    const target = typeAt(form, pointer);
    const path = `${at}/form${pointerOf([pointer])}`;
    if (form && !target) asking.add('unknownField', path, { name: pointer });
    // what is null is not entered
    asking.ask(source, path, inside, { ...wantedOf(target), empty: true });
  }
  const given = [...Object.keys(schedule.form ?? {}), ...Object.keys(service.form.computed ?? {})];
  for (const name of requiredIn(schema))
    if (!given.some((pointer) => pointer === `/${name}` || pointer.startsWith(`/${name}/`)))
      asking.add('scheduleLeavesOut', at, { name });
}
