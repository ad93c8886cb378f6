import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../command.ts';
import { problemsPage } from '../docs/problems.ts';
import { propertiesPage } from '../docs/properties.ts';
import { root } from '../folder.ts';

/** What the generated pages should say, by path below the root. */
export const docsNow = (): { readonly [file: string]: string } => ({
  'docs/problems.md': problemsPage(),
  'docs/properties.md': propertiesPage(),
});

const written = (file: string): string => {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
};

export const command: Command = {
  usage: 'docs [--check] [--json]',
  about:
    'Makes docs/problems.md and docs/properties.md from the texts that the code speaks and from the JSON Schemas. --check only says whether they agree.',
  options: { check: { type: 'boolean' } },
  run({ values, say, give }) {
    const wanted = Object.entries(docsNow()).filter(([file, text]) => text !== written(file));
    const drifted = wanted.length > 0;
    give({ drifted });
    if (values.check) {
      say(drifted ? 'The pages do not agree. Run: npx kladka docs' : 'The pages agree.');
      return drifted ? 1 : 0;
    }
    for (const [file, text] of wanted) writeFileSync(join(root, file), text);
    say(drifted ? wanted.map(([file]) => `Written: ${join(root, file)}`).join('\n') : 'Nothing has changed.');
    return 0;
  },
};
