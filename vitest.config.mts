import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Colours and a profile of whoever runs the tests must not reach them.
    env: { NO_COLOR: '1', CAREERPATH_PROFILE: '', FORCE_COLOR: '' },
    testTimeout: 30_000,
  },
});
