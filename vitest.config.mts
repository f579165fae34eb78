import { configDefaults, defineConfig } from 'vitest/config';

/** What CI alone runs, with CAREERPATH_THOROUGH=1: very large data, whole documents, and what .ci/run looks at again in its own way. */
const thorough = [
  'test/core/plan/{large-plans,large-routes}.test.ts',
  'test/core/text/pattern-index.test.ts',
  'test/e2e/{ci-log,links,pack-cache,packed}.test.ts',
  'test/readme.test.ts',
  'test/validate/ci-snippets.test.ts',
];

/** Tests that start processes, wait for a clock, read all of a large thing or try very many. `test:quick` leaves them out. */
const slow = [
  'test/cli/plan.test.ts',
  'test/core/model/label.test.ts',
  'test/core/plan/{plan,plan-oracle}.test.ts',
  'test/core/score/{laws,next-question}.test.ts',
  'test/documents/{hostile-yaml,read-file,read-pdf,save-file}.test.ts',
  'test/e2e/{assess-terminal,compare-batch,hostile-text,overwriting,packs,plan-from-assumed}.test.ts',
  'test/e2e/import*.test.ts',
  'test/errors/**/*.test.ts',
  'test/validate/**/*.test.ts',
];

const isThorough = process.env['CAREERPATH_THOROUGH'] === '1';

export default defineConfig({
  test: {
    // Every core: many tests wait for processes of their own.
    maxWorkers: '100%',
    projects: [
      // What changes nothing that others see: no process and no modules of its own for each file.
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...slow, ...thorough],
          isolate: false,
          pool: 'threads',
        },
      },
      { extends: true, test: { name: 'slow', include: slow, exclude: [...configDefaults.exclude, ...thorough] } },
      ...(isThorough ? [{ extends: true as const, test: { name: 'thorough', include: thorough } }] : []),
    ],
    // Colours and a profile of whoever runs the tests must not reach them.
    env: { NO_COLOR: '1', CAREERPATH_PROFILE: '', FORCE_COLOR: '' },
    testTimeout: isThorough ? 120_000 : 60_000,
  },
});
