import { both, either, negated, type Test } from '../draft/test.ts';
import { readScript } from '../javascript/read.ts';
import { type Loose, looseIn, looseOf, says, textOf, wordOf } from '../json.ts';
import type { Report } from '../report.ts';
import type { Conditions } from './conditions.ts';
import { everyNode, type Node } from './source.ts';

type Told = Parameters<Report['tell']>;
type Shows = (node: Node) => readonly Test[];

const UNKNOWN = {
  uk: 'Умова спирається на те, чого тут немає, або порівнює так, як JSON Schema не вміє: допишіть її самі',
  en: 'The condition leans on what is not here, or compares as JSON Schema cannot: write it yourself',
};
const SCRIPT = {
  uk: 'Умова робить більше, ніж порівнює введене: допишіть її самі',
  en: 'The condition does more than compare what was entered: write it yourself',
};
const OUTDONE = {
  uk: 'Не діє й у джерелі: поле має ще й написану умову, і питають лише її',
  en: 'It does nothing in the source either: the field also has a written condition, and that alone is asked',
};
const SAME = { uk: 'Умова показу', en: 'A condition of showing' };

/**
 * When each node shows, by its own conditions. They lean on each other (a box that is hidden is not «false»), so each is made when
 * it is first asked for; in a circle the one that closes it is left away.
 */
export function showsOf(
  nodes: readonly Node[],
  conditionsOver: (shows: Shows) => Conditions,
  report: Report,
): Shows {
  const made = new Map<Node, readonly Test[]>();
  const told = new Map<Node, Told[]>();
  const around: Shows = (node) => [...(node.above ? around(node.above) : []), ...own(node)];
  const conditions = conditionsOver((node) => around(node));
  const own: Shows = (node) => {
    const known = made.get(node);
    if (known) return known;
    made.set(node, []);
    const items: Told[] = [];
    told.set(node, items);
    const condition = conditionOf(node, conditions, items);
    const found = condition ? [condition] : [];
    made.set(node, found);
    return found;
  };
  for (const node of everyNode(nodes)) {
    own(node);
    for (const item of told.get(node) ?? []) report.tell(...item);
  }
  return own;
}

/** Of two conditions form.io asks the written one alone. */
function conditionOf(node: Node, conditions: Conditions, items: Told[]): Test | undefined {
  if (textOf(node.component.customConditional) === undefined) return simple(node, conditions, items);
  const { when, conditions: list } = looseOf(node.component.conditional);
  if (textOf(when) !== undefined || says(list))
    items.push([
      'definition',
      'left',
      `${node.source}/conditional`,
      OUTDONE,
      { shown: JSON.stringify(node.component.conditional) },
    ]);
  return written(node, conditions, items);
}

/** `when` and `eq`, or since form.io 5 a list of such with a word that joins them. */
function simple(node: Node, conditions: Conditions, items: Told[]): Test | undefined {
  const given = looseOf(node.component.conditional);
  const { when, eq, show, json, conjunction } = given;
  const source = `${node.source}/conditional`;
  const shown = JSON.stringify(given);
  if (says(json)) items.push(['condition', 'left', source, SCRIPT, { shown, simple: false }]);
  const asked = looseIn(given.conditions, '').map(([one]) => one);
  const on = textOf(when);
  // form.io shows what has a condition without a field, or without saying how, always
  const isSaid = show !== null && show !== undefined && show !== '';
  if (!isSaid || (on === undefined && asked.length === 0)) return undefined;
  const tests =
    on === undefined
      ? asked.map((one) => operated(node, one, conditions))
      : [conditions.simple(node, on, eq, true)];
  const known = tests.filter((one) => one !== undefined);
  const joined =
    known.length < tests.length ? undefined : conjunction === 'any' ? either(known) : both(known);
  const test = joined && (wordOf(show) === 'true' ? joined : negated(joined));
  items.push(['condition', test ? 'exact' : 'left', source, test ? SAME : UNKNOWN, { shown, simple: true }]);
  return test;
}

function operated(
  node: Node,
  { component, operator, value }: Loose,
  conditions: Conditions,
): Test | undefined {
  const on = textOf(component);
  if (on === undefined) return undefined;
  switch (operator) {
    case 'isEqual':
      return conditions.simple(node, on, value, true);
    case 'isNotEqual':
      return conditions.simple(node, on, value, false);
    case 'isEmpty':
      return conditions.simple(node, on, '', true);
    case 'isNotEmpty':
      return conditions.simple(node, on, '', false);
    default:
      return undefined;
  }
}

function written(node: Node, conditions: Conditions, items: Told[]): Test | undefined {
  const script = textOf(node.component.customConditional);
  if (script === undefined) return undefined;
  const source = `${node.source}/customConditional`;
  const read = readScript(script, 'show');
  const test = read && conditions.written(read.logic, node);
  const why = read ? (test ? SAME : UNKNOWN) : SCRIPT;
  items.push([
    'condition',
    test ? 'exact' : 'left',
    source,
    why,
    { shown: script, simple: read?.simple ?? false },
  ]);
  return test;
}
