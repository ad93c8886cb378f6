import { everyField, type Field } from './fields-of.ts';
import type { FormPlace } from './place.ts';

/** The fields that an expression may fill in and that none fills in yet: each alone, not of a row. `filled`: by pointer. */
export const fillable = (form: FormPlace, filled: Readonly<Record<string, unknown>>): Field[] =>
  everyField(form.fields).filter(
    ({ pointer, inner }) => !pointer.includes('*') && inner.length === 0 && filled[pointer] === undefined,
  );
