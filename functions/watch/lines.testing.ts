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

/** The metrics that CloudWatch reads out of a line, with every set of dimensions that the line names in full. */
export const metricsIn = (lines: readonly Line[]) =>
  lines.flatMap((line) =>
    (line._aws?.CloudWatchMetrics ?? []).flatMap(({ Namespace, Dimensions, Metrics }) =>
      Metrics.flatMap(({ Name }) =>
        Dimensions.filter((names) => names.every((name) => typeof line[name] === 'string')).map((names) => ({
          namespace: Namespace,
          name: Name,
          value: line[Name],
          dimensions: Object.fromEntries(names.map((name) => [name, line[name]])),
        })),
      ),
    ),
  );
