import { existsSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Milliseconds that a process spent in a function itself, callees apart. `where` is a file of the project, a package, or Node's own. */
export type Spent = { name: string; where: string; ms: number };

/** What one process did: its processor time in milliseconds, and where it went. The engine tells only the first. */
export type Profiled = { process: string; cpu: number; spent: Spent[] };

/** How often the processor is looked at, in microseconds. */
const INTERVAL = 500;
/** No more than so many functions of a process are told of: the rest is noise. */
const MOST = 300;

/** Looks at what this very process does between `start` and `stop`. */
export class Sampler {
  readonly #root: string;
  readonly #maps = new Map<string, SourceMap | null>();
  #session: Session | undefined;

  /** @param root the project's folder, which files are named from */
  constructor(root: string) {
    this.#root = root;
  }

  async start(): Promise<void> {
    if (this.#session) return;
    this.#session = new Session();
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
    await this.#session.post('Profiler.start');
  }

  /** Ends the look; what took most comes first. Idle time is left out. */
  async stop(): Promise<Spent[]> {
    const session = this.#session;
    if (!session) return [];
    this.#session = undefined;
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
    const spent = new Map<string, Spent>();
    for (const [at, id] of (profile.samples ?? []).entries()) {
      const frame = frames.get(id);
      if (!frame || frame.functionName === '(idle)') continue;
      const one = this.#told(frame.functionName, frame.url, frame.lineNumber, frame.columnNumber);
      const key = `${one.name} ${one.where}`;
      const known = spent.get(key) ?? { ...one, ms: 0 };
      known.ms += (profile.timeDeltas?.[at] ?? 0) / 1000;
      spent.set(key, known);
    }
    return [...spent.values()].sort((a, b) => b.ms - a.ms).slice(0, MOST);
  }

  #told(name: string, url: string, line: number, column: number): Omit<Spent, 'ms'> {
    if (url === '') return { name, where: 'V8' };
    if (!url.startsWith('file:')) return { name, where: url };
    const file = fileURLToPath(url);
    const entry = this.#map(file)?.findEntry(line, column);
    if (entry && 'originalSource' in entry && entry.originalSource)
      return {
        name,
        where: `${this.#short(resolve(dirname(file), entry.originalSource))}:${entry.originalLine + 1}`,
      };
    return { name, where: `${this.#short(file)}:${line + 1}` };
  }

  /** A package by its name, the project's own by its path. */
  #short(file: string): string {
    const [, scoped] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
    return scoped ?? relative(this.#root, file);
  }

  #map(file: string): SourceMap | null {
    const known = this.#maps.get(file);
    if (known !== undefined) return known;
    const path = `${file}.map`;
    const map = existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null;
    this.#maps.set(file, map);
    return map;
  }
}
