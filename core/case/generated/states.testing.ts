import type { Draw } from './draw.testing.ts';
import { t } from './fields.testing.ts';
import type { Form } from './form.testing.ts';

/** What a generated service has beside its flow, and what its states use of it. Only tests import this. */
export type Around = {
  draw: Draw;
  form: Form;
  roles: readonly string[];
  grounds: readonly string[];
  documents: readonly string[];
  /** Messages that any state may send, and those to the party that an item is. */
  messages: readonly string[];
  /** A clerk may open a case: whoever entered it decides nothing. */
  isCounter: boolean;
  isPlain: boolean;
  /** A name that no other state, answer or item has. */
  fresh(what: string): string;
};

export const KINDS = [
  'task',
  'party',
  'call',
  'parallel',
  'each',
  'wait',
  'pay',
  'sign',
  'issue',
  'reserve',
  'start',
  'collect',
  'publish',
] as const;
export type Kind = (typeof KINDS)[number];

/** A state before it is known where it leads: others may speak of it already. */
export type Sketch = {
  name: string;
  type: Kind;
  actions: readonly string[];
  /** The name of its answer, or of an item. */
  as?: string;
  branches?: readonly string[];
};

/** How often each kind stands in a flow; a group in a group in a group is deep enough. */
const often = (depth: number): readonly (readonly [number, Kind])[] =>
  KINDS.map((kind): readonly [number, Kind] => {
    if (kind === 'task') return [6, kind];
    if (kind === 'party') return [5, kind];
    if (kind === 'parallel' || kind === 'each') return [depth > 0 ? 4 : 0, kind];
    return [kind === 'call' ? 3 : 1, kind];
  });

export function sketch({ draw, fresh }: Around, depth: number, only?: Kind): Sketch {
  const type = only ?? draw.weighted(often(depth));
  const name = fresh(type);
  const acts = type === 'task' || type === 'party';
  const answers = type === 'call' || type === 'reserve' || type === 'collect' || type === 'each';
  return {
    name,
    type,
    actions: acts ? ['agree', 'refuse', 'goBack'].slice(0, draw.between(1, 3)) : [],
    ...(answers ? { as: fresh(type === 'each' ? 'item' : 'answer') } : {}),
    ...(type === 'parallel' ? { branches: ['left', 'right', 'middle'].slice(0, draw.between(2, 3)) } : {}),
  };
}

const DUE = ['P1D', 'P5D', 'P14D', { workingDays: 3 }, { hours: 4 }] as const;

export function lasts({ draw }: Around): (typeof DUE)[number] {
  return draw.of(DUE);
}

/** What every state may have beside its own words. */
export function told({ draw, messages: all }: Around, due: unknown, toOwner: boolean): object {
  const messages = toOwner ? [...all, 'toOwner'] : all;
  const title = draw.once(3) ? { title: t('Крок', 'Step') } : {};
  const notify = draw.once(3) ? { notify: [draw.of(messages)] } : {};
  const early = due === 'P5D' || due === 'P14D';
  const remind = early && draw.once(2) ? { remind: [{ before: 'P1D', message: draw.of(messages) }] } : {};
  return { ...title, ...notify, ...remind, ...(draw.once(6) ? { shown: false } : {}) };
}
