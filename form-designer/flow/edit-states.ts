import { under } from '#core/form/pointer.ts';
import {
  changedStrings,
  isList,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  objectOf,
} from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { type FlowPlace, freeState, isPlain, mainWay, type StateNode, waysOf } from './flow-place.ts';

/** Adds a state to a flow behind another, on the way that the case takes when all is well. Answers where it stands. */
export function addAfter(
  flow: FlowPlace,
  after: StateNode,
  wanted: string,
  make: (next: string) => JsonObject,
): { operations: Operation[]; at: string } {
  const way = mainWay(after);
  const name = freeState(flow, wanted);
  const states = Object.keys(objectOf(flow.value(`${after.flow}/states`)));
  const at = under(`${after.flow}/states`, name);
  const target = way ? flow.value(way.at) : undefined;
  const next = way?.to ?? firstEnd(flow, after.flow) ?? after.name;
  const operations: Operation[] = [
    { do: 'put', at, value: make(next), index: states.indexOf(after.name) + 1 },
  ];
  if (way && isPlain(target)) operations.push({ do: 'put', at: way.at, value: name });
  else if (way && isList(target))
    operations.push({
      do: 'put',
      at: way.at,
      value: target.map((one) => (objectOf(one).to === way.to ? { ...objectOf(one), to: name } : one)),
    });
  return { operations, at };
}

/** Adds a state that nothing leads to yet. */
export function addLoose(
  flow: FlowPlace,
  at: string,
  wanted: string,
  state: JsonObject,
): { operations: Operation[]; at: string; name: string } {
  const name = freeState(flow, wanted);
  const place = under(`${at}/states`, name);
  return { operations: [{ do: 'put', at: place, value: state }], at: place, name };
}

export function firstEnd(flow: FlowPlace, at: string, kind?: string): string | undefined {
  return flow
    .states(at)
    .find(
      ({ type, state }) =>
        type === 'end' && (kind === undefined || state.kind === kind || state.outcome === kind),
    )?.name;
}

/** A target with one state in place of another. */
function led(value: Json, from: string, to: string): Json {
  if (isPlain(value)) return value === from ? to : value;
  return isList(value)
    ? value.map((one) => (isObject(one) && one.to === from ? { ...one, to } : one))
    : value;
}

/** Leads every way of a flow that leads to one state to another. */
function leading(flow: FlowPlace, at: string, from: string, to: string): Operation[] {
  const ways = new Set(
    flow
      .states(at)
      .flatMap((node) => waysOf(node).filter((way) => way.to === from && node.name !== from))
      .map((way) => way.at),
  );
  const operations: Operation[] = [...ways].map((place) => ({
    do: 'put',
    at: place,
    value: led(flow.value(place) ?? '', from, to),
  }));
  if (flow.initial(at) === from) operations.push({ do: 'put', at: `${at}/initial`, value: to });
  return operations;
}

/** Takes a state away; what led to it leads where it led. */
export function removeState(flow: FlowPlace, node: StateNode): Operation[] {
  const others = flow.states(node.flow).filter(({ name }) => name !== node.name);
  const next = mainWay(node)?.to;
  const to =
    next && next !== node.name && others.some(({ name }) => name === next) ? next : (others[0]?.name ?? '');
  return [...leading(flow, node.flow, node.name, to), { do: 'take', at: node.at }];
}

const lists = ['from', 'until', 'pausedIn'] as const;

/** Gives a state another name: where it is led to, where expressions and terms speak of it. */
export function renameState(flow: FlowPlace, node: StateNode, name: string): Operation[] {
  const own = waysOf(node).filter((way) => way.to === node.name);
  const operations: Operation[] = [
    ...leading(flow, node.flow, node.name, name),
    ...own.map((way) => ({
      do: 'put' as const,
      at: way.at,
      value: led(flow.value(way.at) ?? '', node.name, name),
    })),
    { do: 'rename', at: node.at, to: name },
  ];
  const renamed = flow.after(operations);
  const term = objectOf(renamed.value('/decideWithin'));
  for (const list of lists) {
    const value = term[list];
    if (value === node.name) operations.push({ do: 'put', at: `/decideWithin/${list}`, value: name });
    else if (listOf(value).includes(node.name))
      operations.push({
        do: 'put',
        at: `/decideWithin/${list}`,
        value: listOf(value).map((one) => (one === node.name ? name : one)),
      });
  }
  const spoken = new RegExp(
    `(?<![\\w./"'])${node.name}(?=\\.[a-z])|(?<=\\boutcomes\\.)${node.name}(?!\\w)`,
    'g',
  );
  for (const [part, value] of Object.entries(objectOf(flow.after(operations).definition))) {
    if (part === 'form' || part === 'title' || part === 'summary') continue;
    let next = changedStrings(value, (text) => text.replace(spoken, name));
    if (part === 'roles' || part === 'parties')
      next = Object.fromEntries(
        Object.entries(objectOf(next)).map(([key, one]) => [
          key,
          isObject(one) && listOf(one.sees).includes(node.name)
            ? { ...one, sees: listOf(one.sees).map((path) => (path === node.name ? name : path)) }
            : one,
        ]),
      );
    if (JSON.stringify(next) !== JSON.stringify(value))
      operations.push({ do: 'put', at: under('', part), value: next });
  }
  return operations;
}
