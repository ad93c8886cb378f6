import { defineConfig } from 'vitest/config';

/**
 * The tests of one room of the core, as Stryker runs them over and over (`stryker.config.mjs`). Those that take seconds
 * with what is made at random are left out: a mutant must be noticed by a test that says what is wrong.
 */
export default defineConfig({
  test: {
    include: [`core/${process.env.KLADKA_ROOM ?? 'form'}/**/*.test.ts`],
    exclude: ['core/form/submissions.test.ts', 'core/flow/proof/law.test.ts', 'core/case/generated/**'],
    testTimeout: 20_000,
  },
});
