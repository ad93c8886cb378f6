import { under, within } from '#core/form/pointer.ts';
import { isObject, type JsonObject, listOf, objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import type { Field } from './fields-of.ts';
import { containerOf, type FormPlace, keysWithin, requiring } from './place.ts';

const maps = ['prefill', 'suggest', 'computed', 'rows', 'options'] as const;

/** Takes the schema of a field out of where it stands; a condition that then shows nothing goes too. */
export function takingSchema(form: FormPlace, field: Field): Operation[] {
  const { holder, name } = field;
  const operations: Operation[] = [
    { do: 'take', at: form.schemaAt(field.at) },
    ...requiring(form, holder, name, false),
  ];
  const branch = objectOf(form.value(`/schema${holder}`));
  const alone =
    field.when.length > 0 &&
    Object.keys(objectOf(branch.properties)).length === 1 &&
    Object.keys(branch).every((keyword) => ['properties', 'required'].includes(keyword)) &&
    listOf(branch.required).every((one) => one === name);
  const condition = field.when.at(-1);
  if (!alone || !condition || !/\/(then|else)$/.test(holder)) return operations;
  const entry = objectOf(form.value(`/schema${condition.at}`));
  const other = condition.holds ? entry.else : entry.then;
  if (isObject(other) || !/\/allOf\/\d+$/.test(condition.at)) return operations;
  const list = containerOf(condition.at);
  const last = listOf(form.value(`/schema${list}`)).length === 1;
  return [{ do: 'take', at: form.schemaAt(last ? list : condition.at) }];
}

/** Takes names out of a map of the form; a map that is left empty goes. */
function takingKeys(form: FormPlace, map: string, keys: readonly string[]): Operation[] {
  const at = `${form.base}/${map}`;
  const all = Object.keys(objectOf(form.value(`/${map}`)));
  if (keys.length === 0) return [];
  if (keys.length === all.length) return [{ do: 'take', at }];
  return keys.map((key) => ({ do: 'take', at: under(at, key) }));
}

/** Everything that a field brought along, by where it stands: texts, ui, files, prefill and the like. */
export function takingRest(form: FormPlace, pointer: string): Operation[] {
  const taken = (['texts', ...maps] as const).flatMap((map) =>
    takingKeys(form, map, keysWithin(form, map, pointer)),
  );
  const files = Object.entries(objectOf(form.value('/files'))).flatMap(([name, file]) =>
    within(String(objectOf(file).at ?? ''), pointer) ? [name] : [],
  );
  taken.push(...takingKeys(form, 'files', files));
  const ui = form.uiAt(pointer);
  if (form.value(ui.slice(form.base.length)) === undefined) return taken;
  const top = ui.slice(`${form.base}/ui/`.length);
  taken.push(...(top.includes('/') ? [{ do: 'take' as const, at: ui }] : takingKeys(form, 'ui', [top])));
  return taken;
}

/** Takes a field off every page, and out of the order of its container. */
export function takingPlace(form: FormPlace, pointer: string): Operation[] {
  const taken: Operation[] = [];
  for (const [n, page] of form.pages.entries())
    for (const [index, one] of [...page.fields.entries()].reverse())
      if (within(one, pointer)) taken.push({ do: 'take', at: `${form.base}/pages/${n}/fields/${index}` });
  const container = containerOf(pointer);
  const ui: JsonObject = objectOf(form.ui(container));
  const order = listOf(ui['ui:order']);
  const index = order.indexOf(pointer.slice(container.length + 1));
  if (index >= 0) taken.push({ do: 'take', at: `${form.uiAt(container)}/ui:order/${index}` });
  return taken;
}
