import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundle, library } from '#core/definition/index.ts';
import { chart, type Plan, PlanError, report, simulate } from '#core/flow/simulation/index.ts';
import { type Call, type Command, CommandError, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';

export const command: Command = {
  usage:
    'simulate <service> [plan.json] [--per-day N | --arrivals FILE] [--staff ROLE=N,…] [--from DAY] [--days N] [--seed N] [--svg FILE] [--in DIR] [--lang uk|en] [--json]',
  about: [
    'Runs the flow of a service as a discrete-event simulation: queues, waiting, how busy each role is, what is late, the bottleneck.',
    '',
    'A plan (docs/analyst.md) says how many cases come, who works, and how long things take; the options set single values of it.',
    '--arrivals replays a record: instants or days, one a line, or a JSON list. Whatever is not said is assumed, and the result',
    'says what. The same plan and seed give the same result. --svg writes a picture, --json the whole result.',
  ].join('\n'),
  options: {
    'per-day': { type: 'string' },
    arrivals: { type: 'string' },
    staff: { type: 'string' },
    from: { type: 'string' },
    days: { type: 'string' },
    seed: { type: 'string' },
    svg: { type: 'string' },
    in: { type: 'string' },
    lang: { type: 'string', default: 'uk' },
  },
  run(call) {
    const { positionals, values, say, give } = call;
    const [id, file, more] = positionals;
    const { lang } = values;
    if (lang !== 'uk' && lang !== 'en') throw new UsageError(`--lang is uk or en, not “${lang}”.`);
    if (id === undefined || more !== undefined)
      throw new UsageError('Name one service, and perhaps one plan.');
    const folder = values.in === undefined ? definitions : resolve(String(values.in));
    const { library: read } = library(readFiles(folder));
    if (!Object.hasOwn(read.services, id))
      throw new CommandError(
        `There is no service ${id}. There are: ${Object.keys(read.services).join(', ')}.`,
      );
    const plan = planOf(call, file === undefined ? {} : jsonOf(file));
    try {
      const result = simulate({ bundle: bundle(read, id, 0), live: read }, plan);
      give(result);
      for (const line of report(result, lang)) say(line);
      if (values.svg !== undefined) {
        writeFileSync(resolve(String(values.svg)), chart(result, lang));
        say(`${values.svg}`);
      }
      return 0;
    } catch (error) {
      if (error instanceof PlanError) throw new CommandError(error.says[lang] ?? error.message);
      if (error instanceof RangeError) throw new CommandError(error.message);
      throw error;
    }
  },
};

/** The plan of the file with what the options say put in. */
function planOf({ values }: Call, written: Partial<Plan>): Plan {
  const number = (name: string): number | undefined => {
    if (values[name] === undefined) return undefined;
    const n = Number(values[name]);
    if (!Number.isFinite(n)) throw new UsageError(`--${name} is a number, not “${values[name]}”.`);
    return n;
  };
  const perDay = number('per-day');
  const arrivals =
    values.arrivals !== undefined
      ? { at: recordOf(String(values.arrivals)) }
      : perDay === undefined
        ? written.arrivals
        : { perDay };
  if (!arrivals) throw new UsageError('Say how many cases come: --per-day N, --arrivals FILE, or a plan.');
  const first = 'at' in arrivals ? [...arrivals.at].sort()[0] : undefined;
  const from = String(
    values.from ?? written.from ?? first?.slice(0, 10) ?? new Date().toISOString().slice(0, 10),
  );
  const last = 'at' in arrivals ? [...arrivals.at].sort().at(-1) : undefined;
  // a record is followed to its end and a month further
  const span = last === undefined ? 90 : (Date.parse(last) - Date.parse(from)) / 86_400_000 + 30;
  return {
    ...written,
    from,
    arrivals,
    days: number('days') ?? written.days ?? Math.ceil(span),
    ...(number('seed') === undefined ? {} : { seed: number('seed') ?? 1 }),
    ...(values.staff === undefined ? {} : { staff: { ...written.staff, ...staffOf(String(values.staff)) } }),
  };
}

function staffOf(text: string): { [role: string]: number } {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [role, count] = part.split('=');
      if (!role || !/^\d+$/.test(count ?? '')) throw new UsageError('--staff reads ROLE=N,ROLE=N.');
      return [role.trim(), Number(count)];
    }),
  );
}

function textOf(file: string): string {
  const path = resolve(file);
  if (!existsSync(path)) throw new CommandError(`There is no file ${file}.`);
  return readFileSync(path, 'utf8');
}

function jsonOf(file: string): Partial<Plan> {
  try {
    const plan: unknown = JSON.parse(textOf(file));
    if (plan === null || typeof plan !== 'object' || Array.isArray(plan)) throw new SyntaxError('no object');
    return plan as Partial<Plan>;
  } catch (error) {
    if (error instanceof SyntaxError) throw new CommandError(`${file} is no JSON plan: ${error.message}.`);
    throw error;
  }
}

/** Instants or days: a JSON list, or the first column of lines. */
function recordOf(file: string): string[] {
  const text = textOf(file).trim();
  const all = text.startsWith('[')
    ? (JSON.parse(text) as unknown[]).map(String)
    : text.split(/\r?\n/).map((l) => l.split(/[,;\t]/)[0] ?? '');
  // a heading over the column is no moment
  const moments = all.map((one) => one.replaceAll('"', '').trim()).filter((one) => /^\d{4}-/.test(one));
  if (moments.length === 0) throw new CommandError(`${file} holds no instants or days.`);
  return moments;
}
