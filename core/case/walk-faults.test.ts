import { describe, expect, it } from 'vitest';
import { asking } from './asks.testing.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play } from './small-service.testing.ts';
import type { Actor, Command } from './types.ts';
import { timersOf } from './waiting.ts';

const iryna = asOfficer('o-iryna', 'registrar');
const yes = { type: 'end', outcome: 'yes' };
const ways = { next: 'granted', otherwise: 'refused' };
const need = { outcome: 'yes', need: 'all' };
const task = { type: 'task', role: 'registrar', actions: { ok: { to: 'yes' }, lost: { to: [] } } };
const each = (more: object) => ({
  type: 'each',
  of: 'form.owners',
  as: 'owner',
  join: need,
  ...ways,
  ...more,
});
const branches = (names: string[], states: object, initial = 'does') => ({
  ...{ type: 'parallel', join: need, ...ways },
  branches: Object.fromEntries(names.map((name) => [name, { initial, states }])),
});

/** Where the service is at fault and why, as it is told in each language. */
function fault(play: Play, actor: Actor, command: Command) {
  const { code, message } = play.refused(actor, command) ?? {};
  expect(code).toBe('definitionFault');
  const said = [message?.uk, message?.en].map((text) => /\((.*)\): (.*)\. (Повідомте|Tell)/.exec(text ?? ''));
  expect(said[0]?.slice(1, 3)).toEqual(said[1]?.slice(1, 3));
  return said[1]?.slice(1, 3).join(': ');
}
const sent = (service: ServiceRuntime, owners = 0) => {
  const list = Array.from({ length: owners }, (_, n) => ({ rnokpp: `${n}`, email: 'a' }));
  const form = { name: 'Олена', rnokpp: '1111111111', owners: list };
  const submit = { type: 'submit', form, language: 'uk', channel: 'portal' } as const;
  return fault(new Play(service), asParty(olena), submit);
};

describe('a flow that cannot go on', () => {
  it('says that it circles, in the step where it would go on for ever', () => {
    const free = { type: 'pay', exempt: [{ when: 'true' }], connector: 'b', amount: '1' };
    const again = { ...free, next: 'ask' };
    expect(sent(asking({ ...free, next: 'again' }, { states: { again } }))).toBe(
      'ask: the flow circles without a person',
    );
  });

  it('says which state there is not, at the top and in a branch', () => {
    const gone = asking(task);
    gone.bundle.flow.initial = 'gone';
    expect(sent(gone)).toBe('gone: there is no such state');
    expect(sent(asking(branches(['one'], { yes })))).toBe('ask/one/does: there is no such state');
  });

  it('says which end of the case is of no kind', () => {
    expect(sent(asking({ type: 'end', outcome: 'granted' }))).toBe('ask: an end of the case needs a kind');
  });

  it('says where no condition of a way holds, or is none', () => {
    const lost = (flow: string, states: object) => {
      const play = new Play(asking(states));
      play.submit();
      const path = flow === '' ? 'ask' : `${flow}/does`;
      expect(play.do(iryna, { type: 'claim', path })).toBeUndefined();
      return fault(play, iryna, { type: 'act', path, action: 'lost' });
    };
    const why = 'no way on: the last entry of a target has no condition';
    expect(lost('', task)).toBe(`flow: ${why}`);
    expect(lost('ask/one', branches(['one'], { does: task, yes }))).toBe(`ask/one: ${why}`);
    const odd = { ...task, actions: { lost: { to: [{ when: 'form.name', to: 'yes' }] } } };
    const neither = '“form.name” is neither true nor false';
    expect(lost('', odd)).toBe(`flow: ${neither}`);
    expect(lost('ask/one', branches(['one'], { does: odd, yes }))).toBe(`ask/one: ${neither}`);
  });

  it('says which join wants nothing, and which list is none', () => {
    const flow = { initial: 'yes', states: { yes } };
    for (const join of [{}, { outcome: 'yes' }, { need: 'all' }])
      expect(sent(asking(each({ flow, join })), 1)).toBe('ask: a join without need');
    expect(sent(asking(each({ flow, of: 'form.name' })))).toBe('ask: “form.name” is no list');
    expect(sent(asking(each({ flow, join: { when: 'form.name' } })), 1)).toBe(
      'ask: “form.name” is neither true nor false',
    );
  });

  it('says how many items are too many to deal with', () => {
    const flow = { initial: 'does', states: { does: task, yes } };
    expect(sent(asking(each({ flow })), 251)).toBe('ask: 251 items; at most 250 can be dealt with');
  });

  it('says where a hundred places would be open at once', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `b${i}`);
    const wait = { type: 'wait', for: 'P1D', next: 'yes' };
    const open = (n: number) => asking(branches(many(n), { does: wait, yes }));
    // the group is a place, too
    expect(sent(open(100))).toBe('ask/b99/does: more than 100 places at once');
    expect(new Play(open(99)).submit()).toBeUndefined();
  });

  it('says that no items are left to open where the state is one of a list no more', () => {
    const play = new Play(asking(each({ flow: { initial: 'does', states: { does: task, yes } } })));
    play.submit(Array.from({ length: 30 }, (_, n) => ({ rnokpp: `${n}`, email: 'a' })));
    const [timer] = timersOf(play.here).filter(({ kind }) => kind === 'next');
    const fires = { type: 'timerFired', path: 'ask', kind: 'next', at: timer?.at ?? '' } as const;
    const other = Object.assign(new Play(asking(task)), { case: play.case });
    expect(fault(other, asSystem, fires)).toBe('ask: no items are left to open');
    expect(play.do(asSystem, fires)).toBeUndefined();
  });

  it('says where silence would lead, and does not, once the term has run out', () => {
    const decideWithin = {
      ...{ days: 1, from: 'submitted', until: ['granted'] },
      overdue: { meaning: 'consent', to: [{ when: 'false', to: 'granted' }] },
    };
    const service = asking(task);
    Object.assign(service.bundle, { decideWithin });
    const play = new Play(service);
    play.submit();
    play.now = timersOf(play.here).find(({ kind }) => kind === 'decide')?.at ?? '';
    const fires = { type: 'timerFired', path: '', kind: 'decide', at: play.now } as const;
    expect(fault(play, asSystem, fires)).toBe('flow: no way on: the last entry of a target has no condition');
  });

  it('says which step there is no more, to whoever acts in it', () => {
    const play = new Play(asking(task));
    play.submit();
    play.do(iryna, { type: 'claim', path: 'ask' });
    const act = { type: 'act', path: 'ask', action: 'ok' } as const;
    for (const state of [yes, { type: 'wait', for: 'P1D', next: 'yes' }]) {
      const other = Object.assign(new Play(asking(state)), { case: play.case });
      expect(fault(other, iryna, act)).toBe('ask: there is no such state');
    }
  });
});
