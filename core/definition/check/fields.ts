import { whole } from '../bundle.ts';
import type { Library, Problem, Service } from '../types.ts';
import { flowsOf } from '../walk.ts';
import { fieldsOf } from './field-pointers.ts';
import { mistake } from './problem.ts';

/** Fields: what is pointed at exists, what may be entered is on a page, the form can be drawn. */
export function checkFields(library: Library, service: Service): Problem[] {
  const problems: Problem[] = [];
  const { form } = service;
  const { pointers, leaves, undrawable } = fieldsOf(whole(form, library).schema);
  const exists = (pointer: string, at: string, among = pointers) => {
    if (!among.has(pointer)) problems.push(mistake('unknownField', at, { name: pointer }));
  };
  for (const { keyword, pointer } of undrawable)
    problems.push(mistake('cannotDraw', `/form/schema${pointer}`, { name: keyword }));
  for (const [n, page] of form.pages.entries())
    for (const [m, pointer] of page.fields.entries()) exists(pointer, `/form/pages/${n}/fields/${m}`);
  for (const [name, file] of Object.entries(form.files ?? {})) exists(file.at, `/form/files/${name}/at`);
  for (const [n, rule] of (form.rules ?? []).entries()) exists(rule.at, `/form/rules/${n}/at`);
  for (const word of ['prefill', 'suggest', 'computed', 'texts'] as const)
    for (const pointer of Object.keys(form[word] ?? {})) exists(pointer, `/form/${word}/${escaped(pointer)}`);
  for (const [name, lookup] of Object.entries(form.lookups ?? {}))
    for (const pointer of Object.keys(lookup.fills ?? {}))
      exists(pointer, `/form/lookups/${name}/fills/${escaped(pointer)}`);

  const shown = form.pages.flatMap((p) => p.fields);
  const made = [
    ...Object.keys(form.computed ?? {}),
    ...Object.values(form.lookups ?? {}).flatMap((l) => Object.keys(l.fills ?? {})),
  ];
  for (const leaf of leaves) {
    const covered = [...shown, ...made].some((p) => leaf === p || leaf.startsWith(`${p}/`));
    if (!covered) problems.push(mistake('fieldOnNoPage', '/form/pages', { name: leaf }));
  }
  for (const { flow, pointer } of flowsOf(service.flow))
    for (const [name, state] of Object.entries(flow.states)) {
      if (state.type !== 'task' && state.type !== 'party') continue;
      const at = `${pointer}/states/${name}`;
      if (state.type === 'task')
        for (const [n, edit] of (state.edits ?? []).entries()) exists(edit, `${at}/edits/${n}`);
      if (!state.form) continue;
      const inner = fieldsOf(whole(state.form, library).schema);
      for (const { keyword, pointer: p } of inner.undrawable)
        problems.push(mistake('cannotDraw', `${at}/form/schema${p}`, { name: keyword }));
      for (const word of ['computed', 'rows', 'options', 'texts'] as const)
        for (const field of Object.keys(state.form[word] ?? {}))
          exists(field, `${at}/form/${word}/${escaped(field)}`, inner.pointers);
    }
  return problems;
}

const escaped = (pointer: string) => pointer.replaceAll('~', '~0').replaceAll('/', '~1');
