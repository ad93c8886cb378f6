import type { Connector, Text } from '#core/definition/types.ts';
import { steps } from '#core/form/pointer.ts';
import type { Draft } from '../draft/draft.ts';
import { textOf } from '../json.ts';
import { freeName } from '../names.ts';
import type { Words } from '../words.ts';
import type { Live, Made } from './kind.ts';
import { LEANS, type Narrowed } from './kinds/asked.ts';
import { lossOf } from './kinds/listed.ts';
import { connectorOf, draftOf, type Kept, operationOf } from './list-connector.ts';
import { titleOf } from './said.ts';
import { everyNode, type Node, type Places } from './source.ts';

type Lookup = { connector: string; operation: string; when?: string; input: { [name: string]: string } };

/** What choices that are asked for bring to a form: lookups, `options`, and drafts of the connectors that are asked. */
export type Lists = {
  readonly lookups: { readonly [name: string]: Lookup };
  readonly options: { readonly [pointer: string]: string };
  readonly connectors: readonly Connector[];
};

/**
 * Makes a lookup of every list that a field asks another system for: its parameters become the inputs of an operation, the
 * columns that are entered and shown `value` and `title`. A field whose list cannot be asked for becomes a line of text.
 * @param id what the drafts of connectors are called by
 */
export function askedLists(
  nodes: readonly Node[],
  places: Places,
  id: string,
  words: (source: unknown) => Words | undefined,
): Lists {
  const all = everyNode(nodes);
  const taken = new Set(all.map(({ name }) => name));
  const lookups: { [name: string]: Lookup } = {};
  const options: { [pointer: string]: string } = {};
  const connectors = new Map<string, Kept>();
  for (const node of all) {
    const live = node.made?.live;
    if (!live || !node.made) continue;
    const inputs = inputsOf(live.narrowed, places);
    if (!Array.isArray(inputs)) {
      node.made = byHand(lossOf(live.url, inputs.why));
      continue;
    }
    const typed =
      live.typed === undefined ? undefined : beginning(node, freeName(`${node.name}Search`, taken), words);
    if (typed && live.typed !== undefined)
      inputs.push([live.typed, feelOf(besideOf(node.pointer, typed.name))]);
    if (node.pointer.includes('*') && typed) {
      node.made = byHand(lossOf(live.url, IN_ROWS));
      continue;
    }
    const name = freeName(lookupName(node.name), taken);
    const connector = connectorOf(live.url, id);
    const { operations = {} } = connectors.get(connector.id) ?? {};
    const operation = operationOf(live, inputs);
    connectors.set(connector.id, { ...connector, operations: { ...operations, [name]: operation } });
    lookups[name] = {
      connector: connector.id,
      operation: name,
      ...(inputs.length > 1 ? { when: inputs.map(([, from]) => `${from} != null`).join(' and ') } : {}),
      input: Object.fromEntries(inputs),
    };
    options[node.pointer] =
      `for r in ${name}.items return { value: r.${live.value}, title: r.${live.title} }`;
    node.made = {
      ...node.made,
      note: noteOf(live, connector.id, typed),
      ...(typed ? { before: [typed] } : {}),
    };
  }
  return { lookups, options, connectors: [...connectors.values()].map(draftOf) };
}

/** What a list leans on, as inputs of the lookup: columns and FEEL. Constants stand in the operation. */
function inputsOf(narrowed: readonly Narrowed[], places: Places): [string, string][] | { why: Text } {
  const inputs: [string, string][] = [];
  for (const one of narrowed) {
    if ('constant' in one) continue;
    const pointer = pointerOf(one.field, places);
    if (pointer === undefined || pointer.includes('*')) return { why: LEANS(one.written) };
    inputs.push([one.by, feelOf(pointer)]);
  }
  return inputs;
}

/** Where it is entered: of a choice the source keeps the column that is entered under its own name (`data.oblast.code`). */
function pointerOf(path: readonly string[], places: Places): string | undefined {
  const straight = places.at(path);
  if (straight) return straight.choice === undefined ? straight.pointer : undefined;
  const chosen = places.at(path.slice(0, -1));
  return chosen && textOf(chosen.node.component.valueProperty) === path.at(-1) ? chosen.pointer : undefined;
}

const feelOf = (pointer: string): string => ['form', ...steps(pointer)].join('.');
const besideOf = (pointer: string, name: string): string =>
  `${pointer.slice(0, pointer.lastIndexOf('/'))}/${name}`;

/** A name that a lookup may have. */
function lookupName(field: string): string {
  const plain = field
    .replace(/[^A-Za-z0-9]/g, '')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, 32);
  return plain === '' ? 'list' : `${plain.charAt(0).toLowerCase()}${plain.slice(1)}List`;
}

/** A list that is not given whole is searched in the source by typing into the choice itself; here into a field before it. */
function beginning(node: Node, name: string, words: (source: unknown) => Words | undefined): Draft {
  const title = titleOf(node.component, words) ?? words(node.name) ?? {};
  return {
    name,
    schema: { type: 'string', maxLength: 100 },
    required: false,
    title: Object.fromEntries(
      Object.entries(title).map(([language, own]) => [
        language,
        `${own}: ${language === 'uk' ? 'початок назви' : 'the beginning of its name'}`,
      ]),
    ),
    shows: [],
  };
}

function byHand(loss: Text): Made {
  return { schema: { type: 'string', maxLength: 300 }, seen: { as: 'other' }, losses: [loss] };
}

const noteOf = (live: Live, connector: string, typed: Draft | undefined): Text => ({
  uk: `варіанти — записи, які під час заповнення дає «${live.url}»: чернетка зʼєднання «${connector}» питає там само, впишіть її адресу${typed ? `; шукають, вписуючи початок у поле «${typed.name}» перед ним` : ''}`,
  en: `its choices are the records that “${live.url}” gives while one fills in: the draft of the connector “${connector}” asks the same, enter its address${typed ? `; one searches by typing the beginning into the field “${typed.name}” before it` : ''}`,
});

const IN_ROWS: Text = {
  uk: 'у рядку списку його треба шукати за назвою',
  en: 'in a row of a list it is to be searched by its name',
};
