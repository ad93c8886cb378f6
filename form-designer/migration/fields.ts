import type { Part } from '#core/definition/types.ts';
import { within } from '#core/form/pointer.ts';
import { isObject, type Json, objectOf } from '../commands/json.ts';
import { FlowPlace } from '../flow/flow-place.ts';
import { everyField, type Field } from '../form/fields-of.ts';
import { FormPlace } from '../form/place.ts';

/** The fields of one form that differ between two versions. */
export interface FormChange {
  /** By which the migration names it: `form`, else the state in which it is entered. */
  readonly name: string;
  readonly before: FormPlace;
  readonly after: FormPlace;
  /** Fields that are no more there; what lies in a section that moved comes along and is not asked for. */
  readonly gone: readonly Field[];
  /** Fields that were not there. */
  readonly fresh: readonly Field[];
  /** Of these the ones without which an open case is refused: not filled from anywhere yet, or filled by what is written. */
  readonly wanted: readonly Field[];
}

/** Every form that is in both versions and whose fields differ. */
export function formChanges(
  source: Json,
  definition: Json,
  parts: Readonly<Record<string, Part>>,
): FormChange[] {
  const migrate = objectOf(objectOf(definition).migrate);
  const renamed = objectOf(migrate.renamed);
  const after = new Map(new FlowPlace(definition).everyState().map((node) => [node.name, node]));
  const forms = new FlowPlace(source).everyState().flatMap(({ name, at, state }) => {
    const now = after.get(String(renamed[name] ?? name));
    return isObject(state.form) && isObject(now?.state.form)
      ? [{ name: now.name, before: `${at}/form`, after: `${now.at}/form` }]
      : [];
  });
  return [{ name: 'form', before: '/form', after: '/form' }, ...forms].flatMap((one) => {
    const moves = objectOf(objectOf(objectOf(migrate.data)[one.name]).move) as Readonly<
      Record<string, string>
    >;
    const change = changeOf(
      one.name,
      new FormPlace(source, one.before, parts),
      new FormPlace(definition, one.after, parts),
      moves,
    );
    return change.gone.length + change.wanted.length > 0 ? [change] : [];
  });
}

function changeOf(
  name: string,
  before: FormPlace,
  after: FormPlace,
  moves: Readonly<Record<string, string>>,
): FormChange {
  const [old, now] = [everyField(before.fields), everyField(after.fields)];
  const [known, there] = [new Set(old.map(pointer)), new Set(now.map(pointer))];
  const moved = Object.keys(moves);
  const comesAlong = (field: Field, list: readonly string[]) =>
    list.some((one) => one !== field.pointer && within(field.pointer, one));
  const fresh = now.filter((field) => !known.has(field.pointer));
  const computed = objectOf(after.value('/computed'));
  return {
    name,
    before,
    after,
    // a note holds nothing, what is computed is computed anew
    gone: old.filter(
      (field) =>
        !there.has(field.pointer) &&
        isEntered(field, objectOf(before.value('/computed'))) &&
        !field.foreign &&
        !comesAlong(field, moved) &&
        // a section whose fields go their own ways
        !moved.some((one) => one !== field.pointer && within(one, field.pointer)),
    ),
    fresh,
    wanted: fresh.filter(
      (field) =>
        field.required &&
        field.when.length === 0 &&
        field.inner.length === 0 &&
        !field.pointer.includes('*') &&
        isEntered(field, computed) &&
        !Object.values(moves).some((to) => within(field.pointer, to)),
    ),
  };
}

const pointer = (field: Field): string => field.pointer;
const isEntered = ({ schema, pointer: at }: Field, computed: object): boolean =>
  schema.type !== 'null' && !Object.hasOwn(computed, at);

/** New fields into which one that is gone may go: with as many rows around them. */
export const placesFor = ({ fresh }: FormChange, gone: Field): Field[] =>
  fresh.filter((field) => rowsOf(field.pointer) === rowsOf(gone.pointer) && !field.foreign);

const rowsOf = (at: string): number => at.split('/').filter((step) => step === '*').length;
