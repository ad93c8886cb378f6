import type { Flow, Live, ServiceBundle, State } from '#core/definition/types.ts';
import type { Path } from '../types.ts';
import type { Step, StepKind } from './types.ts';

/** What a proof goes by. */
export type Given = { bundle: ServiceBundle; live: Pick<Live, 'connectors' | 'agencies' | 'registries'> };

/** One way from a state to another of the same flow. The way of a group tells its inner steps too. */
export type Edge = {
  from: string;
  to: string;
  kind: StepKind;
  pointer: string;
  action?: string;
  atMost?: number;
  when?: string;
  /** The shortest steps that it takes. */
  steps: Step[];
  /** The steps where no person takes any; null where it takes a person. */
  alone: Step[] | null;
};

/** How an inner flow may end with an outcome: shortest steps, and those without a person. */
export type Ending = { steps: Step[]; alone: Step[] | null };

export type Group = Extract<State, { type: 'parallel' | 'each' }>;

/** Where an inner flow stands: in the group of this name. */
export type Around = { graph: FlowGraph; name: string; group: Inside };

/** A group, and the graphs of the flows inside it: of its branches, or the one of its items. */
export type Inside = { state: Group; flows: FlowGraph[] };

/**
 * A flow (the top one, a branch, the inside of an `each`) explored alone. Branches and items know of each other only by
 * outcomes, and what was entered inside is seen inside only; so a group is no more than what its flows may come to, and no
 * position is lost by not mixing their steps (docs/decisions/0011-proofs-by-flow.md).
 */
export type FlowGraph = {
  /** `''` the top flow, `signing/head` a branch, `consents/*` the inside of an `each`. */
  at: Path;
  pointer: string;
  flow: Flow;
  states: { [name: string]: State };
  edges: Map<string, Edge[]>;
  explored: Explored;
  endings: Map<string, Ending>;
  inner: Map<string, Inside>;
  outer?: Around;
};

/** The ways out of a state. */
export const edgesOf = ({ edges }: Pick<FlowGraph, 'edges'>, state: string): Edge[] => edges.get(state) ?? [];
/** The flows inside a state; none where it is no group. */
export const innerOf = ({ inner }: FlowGraph, state: string): FlowGraph[] => inner.get(state)?.flows ?? [];

/** How many positions may be looked at, all flows together. */
export type Limit = { most: number; seen: number; reached: boolean };

/** A position of one flow: its state, and how often each limited action was taken. */
export type Found = {
  state: string;
  taken: { [action: string]: number };
  length: number;
  by: Edge | null;
  before: Found | null;
};

export type Explored = {
  positions: Map<string, Found>;
  /** The first position found of each state: a shortest path leads there. */
  first: Map<string, Found>;
};
