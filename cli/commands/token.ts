import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, CommandError, type ExitCode, UsageError } from '../command.ts';
import { root } from '../folder.ts';
import { signIn } from '../login/sign-in.ts';

type Person = { id: string; issuer: string };

export const command: Command = {
  usage: 'token <person> [--citizen] [--data DIR] [--json]',
  about:
    'Signs a test person in to the running local stack and prints the access token; with --citizen an officer as the citizen that they are too. Persons: infra/local/people.json.',
  options: { data: { type: 'string', default: '.kladka' }, citizen: { type: 'boolean', default: false } },
  async run({ positionals, values, say, give }): Promise<ExitCode> {
    const people: Person[] = JSON.parse(readFileSync(join(root, 'infra/local/people.json'), 'utf8'));
    const [id, more] = positionals;
    const person = people.find((p) => p.id === id);
    const able = people.map((p) => p.id).join(', ');
    if (more !== undefined || !person)
      throw new UsageError(
        id === undefined ? `Name a person: ${able}.` : `There is no person ${id}. There are: ${able}.`,
      );
    const file = join(resolve(root, String(values.data)), 'local.json');
    if (!existsSync(file))
      throw new CommandError(`No local stack runs with the data of ${values.data}. Start it: npm start`);
    const { origin } = JSON.parse(readFileSync(file, 'utf8')) as { origin: string };
    const audience = values.citizen || person.issuer === 'citizen' ? 'citizen' : 'officer';
    const answer = await signIn(origin, person.id, audience);
    give(answer);
    say(answer.accessToken);
    return 0;
  },
};
