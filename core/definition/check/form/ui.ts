import { nearest } from '#core/expression/types/index.ts';
import type { Problem, UiSchema } from '../../types.ts';
import { mistake } from '../problem.ts';
import type { Fields } from './fields.ts';

const word = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** A uiSchema describes fields that exist. */
export function checkUi(ui: UiSchema | undefined, at: string, fields: Fields): Problem[] {
  const problems: Problem[] = [];
  const visit = (node: unknown, data: string, here: string): void => {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    for (const [name, inner] of Object.entries(node)) {
      if (name.startsWith('ui:')) continue;
      const row = `${data}/*`;
      const pointer = name === 'items' && fields.has(row) ? row : `${data}/${word(name)}`;
      const place = `${here}/${word(name)}`;
      // a list of plain values may be described all the same
      if (name === 'items' && !fields.has(row) && fields.get(data)?.kind === 'list') continue;
      if (fields.has(pointer)) visit(inner, pointer, place);
      else {
        const siblings = [...fields.keys()].filter(
          (p) => p.startsWith(`${data}/`) && !p.slice(data.length + 1).includes('/'),
        );
        const near = nearest(
          name,
          siblings.map((p) => p.slice(data.length + 1)),
        );
        const mend =
          near && !Object.hasOwn(node, near)
            ? ([{ op: 'move', from: place, path: `${here}/${near}` }] as const)
            : ([{ op: 'remove', path: place }] as const);
        problems.push(mistake('unknownUi', place, { name: pointer }, mend));
      }
    }
  };
  visit(ui, '', at);
  return problems;
}
