import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { seedBytes, seedProblem } from './seed-property.ts'

/** `npm run fuzz -- --minutes 30 --seed 1`: reads random seeds, and prints the seed of the first that is read wrongly. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } } })
const end = Date.now() + Number(values.minutes) * 60_000
const RUNS = 500
let seed = Number(values.seed ?? Date.now() % 2 ** 31)
let runs = 0
let isFailed = false

while (Date.now() < end && !isFailed) {
  const result = await fc.check(fc.asyncProperty(seedBytes, async (bytes) => (await seedProblem(bytes)) === null), { seed, numRuns: RUNS })
  runs += result.numRuns
  isFailed = result.failed
  if (isFailed) {
    const bytes = result.counterexample?.[0] ?? new Uint8Array()
    process.stdout.write(`Seed ${seed} finds a file that is read wrongly: ${(await seedProblem(bytes)) ?? 'another time only'}\n${JSON.stringify(Buffer.from(bytes).toString('latin1'))} (as Latin-1)\nRepeat it with npm run fuzz -- --seed ${seed}\n`)
  }
  seed = (seed + 1) % 2 ** 31
}
process.stdout.write(`${runs} files were read${isFailed ? '' : ', and all were read rightly'}.\n`)
process.exitCode = isFailed ? 1 : 0
