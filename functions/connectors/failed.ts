import type { CallFailed } from '#core/case/command.ts';

/** What the case is told of an effect that is given up. A code may carry a detail after a colon: where, never what. */
export function givenUp(effect: { id: string }, code: string): CallFailed {
  const colon = code.indexOf(': ');
  if (colon < 0) return { type: 'callFailed', effect: effect.id, code, final: true };
  return {
    type: 'callFailed',
    effect: effect.id,
    code: code.slice(0, colon),
    message: code.slice(colon + 2),
    final: true,
  };
}
