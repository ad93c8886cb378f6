import { type MetricName, metrics, NAMESPACE } from './metrics.ts';
import { traceId } from './trace.ts';

export type Level = 'info' | 'warn' | 'error';
/** What was measured, by metric. */
export type Measures = { readonly [name in MetricName]?: number };
/** What a line says: ids of cases, codes, counts; never a person, nothing that a person entered. */
export type Said = { readonly [name: string]: string | number | boolean | null | undefined };

/** The measures as CloudWatch's embedded metric format describes them: it reads them out of the line. */
function embedded(measures: Measures) {
  const entries = (Object.keys(measures) as MetricName[]).filter((name) => measures[name] !== undefined);
  const sets = Map.groupBy(entries, (name) => JSON.stringify(metrics[name].by));
  return {
    Timestamp: Date.now(),
    CloudWatchMetrics: [...sets].map(([by, names]) => ({
      Namespace: NAMESPACE,
      Dimensions: JSON.parse(by) as string[][],
      Metrics: names.map((Name) => ({ Name, Unit: metrics[Name].unit })),
    })),
  };
}

/**
 * One line of the log, JSON, with the trace it belongs to; `measures` go along in the embedded metric format, counted by
 * what the line says under the names of their dimensions.
 */
export function log(level: Level, message: string, said: Said = {}, measures?: Measures): void {
  const line = {
    level,
    message,
    ...said,
    ...(traceId() === undefined ? {} : { trace: traceId() }),
    ...(measures && Object.keys(measures).length > 0 ? { _aws: embedded(measures), ...measures } : {}),
  };
  // not by console: Lambda's would put words of its own before the JSON, and nothing would read it any more
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
