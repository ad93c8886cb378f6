/** A schedule of five fields as cron writes it, each as the values it names; null: any. Sunday is 0. */
export type Cron = {
  minute: number;
  hours: readonly number[] | null;
  days: readonly number[] | null;
  months: readonly number[] | null;
  weekdays: readonly number[] | null;
};

/** What is wrong with a schedule. `often`: more than once an hour; `bothDays`: a day of the month and one of the week; `clocks`: when clocks change. */
export type CronFault = 'fields' | 'often' | 'hour' | 'day' | 'month' | 'weekday' | 'bothDays' | 'clocks';

/** The values of a field (`1`, `1,15`, `1-5`, `*\/2`); null for `*`, undefined where it is none within the bounds. */
function valuesOf(field: string, from: number, to: number): number[] | null | undefined {
  if (field === '*') return null;
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [, range = '', first, last, step] =
      /^(\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    if (range === '') return undefined;
    const begin = first === undefined ? from : Number(first);
    const end = last !== undefined ? Number(last) : first === undefined || step !== undefined ? to : begin;
    if (begin < from || end > to || begin > end || Number(step ?? 1) < 1) return undefined;
    for (let value = begin; value <= end; value += Number(step ?? 1)) found.add(value);
  }
  return [...found].sort((one, other) => one - other);
}

/** Reads a schedule; what is wrong with it where it is none. At 3 o'clock clocks change twice a year in Ukraine, so it is no time to name. */
export function cronOf(text: string): Cron | CronFault {
  const fields = text.split(' ');
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  if (fields.length !== 5) return 'fields';
  const [at, ...more] = valuesOf(minute, 0, 59) ?? [];
  if (at === undefined || more.length > 0) return 'often';
  const hours = valuesOf(hour, 0, 23);
  if (hours === undefined) return 'hour';
  const days = valuesOf(day, 1, 31);
  if (days === undefined) return 'day';
  const months = valuesOf(month, 1, 12);
  if (months === undefined) return 'month';
  const named = valuesOf(weekday, 0, 7);
  if (named === undefined) return 'weekday';
  if (days && named) return 'bothDays';
  if (hours?.includes(3)) return 'clocks';
  // 7 is Sunday too
  const weekdays = named && [...new Set(named.map((one) => one % 7))].sort((one, other) => one - other);
  return { minute: at, hours, days, months, weekdays };
}

/** The same schedule as EventBridge Scheduler writes it: six fields, Sunday is 1, one of the days is `?`. */
export function forScheduler({ minute, hours, days, months, weekdays }: Cron): string {
  const list = (values: readonly number[] | null) => values?.join(',') ?? '*';
  const week = weekdays?.map((one) => one + 1).join(',');
  return `cron(${minute} ${list(hours)} ${week === undefined ? list(days) : '?'} ${list(months)} ${week ?? '?'} *)`;
}
