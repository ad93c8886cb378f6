export { bundle, UnknownService, whole } from './bundle.ts';
export { check } from './check.ts';
export { canonical, hash } from './hash.ts';
export { PartError } from './inline.ts';
export { collections, fileOf, library, load } from './library.ts';
export { lineAndColumn, placeOf, pointerOf } from './place.ts';
export { allSchemas, schemas } from './schemas.ts';
export { shape } from './shape.ts';
export type * from './types.ts';
