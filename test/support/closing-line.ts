import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with one plain line of its counts, for people and machines that read only the end. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const count = (state: string) => states.filter((other) => other === state).length
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length
    const skipped = count('skipped')
    // After the summary that the default reporter prints at the same moment.
    process.on('exit', (code) => {
      // A run can also fail before any test does, as where there is no browser.
      const failed = Math.max(count('failed') + broken, code === 0 ? 0 : 1)
      const tail = skipped > 0 ? `, ${skipped} skipped` : ''
      process.stdout.write(`Newsfold: ${count('passed')} passed, ${failed} failed${tail}\n`)
    })
  }
}
