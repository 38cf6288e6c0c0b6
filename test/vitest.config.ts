import { defineConfig } from 'vitest/config'
import ClosingLine from './support/closing-line.ts'
import ProjectTimes from './support/project-times.ts'

/** Against tests that hang, in ms: far beyond what lint, or a build of 10,000 stories, takes on a slow, busy machine. */
const LIMIT = 900_000

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    reporters: ['default', new ProjectTimes(), new ClosingLine()],
    // Browser tests wait for Chromium most of the time, so a worker for each of two cores is never too many.
    maxWorkers: 2,
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    expect: { poll: { timeout: 120_000, interval: 20 } },
    projects: [
      { extends: true, test: { name: 'checks', include: ['test/checks/*.test.ts'] } },
      // Without isolation a worker loads its modules once, and not for each file: 110 of 770 CPU seconds less.
      { extends: true, test: { name: 'unit', isolate: false, include: ['test/{shared,node,support,bench,docs,client/library}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'client',
          include: ['test/client/**/*.test.{ts,tsx}'],
          // It knows no page.
          exclude: ['test/client/library/**'],
          environment: 'jsdom',
          isolate: false,
          setupFiles: ['test/support/client-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/browser-setup.ts'],
          // Their state is in the pages, which every test opens for itself.
          isolate: false,
        },
      },
    ],
  },
})
