import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withSeeds } from './temp-folder.ts'

const VITEST = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs')
const REPORTER = join(import.meta.dirname, 'closing-line.ts')

/** The last line of a run of these tests, and whether it passed. */
function closingLine(tests: string): readonly [line: string, isPassed: boolean] {
  const root = withSeeds({ 'some.test.mjs': tests })
  const { stdout, status } = spawnSync(process.execPath, [VITEST, 'run', '--root', root, '--globals', '--reporter', 'default', '--reporter', REPORTER])
  return [stdout.toString().trimEnd().split('\n').at(-1) ?? '', status === 0]
}

test.each([
  ['of tests that pass', 'test("a", () => {}); test("b", () => {})', ['Newsfold: 2 passed, 0 failed', true]],
  ['with skipped tests', 'test("a", () => {}); test.skip("b", () => {})', ['Newsfold: 1 passed, 0 failed, 1 skipped', true]],
  ['with a test that fails', 'test("a", () => {}); test("b", () => { expect(1).toBe(2) })', ['Newsfold: 1 passed, 1 failed', false]],
  ['of a file that cannot be read', 'import "./nowhere.mjs"', ['Newsfold: 0 passed, 1 failed', false]],
  ['with an error outside its tests', 'test("a", () => { void Promise.reject(new Error("late")) })', ['Newsfold: 1 passed, 1 failed', false]],
  ['in which a group fails to set up', 'describe("group", () => { beforeAll(() => { throw new Error("no") }); test("a", () => {}) })', ['Newsfold: 0 passed, 1 failed, 1 skipped', false]],
])('a run %s says so in its last line', (_, tests, expected) => {
  expect(closingLine(tests)).toEqual(expected)
})

test('a run without a browser says what to do, and fails', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [VITEST, 'run', '--config', 'test/vitest.config.ts', '--project', 'browser', 'sample'], {
    env: { ...process.env, CHROMIUM_PATH: '/nowhere/chromium' },
  })
  expect(stderr.toString()).toContain('CHROMIUM_PATH is /nowhere/chromium, which does not exist: set it to the path of Chrome or Chromium, and run the tests again.')
  expect(stdout.toString().trimEnd()).toMatch(/Newsfold: 0 passed, 1 failed$/)
  expect(status).toBe(1)
})
