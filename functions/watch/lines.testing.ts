import { vi } from 'vitest';

/** One line of the log as it was read back. */
export type Line = { [name: string]: unknown } & {
  _aws?: { CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string }[] }[] };
};

/** The lines that something writes to the log while it runs. */
export async function linesOf(work: () => unknown): Promise<Line[]> {
  const lines: Line[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    for (const line of String(text).split('\n'))
      if (line.startsWith('{')) lines.push(JSON.parse(line) as Line);
    return true;
  });
  try {
    await work();
  } finally {
    write.mockRestore();
  }
  return lines;
}

/** The metrics that CloudWatch reads out of lines. @throws Error where a line does not say what it is counted by */
export const metricsIn = (lines: readonly Line[]) =>
  lines.flatMap((line) =>
    (line._aws?.CloudWatchMetrics ?? []).flatMap(({ Namespace, Dimensions, Metrics }) =>
      Metrics.flatMap(({ Name }) =>
        Dimensions.map((names) => {
          const missing = names.find((name) => typeof line[name] !== 'string' || line[name] === '');
          if (missing !== undefined)
            throw new Error(`${Name} is counted by ${missing}, which the line does not say`);
          if (typeof line[Name] !== 'number') throw new Error(`${Name} is no number`);
          return {
            namespace: Namespace,
            name: Name,
            value: line[Name],
            dimensions: Object.fromEntries(names.map((name) => [name, line[name]])),
          };
        }),
      ),
    ),
  );
