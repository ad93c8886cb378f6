import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A worker a processor: vitest would leave one to itself, half of a machine that has two. */
const WORKERS = Math.max(2, availableParallelism());

/** Unit tests stand beside their file; what crosses rooms stands in test/, one after the other, since it starts the local stack. */
export default defineConfig({
  test: {
    // `npm run coverage`: of the pure core, where every branch can be come by without a machine around it
    coverage: {
      provider: 'v8',
      include: ['core/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.testing.ts', '**/*.generated.ts'],
      reporter: ['text', 'json'],
      reportsDirectory: 'dist/coverage',
      thresholds: { branches: 95 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{core,portal,form-designer}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          maxWorkers: WORKERS,
          // these rooms have no state beyond what they are given: each file read once a worker, not once a test file
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{functions,infra,cli}/**/*.test.ts'],
          testTimeout: 20_000,
          maxWorkers: WORKERS,
        },
      },
      {
        extends: true,
        test: {
          name: 'walks',
          include: ['test/**/*.test.ts'],
          exclude: ['test/bench/**'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // after the unit tests: what is measured here has the machine to itself
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
