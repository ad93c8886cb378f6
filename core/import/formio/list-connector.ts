import type { Connector, Text } from '#core/definition/types.ts';
import type { Live } from './kind.ts';

type Operation = NonNullable<Connector['operations']>[string];

/** A system that keeps lists, as far as forms tell of it. */
export type Kept = {
  readonly id: string;
  readonly title: Text;
  readonly address: string;
  readonly operations: { readonly [name: string]: Operation };
};

/** The system that keeps a list: the platform on which the form ran, or the host of a whole address. */
export function connectorOf(url: string, id: string): Omit<Kept, 'operations'> {
  const host = /^https:\/\/[^/]+/.exec(url)?.[0];
  if (host === undefined)
    return {
      id: `${id}-lists`,
      address: `https://${id}-lists.example/`,
      title: { uk: 'Списки реєстру', en: 'Lists of the registry' },
    };
  const name = host
    .slice(8)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  return { id: name || `${id}-lists`, address: `${host}/`, title: { uk: host.slice(8), en: host.slice(8) } };
}

/** How a list is asked for: constants of its filter in the query, what it leans on as input; the answer is its records. */
export function operationOf(live: Live, inputs: readonly (readonly [string, string])[]): Operation {
  const columns = [...new Set([live.value, live.title])];
  const constants = live.narrowed.flatMap((one): [string, string][] =>
    'constant' in one ? [[one.by, JSON.stringify(one.constant)]] : [],
  );
  const asked = inputs.map(([by]): [string, string] => [by, by]);
  const query = [...constants, ...asked];
  const sample = (n: number) =>
    Object.fromEntries(columns.map((name) => [name, name === live.value ? String(n) : `Варіант ${n}`]));
  return {
    input: {
      type: 'object',
      properties: Object.fromEntries(inputs.map(([by]) => [by, { type: 'string' }])),
      ...(inputs.length > 0 ? { required: inputs.map(([by]) => by) } : {}),
    },
    output: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            type: 'object',
            properties: Object.fromEntries(columns.map((name) => [name, { type: 'string' }])),
          },
        },
      },
      required: ['items'],
    },
    request: {
      method: 'GET',
      path: live.url.replace(/^https:\/\/[^/]+/, '').replace(/^\/+/, ''),
      ...(query.length > 0 ? { query: Object.fromEntries(query) } : {}),
    },
    result: `{ items: response.body${live.within === undefined ? '' : `.${live.within}`} }`,
    standIn: { answers: [{ answer: { items: [sample(1), sample(2)] } }] },
  } as unknown as Operation;
}

/** A connector to be described: until then its stand-in answers with two made-up records. */
export const draftOf = (kept: Kept): Connector =>
  ({
    $schema: 'https://kladka.example/schema/1/connector.json',
    ...{ format: 1, kind: 'rest', ...kept },
  }) as unknown as Connector;
