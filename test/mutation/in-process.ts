// A test runner for Stryker that loads the tests of a room once and keeps them: the pure core has no state to speak of, so
// a mutant is switched on and the tests that come by it are called again. Loading them anew for each (as Stryker's own runner
// of Vitest does) takes far longer than the tests themselves, and there are thousands.

import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS, type MutantCoverage } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { createServer, createServerModuleRunner, type ViteDevServer } from 'vite';
import { type Registered, registry } from './registry.ts';
import { testFiles } from './test-files.ts';

/** What the instrumented code reads and writes (`stryMutAct_9fa48` and its like). */
type Instrumented = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: MutantCoverage;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
};

/** A file that keeps what it once found: found under a mutant, it would be there for the next one. */
const REMEMBERS = /^(const \w+ = new (Weak)?Map|let )/m;

class InProcess implements TestRunner {
  #server: ViteDevServer | undefined;
  #modules: ReturnType<typeof createServerModuleRunner> | undefined;
  #tests: Registered[] = [];
  readonly #took = new Map<string, number>();

  get #state(): Instrumented {
    const all = globalThis as unknown as { [name: string]: Instrumented | undefined };
    all[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
    return all[INSTRUMENTER_CONSTANTS.NAMESPACE] as Instrumented;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    this.#server = await createServer({
      configFile: false,
      root: process.cwd(),
      mode: 'test',
      appType: 'custom',
      logLevel: 'error',
      cacheDir: resolve('dist/vite-mutants'),
      ssr: { noExternal: ['vitest'] },
      server: { middlewareMode: true, watch: null, ws: false },
      plugins: [
        {
          name: 'tests-that-are-called-again',
          enforce: 'pre',
          resolveId: (id) => (id === 'vitest' ? '\0vitest' : null),
          load: (id) =>
            id === '\0vitest'
              ? 'export const { describe, it, test, expect } = globalThis.kladkaTests;'
              : null,
        },
      ],
    });
    this.#modules = createServerModuleRunner(this.#server.environments.ssr, { hmr: false });
    await this.#load();
  }

  /** Every test anew, with no mutant on and nothing remembered. */
  async #load(): Promise<void> {
    this.#state.activeMutant = undefined;
    this.#modules?.clearCache();
    const { tests, inFile } = registry();
    for (const file of testFiles(process.cwd())) {
      inFile(relative(process.cwd(), file));
      await this.#modules?.import(file);
    }
    this.#tests = tests;
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const test of this.#tests) {
      this.#state.currentTestId = test.id;
      const result = await this.#run(test);
      // what does not hold without a mutant either (a time measured, on a busy machine) says nothing of one
      if (result.status === TestStatus.Success) tests.push(result);
      else console.warn(`left out, for it fails by itself: ${test.id}`);
    }
    this.#state.currentTestId = undefined;
    const mutantCoverage = this.#state.mutantCoverage ?? { static: {}, perTest: {} };
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    const remembers = REMEMBERS.test(readFileSync(resolve(activeMutant.fileName), 'utf8'));
    if (remembers) await this.#load();
    const wanted = testFilter && new Set(testFilter);
    // those that say it soonest come first: the mutant is done with the first that fails
    const tests = this.#tests
      .filter(({ id }) => wanted?.has(id) ?? true)
      .sort((a, b) => (this.#took.get(a.id) ?? 0) - (this.#took.get(b.id) ?? 0));
    Object.assign(this.#state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const results: TestResult[] = [];
    for (const test of tests) {
      const result = await this.#run(test);
      results.push(result);
      if (result.status === TestStatus.Failed) break;
    }
    const timedOut = determineHitLimitReached(this.#state.hitCount, hitLimit);
    Object.assign(this.#state, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    if (remembers) await this.#load();
    return toMutantRunResult(timedOut ?? { status: DryRunStatus.Complete, tests: results });
  }

  async #run({ id, run }: Registered): Promise<TestResult> {
    const began = performance.now();
    const about = { id, name: id, fileName: id.slice(0, id.indexOf('#')) };
    try {
      await run();
      const timeSpentMs = performance.now() - began;
      if (this.#state.activeMutant === undefined) this.#took.set(id, timeSpentMs);
      return { ...about, timeSpentMs, status: TestStatus.Success };
    } catch (error) {
      const failureMessage = error instanceof Error ? error.message : String(error);
      return { ...about, timeSpentMs: performance.now() - began, status: TestStatus.Failed, failureMessage };
    }
  }

  async dispose(): Promise<void> {
    await this.#modules?.close();
    await this.#server?.close();
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcess)];
