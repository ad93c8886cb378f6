import { flowOf, nameOf } from '#core/flow/position.ts';
import type { Instant, JsonObject, Path } from '#core/flow/types.ts';
import { outline } from '#core/form/outline.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { checkFiles } from '../files.ts';
import { namesOf } from '../names.ts';
import { ownForm } from '../own-form.ts';
import { Refused, refuseFields } from '../refuse.ts';
import type { Case, ResultData } from '../types.ts';
import { carriedForm, type FormSide } from './carry-data.ts';
import type { Versions } from './carry-flow.ts';

/** The form and what was entered in states, moved, filled and judged by the new version. */
export function withForms(versions: Versions, kase: Case, next: Case, now: Instant, lost: string[]): Case {
  const { from, to, rule, renaming } = versions;
  const names = (service: Versions['to'], of: Case, flow: Path) => namesOf(service, of, flow, now);
  const form = (service: Versions['to']) => service.bundle.form as unknown as FormDefinition;
  const before: FormSide = { service: from, form: form(from), names: names(from, kase, '') };
  const after: FormSide = { service: to, form: form(to), names: names(to, next, '') };
  const applied = carriedForm(before, after, kase.data.form, rule.data?.form);
  if (applied.problems.length > 0) refuseFields([...applied.problems], '/form');
  lost.push(...applied.lost);
  filesStillHold(versions, kase, applied.whole);
  const marks = next.data.marks.filter(({ pointer }) => hasField(to.bundle.form.schema, pointer));
  const results: { [path: Path]: ResultData } = {};
  const withForm = { ...next, data: { ...next.data, form: applied.whole, marks } };
  for (const [oldPath, result] of Object.entries(kase.data.results)) {
    const path = renaming.path(oldPath);
    if (!Object.hasOwn(next.data.results, path)) continue;
    const there = { ...withForm, data: { ...withForm.data, results: { ...next.data.results, ...results } } };
    const [a, b] = [ownForm(from, kase, oldPath, now), ownForm(to, there, path, now)];
    results[path] = result;
    if (!a || result.entered === undefined) continue;
    const { entered, previous, ...rest } = result;
    if (!b) {
      lost.push(oldPath);
      results[path] = rest;
      continue;
    }
    const sides = [
      { service: from, form: a, names: own(names(from, kase, flowOf(oldPath))) },
      { service: to, form: b, names: own(names(to, there, flowOf(path))) },
    ] as const;
    const told = carriedForm(...sides, entered, rule.data?.[nameOf(path)]);
    if (told.problems.length > 0) refuseFields([...told.problems], `/${path}`);
    lost.push(...told.lost.map((pointer) => `${nameOf(oldPath)}${pointer}`));
    const earlier = previous && carriedForm(...sides, previous, rule.data?.[nameOf(path)]).whole;
    results[path] = { ...rest, entered: told.whole, ...(earlier ? { previous: earlier } : {}) };
  }
  return { ...withForm, data: { ...withForm.data, results } };
}

/** Inside its own form, `form` is what is being entered. */
const own = (names: JsonObject): JsonObject => ({ ...names, application: names.form ?? null });

/** The files that the new form names are there and clean, as far as those of the earlier one were. */
function filesStillHold({ from, to }: Versions, kase: Case, form: JsonObject): void {
  try {
    checkFiles(from.bundle.form, kase.data.form, kase.data.files);
  } catch (error) {
    if (error instanceof Refused) return;
    throw error;
  }
  checkFiles(to.bundle.form, form, kase.data.files);
}

/** Whether a form may have a field, whatever its conditions. */
export function hasField(schema: unknown, pointer: string): boolean {
  let here = outline(schema);
  for (const part of pointer.split('/').slice(1)) {
    if (here.shape === 'list') {
      here = here.items;
      continue;
    }
    const found = here.properties.find(([name]) => name === part);
    if (!found) return false;
    here = found[1];
  }
  return true;
}
