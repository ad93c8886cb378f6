export { MOST_POSITIONS, prove } from './prove.ts';
export type * from './types.ts';
