import type { Json } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { addAfter, removeState, renameState } from './edit-states.ts';
import { FlowPlace, freeState } from './flow-place.ts';
import { stateKinds } from './kinds.ts';
import {
  addApproval,
  clerkFills,
  hearBeforeRefusal,
  issueDocument,
  type Move,
  partySigns,
  refuseWithGrounds,
  renewal,
  returnForCorrection,
  twoMustAgree,
} from './moves.ts';

/** The common moves, by what the designer calls them. */
export const moves: readonly (readonly [string, Move])[] = [
  ['add an approval', addApproval],
  ['return for correction', returnForCorrection],
  ['refuse with grounds', refuseWithGrounds],
  ['two must agree', twoMustAgree],
  ['a party signs', partySigns],
  ['issue a document', issueDocument],
  ['a clerk fills in', clerkFills],
  ['the applicant is heard', hearBeforeRefusal],
  ['it can be renewed', renewal],
];

/** Any edit of a flow, drawn from three numbers. */
export function anyFlowEdit(
  definition: Json,
  [what = 0, where = 0, which = 0]: readonly number[],
): readonly Operation[] {
  const flow = new FlowPlace(definition);
  const nodes = flow.everyState();
  const node = nodes[where % nodes.length];
  const kind = stateKinds[which % stateKinds.length];
  if (!node || !kind) return [];
  const kinds = moves.length + 3;
  const move = moves[what % kinds]?.[1];
  if (move) return move(flow, node)?.operations ?? [];
  if (what % kinds === moves.length) return removeState(flow, node);
  if (what % kinds === moves.length + 1) return renameState(flow, node, freeState(flow, `name${which}`));
  return addAfter(flow, node, kind.name, (next) => kind.make(flow, next)).operations;
}
