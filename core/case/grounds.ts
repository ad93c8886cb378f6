import { refuse } from './refuse.ts';

/** Refuses where no ground is named, or one that is not allowed here. */
export function grounded(grounds: readonly string[], allowed: readonly string[]) {
  if (grounds.length === 0) refuse('groundsNeeded', 'Виберіть підставу', 'Choose a ground', '/grounds');
  const unknown = grounds.findIndex((g) => !allowed.includes(g));
  if (unknown >= 0)
    refuse(
      'unknownGround',
      'Такої підстави тут немає',
      'There is no such ground here',
      `/grounds/${unknown}`,
    );
}
