import { isRecord } from '#core/expression/record.ts';
import type { Json, JsonObject, Pointer } from '#core/flow/types.ts';
import type { FileVersion } from './file.ts';
import { refuse } from './refuse.ts';

/** Refuses a form whose files are not all uploaded, scanned and clean. */
export function checkFiles(
  form: { files?: { [name: string]: { at: Pointer } } },
  data: JsonObject,
  files: { [id: string]: FileVersion },
): void {
  for (const { at } of Object.values(form.files ?? {}))
    for (const { id, pointer } of named(data, at.split('/').slice(1), '')) {
      const file = Object.hasOwn(files, id) ? files[id] : undefined;
      if (!file)
        refuse(
          'unknownFile',
          'Файл не завантажено: додайте його знову',
          'The file was not uploaded: attach it again',
          pointer,
        );
      if (file.scan === 'pending')
        refuse(
          'fileNotScanned',
          `Файл «${file.name}» ще перевіряють. Спробуйте за хвилину`,
          `The file “${file.name}” is still being scanned. Try again in a minute`,
          pointer,
        );
      if (file.scan !== 'clean')
        refuse(
          'fileInfected',
          `Файл «${file.name}» не пройшов перевірку. Приберіть його і додайте інший`,
          `The file “${file.name}” did not pass the scan. Remove it and attach another`,
          pointer,
        );
    }
}

/** Every file that a form's data name, with the field it stands at. */
export function filesIn(
  form: { files?: { [name: string]: { at: Pointer } } },
  data: JsonObject,
): { id: string; at: Pointer }[] {
  return Object.values(form.files ?? {}).flatMap(({ at }) =>
    named(data, at.split('/').slice(1), '').map(({ id }) => ({ id, at })),
  );
}

/** The ids of the files at a pointer (`*` every row), each with where it stands. */
function named(data: Json | undefined, parts: string[], at: Pointer): { id: string; pointer: Pointer }[] {
  const [part, ...rest] = parts;
  if (part === undefined) {
    const list = Array.isArray(data) ? data : [data];
    return list.flatMap((file, i) => {
      const id = isRecord(file) ? file.id : file;
      return typeof id === 'string' ? [{ id, pointer: Array.isArray(data) ? `${at}/${i}` : at }] : [];
    });
  }
  if (Array.isArray(data))
    return part === '*'
      ? data.flatMap((row, i) => named(row, rest, `${at}/${i}`))
      : named(data[Number(part)], rest, `${at}/${part}`);
  return isRecord(data) && Object.hasOwn(data, part) ? named(data[part], rest, `${at}/${part}`) : [];
}
