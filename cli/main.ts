import { parseArgs } from 'node:util';
import { type Command, CommandError, type ExitCode, UsageError } from './command.ts';

type Loader = () => Promise<{ command: Command }>;

/** Each command is a file; it is read when it is called. */
const commands: Record<string, Loader> = {
  new: () => import('./commands/new.ts'),
  check: () => import('./commands/check.ts'),
  diff: () => import('./commands/diff.ts'),
  migrate: () => import('./commands/migrate.ts'),
  prove: () => import('./commands/prove.ts'),
  publish: () => import('./commands/publish.ts'),
  pull: () => import('./commands/pull.ts'),
  simulate: () => import('./commands/simulate.ts'),
  types: () => import('./commands/types.ts'),
  docs: () => import('./commands/docs.ts'),
  openapi: () => import('./commands/openapi.ts'),
  export: () => import('./commands/export.ts'),
  'import form': () => import('./commands/import-form.ts'),
  'import territories': () => import('./commands/import-territories.ts'),
  appoint: () => import('./commands/appoint.ts'),
  token: () => import('./commands/token.ts'),
};

/** Runs the command line. Gives the exit code: 0 done, 1 problems found, 2 called wrongly. */
export async function main(argv: string[]): Promise<ExitCode> {
  const two = argv.slice(0, 2).join(' ');
  const name = Object.hasOwn(commands, two) ? two : (argv[0] ?? '');
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) return overview(argv[0]);
  const { command } = await load();
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(name.split(' ').length),
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' }, ...command.options },
    });
    if (values.help) {
      console.log(`kladka ${command.usage}\n\n${command.about}`);
      return 0;
    }
    return await command.run({
      positionals,
      values,
      say: (line) => values.json || console.log(line),
      give: (value) => values.json && console.log(JSON.stringify(value, null, 2)),
    });
  } catch (error) {
    const isOurs =
      error instanceof UsageError ||
      (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    if (isOurs) {
      console.error(`${error.message}\n\nkladka ${command.usage}`);
      return 2;
    }
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function overview(asked: string | undefined): Promise<ExitCode> {
  const known = asked === undefined || /^(-h|--help|help)$/.test(asked);
  if (!known) console.error(`There is no command “${asked}”.\n`);
  const lines = await Promise.all(Object.values(commands).map(async (load) => (await load()).command));
  const print = known ? console.log : console.error;
  print(
    [
      'kladka <command>',
      '',
      ...lines.map((c) => `  ${c.usage}\n      ${c.about.split('\n')[0]}`),
      '',
      'Every command has --help and --json.',
    ].join('\n'),
  );
  return known ? 0 : 2;
}
