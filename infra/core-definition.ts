// The one door from the synthesis to the core.
export {
  bundle,
  check,
  hash,
  type Library,
  type Live,
  library,
  liveOf,
  type Problem,
  type Service,
  scenariosIn,
} from '#core/definition/index.ts';
export { cronOf, forScheduler } from '#core/reference/cron.ts';
