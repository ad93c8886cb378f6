import { mentions, nearest, type Type } from '#core/expression/types/index.ts';
import { segments } from '../place.ts';
import { scopesOf } from '../scope/scopes.ts';
import type { Library, Problem, Service, State } from '../types.ts';
import { statesOf } from '../walk.ts';
import { typeAt } from './expressions/form.ts';
import { mistake } from './problem.ts';

/** What parties and roles see exists, and is no less than what they are asked to work with. */
export function checkSees(library: Library, service: Service): Problem[] {
  const { form } = scopesOf(library, service);
  const values = valuesOf(service);
  const problems: Problem[] = [];
  const one = (path: string, at: string) => {
    const [root = '', ...rest] = path.split('.');
    const known = root === 'form' ? below(form, rest) : ['form', 'files', ...values];
    const isKnown = root === 'form' ? isThere(form, rest) : root === 'files' || values.has(root);
    if (!isKnown) {
      const near = nearest(path, known);
      const mend =
        near === undefined
          ? ({ op: 'remove', path: at } as const)
          : ({ op: 'replace', path: at, value: near } as const);
      problems.push(mistake('unknownSeen', at, { name: path, known: known.join(', ') || '—' }, [mend]));
    } else if (root !== 'form' && root !== 'files' && rest.length > 0)
      problems.push(
        mistake('seenWhole', at, { name: path, root }, [{ op: 'replace', path: at, value: root }]),
      );
  };
  for (const [name, party] of Object.entries(service.parties))
    for (const [n, path] of (party.sees ?? []).entries()) one(path, `/parties/${name}/sees/${n}`);
  for (const [name, role] of Object.entries(service.roles ?? {}))
    for (const [n, path] of role.sees.entries()) one(path, `/roles/${name}/sees/${n}`);
  for (const [n, path] of (service.data?.special ?? []).entries()) one(path, `/data/special/${n}`);
  return [...problems, ...checkHidden(service)];
}

/** Names under which answers, results and outcomes are seen: of lookups, of states, of groups and their branches. */
function valuesOf(service: Service): Set<string> {
  const names = new Set<string>();
  for (const [name, lookup] of Object.entries(service.form.lookups ?? {})) names.add(lookup.as ?? name);
  for (const { name, state } of statesOf(service.flow)) {
    if (/^(task|party|parallel|each)$/.test(state.type)) names.add(name);
    const as =
      state.type === 'wait' ? state.event?.as : 'as' in state && state.type !== 'each' ? state.as : undefined;
    if (as !== undefined) names.add(as);
    if (state.type === 'parallel') for (const branch of Object.keys(state.branches)) names.add(branch);
  }
  return names;
}

/** A list on the way is looked through row by row. */
function isThere(type: Type | undefined, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return type !== undefined;
  if (type?.kind === 'list') return isThere(type.of, path);
  if (type?.kind === 'any' || (type?.kind === 'context' && type.open)) return true;
  return type?.kind === 'context' && Object.hasOwn(type.fields, first) && isThere(type.fields[first], rest);
}

/** The fields beside one that does not exist. */
function below(type: Type, path: readonly string[]): string[] {
  const holder = path.slice(0, -1).reduce<Type | undefined>((at, step) => typeAt(at, `/${step}`), type);
  const fields = holder?.kind === 'list' ? holder.of : holder;
  const prefix = ['form', ...path.slice(0, -1)].join('.');
  return fields?.kind === 'context' ? Object.keys(fields.fields).map((f) => `${prefix}.${f}`) : [];
}

const dotted = (pointer: string): string => ['form', ...segments(pointer).filter((s) => s !== '*')].join('.');

/** Whether a list of paths lets a path through, as a whole or in part. */
const lets = (sees: readonly string[], path: string): boolean =>
  sees.some((s) => path === s || path.startsWith(`${s}.`) || s.startsWith(`${path}.`));

/** Tasks and party states: what is changed, shown as choices and rows, or marked there must be seen by those who act. */
function checkHidden(service: Service): Problem[] {
  const hidden: { at: string; path: string; state: string; isFirst: boolean }[] = [];
  const told = new Set<string>();
  const values = valuesOf(service);
  for (const { name, state, flow } of statesOf(service.flow)) {
    if (state.type !== 'task' && (state.type !== 'party' || state.party === 'applicant')) continue;
    const holder = state.type === 'task' ? service.roles?.[state.role] : service.parties[state.party];
    const at = state.type === 'task' ? `/roles/${state.role}/sees` : `/parties/${state.party}/sees`;
    if (!holder) continue;
    for (const path of workedWith(service, state, flow.states, values)) {
      if (lets(holder.sees ?? [], path) || told.has(`${at} ${path}`)) continue;
      told.add(`${at} ${path}`);
      hidden.push({ at, path, state: name, isFirst: holder.sees === undefined });
    }
  }
  return hidden.map(({ at, path, state, isFirst }) => {
    // a list that is not there yet is added whole, so that no mend takes another's place
    const whole = hidden.filter((one) => one.at === at).map((one) => one.path);
    const mend = isFirst
      ? ({ op: 'add', path: at, value: whole } as const)
      : ({ op: 'add', path: `${at}/-`, value: path } as const);
    return mistake('seesHides', at, { name: path, state }, [mend]);
  });
}

/** What those who act change, choose from, mark. */
function workedWith(
  service: Service,
  state: Extract<State, { type: 'task' | 'party' }>,
  states: { [name: string]: State },
  values: ReadonlySet<string>,
): string[] {
  const paths = state.type === 'task' ? (state.edits ?? []).map(dotted) : openTo(service, state.pages);
  const sources = [state.form?.rows, state.form?.options].flatMap((map) => Object.values(map ?? {}));
  const used = sources.flatMap((source) => mentions(source, ['form', ...values]));
  const shown = used.map((path) => (path.startsWith('form') ? path : (path.split('.')[0] ?? '')));
  const marked = state.type === 'task' ? Object.values(state.actions).filter((action) => action.marks) : [];
  const next = marked.flatMap(({ to }) => (typeof to === 'string' ? [to] : to.map((branch) => branch.to)));
  const open = next.flatMap((name) => {
    const one = states[name];
    return one?.type === 'party' ? openTo(service, one.pages) : [];
  });
  return [...new Set([...paths, ...shown, ...open])];
}

const openTo = (service: Service, pages: readonly string[] | undefined): string[] =>
  service.form.pages.filter((page) => pages?.includes(page.id)).flatMap((page) => page.fields.map(dotted));
