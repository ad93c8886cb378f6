import { under } from '#core/form/pointer.ts';
import type { Draft } from '../draft/draft.ts';
import type { Test } from '../draft/test.ts';
import { freeName, plainName } from '../names.ts';
import type { Component, Part as Place } from './component.ts';
import { inside, keyOf, partOf } from './component.ts';
import type { Made, Seen } from './kind.ts';

/** A component of the source, where it stands there and what is made of it. */
export type Node = {
  readonly component: Component;
  /** Pointer into the source. */
  readonly source: string;
  readonly part: Place;
  readonly above: Node | undefined;
  /** By which names what is entered is found in the source: keys of containers, lists and the component. */
  readonly path: readonly string[];
  /** Name and pointer here; of content and of layouts without a title those of what is around. */
  readonly name: string;
  readonly pointer: string;
  readonly nodes: Node[];
  made?: Made;
  draft?: Draft;
  /** Its own condition, as it came over. */
  shows?: readonly Test[];
};

/** Whether a component has fields under a name of its own here: a group of form.io, or a layout with a title. */
export type Titled = (component: Component) => boolean;

/** The components of a form as a tree. @param titled whether a layout becomes a group */
export function sourceOf(components: readonly [Component, string][], titled: Titled): Node[] {
  return within(components, undefined, [], '', new Set(), titled);
}

function within(
  components: readonly [Component, string][],
  above: Node | undefined,
  path: readonly string[],
  pointer: string,
  taken: Set<string>,
  titled: Titled,
): Node[] {
  return components.map(([component, source]) => {
    const part = partOf(component);
    const named =
      ['field', 'group', 'rows', 'content'].includes(part) ||
      (part === 'layout' && above !== undefined && titled(component));
    const key = part === 'content' ? 'note' : keyOf(component) || part;
    const name = named ? freeName(plainName(key), taken) : '';
    const here = named ? under(pointer, name) : pointer;
    const nests = part === 'group' || part === 'rows';
    const node: Node = {
      component,
      source,
      part,
      above,
      path: part === 'field' || nests ? [...path, keyOf(component)] : path,
      name,
      pointer: here,
      nodes: [],
    };
    const inner = part === 'rows' ? under(here, '*') : here;
    const own = named ? new Set<string>() : taken;
    node.nodes.push(...within(inside(component, source), node, node.path, inner, own, titled));
    return node;
  });
}

/** Every node, in the order of the source. */
export const everyNode = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...everyNode(node.nodes)]);

/** The nearest group or list around a node: what the scripts of the source call `row`. */
export function rowOf(node: Node): Node | undefined {
  let at = node.above;
  while (at && at.part !== 'group' && at.part !== 'rows') at = at.above;
  return at;
}

/** What a condition leans on: where it is entered here, and how it is compared. */
export type Leaning = {
  readonly pointer: string;
  readonly seen: Seen;
  readonly node: Node;
  /** One of the choices of a field of several. */
  readonly choice?: string;
  /** Asked of a row: when the field shows cannot be asked along. */
  readonly inRow?: boolean;
};

/** Finds what is entered by the names under which the source enters it. */
export class Places {
  readonly #byPath = new Map<string, Node[]>();
  readonly #byKey = new Map<string, Node[]>();

  constructor(nodes: readonly Node[]) {
    for (const node of everyNode(nodes)) {
      if (!['field', 'group', 'rows'].includes(node.part)) continue;
      const key = node.path.at(-1) ?? '';
      push(this.#byPath, node.path.join('.'), node);
      push(this.#byKey, key, node);
    }
  }

  /** By a whole path from the top of what is entered. */
  at(path: readonly string[]): Leaning | undefined {
    for (let length = path.length; length > 0; length -= 1) {
      const [node] = this.#byPath.get(path.slice(0, length).join('.')) ?? [];
      if (node) return inNode(node, path.slice(length));
    }
    return undefined;
  }

  /** By a path from the nearest group or list, else from the one around that. */
  from(node: Node, path: readonly string[]): Leaning | undefined {
    for (let row = rowOf(node); ; row = rowOf(row)) {
      const found = this.at([...(row?.path ?? []), ...path]);
      if (found || !row) return found;
    }
  }

  /** As form.io's `conditional.when` is found: by the whole path, else by the key alone where it is one field's. */
  named(when: string, node: Node): Leaning | undefined {
    const path = when.split('.');
    const found = this.at(path) ?? this.from(node, path);
    if (found) return found;
    const [only, more] = this.#byKey.get(path.at(-1) ?? '') ?? [];
    return only && !more ? inNode(only, []) : undefined;
  }
}

/** A part of what is entered in a node: a choice of several, a field of a field that is made of some. */
function inNode(node: Node, rest: readonly string[]): Leaning | undefined {
  const { made } = node;
  const [first, more] = rest;
  if (!made)
    return first === undefined
      ? { pointer: node.pointer, seen: { as: node.part === 'rows' ? 'list' : 'group' }, node }
      : undefined;
  if (first === undefined) return { pointer: node.pointer, seen: made.seen, node };
  if (more !== undefined) return undefined;
  if (made.seen.as === 'several' && made.seen.values.includes(first))
    return { pointer: node.pointer, seen: made.seen, node, choice: first };
  const part = made.parts && Object.hasOwn(made.parts, first) ? made.parts[first] : undefined;
  if (!part) return undefined;
  if ('self' in part) return { pointer: node.pointer, seen: made.seen, node };
  return { pointer: under(node.pointer, part.field), seen: part.seen, node };
}

function push(map: Map<string, Node[]>, key: string, node: Node): void {
  map.set(key, [...(map.get(key) ?? []), node]);
}
