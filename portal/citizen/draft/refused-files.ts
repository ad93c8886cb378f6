import { valueAt, within } from '#core/form/pointer.ts';
import type { FieldProblem, ResolvedForm } from '#core/form/types.ts';
import type { FileEntry, Scan } from '#portal/theme/form/form-context.ts';
import { say } from '#portal/theme/language.tsx';
import { citizenTexts } from '../texts.ts';

const refused = (scan: Scan | undefined) => scan === 'infected' || scan === 'mismatch';

/**
 * Files that did not pass their scan, as mistakes of the fields that hold them: the server takes no application with them, so
 * that is told where they are, before one goes on. `fields` narrows to those of a page.
 */
export function refusedFiles(
  files: ResolvedForm['files'],
  data: Readonly<Record<string, unknown>>,
  scans: Readonly<Record<string, Scan>>,
  fields?: readonly string[],
): FieldProblem[] {
  return files
    .filter(({ at }) => !fields || fields.some((field) => within(at, field)))
    .flatMap(({ at }) => {
      const entries = valueAt(data, at);
      return (Array.isArray(entries) ? (entries as FileEntry[]) : [])
        .filter(({ id }) => refused(scans[id]))
        .map(({ id, name }) => ({
          pointer: at,
          // by its id: one that was removed is mended, though another is not
          code: `fileRefused ${id}`,
          message: {
            uk: say(citizenTexts, 'uk', 'fileRefused', { name }),
            en: say(citizenTexts, 'en', 'fileRefused', { name }),
          },
        }));
    });
}
