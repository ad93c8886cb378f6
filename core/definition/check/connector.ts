import type { Connector, Problem } from '../types.ts';
import { mistake } from './problem.ts';
import { checkSchema } from './schema/schema.ts';

/** A connector: it says where and what it asks, and what its stand-in answers in every case. */
export function checkConnector(connector: Connector): Problem[] {
  const problems: Problem[] = [];
  const lacks = (name: string) =>
    problems.push(mistake('connectorLacks', '', { name, kind: connector.kind }));
  if (
    (connector.kind === 'rest' || connector.kind === 'xroad' || connector.kind === 'payment') &&
    !connector.address
  )
    lacks('address');
  if (connector.kind === 'registry' && connector.registry === undefined) lacks('registry');
  if (connector.kind === 'xroad' && !connector.xroad) lacks('xroad');
  problems.push(...contract(connector, ''));
  for (const [name, operation] of Object.entries(connector.operations ?? {}))
    problems.push(...contract(operation, `/operations/${name}`));
  return problems;
}

function contract(
  { input, output, standIn }: Pick<Connector, 'input' | 'output' | 'standIn'>,
  at: string,
): Problem[] {
  const answers = standIn?.answers ?? [];
  const last = answers.at(-1);
  const problems = [
    ...(input ? checkSchema(input, `${at}/input`) : []),
    ...(output ? checkSchema(output, `${at}/output`) : []),
  ];
  if (last?.when !== undefined)
    problems.push(mistake('lastAnswer', `${at}/standIn/answers/${answers.length - 1}`, {}));
  for (const [n, answer] of answers.slice(0, -1).entries())
    if (answer.when === undefined)
      problems.push(mistake('answerWithoutWhen', `${at}/standIn/answers/${n}`, {}));
  return problems;
}
