import { whole } from '../../bundle.ts';
import { pointerOf } from '../../place.ts';
import type { Form, Library, Problem, Service, TaskForm } from '../../types.ts';
import { type StateAt, statesOf } from '../../walk.ts';
import { mistake } from '../problem.ts';
import { checkSchema } from '../schema/schema.ts';
import { circles } from './circles.ts';
import { declared } from './declared.ts';
import { type Fields, fieldsOf, isLeaf } from './fields.ts';
import { checkFiles } from './files.ts';
import { checkTexts } from './texts.ts';
import { checkUi } from './ui.ts';

/** A form and what is entered in states: what is pointed at exists, what may be entered is on a page and has a name, all can be drawn. */
export function checkForms(library: Library, service: Service): Problem[] {
  const { form } = service;
  const fields = fieldsOf(whole(form, library).schema);
  const problems = common(library, form, '/form', fields);
  const exists = (pointer: string, at: string) => {
    if (!fields.has(pointer)) problems.push(mistake('unknownField', at, { name: pointer }));
  };
  for (const word of ['prefill', 'suggest'] as const)
    for (const pointer of Object.keys(form[word] ?? {}))
      exists(pointer, `/form/${word}${pointerOf([pointer])}`);
  for (const [name, lookup] of Object.entries(form.lookups ?? {}))
    for (const pointer of Object.keys(lookup.fills ?? {}))
      exists(pointer, `/form/lookups/${name}/fills${pointerOf([pointer])}`);
  problems.push(...onPages(form, fields));
  for (const one of statesOf(service.flow)) problems.push(...ofState(library, one, fields));
  return problems;
}

/** What an officer may change, what is entered in a state. */
function ofState(library: Library, { state, pointer }: StateAt, fields: Fields): Problem[] {
  if (state.type !== 'task' && state.type !== 'party') return [];
  const problems: Problem[] = [];
  const exists = (field: string, at: string, among: Fields) => {
    if (!among.has(field)) problems.push(mistake('unknownField', at, { name: field }));
  };
  if (state.type === 'task')
    for (const [n, edit] of (state.edits ?? []).entries()) exists(edit, `${pointer}/edits/${n}`, fields);
  if (!state.form) return problems;
  const own = fieldsOf(whole(state.form, library).schema);
  problems.push(...common(library, state.form, `${pointer}/form`, own));
  for (const word of ['rows', 'options'] as const)
    for (const field of Object.keys(state.form[word] ?? {}))
      exists(field, `${pointer}/form/${word}${pointerOf([field])}`, own);
  return problems;
}

/** What the form of a service and that of a state have in common. */
function common(library: Library, form: Form | TaskForm, at: string, fields: Fields): Problem[] {
  const problems = [
    ...checkSchema(form.schema, `${at}/schema`),
    ...declared(form.schema, `${at}/schema`, fields),
  ];
  const exists = (pointer: string, where: string) => {
    if (!fields.has(pointer)) problems.push(mistake('unknownField', where, { name: pointer }));
  };
  for (const [n, rule] of (form.rules ?? []).entries()) exists(rule.at, `${at}/rules/${n}/at`);
  for (const pointer of Object.keys(form.computed ?? {}))
    exists(pointer, `${at}/computed${pointerOf([pointer])}`);
  return [
    ...problems,
    ...circles(form.computed, `${at}/computed`),
    ...checkFiles(whole(form, library).schema, form.files, `${at}/files`, fields),
    ...checkUi(form.ui, `${at}/ui`, fields),
    ...checkTexts(form, whole(form, library).texts, `${at}/texts`, fields),
  ];
}

/** Every field that is entered is on one page. */
function onPages(form: Form, fields: Fields): Problem[] {
  const problems: Problem[] = [];
  const holder = new Map<string, string>();
  const ids = form.pages.map((page) => page.id);
  for (const [n, page] of form.pages.entries()) {
    if (ids.indexOf(page.id) < n) problems.push(mistake('repeated', `/form/pages/${n}/id`, {}));
    for (const [m, pointer] of page.fields.entries()) {
      const at = `/form/pages/${n}/fields/${m}`;
      if (!fields.has(pointer)) problems.push(mistake('unknownField', at, { name: pointer }));
      const before = holder.get(pointer);
      if (before !== undefined && before !== page.id) {
        const holes = { name: pointer, pages: `${before}, ${page.id}` };
        const mend = page.fields.length > 1 ? ([{ op: 'remove', path: at }] as const) : undefined;
        problems.push(mistake('fieldOnTwoPages', at, holes, mend));
      }
      holder.set(pointer, page.id);
    }
  }
  const made = Object.values(form.lookups ?? {}).flatMap((lookup) => Object.keys(lookup.fills ?? {}));
  const covered = [...holder.keys(), ...Object.keys(form.computed ?? {}), ...made];
  const last = form.pages.length - 1;
  for (const [pointer, type] of fields) {
    if (!isLeaf(type) || pointer.endsWith('/*')) continue;
    if (covered.some((p) => pointer === p || pointer.startsWith(`${p}/`))) continue;
    const mend = [{ op: 'add', path: `/form/pages/${last}/fields/-`, value: pointer }] as const;
    problems.push(mistake('fieldOnNoPage', '/form/pages', { name: pointer }, mend));
  }
  return problems;
}
