import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

type Stored = Record<string, AttributeValue>;

/** How a whole (an object, a list) is kept: as its text, which nothing between writer and reader takes apart. */
type Whole = { json: string };

const isWhole = (value: unknown): value is Whole =>
  value !== null &&
  typeof value === 'object' &&
  'json' in value &&
  typeof value.json === 'string' &&
  Object.keys(value).length === 1;

/**
 * An item, or the values of an expression, for the tables of cases and registries: keys and plain values as attributes, each
 * object or list as `{ json }`. No expression looks into one, and a map of some hundred values costs the client and the engine several times
 * what its text does. What is undefined is left out.
 */
export function toItem(item: object): Stored {
  const plain = Object.entries(item).map(([name, value]: [string, unknown]) => [
    name,
    value !== null && typeof value === 'object' ? ({ json: JSON.stringify(value) } satisfies Whole) : value,
  ]);
  return marshall(Object.fromEntries(plain), { removeUndefinedValues: true });
}

/** What `toItem` was given, of a type that the caller knows by the key; maps of the platform's table come as they are. */
export function fromItem<T = Record<string, unknown>>(item: Stored): T {
  const read = unmarshall(item);
  for (const [name, value] of Object.entries(read)) if (isWhole(value)) read[name] = JSON.parse(value.json);
  return read as T;
}
