import { defineConfig } from 'vitest/config'
import ClosingLine from './support/closing-line.ts'
import ProjectTimes from './support/project-times.ts'

/** Against tests that hang, in ms: far beyond what lint, or a build of 10,000 stories, takes on a slow, busy machine. */
const LIMIT = 900_000

/** Tests that store a library on the device. */
const KEEPS_DATA = ['test/client/routes/{library,linked-file}.test.tsx']

/** Tests of the app in a page without layout. Those of `test/client/library` know no page. */
const CLIENT = { include: ['test/client/**/*.test.{ts,tsx}'], environment: 'jsdom', setupFiles: ['test/support/client-setup.ts'] }

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    reporters: ['default', new ProjectTimes(), new ClosingLine()],
    // One more than the cores of a small machine: browser tests wait half of their time.
    maxWorkers: 3,
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    expect: { poll: { timeout: 120_000, interval: 20 } },
    projects: [
      { extends: true, test: { name: 'checks', include: ['test/checks/*.test.ts'] } },
      // Without isolation a worker loads its modules once, and not for each file: 110 of 770 CPU seconds less.
      { extends: true, test: { name: 'unit', isolate: false, include: ['test/{shared,node,support,bench,docs,client/library}/**/*.test.ts'] } },
      { extends: true, test: { ...CLIENT, name: 'client', exclude: ['test/client/library/**', ...KEEPS_DATA], isolate: false } },
      // Their modules keep a database open, which ends with the page.
      { extends: true, test: { ...CLIENT, name: 'library', include: KEEPS_DATA } },
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
