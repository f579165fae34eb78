import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that start processes, wait for a clock, read all of a large thing or try very many. `test:quick` leaves them out. */
const slow = [
  'test/cli/plan.test.ts',
  'test/core/model/label.test.ts',
  'test/core/plan/{plan,large-plans,large-routes,plan-oracle}.test.ts',
  'test/core/score/laws.test.ts',
  'test/core/text/pattern-index.test.ts',
  'test/documents/{hostile-yaml,read-file,read-pdf,save-file}.test.ts',
  'test/e2e/{assess-terminal,compare-batch,hostile-text,overwriting,pack-cache,packed,packs}.test.ts',
  'test/e2e/import*.test.ts',
  'test/errors/**',
  'test/readme.test.ts',
  'test/validate/**',
];

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    // What is left changes nothing that others see: no process of its own for each file, and every core.
    ...(mode === 'quick' ? { isolate: false, pool: 'threads', maxWorkers: '100%' } : {}),
    exclude: [...configDefaults.exclude, ...(mode === 'quick' ? slow : [])],
    // Colours and a profile of whoever runs the tests must not reach them.
    env: { NO_COLOR: '1', CAREERPATH_PROFILE: '', FORCE_COLOR: '' },
    testTimeout: 30_000,
  },
}));
