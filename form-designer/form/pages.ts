import { objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import type { FormPlace } from './place.ts';
import { removeField } from './remove.ts';

/** Adds an empty page behind a page. */
export function addPage(form: FormPlace, after: number, title: Record<string, string>): Operation[] {
  const taken = new Set(form.pages.map(({ id }) => id));
  let n = form.pages.length + 1;
  while (taken.has(`page-${n}`)) n += 1;
  const page = { id: `page-${n}`, title, fields: [] };
  return [{ do: 'insert', at: `${form.base}/pages/${after + 1}`, value: page }];
}

/** Takes a page away with its fields. */
export function removePage(form: FormPlace, n: number): Operation[] {
  const operations: Operation[] = [];
  let now = form;
  for (const pointer of form.pages[n]?.fields ?? []) {
    const field = now.field(pointer);
    const taken = field ? removeField(now, field) : [];
    operations.push(...taken);
    now = now.after(taken);
  }
  return [...operations, { do: 'take', at: `${form.base}/pages/${n}` }];
}

export function movePage(form: FormPlace, from: number, to: number): Operation[] {
  return [{ do: 'shift', at: `${form.base}/pages`, from, to }];
}

/** The fields that stand on no page: nobody would ever be asked for them. */
export function onNoPage(form: FormPlace): string[] {
  const shown = new Set(form.pages.flatMap(({ fields }) => fields));
  const computed = objectOf(form.value('/computed'));
  return form.fields
    .map(({ pointer }) => pointer)
    .filter(
      (pointer) =>
        !shown.has(pointer) &&
        !(pointer in computed) &&
        ![...shown].some((one) => one.startsWith(`${pointer}/`)),
    );
}
