import fc from 'fast-check';
import { expect, it } from 'vitest';
import { getInitialSnapshot, getNextSnapshot } from 'xstate';
import { statesOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { JsonObject } from '#core/flow/types.ts';
import { filledObject } from '#core/form/filled.ts';
import { timersOf } from '../waiting.ts';
import { applicant, party, system } from './cast.testing.ts';
import { Coverage } from './coverage.testing.ts';
import { Draw } from './draw.testing.ts';
import { LawBroken } from './held.testing.ts';
import { move } from './moves.testing.ts';
import { type Generated, generated } from './service.testing.ts';
import { smaller } from './smaller.testing.ts';
import { configuration, statechart } from './statechart.testing.ts';
import { Walk } from './walk.testing.ts';

const tape = (least: number, most: number) =>
  fc.array(fc.nat(), { minLength: least, maxLength: most, size: 'max' });

/** Where the case stands. An `each` over nobody is passed at once, so that it never shows. */
const standing = (walk: Walk): string[] =>
  (walk.here.outcome ? [walk.here.outcome.state] : statesOf(walk.here.position)).toSorted();

/** Items that did not fit into one command are opened before anything else happens. */
function openAll(walk: Walk): void {
  for (let timer = next(walk); timer; timer = next(walk))
    walk.do({
      actor: system,
      command: { type: 'timerFired', ...timer },
      ...(timer.at > walk.now ? { at: timer.at } : {}),
    });
}
const next = (walk: Walk) => timersOf(walk.here).find(({ kind }) => kind === 'next');

/** One case beside its statechart, step by step; the first difference, or undefined. */
function differs(made: Generated, of: readonly number[], coverage: Coverage): Error | undefined {
  const draw = new Draw(of);
  const walk = new Walk(made, coverage);
  const data = made.form.fits(draw);
  const form = {
    ...data,
    ...(Array.isArray(data.owners) ? { owners: data.owners.slice(0, 3) } : {}),
  } as JsonObject;
  const files = walk.filesOf(form);
  if (
    walk.do({
      actor: party(applicant),
      command: { type: 'submit', form, files, language: 'uk', channel: 'portal' },
    })
  )
    return undefined;
  const machine = statechart(made.runtime.bundle.flow, filledObject(made.runtime.bundle.form.schema, form));
  let chart = getInitialSnapshot(machine);
  /** A document that holds and would say the same is not issued again: the case goes straight on, where the chart waits. */
  const caughtUp = (from: typeof chart): typeof chart => {
    const moved = walk.events.findLast(({ type }) => type === 'moved');
    const isPassed = (path: string) =>
      stateAt(made.runtime.bundle.flow, path)?.type === 'issue' &&
      walk.here.places[path] === undefined &&
      moved?.type === 'moved' &&
      moved.states.includes(path);
    const passed = configuration(from.value).find(isPassed);
    return passed === undefined
      ? from
      : caughtUp(getNextSnapshot(machine, from, { type: `${passed} answered` } as never));
  };
  coverage.cases++;
  try {
    for (;;) {
      openAll(walk);
      chart = caughtUp(chart);
      const [ours, theirs] = [standing(walk), configuration(chart.value).toSorted()];
      if (ours.join() !== theirs.join())
        throw new LawBroken(`case ${ours.join(' ')}\nchart ${theirs.join(' ')}`);
      if (walk.here.outcome || draw.isOver) return undefined;
      const { command, actor, at, event } = move(walk, draw, draw.of(Object.values(walk.here.places))) ?? {};
      if (!command || !actor) continue;
      walk.do({ actor, command, ...(at === undefined ? {} : { at }) });
      if (event) chart = getNextSnapshot(machine, chart, event as never);
      // what comes again, too late, moves neither
      if (event && draw.once(6)) {
        walk.do({ actor, command });
        chart = getNextSnapshot(machine, chart, event as never);
      }
    }
  } catch (error) {
    if (error instanceof LawBroken)
      error.message += `\n${walk.story(20)}\n${JSON.stringify(made.service.flow)}`;
    return error as Error;
  }
}

it('a case stands where a statechart of its flow stands, after every step', { timeout: 300_000 }, () => {
  const coverage = new Coverage();
  const runs = import.meta.env.MODE === 'thorough' ? 200 : 50;
  const seed = Number(process.env.KLADKA_SEED ?? 20261126);
  const walks = fc.array(tape(20, 400), { minLength: 10, maxLength: 30, size: 'max' });
  fc.assert(
    fc.property(tape(0, 600), walks, (of, all) => {
      const made = generated(of, true);
      for (const one of all) {
        if (!differs(made, one, coverage)) continue;
        const again = ([s = [], w = []]: readonly (readonly number[])[]) =>
          differs(s === of ? made : generated(s, true), w, new Coverage());
        const [s = of, w = one] = smaller([of, one], (tapes) => again(tapes) !== undefined);
        throw again([s, w]);
      }
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  expect(coverage.accepted).toBeGreaterThan(5000);
  expect(Object.keys(coverage.of('joins')).sort()).toEqual([
    'each lost',
    'each met',
    'parallel lost',
    'parallel met',
  ]);
});
