import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

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
          include: ['{core,functions,infra,portal,form-designer,cli}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          // a worker a processor: vitest would leave one to itself, half of a machine that has two
          maxWorkers: Math.max(2, availableParallelism()),
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
