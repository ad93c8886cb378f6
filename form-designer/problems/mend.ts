import type { JsonPatch } from '#core/definition/types.ts';
import { valueAt } from '#core/form/pointer.ts';
import { isList, type Json } from '../commands/json.ts';
import { apply, type Operation } from '../commands/operation.ts';

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Puts a value where JSON Patch (RFC 6902) would add it: into a list before what stands there, `-` at its end. */
function adding(definition: Json, path: string, value: Json): Operation {
  const parent = valueAt(definition, parentOf(path));
  if (!isList(parent)) return { do: 'put', at: path, value };
  const at = path.endsWith('/-') ? `${parentOf(path)}/${parent.length}` : path;
  return { do: 'insert', at, value };
}

/** A mend as edits, which can be undone as any other. @throws OperationError where it does not fit the definition any more */
export function editsOf(mend: JsonPatch, definition: Json): Operation[] {
  const edits: Operation[] = [];
  let now = definition;
  const take = (operation: Operation) => {
    edits.push(operation);
    now = apply(now, operation).document;
  };
  for (const one of mend) {
    switch (one.op) {
      case 'remove':
        take({ do: 'take', at: one.path });
        break;
      case 'move': {
        const value = valueAt(now, one.from) as Json;
        take({ do: 'take', at: one.from });
        take(adding(now, one.path, value));
        break;
      }
      default:
        take(
          one.op === 'add'
            ? adding(now, one.path, one.value as Json)
            : { do: 'put', at: one.path, value: one.value as Json },
        );
    }
  }
  return edits;
}
