import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Command, CommandError, UsageError } from '../command.ts';
import { definitions } from '../folder.ts';
import { readCodifier } from '../territories/codifier.ts';

export const command: Command = {
  usage: 'import territories <file.csv[.gz]> [--under CODE …] [--out FILE] [--json]',
  about: `Reads the codifier of territorial units (CSV: code,parent,level,category,name) into service-definitions/territories/ua.json.
--under keeps only the regions and what lies under the codes given.`,
  options: { out: { type: 'string' }, under: { type: 'string', multiple: true } },
  run({ positionals, values, say, give }) {
    const [file, more] = positionals;
    if (file === undefined || more !== undefined) throw new UsageError('Name one file.');
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch {
      throw new CommandError(`${file} cannot be read.`);
    }
    const text = (
      file.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: 100_000_000 }) : bytes
    ).toString('utf8');
    const { territories, mistakes } = readCodifier(text);
    if (mistakes.length) {
      give({ mistakes });
      for (const mistake of mistakes.slice(0, 50)) say(`${file}:${mistake.line}: ${mistake.what}`);
      return 1;
    }
    const under = (values.under as string[] | undefined) ?? [];
    const kept = under.length ? chosen(territories, under) : territories;
    const out =
      values.out === undefined ? join(definitions, 'territories/ua.json') : resolve(String(values.out));
    writeFileSync(out, `[\n${kept.map((t) => JSON.stringify(t)).join(',\n')}\n]\n`);
    give({ territories: kept.length, file: out });
    say(`${kept.length} territories: ${out}`);
    return 0;
  },
};

type Territory = ReturnType<typeof readCodifier>['territories'][number];

function chosen(all: Territory[], under: string[]): Territory[] {
  const parents = new Map(all.map((t) => [t.code, t.parent]));
  const missing = under.find((code) => !parents.has(code));
  if (missing) throw new CommandError(`The codifier has no ${missing}.`);
  const isUnder = (code: string | undefined): boolean =>
    code !== undefined && (under.includes(code) || isUnder(parents.get(code)));
  const above = new Set<string>();
  for (let code of under as (string | undefined)[])
    for (; code !== undefined; code = parents.get(code)) above.add(code);
  return all.filter((t) => t.parent === undefined || above.has(t.code) || isUnder(t.code));
}
