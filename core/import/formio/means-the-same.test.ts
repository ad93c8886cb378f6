import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { whole } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { schemaAt } from '#core/form/flatten.ts';
import { steps } from '#core/form/pointer.ts';
import { resolveFields } from '#core/form/resolve-fields.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { type Loose, looseIn, looseOf, textOf } from '../json.ts';
import { typeOf } from './component.ts';
import { importFormio } from './form.ts';
import { kindOf } from './kinds/index.ts';
import { titleOf } from './said.ts';
import { everyNode, type Node, rowOf, sourceOf } from './source.ts';

const folder = join(process.env.KLADKA_TEST_DATA ?? '', 'navikt-forms/forms');
const there = process.env.KLADKA_TEST_DATA !== undefined && existsSync(folder);
if (!there) console.log('navikt-forms: skipped, KLADKA_TEST_DATA names no folder with navikt-forms/');
const files = there ? readdirSync(folder) : [];
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Loose;

/** Another seed enters other values: set KLADKA_SEED to try more. */
const SEED = Number(process.env.KLADKA_SEED ?? 1);

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

type Data = { [name: string]: unknown };
const get = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, step) => (Array.isArray(at) ? looseOf(at[0])[step] : looseOf(at)[step]), data);

function put(data: Data, path: readonly string[], value: unknown, lists: ReadonlySet<string>): void {
  let at = data;
  path.slice(0, -1).forEach((step, n) => {
    const isList = lists.has(path.slice(0, n + 1).join('.'));
    at[step] ??= isList ? [{}] : {};
    at = (isList ? (at[step] as Data[])[0] : at[step]) as Data;
  });
  at[path.at(-1) ?? ''] = value;
}

/** A value of a field, as form.io enters it and as ours does. */
function entered(node: Node, random: () => number): { theirs: unknown; ours: unknown } {
  const seen = node.made?.seen ?? { as: 'other' };
  switch (seen.as) {
    case 'one': {
      const value = seen.values[Math.floor(random() * (seen.values.length + 1))];
      return typeOf(node.component) === 'attachment'
        ? { theirs: { key: value }, ours: value }
        : { theirs: value ?? '', ours: value };
    }
    case 'several': {
      const ticked = seen.values.filter(() => random() < 0.4);
      return {
        theirs: Object.fromEntries(seen.values.map((value) => [value, ticked.includes(value)])),
        ours: ticked,
      };
    }
    case 'flag': {
      const value = random() < 0.5;
      return { theirs: value, ours: value };
    }
    case 'number': {
      const value = [undefined, 0, 7, -3][Math.floor(random() * 4)];
      return { theirs: value, ours: value };
    }
    case 'text': {
      const value = random() < 0.5 ? 'x' : undefined;
      return { theirs: value ?? '', ours: value };
    }
    default:
      return { theirs: seen.as === 'group' ? {} : undefined, ours: undefined };
  }
}

/** Whether a component shows by its own condition, as form.io decides: a written one takes the place of the other. */
function shows(node: Node, data: Data, left: ReadonlySet<string>): boolean {
  // what was left shows always, as the report says
  if (left.has(node.source)) return true;
  const { when, eq, show } = looseOf(node.component.conditional);
  const on = textOf(when);
  const row = get(data, rowOf(node)?.path ?? []);
  const script = textOf(node.component.customConditional);
  if (script === undefined) {
    if (on === undefined || show === null || show === undefined || show === '') return true;
    const value = get(data, on.split('.')) ?? get(row, on.split('.'));
    const fits =
      typeof value === 'object' && value !== null
        ? looseOf(value)[String(eq)] === true
        : String(value ?? '') === String(eq);
    return fits === (String(show) === 'true');
  }
  const some = (list: unknown, test: (row: unknown) => boolean) => Array.isArray(list) && list.some(test);
  const context = { data, row: Array.isArray(row) ? row[0] : (row ?? data), show: true, _: { some } };
  // what is asked of something that is not there is not there either
  runInNewContext(script.replace(/(?<=[\w\])])\.(?=[A-Za-z_])/g, '?.'), context, { timeout: 5000 });
  return Boolean(context.show);
}

