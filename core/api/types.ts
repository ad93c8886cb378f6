/** Every body that crosses the wire, by who sees it. */
export type * from './applicant.ts';
export type * from './common.ts';
export type * from './designer.ts';
export type * from './officer.ts';
export type * from './public.ts';
export type * from './workspace.ts';
