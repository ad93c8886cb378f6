export { chart } from './chart.ts';
export { PlanError } from './plan.ts';
export { report } from './report.ts';
export { simulate } from './simulate.ts';
export type * from './types.ts';
