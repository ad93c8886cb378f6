import type { Case, Command } from '#core/case/types.ts';

/**
 * Who told a service's queue of something, as events name it: `timers`, `scanner`, `connector:<id>`. An answer is of the
 * connector that was asked; one that nobody waits for any more is the `worker`'s, which the core refuses as late.
 */
export function toldBy(id: string, command: Command, kase: Case | null): string {
  if (command.type === 'timerFired') return 'timers';
  if (command.type === 'fileScanned') return 'scanner';
  if (command.type === 'eventTold') return `connector:${command.connector}`;
  const callback = /^callback\/([^/]+)\//.exec(id)?.[1];
  if (callback) return `connector:${callback}`;
  const effect = 'effect' in command ? command.effect : undefined;
  const asked = Object.values(kase?.places ?? {}).find(
    (place) => place.kind === 'ask' && effect !== undefined && place.pending.includes(effect),
  );
  return asked?.kind === 'ask' ? `connector:${asked.connector}` : 'worker';
}
