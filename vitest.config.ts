// Where the tests are. Type tests (test/types) run like the others; what they assert, `npm run typecheck` checks.
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['test/support/fail-on-console.ts', 'test/support/property-seed.ts'],
    // A dictionary is some 40 MB a worker, and machines with two cores are the common case.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**'],
        },
      },
      {
        // What runs the built package, as a user does: built first, where it is older than its sources.
        extends: true,
        test: {
          name: 'package',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/build-dist.ts'],
        },
      },
    ],
  },
});

export default config;
