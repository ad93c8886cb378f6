import canonicalize from 'canonicalize';
import { eventHash, type Personal, parted, verifyChain } from '../chain.ts';
import { evolve } from '../evolve.ts';
import type { Case, CaseEvent } from '../types.ts';
import { timersOf } from '../waiting.ts';
import { applicant, auditorOf, PERSONAL, party, system } from './cast.testing.ts';
import type { Draw } from './draw.testing.ts';
import { broken } from './held.testing.ts';
import type { Walk } from './walk.testing.ts';

/** What is kept of a case: its events, and their personal parts by number. */
export type Kept = { events: CaseEvent[]; data: Map<number, Personal> };

/** What the store keeps, as JSON keeps it. */
export function keptOf(events: readonly CaseEvent[]): Kept {
  const whole = JSON.parse(JSON.stringify(events)) as CaseEvent[];
  const data = new Map<number, Personal>();
  for (const event of whole) {
    const { personal } = parted(event);
    if (personal) data.set(event.seq, personal);
  }
  return { events: whole.map((event) => parted(event).event), data };
}

const same = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b);
const replayed = (events: readonly CaseEvent[]) => events.reduce<Case | null>(evolve, null);

/** Whether chain and snapshot agree that nothing was changed. */
export function isWhole({ events, data }: Kept, { seq, head }: Pick<Case, 'seq' | 'head'>): boolean {
  const last = events.at(-1);
  return verifyChain(events, data) === null && last?.seq === seq && last.hash === head;
}

/** What holds of a case at the end of its walk: it replays, its chain holds and shows what is changed, it can be erased. */
export function ended(walk: Walk, draw: Draw): void {
  const stored = JSON.parse(JSON.stringify(walk.events)) as CaseEvent[];
  if (!same(replayed(stored), walk.case))
    broken('replaying the events gives the snapshot', replayed(stored), walk.case);
  const kept = keptOf(walk.events);
  if (!isWhole(kept, walk.here)) broken('the chain holds', verifyChain(kept.events, kept.data));
  if (draw.once(2)) {
    const { how, kept: changed } = tampered(draw, kept);
    if (isWhole(changed, walk.here)) broken('whatever is changed shows', how);
  }
  erased(walk);
}

/** One change of what is kept, anywhere: an event or its data changed, dropped, doubled, swapped, salted anew. */
export function tampered(draw: Draw, kept: Kept): { how: string; kept: Kept } {
  const [events, data] = [[...kept.events], new Map(kept.data)];
  const at = draw.below(events.length);
  const event = structuredClone(events[at] as CaseEvent);
  events[at] = event;
  const personal = data.get(event.seq);
  const ways: (readonly [how: string, make: () => void])[] = [
    ['changed', () => changeIn(draw, event)],
    [
      'changed and hashed anew',
      () => {
        changeIn(draw, event);
        event.hash = eventHash(event);
      },
    ],
    ['dropped', () => events.splice(at, 1)],
    ['doubled', () => events.splice(at, 0, event)],
    ['swapped', () => events.push(...events.splice(at, 1, ...events.splice(-1, 1)))],
    ['dropped to the end', () => events.splice(at)],
  ];
  if (at === events.length - 1) ways.splice(4, 1);
  if (personal)
    ways.push(
      ['salted anew', () => data.set(event.seq, { ...personal, salt: `${personal.salt}x` })],
      [
        'data changed',
        () => data.set(event.seq, { ...personal, data: { ...Object(personal.data), more: 1 } }),
      ],
      ['data gone', () => data.delete(event.seq)],
    );
  else ways.push(['data brought in', () => data.set(event.seq, { data: {}, salt: 's' })]);
  const [how, make] = draw.of(ways);
  make();
  return { how: `${how} ${event.seq} ${event.type}`, kept: { events, data } };
}

/** Changes one value somewhere in an event. */
function changeIn(draw: Draw, event: object): void {
  let holder = event as { [key: string]: unknown };
  for (;;) {
    const keys = Object.keys(holder).filter((key) => key !== 'hash');
    const key = draw.of(keys);
    const inner = holder[key];
    if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0) {
      holder = inner as { [key: string]: unknown };
      continue;
    }
    holder[key] = typeof inner === 'string' ? `${inner}x` : typeof inner === 'number' ? inner + 1 : 'x';
    return;
  }
}

/** Every case can be ended, kept as long as the law says, and erased; what stays tells nothing of anybody and still verifies. */
function erased(walk: Walk): void {
  if (!walk.here.outcome) {
    const { identity = applicant } = walk.here.data.parties.applicant ?? {};
    const refusal = walk.do({ actor: party(identity), command: { type: 'withdraw' } });
    if (refusal) broken('an applicant may withdraw', refusal);
  }
  const timer = timersOf(walk.here).find(({ kind }) => kind === 'retention');
  if (!walk.here.expired) {
    if (!timer) broken('what has ended is kept for a time', walk.here.outcome);
    const [at] = [timer.at, walk.now].sort().slice(-1);
    const refusal = walk.do({ actor: system, command: { type: 'timerFired', ...timer }, at: at ?? walk.now });
    if (refusal) broken('retention runs out', refusal);
  }
  if (!walk.here.erased) {
    const refusal = walk.do({ actor: auditorOf(walk.here), command: { type: 'erase', order: 'Наказ 1' } });
    if (refusal) broken('what has expired can be erased', refusal);
  }
  const { events } = keptOf(walk.events);
  if (!isWhole({ events, data: new Map() }, walk.here)) broken('what was erased still verifies');
  if (!same(replayed(events), walk.case))
    broken('what is left of the events gives what is left of the case', replayed(events), walk.case);
  for (const left of [...events, walk.case]) {
    const text = JSON.stringify(left);
    const leak = text.search(PERSONAL);
    if (leak >= 0) broken('nothing personal is left', text.slice(Math.max(0, leak - 80), leak + 20), left);
  }
}
