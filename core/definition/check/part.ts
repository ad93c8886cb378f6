import { inline } from '../inline.ts';
import { pointerOf } from '../place.ts';
import type { Library, Part, Problem } from '../types.ts';
import { declared } from './form/declared.ts';
import { fieldsOf } from './form/fields.ts';
import { saidOf } from './form/texts.ts';
import { checkUi } from './form/ui.ts';
import { missingKeys } from './form/unknown-field.ts';
import { textsIn } from './languages.ts';
import { References } from './reference.ts';
import { checkSchema } from './schema/schema.ts';

/** A part, checked by itself: the problems of each of its files. */
export function checkPart(
  library: Library,
  part: Part,
): { schema: Problem[]; ui: Problem[]; texts: Problem[] } {
  const found = new References(library);
  found.part(library, part.schema, '');
  if (found.problems.length > 0) return { schema: found.problems, ui: [], texts: [] };
  const fields = fieldsOf(inline(part.schema, library, []));
  return {
    schema: [...checkSchema(part.schema, ''), ...declared(part.schema, '', fields)],
    ui: checkUi(part.ui, '', fields),
    texts: [
      // the empty pointer is the part itself
      ...missingKeys(part.texts, '', fields).filter(({ pointer }) => pointer !== '/'),
      ...Object.entries(part.texts).flatMap(([pointer, texts]) =>
        pointer === '' ? [] : saidOf(pointer, texts, pointerOf([pointer]), fields),
      ),
      ...textsIn(part.texts, ['uk', 'en']),
    ],
  };
}
