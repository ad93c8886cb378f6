import type { Text } from '../types.ts';
import { circlesAlone } from './alone.ts';
import { absentData } from './data.ts';
import { withoutDeadline } from './deadlines.ts';
import { endless } from './ends.ts';
import { type FlowGraph, type Given, innerOf, type Limit } from './flow-graph.ts';
import { flowsIn, graphOf } from './graph.ts';
import { lengthWords } from './length.ts';
import { longestOf } from './longest.ts';
import { ownCases } from './own-case.ts';
import { unreached } from './reach.ts';
import { termBegins } from './term-begins.ts';
import type { Failure, Longest, Proof, Property } from './types.ts';
import { failure } from './words.ts';

/** No proof looks at more positions than this. */
export const MOST_POSITIONS = 100_000;

const TITLES: { [property in Property]: Text } = {
  reachable: { uk: 'До кожного стану можна дійти', en: 'Every state can be reached' },
  ends: { uk: 'Кожен шлях може закінчитися', en: 'Every path can end' },
  circles: { uk: 'Без людини справа не ходить по колу', en: 'No case circles without a person' },
  deadlines: {
    uk: 'Кожне очікування має строк і наслідок',
    en: 'Every wait has a deadline, and what happens then',
  },
  fits: { uk: 'Найдовший шлях вкладається в строк за законом', en: 'The longest path fits the term in law' },
  data: {
    uk: 'Усе, що показують і рахують, на той час уже є',
    en: 'Whatever is shown or computed exists by then',
  },
  ownCase: { uk: 'Ніхто не вирішує власної справи', en: 'Nobody decides their own case' },
};

/**
 * Proves a service before it is published (docs/design.md, section 6): conditions are free choices, `each` has 0, 1 and 2
 * items. Pure; the same in the designer and in `kladka prove`.
 * @param given the bundle, and what is live: deadlines of connectors, what registries hold, the working week
 * @param most positions to look at; where they do not suffice, `explored.limitReached` and `notExplored` say so
 */
export function prove(given: Given, most = MOST_POSITIONS): Proof {
  const limit: Limit = { most, seen: 0, reached: false };
  const walks: Limit = { most, seen: 0, reached: false };
  const top = graphOf(given, limit);
  const notExplored: Text[] = [];
  const longest = longestOf(given, top, walks, notExplored);
  const failures = [
    ...unreached(top),
    ...endless(top),
    ...circlesAlone(top),
    ...withoutDeadline(given, top),
    ...tooLong(longest),
    ...termBegins(given, top),
    ...absentData(given, top),
    ...ownCases(given, top),
  ];
  // what lies beyond the limit was not looked at: that nothing leads to a state is then not known
  const sure = limit.reached ? failures.filter((f) => f.property !== 'reachable') : failures;
  const mistakes = sure.filter((f) => f.severity === 'mistake');
  const limitReached = limit.reached || walks.reached;
  const graphs = flowsIn(top);
  return {
    service: given.bundle.id,
    held: mistakes.length === 0 && !limitReached,
    properties: (Object.keys(TITLES) as Property[]).map((property) => ({
      property,
      title: TITLES[property],
      held: !mistakes.some((f) => f.property === property),
    })),
    failures: sure,
    longest,
    explored: {
      flows: graphs.length,
      states: graphs.reduce((sum, g) => sum + g.explored.first.size, 0),
      positions: limit.seen,
      standFor: positionsOf(top),
      limit: most,
      limitReached,
    },
    notExplored: [...unique(notExplored), ...left(limit, walks), ...ALWAYS],
  };
}

function tooLong(longest: Longest | null): Failure[] {
  if (!longest || longest.length <= longest.limit + 1e-9) return [];
  const { length, limit, unit, path } = longest;
  const holes = { length: lengthWords(length, unit), limit: lengthWords(limit, unit) };
  return path
    .slice(-1)
    .map(({ to }) => failure('tooLong', { pointer: '/decideWithin', at: to, path }, holes));
}

/** How many positions of the whole case those of the single flows stand for: branches side by side, 0 to 2 items. */
function positionsOf(graph: FlowGraph): number {
  const times = new Map<string, number>();
  for (const { state } of graph.explored.positions.values()) times.set(state, (times.get(state) ?? 0) + 1);
  let sum = 0;
  for (const [state, count] of times) {
    const children = innerOf(graph, state).map(positionsOf);
    const [one = 0] = children;
    const inside =
      graph.states[state]?.type === 'each' ? 1 + one + one * one : children.reduce((all, n) => all * n, 1);
    sum += count * inside;
  }
  return sum;
}

const unique = (texts: Text[]): Text[] => [...new Map(texts.map((t) => [t.uk, t])).values()];

function left(limit: Limit, walks: Limit): Text[] {
  const said: Text[] = [];
  if (limit.reached)
    said.push({
      uk: `Досягнуто межі в ${limit.most} положень: решту не переглянуто, тож недосяжних станів не названо`,
      en: `The limit of ${limit.most} positions is reached: the rest was not looked at, so no state is called unreachable`,
    });
  if (walks.reached)
    said.push({
      uk: `Найдовший шлях: досягнуто межі в ${walks.most} положень, далі кола не пройдено; він може бути довшим`,
      en: `The longest path: the limit of ${walks.most} positions is reached, further circles were not gone through; it may be longer`,
    });
  return said;
}

const ALWAYS: Text[] = [
  {
    uk: 'Умови вважаються вільним вибором: шлях із прикладу може бути неможливим через самі дані',
    en: 'Conditions are taken as free choices: an example path may be impossible because of the data themselves',
  },
  {
    uk: 'Переліки з понад двома елементами, свята, закриття установ і поля, які людина може лишити порожніми, не розглядаються',
    en: 'Lists of more than two items, holidays, closures, and fields that a person may leave empty are not looked at',
  },
];
