import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../command.ts';
import { root } from '../folder.ts';
import { generateTypes } from '../types/generate.ts';

const folder = join(root, 'core/definition');
const target = join(folder, 'types.generated.ts');
const kinds = ['common', 'flow', 'service', 'registry', 'connector', 'agency'];

/** What types.generated.ts should say. */
export const typesNow = (): Promise<string> =>
  generateTypes(kinds.map((kind) => JSON.parse(readFileSync(join(folder, `${kind}.schema.json`), 'utf8'))));

export const command: Command = {
  usage: 'types [--check] [--json]',
  about:
    'Makes core/definition/types.generated.ts from the JSON Schemas beside it. --check only says whether they agree.',
  options: { check: { type: 'boolean' } },
  async run({ values, say, give }) {
    const wanted = await typesNow();
    const drifted = wanted !== readFileSync(target, 'utf8');
    give({ drifted });
    if (values.check) {
      say(
        drifted
          ? 'The types do not agree with the schemas. Run: npm run types'
          : 'The types agree with the schemas.',
      );
      return drifted ? 1 : 0;
    }
    if (drifted) writeFileSync(target, wanted);
    say(drifted ? `Written: ${target}` : 'Nothing has changed.');
    return 0;
  },
};