const words = (text: unknown) => (typeof text === 'string' && text.trim() !== '' ? { en: text } : undefined);

/** The forms of an import beside the tree of its source. */
function imported(given: Loose) {
  const { form, report } = importFormio(given, { languages: ['en'] });
  const top = looseIn(given.components, '/components');
  const nodes = everyNode(sourceOf(top, (layout) => titleOf(layout, words) !== undefined));
  for (const node of nodes)
    if (node.part === 'field') node.made = kindOf(node.component)(node.component, { words, name: node.name });
  const left = report.filter(({ what, verdict }) => what === 'condition' && verdict === 'left');
  return {
    form: whole(form, shipped) as unknown as FormDefinition,
    nodes,
    fields: nodes.filter(({ part }) => part === 'field'),
    left: new Set(left.map(({ source }) => source.replace(/\/[^/]+$/, ''))),
  };
}

type Values = ReadonlyMap<Node, { theirs: unknown; ours: unknown }>;
const lists = (nodes: readonly Node[], path: (node: Node) => readonly string[]): ReadonlySet<string> =>
  new Set(nodes.filter(({ part }) => part === 'rows').map((node) => path(node).join('.')));
const pathHere = ({ pointer }: Node): string[] => steps(pointer).filter((step) => step !== '*');

/** What form.io hides, once what is hidden is cleared and asked again until nothing changes. */
function hiddenThere(nodes: readonly Node[], values: Values, left: ReadonlySet<string>): ReadonlySet<Node> {
  const rows = lists(nodes, ({ path }) => path);
  let hidden = new Set<Node>();
  for (let round = 0; round < 30; round += 1) {
    const data: Data = {};
    for (const { part, path } of nodes) if (part === 'group') put(data, [...path, 'x'], undefined, rows);
    for (const [node, { theirs }] of values) if (!hidden.has(node)) put(data, node.path, theirs, rows);
    const now = new Set<Node>();
    for (const node of nodes)
      if ((node.above && now.has(node.above)) || !shows(node, data, left)) now.add(node);
    if (now.size === hidden.size && [...now].every((node) => hidden.has(node))) break;
    hidden = now;
  }
  return hidden;
}

/** What our form hides of the same, once what form.io hides is cleared there too. */
function hiddenHere(
  nodes: readonly Node[],
  values: Values,
  form: FormDefinition,
  cleared: ReadonlySet<Node>,
): ReadonlySet<Node> {
  const rows = lists(nodes, pathHere);
  const data: Data = {};
  for (const [node, { ours }] of values)
    if (ours !== undefined && !cleared.has(node)) put(data, pathHere(node), ours, rows);
  const { schema } = resolveFields(form, data);
  const isThere = ({ pointer }: Node) => schemaAt(schema, pointer.replaceAll('/*', '/0')) !== undefined;
  return new Set([...values.keys()].filter((node) => !isThere(node)));
}

describe.skipIf(!there)('the forms of an agency', () => {
  it.each(files)('%s shows the same fields for what is entered', (name) => {
    const { form, nodes, fields, left } = imported(read(name));
    const random = numbers(SEED + name.length);
    for (let turn = 0; turn < 8; turn += 1) {
      const values = new Map(
        fields.map((node) => [node, entered(node, () => random.next().value as number)]),
      );
      const theirs = hiddenThere(nodes, values, left);
      const ours = hiddenHere(nodes, values, form, theirs);
      const said = (hidden: ReadonlySet<Node>) =>
        fields.filter((node) => hidden.has(node)).map(({ path }) => path.join('.'));
      expect(said(ours)).toEqual(said(theirs));
    }
  });

  it.each(files)('%s: every component of it is told of', (name) => {
    const given = read(name);
    const { report } = importFormio(given, { languages: ['en'] });
    const told = new Set(report.map(({ source }) => source));
    const nodes = everyNode(sourceOf(looseIn(given.components, '/components'), () => true));
    expect(nodes.filter(({ source }) => !told.has(source)).map(({ source }) => source)).toEqual([]);
  });
});
