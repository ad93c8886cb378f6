import type { Case, Command } from '#core/case/types.ts';

/**
 * Who told a service's queue of something, as events name it: `timers`, `scanner`, `connector:<id>`. An answer is of the
 * connector that names itself (`from`), else of the one that was asked; one that nobody waits for is the `worker`'s.
 */
export function toldBy(
  { id, command, from }: { id: string; command: Command; from?: string },
  kase: Case | null,
): string {
  if (command.type === 'timerFired') return 'timers';
  if (command.type === 'fileScanned') return 'scanner';
  if (command.type === 'eventTold') return `connector:${command.connector}`;
  const callback = /^callback\/([^/]+)\//.exec(id)?.[1];
  if (from ?? callback) return `connector:${from ?? callback}`;
  const effect = 'effect' in command ? command.effect : undefined;
  const asked = Object.values(kase?.places ?? {}).find(
    (place) => place.kind === 'ask' && effect !== undefined && place.pending.includes(effect),
  );
  return asked?.kind === 'ask' ? `connector:${asked.connector}` : 'worker';
}
