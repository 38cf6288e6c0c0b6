import { existsSync, readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { writeCorpus } from './corpus/write-files.ts'

const USAGE = `Writes made-up seeds: npm run corpus -- <how many> <folder> [--seed N] [--topics N] [--providers N] [--days N]`

/** `npm run corpus`: how many, and where. */
function run(): string | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, topics: { type: 'string' }, providers: { type: 'string' }, days: { type: 'string' } },
  })
  const [count = '', folder] = positionals
  const numbers = [count, ...Object.values(values)]
  if (folder === undefined || positionals.length > 2 || numbers.some((value) => !/^\d{1,9}$/.test(value))) return USAGE
  if (existsSync(folder) && readdirSync(folder).length > 0) return `${folder} is not empty. Name a folder that is, or is not there yet.`
  const number = (value: string | undefined) => (value === undefined ? undefined : Number(value))
  const { seed, topics, providers, days } = values
  writeCorpus(folder, { stories: Number(count), seed: number(seed), topics: number(topics), providers: number(providers), days: number(days) })
  console.log(`Wrote ${count} seeds to ${folder}.`)
  return null
}

try {
  const problem = run()
  if (problem !== null) throw new Error(problem)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
