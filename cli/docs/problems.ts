import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '#core/api/operations.ts';
import { problemWords } from '#core/api/problem-words.ts';
import { type ProblemCode, problems, refusals } from '#core/api/problems.ts';
import { problemsOf } from '#core/api/problems-of.ts';
import { scenarioWords } from '#core/case/scenario-problems.ts';
import { groups } from '#core/definition/check/words.ts';
import { words as proofs } from '#core/flow/proof/words.ts';
import { messageFor } from '#core/form/messages.ts';
import type { FormDefinition, Schema } from '#core/form/types.ts';
import { root } from '../folder.ts';
import { page, table } from './table.ts';

type Word = {
  readonly uk: readonly [string, string];
  readonly en: readonly [string, string];
  readonly warning?: true;
  readonly mends?: true;
};

/** What fills a hole is of the single case. */
const shown = (text: string): string => text.replace(/\{\w+\}/g, '…').trim();
const both = ({ uk, en }: Word, n: 0 | 1): string => `${shown(uk[n])}\n${shown(en[n])}`;

/** An example of each mistake: an edit of sound definitions that makes it, and all that is told of it then. */
function examples(): Map<string, string> {
  const folder = 'test/fixtures/mistakes';
  const found = new Map<string, { file: string; others: number }>();
  for (const file of readdirSync(join(root, folder)).sort()) {
    if (!file.endsWith('.json')) continue;
    const { problems: told } = JSON.parse(readFileSync(join(root, folder, file), 'utf8')) as {
      problems: { code: string }[];
    };
    // the one in which the least else is told shows it best
    for (const { code } of told)
      if (told.length < (found.get(code)?.others ?? Number.POSITIVE_INFINITY))
        found.set(code, { file: `../${folder}/${file}`, others: told.length });
  }
  return new Map([...found].map(([code, { file }]) => [code, file]));
}

function mistakes(): string[] {
  const example = examples();
  return groups.flatMap(({ title, words }) => [
    `### ${title.en} · ${title.uk}`,
    table(
      ['code', 'what is wrong', 'how to mend it', '`--mend`'],
      Object.entries(words as Record<string, Word>).map(([code, word]) => [
        `${example.has(code) ? `[\`${code}\`](${example.get(code)})` : `\`${code}\``}${word.warning ? ' (warning)' : ''}`,
        both(word, 0),
        both(word, 1),
        word.mends ? 'yes' : '',
      ]),
    ),
  ]);
}

const plainTable = (words: Record<string, Word>): string =>
  table(
    ['code', 'what is wrong', 'how to mend it'],
    Object.entries(words).map(([code, word]) => [
      `\`${code}\`${word.warning ? ' (warning)' : ''}`,
      both(word, 0),
      both(word, 1),
    ]),
  );

/** The status of each code: of the refusals of the core, of any operation, of single ones. */
function statuses(): Map<ProblemCode, Set<number>> {
  const all = new Map<ProblemCode, Set<number>>();
  const add = (code: ProblemCode, status: number) => all.set(code, (all.get(code) ?? new Set()).add(status));
  for (const [code, [status]] of Object.entries(problems)) add(code as ProblemCode, status);
  for (const [code, status] of Object.entries(refusals)) add(code as ProblemCode, status);
  for (const operation of operations)
    for (const [status, codes] of problemsOf(operation)) for (const code of codes) add(code, status);
  return all;
}

function atRunTime(codes: readonly string[]): string {
  const status = statuses();
  const said = (code: string): [string, string] => {
    if (code in problems) {
      const [, { uk, en }] = problems[code as keyof typeof problems];
      return [`${uk}\n${en}`, ''];
    }
    const word = problemWords[code as keyof typeof problemWords];
    return [both(word, 0), both(word, 1)];
  };
  return table(
    ['code', 'status', 'what it means', 'how to mend it'],
    codes.map((code) => [
      `\`${code}\``,
      [...(status.get(code as ProblemCode) ?? [])].sort().join(', '),
      ...said(code),
    ]),
  );
}

/** A breach of each keyword, as a form would have it: what is said of it is core/form's. */
const breaches: readonly (readonly [keyword: string, schema: Schema, value?: unknown])[] = [
  ['required', { type: 'string' }],
  ['dependentRequired', { type: 'string' }],
  ['type', { type: 'integer' }],
  ['const', { const: true }],
  ['enum', { enum: ['a', 'b'] }],
  ['format', { type: 'string', format: 'date' }, '31.02'],
  ['pattern', { type: 'string', pattern: '^a$' }],
  ['minLength', { minLength: 3 }],
  ['maxLength', { maxLength: 3 }],
  ['minimum', { minimum: 3 }],
  ['maximum', { maximum: 3 }],
  ['exclusiveMinimum', { exclusiveMinimum: 3 }],
  ['exclusiveMaximum', { exclusiveMaximum: 3 }],
  ['multipleOf', { multipleOf: 3 }],
  ['minItems', { minItems: 3 }],
  ['maxItems', { maxItems: 3 }],
  ['uniqueItems', { uniqueItems: true }],
];

function wrongFields(): string {
  const form: FormDefinition = { schema: {}, pages: [] };
  return table(
    ['code', 'what people read'],
    [
      ...breaches.map(([keyword, schema, value]) => {
        const { uk, en } = messageFor(form, '', keyword, schema, undefined, false, value);
        return [`\`${keyword}\``, `${uk}\n${en}`];
      }),
      ['`rule0`, `rule1`, …', 'What the rule of that number says (`rules`, its `say`).'],
    ],
  );
}

/** docs/problems.md: every code with what it means and how to mend it, from the texts that the code itself speaks. */
export function problemsPage(): string {
  const own = Object.keys(problemWords).filter((code) => !(code in refusals));
  return page('Problems, by their codes', [
    'Every code that Kladka gives, what it means and how to mend it, in both languages as people are told (… stands for what is of the single case). Codes are stable: programs may lean on them, never on the words.',
    '## Mistakes that `kladka check` finds',
    'The code leads to an example: an edit of sound definitions that makes the mistake, and what is told of it. `--mend`: `kladka check --mend` (in the designer the button beside it) puts the mend in, where only one thing can be meant. A warning does not stop publishing. How a problem looks: [format.md](format.md#checking).',
    ...mistakes(),
    '## Scenarios',
    'A scenario whose shape is wrong has the mistakes above. One that goes another way than expected:',
    plainTable(scenarioWords),
    '## Proofs',
    'What `kladka prove` and the designer find by going through the flow (design section 6): each with the shortest path that leads there, step by step, and for circles the steps that repeat. Conditions are free choices. What an officer may say without being asked (a reason, an explanation) may be absent; what is compared by `=` and `!=`, or stands behind `when`, `if`, `and`, `or` that ask for it, may be absent too. The longest path uses every deadline to its end and each circle once, or `atMost` times.',
    plainTable(proofs),
    '## Refusals of a case',
    'What `decide` refuses, by name; the API answers it as `application/problem+json` (RFC 9457) with the status, the `code`, and in `errors` the fields. The title says it of the single case.',
    atRunTime(Object.keys(refusals)),
    '### Wrong fields',
    'What `invalidData` says of each field (`errors`): the code is the keyword of the schema that it breaks, the words those of the definition (`texts`, its `errors`) or these, here of a limit of 3:',
    wrongFields(),
    '## Problems of the API',
    'Of single operations:',
    atRunTime(own),
    'Of any operation:',
    atRunTime(Object.keys(problems).filter((code) => !(code in refusals))),
  ]);
}
