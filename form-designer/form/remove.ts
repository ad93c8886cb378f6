import { within } from '#core/form/pointer.ts';
import type { Operation } from '../commands/operation.ts';
import { read } from './condition.ts';
import { everyField, type Field } from './fields-of.ts';
import type { FormPlace } from './place.ts';
import { showWhen } from './show-when.ts';
import { takingPlace, takingRest, takingSchema } from './taking.ts';

/**
 * Takes a field away with all that belongs to it. Fields that showed by what it held show by the rest of their condition, or
 * always: asked of a field that is not there any more, it would never hold.
 */
export function removeField(form: FormPlace, field: Field): Operation[] {
  const { pointer } = field;
  const operations = [
    ...takingPlace(form, pointer),
    ...takingRest(form, pointer),
    ...takingSchema(form, field),
  ];
  let now = form.after(operations);
  for (const other of everyField(form.fields)) {
    const [shown, more] = other.when;
    if (!shown || more || !shown.holds || other.foreign || within(other.pointer, pointer)) continue;
    const sentence = read(shown.if, shown.object);
    const left = sentence?.tests.filter((test) => !within(test.field, pointer));
    const here = now.field(other.pointer);
    if (!sentence || !left || !here || left.length === sentence.tests.length) continue;
    const freed = showWhen(now, here, left.length > 0 ? { ...sentence, tests: left } : null);
    operations.push(...freed);
    now = now.after(freed);
  }
  return operations;
}
