import { describe, expect, it } from 'vitest';
import type { Case, Command } from '#core/case/types.ts';
import { toldBy } from './told-by.ts';

const asking = {
  places: { check: { kind: 'ask', connector: 'real-rights', pending: ['c/4/0'], path: 'check' } },
} as unknown as Case;
const told = (command: object, id = 'x', kase: Case | null = asking) =>
  toldBy({ id, command: command as Command }, kase);

describe('an event of the system names', () => {
  it('the clock, the scanner, and the connector that was asked or that told of its own accord', () => {
    expect(told({ type: 'timerFired' })).toBe('timers');
    expect(told({ type: 'fileScanned' })).toBe('scanner');
    expect(told({ type: 'callAnswered', effect: 'c/4/0' })).toBe('connector:real-rights');
    const named = {
      id: 'x',
      command: { type: 'callAnswered', effect: 'c/4/0' } as Command,
      from: 'document',
    };
    expect(toldBy(named, asking)).toBe('connector:document');
    expect(told({ type: 'paid', effect: 'c/4/0' }, 'callback/bank/1')).toBe('connector:bank');
    expect(told({ type: 'eventTold', connector: 'bank' })).toBe('connector:bank');
  });
  it('the worker, where nobody waits for an answer', () => {
    expect(told({ type: 'callAnswered', effect: 'c/9/0' })).toBe('worker');
    expect(told({ type: 'callAnswered', effect: 'c/4/0' }, 'c/4/0', null)).toBe('worker');
  });
});
