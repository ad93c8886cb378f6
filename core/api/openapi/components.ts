import type { FormDefinition, Text } from '#core/form/types.ts';
import { contract } from '../contract.ts';
import { referring, type Shape } from '../gathered.ts';
import { titled } from './titled.ts';

const AT = '#/components/schemas/';

/** A reference of the contract as a document of OpenAPI has it. */
export const located = (node: unknown): Shape =>
  referring(node, (reference) => reference.replace('#/$defs/', AT)) as Shape;

/** A schema without what names it: two places of a document may hold the same part. */
function nameless(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nameless);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(/^\$(id|schema)$/.test(key) && typeof value === 'string'))
      .map(([key, value]) => [key, nameless(value)]),
  );
}

/** The schema of a form as components, with its texts: itself, and each of its `$defs`. */
function formSchemas({ schema, texts = {} }: FormDefinition, title: Text): { [name: string]: Shape } {
  const inside = referring(nameless(titled(schema, texts)), (reference) =>
    reference.startsWith('#/$defs/')
      ? reference.replace('#/$defs/', `${AT}Form.`)
      : reference.replace(/^#/, `${AT}Form`),
  );
  const { $defs = {}, ...own } = inside as Shape & { $defs?: { [name: string]: Shape } };
  return {
    Form: { title: title.uk, description: title.en, ...own },
    ...Object.fromEntries(Object.entries($defs).map(([name, one]) => [`Form.${name}`, one])),
  };
}

/** Every schema of the document, by name. `form` and `title`: of the service. */
export function schemasOf(form: FormDefinition, title: Text): { [name: string]: Shape } {
  const { $defs } = located(contract) as { $defs: { [name: string]: Shape } };
  return {
    ...$defs,
    ...formSchemas(form, title),
    // what is entered so far need not fit the form yet; its shape tells a reader where it goes
    Entered: { description: $defs.Entered?.description, anyOf: [{ $ref: `${AT}Form` }, { type: 'object' }] },
  };
}
