import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exported, type PartsAs } from '#core/definition/exported.ts';
import { library, PartError, written } from '#core/definition/index.ts';
import { type Command, CommandError, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';

export const command: Command = {
  usage: 'export <service> [--parts bundled|linked] [--out FILE] [--in DIR] [--json]',
  about: [
    'Prints a service as one file, for another installation or another analyst; the designer opens it under «New → From a file».',
    '',
    '--parts bundled (if not said): the shared parts are put in where they are used, so that the file stands alone.',
    '--parts linked: they stay references, found in the parts/ of whoever reads the file.',
  ].join('\n'),
  options: { parts: { type: 'string', default: 'bundled' }, out: { type: 'string' }, in: { type: 'string' } },
  run({ positionals, values, say, give }) {
    const [id, more] = positionals;
    const { parts } = values;
    if (id === undefined || more !== undefined) throw new UsageError('Name one service.');
    if (parts !== 'bundled' && parts !== 'linked')
      throw new UsageError(`--parts is bundled or linked, not “${parts}”.`);
    const folder = values.in === undefined ? definitions : resolve(String(values.in));
    const text = written(read(folder, id, parts));
    if (values.out === undefined) {
      if (values.json) give(JSON.parse(text));
      else say(text.trimEnd());
      return 0;
    }
    const out = resolve(String(values.out));
    if (existsSync(out)) throw new CommandError(`${out} exists already.`);
    writeFileSync(out, text, { flag: 'wx' });
    give({ service: id, file: out });
    say(`Written: ${out}`);
    return 0;
  },
};

function read(folder: string, id: string, parts: PartsAs) {
  const all = library(readFiles(folder)).library;
  const service = Object.hasOwn(all.services, id) ? all.services[id] : undefined;
  if (!service)
    throw new CommandError(`There is no service ${id}. There are: ${Object.keys(all.services).join(', ')}.`);
  try {
    return exported(all, service, parts);
  } catch (error) {
    if (error instanceof PartError) throw new CommandError(`${id}: ${error.message}.`);
    throw error;
  }
}
