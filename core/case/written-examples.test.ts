import { describe, expect, it } from 'vitest';
import {
  allSchemas,
  bundle,
  check,
  hash,
  type Library,
  library,
  liveOf,
  type ServiceBundle,
  scenariosIn,
} from '#core/definition/index.ts';
import { layout } from '#core/document/layout.ts';
import type { Issue } from '#core/document/types.ts';
import { prove } from '#core/flow/proof/index.ts';
import type { DocumentEffect } from './effect.ts';
import { effects } from './effects.ts';
import { casesOfScenarios } from './migration/imagined.ts';
import { rehearse } from './migration/rehearse.ts';
import { climbing } from './runtime.ts';
import { playScenario, type Scenario } from './scenario.ts';
import type { Case } from './types.ts';
import { examples, files, isValue, libraryWith, SCENARIO, unread } from './written-examples.testing.ts';

const mistakes = (known: Library, today = '2026-03-02') =>
  check(known, undefined, { today })
    .filter((p) => p.severity === 'mistake' && p.code !== 'notCarriedOut')
    .map((p) => `${p.file}${p.pointer} ${p.code}: ${p.message.en}`);

function played(known: Library, text: string) {
  const made = bundle(known, 'stall', 0);
  const scenario = JSON.parse(text) as Scenario;
  const service = climbing({ bundle: made, hash: hash(made), live: liveOf(known) });
  const { case: kase, events, refused, ...come } = playScenario(service, scenario);
  const { outcome, documents, records, messages } = come;
  const papers = events.flatMap((event) => effects(service, kase as Case, event));
  return { scenario, refused, come: { outcome, documents, records, messages }, papers };
}

/** The pages of what the documents' connector is asked for, in letters of one width; an image is a square. */
function pagesOf(known: Library, paper: DocumentEffect): string {
  const definition = known.services.stall?.documents?.[paper.document];
  if (!definition) throw new Error(`no document ${paper.document}`);
  const issue: Issue = {
    ...{ id: 'd', number: '01-1/2026', issuedAt: paper.at, validUntil: null, zone: 'Europe/Kyiv' },
    ...{ issuer: ['Рада'], verifyAt: null, places: {} },
  };
  const pages = layout(definition, paper.data.names, paper.language, {
    issue,
    measure: (text, style) => text.length * style.size * 0.6,
    shape: (source) => (source === '' ? null : 1),
  });
  return pages
    .flatMap(({ boxes }) => boxes.map((box) => (box.kind === 'lines' ? box.lines.join(' ') : box.kind)))
    .join(' ');
}

describe('the examples of docs/format.md', () => {
  it('are all of its blocks', () => {
    expect(unread).toEqual([]);
  });

  it('are one folder of definitions in which nothing is wrong', () => {
    const read = library(files);
    expect(read.problems).toEqual([]);
    const found = check(read.library, undefined, { today: '2026-03-02' });
    // the pages explain these words too, and say that nothing acts on them yet
    const unbuilt = ({ code, file }: (typeof found)[number]) =>
      code === 'notCarriedOut' || (code === 'noEffectYet' && file?.startsWith('registries/'));
    expect(found.filter((one) => !unbuilt(one))).toEqual([]);
  });

  it.each([{ title: SCENARIO, patch: {}, scenarios: [JSON.parse(files[SCENARIO] ?? '{}')] }, ...examples])(
    '$title',
    (example) => {
      const known = libraryWith(example);
      expect(mistakes(known)).toEqual([]);
      const proof = prove({ bundle: bundle(known, 'stall', 0), live: liveOf(known) });
      // an example is of one thing: that an officer decides is not its matter
      const failures = proof.failures.filter((f) => f.severity === 'mistake' && f.property !== 'ownCase');
      expect(failures.map((f) => `${f.pointer} ${f.code}: ${f.message.en}`)).toEqual([]);
      for (const [file, text] of Object.entries(known.files)) {
        if (!file.startsWith('services/stall/scenarios/')) continue;
        const { scenario, refused, come, papers } = played(known, text);
        expect(refused).toBeUndefined();
        expect(scenario.expect?.outcome).toBeDefined();
        expect(come).toMatchObject(scenario.expect ?? {});
        for (const paper of papers.filter((one) => one.kind === 'document')) {
          const drawn = pagesOf(known, paper);
          const images = JSON.stringify(known.services.stall?.documents).includes('"type":"image"');
          expect(drawn.includes('image')).toBe(images);
          expect(drawn).toContain('Дозвіл на торгівлю');
        }
      }
    },
  );

  it.each(examples.filter(({ before }) => before))(
    '$title takes over the open cases of the version before as it says',
    (example) => {
      const known = libraryWith(example);
      const runtimeOf = (made: ServiceBundle) =>
        climbing({ bundle: made, hash: hash(made), live: liveOf(known) });
      const [from, to] = [known.published.stall?.[1], bundle(known, 'stall', 2)];
      if (!from || !example.before) throw new Error('nothing was published before');
      const scenarios = scenariosIn(libraryWith(example.before), 'stall');
      const cases = casesOfScenarios(runtimeOf(from), Object.values(scenarios));
      const { cases: come } = rehearse(runtimeOf(from), runtimeOf(to), cases, '2026-03-03T08:00:00Z');
      expect(come).toMatchObject(example.rehearsal ?? []);
    },
  );

  it('show every kind of state, each played to its outcome', () => {
    const kinds = (allSchemas.flow as { $defs: { State: { oneOf: { $ref: string }[] } } }).$defs.State;
    const wanted = kinds.oneOf.map(({ $ref }) => $ref.replace('#/$defs/', ''));
    const shown = new Set<string>();
    for (const { patch, scenarios } of examples) {
      if (!isValue(patch.states)) continue;
      expect(scenarios.length).toBeGreaterThan(0);
      for (const [, type = ''] of JSON.stringify(patch.states).matchAll(/"type":"(\w+)"/g))
        shown.add(`${type[0]?.toUpperCase()}${type.slice(1)}State`);
    }
    // an end is what every example comes to
    expect(wanted.filter((kind) => kind !== 'EndState' && !shown.has(kind))).toEqual([]);
  });
});
