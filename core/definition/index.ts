export { bundle, UnknownService, whole } from './bundle.ts';
export { check } from './check/check.ts';
export { shape } from './check/shape.ts';
export { canonical, hash } from './hash.ts';
export { PartError } from './inline.ts';
export { collections, fileOf, library, load } from './library.ts';
export { lineAndColumn, placeOf, pointerOf } from './place.ts';
export { allSchemas, schemas } from './schemas.ts';
export type * from './types.ts';
