// What tests would not notice: the pure rooms of a case, changed one place at a time (`npm run mutants`).
// KLADKA_ROOM says which room; `-- --mutate core/form/pointer.ts` one file of it. What was found is kept in dist/mutants,
// so that a second run looks only at what changed. docs/decisions/0020 tells what survives and why.
// KLADKA_TESTS narrows the tests too (patterns, a comma between): what they do not notice others of the room still may.

const room = process.env.KLADKA_ROOM ?? 'form';
if (!['form', 'flow', 'case'].includes(room))
  throw new Error(`KLADKA_ROOM is form, flow or case, not ${room}`);

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`core/${room}/**/*.ts`, '!**/*.test.ts', '!**/*.testing.ts', '!**/types.ts', '!**/index.ts'],
  // the tests of the room itself: what only others notice is not said where it belongs
  plugins: ['./test/mutation/in-process.ts'],
  testRunner: 'in-process',
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 1,
  incremental: true,
  incrementalFile: `dist/mutants/${room}.json`,
  tempDirName: 'dist/mutants/sandbox',
  ignorePatterns: [
    'dist',
    'portal',
    'form-designer',
    'infra',
    'functions',
    'cli',
    'test/output',
    'test/walks',
    'test/bench',
  ],
  // types are stripped, not checked: a mutant that does not type is one that a test must notice all the same
  checkers: [],
  disableTypeChecks: false,
  // there is nothing to rewrite in ours, and TypeScript 7 has no programming interface to do it with
  tsconfigFile: 'none',
  timeoutMS: 30_000,
  thresholds: { high: 90, low: 85, break: 85 },
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
  jsonReporter: { fileName: `dist/mutants/${room}-report.json` },
};
