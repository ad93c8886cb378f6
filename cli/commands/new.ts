import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { library, starter } from '#core/definition/index.ts';
import { type Command, CommandError, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';

export const command: Command = {
  usage: 'new <service> --agency ID --role NAME [--title TEXT] [--in DIR] [--json]',
  about:
    'Writes a small service that works: one page, one officer, granted or refused. The role is one of the agency.',
  options: {
    agency: { type: 'string' },
    role: { type: 'string' },
    title: { type: 'string' },
    in: { type: 'string' },
  },
  run({ positionals, values, say, give }) {
    const [id, more] = positionals;
    if (id === undefined || more !== undefined) throw new UsageError('Name one service.');
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 40)
      throw new UsageError(`“${id}” is no id: small Latin letters, digits and hyphens, 40 at most.`);
    const folder = values.in === undefined ? definitions : resolve(String(values.in));
    const { agencies } = library(readFiles(folder)).library;
    const agency = agencies[String(values.agency)];
    if (!agency) throw new UsageError(`--agency is one of: ${Object.keys(agencies).join(', ')}.`);
    const role = agency.roles[String(values.role)];
    if (!role) throw new UsageError(`--role is one of: ${Object.keys(agency.roles).join(', ')}.`);
    const path = join(folder, 'services', id, 'service.json');
    if (existsSync(path)) throw new CommandError(`${path} exists already.`);
    mkdirSync(join(path, '..'), { recursive: true });
    const service = starter(id, agency, String(values.role), String(values.title ?? id));
    writeFileSync(path, `${JSON.stringify(service, null, 2)}\n`, { flag: 'wx' });
    give({ service: id, file: path });
    say(`Written: ${path}`);
    return 0;
  },
};
