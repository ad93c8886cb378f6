import { object, text } from '../template/json.ts';
import type { World } from '../template/world.ts';

/** The client ids that the stacks give to their functions, which the two providers must know. */
export function clientsOf(world: World): { citizen: string; officer: string } {
  const variables = world
    .all('AWS::Lambda::Function')
    .map(({ properties }) => object(object(properties.Environment).Variables));
  const find = (name: string, otherwise: string): string =>
    variables.map((some) => text(some[name])).find((value) => value !== '') ?? otherwise;
  return {
    citizen: find('KLADKA_CLIENT_CITIZEN', 'kladka'),
    officer: find('KLADKA_CLIENT_OFFICER', 'kladka-officer'),
  };
}
