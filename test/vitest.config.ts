import { defineConfig } from 'vitest/config'
import ClosingLine from './support/closing-line.ts'

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    reporters: ['default', new ClosingLine()],
    // Against tests that hang; a slow machine is no failure.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/{shared,node,support,bench,docs,client/library}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'client',
          include: ['test/client/**/*.test.{ts,tsx}'],
          // It knows no page.
          exclude: ['test/client/library/**'],
          environment: 'jsdom',
          setupFiles: ['test/support/client-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/browser-setup.ts'],
          // One after another in one process: they share the sites they build.
          maxWorkers: 1,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
