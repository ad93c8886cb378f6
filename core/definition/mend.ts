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
        return put(now, operation.path, undefined, false);
      case 'move':
        return put(
          put(now, operation.from, undefined, false),
          operation.path,
          valueAt(now, operation.from),
          true,
        );
      default:
        return put(now, operation.path, operation.value, operation.op === 'add');
    }
  }, text);
}

function put(text: string, pointer: string, value: unknown, isNew: boolean): string {
  const { path, inList } = pathIn(text, pointer);
  const options = { formattingOptions, isArrayInsertion: isNew && inList };
  return applyEdits(text, modify(text, path, value, options));
}

function valueAt(text: string, pointer: string): unknown {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, pathIn(text, pointer).path);
  if (!node) throw new Error(`nothing is at ${pointer}`);
  return getNodeValue(node);
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
