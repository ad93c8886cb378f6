import type { Draw } from './draw.testing.ts';
import type { Field } from './fields.testing.ts';

/** What conditions may speak of at a place of a flow. Only tests import this. */
export type Scope = {
  /** Fields of the form that are there for certain. */
  certain: readonly Field[];
  /** Tasks and party states, with what may be done there. */
  results: readonly { name: string; actions: readonly string[] }[];
  /** Names of answers. */
  answers: readonly string[];
  /** Whether there is an answer to what was looked up while filling in, perhaps. */
  looks: boolean;
  groups: readonly { name: string; branches?: readonly string[] }[];
  /** Choices that were asked for already: where one is known, to ask again for another is a mistake. */
  asked: Set<string>;
  /** Only over the form as it was sent: what another engine can be told too. */
  isPlain: boolean;
};

/** A condition that never stops a case: what may be absent is compared by `=` alone, or asked for first. */
export function condition(draw: Draw, scope: Scope): string {
  const certain = scope.certain.filter(({ name }) => !scope.asked.has(name));
  const one = draw.of([...overForm(certain), ...(scope.isPlain ? [] : overCase(scope))]);
  const [, choice] = /form\.(choice\d+)/.exec(one) ?? [];
  if (choice !== undefined) scope.asked.add(choice);
  if (scope.isPlain || !draw.once(5)) return one;
  // said of something else: what cannot hold together is a mistake
  const other = draw.of(['case.language = "uk"', 'applicant.surname != null']);
  return draw.of([`not(${one})`, `${one} and ${other}`, `${one} or ${other}`]);
}

function overForm(certain: readonly Field[]): string[] {
  const always = ['count(form.owners) > 1', 'form.partner.rnokpp = "2222222222"'];
  return certain.reduce<string[]>((found, { name, kind }) => {
    const at = `form.${name}`;
    if (kind === 'yes') found.push(at, `${at} = false`);
    if (kind === 'number') found.push(`${at} > 50`, `${at} <= 20`);
    if (kind === 'choice') found.push(`${at} = "one"`, `${at} != "three"`);
    if (kind === 'text') found.push(`string length(${at}) > 4`);
    if (kind === 'day') found.push(`date(${at}) > date("2026-04-01")`);
    return found;
  }, always);
}

function overCase({ results, answers, groups, looks }: Scope): string[] {
  return [
    'case.channel = "portal"',
    'parameters.limit > 10',
    'form.partner.email != null and contains(form.partner.email, "2")',
    'applicant.age != null and applicant.age > 40',
    'some one in form.owners satisfies one.email != null',
    ...(looks ? ['looked != null and looked.found', 'looked = null'] : []),
    ...results.flatMap(({ name, actions }) => [
      `${name}.times > 1`,
      // nobody comes here having gone back
      ...actions.filter((one) => one !== 'goBack').map((action) => `${name}.action = "${action}"`),
    ]),
    ...answers.map((name) => `${name}.found = true`),
    ...groups.flatMap(({ name, branches }) =>
      branches
        ? branches.map((branch) => `outcomes.${name}.${branch} = "yes"`)
        : [`list contains(outcomes.${name}, "yes")`, `count(outcomes.${name}) > 1`],
    ),
  ];
}
