import type { CaseEvent } from './event.ts';
import type { Refusal } from './refusal.ts';

export type * from '#core/flow/types.ts';
export type * from './actor.ts';
export type * from './case.ts';
export type * from './command.ts';
export type * from './effect.ts';
export type * from './entry.ts';
export type * from './event.ts';
export type * from './file.ts';
export type * from './origin.ts';
export type * from './place.ts';
export type * from './refusal.ts';

/** Either events, at least one, or a refusal; never anything else. */
export type Decision =
  | { events: CaseEvent[]; refusal?: undefined }
  | { refusal: Refusal; events?: undefined };
