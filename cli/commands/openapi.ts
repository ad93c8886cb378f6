import { openApi } from '#core/api/openapi/document.ts';
import { bundle, library } from '#core/definition/index.ts';
import { type Command, CommandError, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';

export const command: Command = {
  usage: 'openapi <service>',
  about:
    'Prints the OpenAPI 3.1 document of a service: its operations, what they take and answer, and the schema of its application.',
  run({ positionals }) {
    const [id, more] = positionals;
    if (id === undefined || more !== undefined) throw new UsageError('Name one service.');
    const read = library(readFiles(definitions)).library;
    if (!Object.hasOwn(read.services, id))
      throw new CommandError(
        `There is no service ${id}. There are: ${Object.keys(read.services).join(', ')}.`,
      );
    console.log(JSON.stringify(openApi(bundle(read, id, 0)), null, 2));
    return 0;
  },
};
