export { type Checked, checked, type Wanted } from './checked.ts';
export type { Facts } from './facts.ts';
export { both, noFacts, one } from './facts.ts';
export type { Finding, FindingCode } from './finding.ts';
export { mentions } from './mentions.ts';
export { isReserved } from './reserved.ts';
export { type Implication, type SchemaType, typeOfSchema } from './schema.ts';
export * from './type.ts';
