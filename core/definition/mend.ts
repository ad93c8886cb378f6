import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  modify,
  type Node,
  parseTree,
} from 'jsonc-parser';
import { segments } from './place.ts';
import type { JsonPatch } from './types.ts';

const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' } as const;

/**
 * A JSON text after a JSON Patch, all else left as it was written.
 * @throws Error where the patch does not fit the text
 */
export function mended(text: string, patch: JsonPatch): string {
  return patch.reduce((now, operation) => {
    switch (operation.op) {
      case 'remove':
        return without(now, operation.path);
      case 'move':
        return put(without(now, operation.from), operation.path, valueAt(now, operation.from), true);
      default:
        return put(now, operation.path, operation.value, operation.op === 'add');
    }
  }, text);
}

/** Takes out a property or an item, with the comma that it leaves behind. (jsonc-parser breaks a list on one line here.) */
function without(text: string, pointer: string): string {
  const node = nodeAt(text, pointer);
  const one = node.parent?.type === 'property' ? node.parent : node;
  const siblings = one.parent?.children ?? [];
  const at = siblings.indexOf(one);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  const end = one.offset + one.length;
  if (before) return text.slice(0, before.offset + before.length) + text.slice(end);
  if (after) return text.slice(0, one.offset) + text.slice(after.offset);
  const holder = one.parent;
  // the last that was in it leaves nothing, not even its line
  return holder
    ? `${text.slice(0, holder.offset + 1)}${text.slice(holder.offset + holder.length - 1)}`
    : text;
}

function put(text: string, pointer: string, value: unknown, isNew: boolean): string {
  const { path, inList } = pathIn(text, pointer);
  const options = { formattingOptions, isArrayInsertion: isNew && inList };
  return applyEdits(text, modify(text, path, value, options));
}

const valueAt = (text: string, pointer: string): unknown => getNodeValue(nodeAt(text, pointer));

function nodeAt(text: string, pointer: string): Node {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, pathIn(text, pointer).path);
  if (!node) throw new Error(`nothing is at ${pointer}`);
  return node;
}

/** A pointer as jsonc-parser wants it: places in lists are numbers, `-` is the end. */
function pathIn(text: string, pointer: string): { path: JSONPath; inList: boolean } {
  let node: Node | undefined = parseTree(text);
  const path: JSONPath = [];
  let inList = false;
  for (const step of segments(pointer)) {
    inList = node?.type === 'array';
    const name: string | number = !inList
      ? step
      : step === '-'
        ? (node?.children?.length ?? 0)
        : Number(step);
    path.push(name);
    node = node && findNodeAtLocation(node, [name]);
  }
  return { path, inList };
}
