import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that start processes, read all of a large thing or search for long. `npm run test:quick` leaves them out. */
const slow = [
  'test/cli/plan.test.ts',
  'test/core/plan/{large-plans,large-routes,plan-oracle}.test.ts',
  'test/documents/{hostile-yaml,read-file,read-pdf,save-file}.test.ts',
  'test/e2e/{compare-batch,import-cv-traps,import-pdf,pack-cache,packed,packs}.test.ts',
  'test/errors/**',
  'test/readme.test.ts',
  'test/validate/**',
];

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'quick' ? slow : [])],
    // Colours and a profile of whoever runs the tests must not reach them.
    env: { NO_COLOR: '1', CAREERPATH_PROFILE: '', FORCE_COLOR: '' },
    testTimeout: 30_000,
  },
}));
