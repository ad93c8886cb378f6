import { describe, expect, it } from 'vitest';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asSystem, Play, small } from './small-service.testing.ts';

describe('why there is no answer', () => {
  const { flow } = small.bundle;
  const states = {
    ...flow.states,
    issue: {
      ...flow.states.issue,
      failed: [{ when: 'failure.code = "exists"', to: 'refused' }, { to: 'review' }],
    },
  };
  const service = { ...small, bundle: { ...small.bundle, flow: { ...flow, states } } } as ServiceRuntime;
  const inIssue = () => {
    const play = new Play(service);
    play.toReview();
    play.review('approve');
    for (const [person, role] of [
      ['o-head', 'head'],
      ['o-law', 'lawyer'],
    ] as const) {
      const path = `signing/${role}/${role}Decides`;
      play.do(asOfficer(person, role), { type: 'claim', path });
      play.do(asOfficer(person, role), { type: 'act', path, action: 'approve', data: {} });
    }
    return play;
  };
  it('leads where the definition says for that very reason', () => {
    const there = inIssue();
    there.do(asSystem, { type: 'callFailed', effect: there.effect('issue'), code: 'exists', final: true });
    expect(there.here.outcome?.outcome).toBe('refused');
    const away = inIssue();
    away.do(asSystem, { type: 'callFailed', effect: away.effect('issue'), code: 'unavailable', final: true });
    expect(away.here.places.review).toBeDefined();
  });
});
