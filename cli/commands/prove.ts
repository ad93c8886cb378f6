import { resolve } from 'node:path';
import { bundle, check, type Library, library, PartError, placesIn, shape } from '#core/definition/index.ts';
import { type Failure, type Proof, prove, type Step } from '#core/flow/proof/index.ts';
import { type Command, CommandError, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';
import { problemLines } from '../problems.ts';

type Language = 'uk' | 'en';
type Places = ReturnType<typeof placesIn>;

export const command: Command = {
  usage: 'prove [service…] [--in DIR] [--lang uk|en] [--json]',
  about: [
    'Proves services before they are published (all if none is named); for each failure the shortest path that leads to it.',
    '',
    'Proved: every state can be reached; every path can end; no case circles without a person; every wait has a deadline and',
    'what happens then; the longest path fits decideWithin; whatever is shown or computed exists by then; nobody decides their',
    'own case. Conditions are free choices, an each has 0, 1 and 2 items, at most 100,000 positions are looked at.',
    'Exit code 1 where something is not proved.',
  ].join('\n'),
  options: { in: { type: 'string' }, lang: { type: 'string', default: 'uk' } },
  run({ positionals, values, say, give }) {
    const { lang } = values;
    if (lang !== 'uk' && lang !== 'en') throw new UsageError(`--lang is uk or en, not “${lang}”.`);
    const folder = values.in === undefined ? definitions : resolve(String(values.in));
    const { library: read } = library(readFiles(folder));
    const ids = positionals.length > 0 ? positionals : Object.keys(read.services);
    const proofs = ids.map((id) => proofOf(read, id, folder));
    give({ proofs });
    for (const proof of proofs)
      for (const line of lines(proof, read.files[`services/${proof.service}/service.json`], lang)) say(line);
    return proofs.every((proof) => proof.held) ? 0 : 1;
  },
};

/** @throws CommandError where the definition is not yet whole enough to be proved */
function proofOf(read: Library, id: string, folder: string): Proof {
  const service = Object.hasOwn(read.services, id) ? read.services[id] : undefined;
  if (!service)
    throw new CommandError(`There is no service ${id}. There are: ${Object.keys(read.services).join(', ')}.`);
  if (shape('service', service).length > 0) {
    const shown = check(read, { kind: 'service', id }).map((p) => problemLines(p, folder, 'en'));
    throw new CommandError(`${id} is not yet written as a service is. Mend first:\n${shown.join('\n')}`);
  }
  try {
    return prove({ bundle: bundle(read, id, 0), live: read });
  } catch (error) {
    if (error instanceof PartError) throw new CommandError(`${id}: ${error.message}.`);
    throw error;
  }
}

function lines(proof: Proof, file: string | undefined, language: Language): string[] {
  const { explored: e, failures, properties, service } = proof;
  const count = (n: number) => n.toLocaleString(language, { notation: n > 1e12 ? 'scientific' : 'standard' });
  const places = file === undefined ? undefined : placesIn(file);
  const looked =
    language === 'uk'
      ? `Переглянуто положень: ${count(e.positions)} (потоків ${e.flows}, станів ${e.states}); за ними положень цілої справи: ${count(e.standFor)}`
      : `Positions looked at: ${count(e.positions)} (${e.flows} flows, ${e.states} states); they stand for ${count(e.standFor)} of the whole case`;
  return [
    service,
    ...properties.flatMap(({ property, title, held }) => [
      `  ${held ? '✓' : '✗'} ${title[language]}`,
      ...failures.filter((f) => f.property === property).flatMap((f) => failureLines(f, places, language)),
    ]),
    `  ${looked}`,
    ...proof.notExplored.map(
      (text) => `  ${language === 'uk' ? 'Не розглянуто' : 'Not explored'}: ${text[language]}`,
    ),
    '',
  ];
}

function failureLines(failure: Failure, places: Places | undefined, language: Language): string[] {
  const { code, pointer, message, hint, path, circle, severity } = failure;
  const place = places?.(pointer);
  const at = place === undefined ? '' : `${place.line}:${place.column} `;
  const warning = severity === 'warning' ? { uk: 'попередження: ', en: 'warning: ' }[language] : '';
  const numbered = (steps: readonly Step[], from: number) =>
    steps.map((step, n) => {
      const takes = step.takes === undefined ? '' : ` [${step.takes[language]}]`;
      return `        ${from + n + 1}. ${step.says[language]}${takes}`;
    });
  return [
    `      ${at}${warning}${message[language]} [${code} ${pointer}]`,
    `      ${hint[language]}`,
    ...numbered(path, 0),
    ...(circle === undefined ? [] : [language === 'uk' ? '        і по колу:' : '        and round:']),
    ...numbered(circle ?? [], path.length),
  ];
}
