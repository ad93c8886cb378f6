import { describe, expect, it } from 'vitest';
import type { State } from '#core/definition/types.generated.ts';
import { takesPerson, type Way, waysOf } from './ways.ts';

/** A state as far as its ways go. */
const state = (written: object) => written as State;
/** Its ways, one a line: how, where to, and where that is written. */
const ways = (written: object) => waysOf(state(written)).map(({ kind, to, step }) => `${kind} ${to} ${step}`);

describe('a state is left', () => {
  it.each<[string, object, string[]]>([
    ['a registry is asked: it answers or fails', { type: 'call' }, ['answered a /next', 'failed b /failed']],
    ['a document is issued', { type: 'issue' }, ['answered a /next', 'failed b /failed']],
    ['a place is reserved: there may be none', { type: 'reserve' }, ['answered a /next', 'none c /none']],
    ['it is signed or declined', { type: 'sign' }, ['answered a /next', 'declined d /declined']],
    [
      'applications are collected, perhaps too few',
      { type: 'collect' },
      ['answered a /next', 'tooFew e /tooFew'],
    ],
    ['another case is begun', { type: 'start' }, ['answered a /next']],
    ['something is published', { type: 'publish' }, ['answered a /next']],
    ['it is paid', { type: 'pay' }, ['answered a /next']],
    [
      'it is paid by those who are not exempt',
      { type: 'pay', exempt: [{}] },
      ['answered a /next', 'exempt a /next'],
    ],
    ['nobody is exempt', { type: 'pay', exempt: [] }, ['answered a /next']],
    ['another system tells', { type: 'wait', event: 'built' }, ['told a /next']],
    ['the time comes', { type: 'wait', until: 'P1D' }, ['until a /next']],
    [
      'its branches come to what was asked for, or no longer can',
      { type: 'parallel' },
      ['met a /next', 'lost f /otherwise'],
    ],
    ['so do its items', { type: 'each' }, ['met a /next', 'lost f /otherwise']],
  ])('%s', (_, written, expected) => {
    const targets = { next: 'a', failed: 'b', none: 'c', declined: 'd', tooFew: 'e', otherwise: 'f' };
    expect(ways({ ...targets, ...written })).toEqual(expected);
    expect(ways({ ...targets, ...written, overdue: { to: 'late' } })).toEqual([
      ...expected,
      'due late /overdue/to',
    ]);
  });

  it('by what someone does, as often as that may be done', () => {
    for (const type of ['task', 'party']) {
      const actions = { grant: { to: 'granted' }, ask: { to: 'correction', atMost: 2 } };
      expect(waysOf(state({ type, actions }))).toStrictEqual([
        { kind: 'act', to: 'granted', step: '/actions/grant/to', action: 'grant' },
        { kind: 'act', to: 'correction', step: '/actions/ask/to', action: 'ask', atMost: 2 },
      ]);
    }
  });

  it('by the first target whose condition holds, each a way of its own', () => {
    const next = [{ when: 'form.urgent', to: 'today' }, { to: 'inTurn' }];
    expect(waysOf(state({ type: 'start', next }))).toStrictEqual([
      { kind: 'answered', to: 'today', step: '/next/0', when: 'form.urgent' },
      { kind: 'answered', to: 'inTurn', step: '/next/1' },
    ]);
  });

  it('not at all where the case ends, and not by a deadline that leads nowhere', () => {
    expect(ways({ type: 'end' })).toEqual([]);
    expect(ways({ type: 'end', overdue: { to: 'late' } })).toEqual([]);
    expect(ways({ type: 'start', next: 'a', overdue: { message: 'late' } })).toEqual(['answered a /next']);
    expect(ways({ type: 'start', next: 'a', overdue: undefined })).toEqual(['answered a /next']);
    expect(ways({ type: 'collect', next: 'a' })).toEqual(['answered a /next']);
  });
});

describe('a person is needed', () => {
  const way = (kind: Way['kind']): Way => ({ kind, to: 'a', step: '/next' });
  const takes = (type: string, kind: Way['kind']) => takesPerson(state({ type }), way(kind));

  it('to act, to decline, to pay and to sign, and for nothing else', () => {
    expect(takes('task', 'act')).toBe(true);
    expect(takes('sign', 'declined')).toBe(true);
    expect(takes('pay', 'answered')).toBe(true);
    expect(takes('sign', 'answered')).toBe(true);
    expect(takes('call', 'answered')).toBe(false);
    expect(takes('pay', 'exempt')).toBe(false);
    expect(takes('sign', 'due')).toBe(false);
  });
});
