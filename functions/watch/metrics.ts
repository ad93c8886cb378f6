/** What a metric is counted by, one set after another; `[]` is the whole. */
type By = readonly (readonly ('operation' | 'service' | 'connector' | 'limit')[])[];

const whole = [[]] as const satisfies By;
const request = [[], ['operation'], ['service']] as const satisfies By;
const connector = [[], ['connector']] as const satisfies By;

/**
 * Everything that functions count themselves, in the namespace `Kladka`; alarms and the dashboard watch these
 * (infra/constructs/watch.ts, held together by a test). Each name and value of a dimension costs as one metric: they are
 * operations, services and connectors, never a case, never a person.
 */
export const metrics = {
  /** From a request's arrival to its answer; the number of samples is the number of requests. */
  RequestMilliseconds: { unit: 'Milliseconds', by: request },
  /** Requests answered with 5xx, and with 4xx. */
  Faults: { unit: 'Count', by: request },
  Refusals: { unit: 'Count', by: request },
  /** Requests refused by a limit of a person. */
  Limited: { unit: 'Count', by: [[], ['limit']] },
  /** Cases submitted; a repeat of the same submission counts once. */
  Submits: { unit: 'Count', by: [[], ['service']] },
  /** Cases that the calendar was to begin and could not: the log names the fields. */
  NotBegun: { unit: 'Count', by: [[], ['service']] },
  /** How long what is overdue longest has been, at the minute sweep; 0 where nothing is. */
  OldestOutboxSeconds: { unit: 'Seconds', by: whole },
  OldestTimerSeconds: { unit: 'Seconds', by: whole },
  /** How long an effect has been waiting when a try of it failed, from the command that asked for it. */
  FailingEffectSeconds: { unit: 'Seconds', by: connector },
  /** Effects that were given up and wait for a person. */
  DeadEffects: { unit: 'Count', by: connector },
} as const satisfies { [name: string]: { unit: 'Milliseconds' | 'Seconds' | 'Count'; by: By } };

export type MetricName = keyof typeof metrics;
export const NAMESPACE = 'Kladka';
