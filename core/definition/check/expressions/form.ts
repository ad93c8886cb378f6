import type { Type } from '#core/expression/types/index.ts';
import { contractOf } from '../../contract.ts';
import { pointerOf, segments } from '../../place.ts';
import { requiredIn, wholeSchema } from '../../scope/answers.ts';
import type { Names } from '../../scope/results.ts';
import type { Connector, FileField, Form, JsonSchema, Library, Rule, TaskForm } from '../../types.ts';
import { type Asking, type Sight, wantedOf } from './ask.ts';
import { askOptions } from './options.ts';
import { askRows } from './rows.ts';

/** The type of what is at a pointer; undefined where nothing is known of it. */
export function typeAt(type: Type | undefined, pointer: string): Type | undefined {
  return segments(pointer).reduce<Type | undefined>((at, step) => {
    if (at?.kind === 'list') return at.of;
    return at?.kind === 'context' && Object.hasOwn(at.fields, step) ? at.fields[step] : undefined;
  }, type);
}

type Rules = { readonly rules?: readonly Rule[]; readonly files?: { readonly [name: string]: FileField } };

/** What both kinds of form have: rules, files, computed values. While something is not entered yet, they wait. */
function common(asking: Asking, form: Rules & Pick<TaskForm, 'computed'>, at: string, sight: Sight): void {
  for (const [n, rule] of (form.rules ?? []).entries()) {
    const when =
      rule.when === undefined ? undefined : asking.condition(rule.when, `${at}/rules/${n}/when`, sight);
    asking.condition(rule.must, `${at}/rules/${n}/must`, when ? { ...sight, facts: when.yes } : sight);
  }
  for (const [name, file] of Object.entries(form.files ?? {}))
    if (file.skipWhen !== undefined) asking.condition(file.skipWhen, `${at}/files/${name}/skipWhen`, sight);
  filled(asking, form.computed, `${at}/computed`, sight);
}

/** Expressions by the pointer of the field that they fill. */
function filled(
  asking: Asking,
  sources: { readonly [pointer: string]: string } | undefined,
  at: string,
  sight: Sight,
): void {
  for (const [pointer, source] of Object.entries(sources ?? {}))
    asking.ask(source, at + pointerOf([pointer]), sight, wantedOf(typeAt(sight.names.form, pointer)));
}

/** The form of a service: what it sees is a draft. */
export function askForm(asking: Asking, library: Library, form: Form, names: Names): void {
  const sight: Sight = { names, strict: false };
  common(asking, form, '/form', sight);
  filled(asking, form.prefill, '/form/prefill', sight);
  filled(asking, form.suggest, '/form/suggest', sight);
  for (const [name, lookup] of Object.entries(form.lookups ?? {})) {
    const at = `/form/lookups/${name}`;
    const when = lookup.when === undefined ? undefined : asking.condition(lookup.when, `${at}/when`, sight);
    askInput(asking, library, lookup, at, when ? { ...sight, facts: when.yes } : sight);
    const answer = names[lookup.as ?? name] ?? ({ kind: 'any' } as const);
    filled(asking, lookup.fills, `${at}/fills`, { names: { ...names, result: answer }, strict: false });
  }
  for (const [pointer, source] of Object.entries(form.options ?? {}))
    askOptions(
      asking,
      { source, name: pointer, at: '/form/options', field: typeAt(names.form, pointer) },
      sight,
    );
}

/** What an officer or a party enters in a state: `form` is that, the application has its own name. */
export function askTaskForm(asking: Asking, form: TaskForm, type: Type, at: string, sight: Sight): void {
  const own = { ...sight.names, application: sight.names.form ?? type, form: type };
  common(asking, form, at, { ...sight, names: own, strict: false });
  for (const [pointer, source] of Object.entries(form.rows ?? {}))
    askRows(asking, { source, name: pointer, at: `${at}/rows`, field: typeAt(type, pointer) }, sight);
  for (const [pointer, source] of Object.entries(form.options ?? {}))
    askOptions(asking, { source, name: pointer, at: `${at}/options`, field: typeAt(type, pointer) }, sight);
}

type Use = { connector: string; operation?: string; input: { [name: string]: string } };

/** What a connector is sent: what it takes, all that it needs, of the kinds that it says. */
export function askInput(asking: Asking, library: Library, use: Use, at: string, sight: Sight): void {
  const connector: Connector | undefined = library.connectors[use.connector];
  const { input } = contractOf(library, use);
  const schema = input && (wholeSchema(input, library) as JsonSchema | undefined);
  const properties = (schema?.properties ?? {}) as { [name: string]: JsonSchema };
  const known = Object.keys(properties);
  for (const [name, source] of Object.entries(use.input)) {
    const pointer = `${at}/input${pointerOf([name])}`;
    if (known.length > 0 && !known.includes(name))
      asking.add('unknownInput', pointer, { connector: connector?.id ?? '', name, known: known.join(', ') });
    const needs = requiredIn(schema).includes(name);
    const { empty, ...kinds } = wantedOf(kindOf(properties[name]));
    asking.ask(source, pointer, sight, { ...kinds, ...(needs ? {} : { empty: true }) });
  }
  for (const name of requiredIn(schema))
    if (!Object.hasOwn(use.input, name))
      asking.add('missingInput', `${at}/input`, { connector: connector?.id ?? '', name });
}

function kindOf(schema: JsonSchema | undefined): Type | undefined {
  const type = schema?.type;
  if (type === 'integer' || type === 'number') return { kind: 'number' };
  if (type === 'string' || type === 'boolean') return { kind: type };
  if (type === 'array') return { kind: 'list', of: { kind: 'any' } };
  return type === 'object' ? { kind: 'context', fields: {} } : undefined;
}
