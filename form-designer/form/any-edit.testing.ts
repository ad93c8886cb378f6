import type { Operation } from '../commands/operation.ts';
import { addField } from './add.ts';
import { everyField } from './fields-of.ts';
import { moveField } from './move.ts';
import { addPage, removePage } from './pages.ts';
import { containerOf, type FormPlace, freeName } from './place.ts';
import { removeField } from './remove.ts';
import { renameField } from './rename.ts';
import { showWhen } from './show-when.ts';

/** A field that can be added to any form. */
export const note = {
  name: 'note',
  schema: { type: 'string', maxLength: 100 },
  texts: { '': { title: { uk: 'Примітка', en: 'Note' } } },
  ui: { 'ui:widget': 'textarea' },
  required: true,
};

/** Any edit of a form, drawn from four numbers; `asked` is the field that conditions ask about. */
export function anyFormEdit(
  form: FormPlace,
  [kind, where, a, b]: readonly number[],
  asked?: string,
): readonly Operation[] {
  const fields = everyField(form.fields).filter((field) => !field.foreign);
  const field = fields[(where ?? 0) % fields.length];
  const page = (a ?? 0) % form.pages.length;
  const spot = { page, index: (b ?? 0) % ((form.pages[page]?.fields.length ?? 0) + 1) };
  const containers = fields.filter(({ inner }) => inner.some(({ foreign }) => !foreign));
  const container = containers[(a ?? 0) % Math.max(1, containers.length)];
  if (!field) return [];
  switch ((kind ?? 0) % 8) {
    case 0:
      return addField(form, note, spot).operations;
    case 1:
      return container ? addField(form, note, { container: container.pointer, index: 0 }).operations : [];
    case 2:
      return removeField(form, field);
    case 3:
      return moveField(form, field, spot).operations;
    case 4:
      return container
        ? moveField(form, field, { container: container.pointer, index: (b ?? 0) % 3 }).operations
        : [];
    case 5:
      return renameField(form, field, freeName(form, containerOf(field.pointer), `name${(b ?? 0) % 1000}`));
    case 6:
      return field.pointer.includes('*')
        ? []
        : showWhen(form, field, {
            join: 'and',
            tests: [{ field: asked ?? fields[0]?.pointer ?? '', is: 'equals', value: 'self' }],
          });
    default:
      return (b ?? 0) % 2 || form.pages.length < 2
        ? addPage(form, page, { uk: 'Ще' })
        : removePage(form, page);
  }
}
