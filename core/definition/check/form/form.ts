import { whole } from '../../bundle.ts';
import { pointerOf } from '../../place.ts';
import { wholeSchema } from '../../scope/answers.ts';
import type { Form, Library, Problem, Service, State, TaskForm } from '../../types.ts';
import { type StateAt, statesOf } from '../../walk.ts';
import { mistake } from '../problem.ts';
import { checkSchema } from '../schema/schema.ts';
import { circles } from './circles.ts';
import { declared } from './declared.ts';
import { type Fields, fieldsOf, isLeaf } from './fields.ts';
import { checkFiles } from './files.ts';
import { checkTexts } from './texts.ts';
import { checkUi } from './ui.ts';
import { missingField, missingKeys } from './unknown-field.ts';

/** A form and what is entered in states: what is pointed at exists, what may be entered is on a page and has a name, all can be drawn. */
export function checkForms(library: Library, service: Service): Problem[] {
  const { form } = service;
  const all = whole(form, library);
  const fields = fieldsOf(all.schema);
  return [
    ...common(form, all, '/form', fields),
    ...missingKeys(form.prefill, '/form/prefill', fields),
    ...missingKeys(form.suggest, '/form/suggest', fields),
    ...missingKeys(form.options, '/form/options', fields),
    ...Object.entries(form.lookups ?? {}).flatMap(([name, lookup]) =>
      missingKeys(lookup.fills, `/form/lookups/${name}/fills`, fields),
    ),
    ...onPages(form, fields),
    ...statesOf(service.flow).flatMap((one) => ofState(library, one, fields)),
  ];
}

/** What an officer may change, what is entered in a state. */
function ofState(library: Library, { state, pointer }: StateAt, fields: Fields): Problem[] {
  if (state.type === 'collect') return sealed(library, state, pointer);
  if (state.type !== 'task' && state.type !== 'party') return [];
  const edits = state.type === 'task' ? (state.edits ?? []) : [];
  const problems = edits.flatMap((edit, n) => missingField(edit, `${pointer}/edits/${n}`, fields));
  if (!state.form) return problems;
  const all = whole(state.form, library);
  const own = fieldsOf(all.schema);
  return [
    ...problems,
    ...common(state.form, all, `${pointer}/form`, own),
    ...missingKeys(state.form.rows, `${pointer}/form/rows`, own),
    ...rowsOfLists(state.form.rows, `${pointer}/form/rows`, own),
    ...missingKeys(state.form.options, `${pointer}/form/options`, own),
  ];
}

/** What has a row for each item is a list. */
function rowsOfLists(rows: TaskForm['rows'], at: string, fields: Fields): Problem[] {
  return Object.keys(rows ?? {}).flatMap((name) => {
    const type = fields.get(name);
    return type && type.kind !== 'list' ? [mistake('rowsNotList', at + pointerOf([name]), { name })] : [];
  });
}

/** What is sealed is a field of what is collected. */
function sealed(library: Library, state: Extract<State, { type: 'collect' }>, at: string): Problem[] {
  const form = library.services[state.service]?.form;
  if (!form || !state.sealed) return [];
  const schema = wholeSchema(form.schema, library);
  if (schema === undefined) return [];
  const fields = fieldsOf(schema);
  return state.sealed.flatMap((field, n) => missingField(field, `${at}/sealed/${n}`, fields));
}

/** What the form of a service and that of a state have in common; `all` has its parts put in. */
function common<T extends Form | TaskForm>(form: T, all: T, at: string, fields: Fields): Problem[] {
  return [
    ...checkSchema(form.schema, `${at}/schema`),
    ...declared(form.schema, `${at}/schema`, fields),
    ...(form.rules ?? []).flatMap((rule, n) => missingField(rule.at, `${at}/rules/${n}/at`, fields)),
    ...missingKeys(form.computed, `${at}/computed`, fields),
    ...circles(form.computed, `${at}/computed`),
    ...checkFiles(all.schema, form.files, `${at}/files`, fields),
    ...checkUi(form.ui, `${at}/ui`, fields),
    ...checkTexts(form, all.texts, `${at}/texts`, fields),
  ];
}

/** Every field that is entered is on one page. */
function onPages(form: Form, fields: Fields): Problem[] {
  const problems: Problem[] = [];
  const holder = new Map<string, string>();
  const ids = form.pages.map((page) => page.id);
  const taken = new Set(form.pages.flatMap((page) => page.fields));
  for (const [n, page] of form.pages.entries()) {
    if (ids.indexOf(page.id) < n) problems.push(mistake('repeated', `/form/pages/${n}/id`, {}));
    for (const [m, pointer] of page.fields.entries()) {
      const at = `/form/pages/${n}/fields/${m}`;
      // what is on a page already is not meant
      problems.push(...missingField(pointer, at, fields, taken));
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
  const covered = new Set([...holder.keys(), ...Object.keys(form.computed ?? {}), ...made]);
  const last = form.pages.length - 1;
  for (const [pointer, type] of fields) {
    if (!isLeaf(type) || pointer.endsWith('/*') || isWithin(pointer, covered)) continue;
    // of a list and its fields the list is told
    covered.add(pointer);
    const mend = [{ op: 'add', path: `/form/pages/${last}/fields/-`, value: pointer }] as const;
    problems.push(mistake('fieldOnNoPage', '/form/pages', { name: pointer }, mend));
  }
  return problems;
}

/** Whether a pointer or one above it is among some. */
function isWithin(pointer: string, among: ReadonlySet<string>): boolean {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1))
    if (among.has(pointer.slice(0, end))) return true;
  return false;
}
