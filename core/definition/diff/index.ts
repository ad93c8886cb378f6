export { difference } from './difference.ts';
export { applied, type Operation, PatchError } from './patch.ts';
export type * from './types.ts';
