/**
 * All of the form that needs the expression engine, in one place: a browser loads this chunk after the first
 * page is drawn, a function has it at once.
 */
export { complete } from './complete.ts';
export { askedBy, knownAs, lookupFills, lookupInput } from './lookups.ts';
export { choosesFrom, withChoices } from './options.ts';
export { prefill, suggest } from './prefill.ts';
export { resolve } from './resolve.ts';
export { validate } from './validate.ts';
