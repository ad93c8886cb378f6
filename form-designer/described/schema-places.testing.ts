import { allSchemas } from '#core/definition/schemas.ts';
import { steps } from '#core/form/pointer.ts';
import { isObject, type Json, type JsonObject, listOf, objectOf } from '../commands/json.ts';

type Placed = { readonly schema: JsonObject; readonly file: string; readonly name: string };

/** What is one thing to the analyst, with a control of its own: not looked into. */
const whole = [
  'Text',
  'Feel',
  'FeelMap',
  'Target',
  'Duration',
  'IsoDuration',
  'JsonSchema',
  'UiSchema',
  'Texts',
  'Pointers',
  'Block',
  'Flow',
  'TaskForm',
];

function followed({ schema, file, name }: Placed): Placed {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return { schema, file, name };
  const [path = '', pointer = ''] = $ref.split('#');
  const there = path === '' ? file : path.replace(/\.json$/, '');
  const target = steps(pointer).reduce<Json | undefined>(
    (at, step) => objectOf(at)[step],
    allSchemas[there] as unknown as Json,
  );
  return followed({ schema: objectOf(target), file: there, name: pointer.split('/').at(-1) ?? '' });
}

/** Every property that a schema lets an analyst write, as a pointer; `*` stands for each entry of a list or map. */
export function placesOf(file: string, definition?: string): string[] {
  const root = allSchemas[file] as unknown as JsonObject;
  const schema = definition === undefined ? root : objectOf(objectOf(root.$defs)[definition]);
  const found: string[] = [];
  const walk = (placed: Placed, at: string, depth: number): void => {
    const { schema: here, file: there, name } = followed(placed);
    if (depth > 6 || whole.includes(name)) return;
    for (const [property, value] of Object.entries(objectOf(here.properties))) {
      found.push(`${at}/${property}`);
      walk({ schema: objectOf(value), file: there, name: '' }, `${at}/${property}`, depth + 1);
    }
    for (const inner of [here.items, here.additionalProperties])
      if (isObject(inner)) walk({ schema: inner, file: there, name: '' }, `${at}/*`, depth + 1);
    for (const one of listOf(here.anyOf))
      walk({ schema: objectOf(one), file: there, name: '' }, at, depth + 1);
  };
  walk({ schema, file, name: '' }, '', 0);
  return [...new Set(found)];
}
