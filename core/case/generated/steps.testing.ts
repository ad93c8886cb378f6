import type { Draw } from './draw.testing.ts';
import { fires, sensible } from './sensible.testing.ts';
import type { Step, Walk } from './walk.testing.ts';
import { afterwards, wild } from './wild.testing.ts';

/** What is done next in a case: what it waits for, a timer, or anything; now and then time passes first. Only tests import this. */
export function nextStep(walk: Walk, draw: Draw): Step {
  if (draw.once(8)) walk.now = walk.later(draw.of([0.04, 1, 6, 40]));
  if (draw.below(5) > 2) return wild(walk, draw);
  if (walk.here.outcome) return afterwards(walk, draw);
  const timer = draw.once(6) ? fires(walk) : undefined;
  const places = Object.values(walk.here.places);
  const open = places.filter(({ kind, due }) => kind !== 'group' || due !== undefined);
  return timer ?? sensible(walk, draw, draw.of(open.length > 0 ? open : places));
}
