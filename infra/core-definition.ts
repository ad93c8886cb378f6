// The one door from the synthesis to core/definition.
export {
  bundle,
  check,
  hash,
  type Library,
  type Live,
  library,
  liveOf,
  type Problem,
  scenariosIn,
} from '#core/definition/index.ts';
