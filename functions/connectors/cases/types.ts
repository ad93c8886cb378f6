import type { BeginEffect, CallEffect, CancelEffect, ReportEffect } from '#core/case/effect.ts';

/** What the connector between cases is asked: to start others, to open a draft, to tell the one that a case came of. */
export type CasesEffect = CallEffect | BeginEffect | ReportEffect | CancelEffect;
