import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../command.ts';
import { root } from '../folder.ts';
import { type Asked, generateTypes } from '../types/generate.ts';

type Made = Asked & { folder: string; schemas: readonly string[] };

const definition = { from: '#core/definition/types.ts' };
const plain = { from: '#core/definition/json.ts' };
const json = { from: '#core/flow/types.ts' };

/** The rooms whose types are made from JSON Schemas. */
const rooms: readonly Made[] = [
  {
    folder: 'core/definition',
    schemas: ['common', 'flow', 'service', 'registry', 'connector', 'agency', 'scenario'],
    index: { name: 'DefinitionOf', description: 'The type of a definition, by its kind.' },
    elsewhere: { Json: { type: 'Json', ...plain }, JsonObject: { type: 'JsonObject', ...plain } },
  },
  {
    folder: 'core/api',
    schemas: ['common', 'requests', 'public', 'applicant', 'officer', 'workspace', 'designer'],
    index: { name: 'ShapeOf', description: 'The type of what crosses the wire, by the name of its shape.' },
    elsewhere: {
      Json: { type: 'Json', ...json },
      JsonObject: { type: 'JsonObject', ...json },
      Form: { type: 'JsonObject', ...json },
      Entered: { type: 'JsonObject', ...json },
      FormDefinition: { type: 'FormDefinition', from: '#core/form/types.ts' },
      FormFrame: { type: 'FormFrame', from: '#core/form/types.ts' },
      Written: { type: 'unknown' },
      Kind: { type: 'Kind', ...definition },
      Agency: { type: 'Agency', ...definition },
      Connector: { type: 'Connector', ...definition },
      Registry: { type: 'Registry', ...definition },
      Part: { type: 'Part', ...definition },
      Scenario: { type: 'Scenario', ...definition },
    },
  },
];

/** What the types.generated.ts of each room should say, by its path below the root. */
export async function typesNow(): Promise<{ [file: string]: string }> {
  const made = rooms.map(async ({ folder, schemas, ...asked }) => {
    const read = (name: string) =>
      JSON.parse(readFileSync(join(root, folder, `${name}.schema.json`), 'utf8'));
    return [`${folder}/types.generated.ts`, await generateTypes(schemas.map(read), asked)] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

const written = (file: string): string => {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
};

export const command: Command = {
  usage: 'types [--check] [--json]',
  about:
    'Makes the types.generated.ts of core/definition and core/api from the JSON Schemas beside them. --check only says whether they agree.',
  options: { check: { type: 'boolean' } },
  async run({ values, say, give }) {
    const wanted = Object.entries(await typesNow()).filter(([file, text]) => text !== written(file));
    const drifted = wanted.length > 0;
    give({ drifted });
    if (values.check) {
      say(
        drifted
          ? 'The types do not agree with the schemas. Run: npm run types'
          : 'The types agree with the schemas.',
      );
      return drifted ? 1 : 0;
    }
    for (const [file, text] of wanted) writeFileSync(join(root, file), text);
    say(drifted ? wanted.map(([file]) => `Written: ${join(root, file)}`).join('\n') : 'Nothing has changed.');
    return 0;
  },
};
