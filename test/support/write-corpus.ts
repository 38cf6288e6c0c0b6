import { existsSync, readdirSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { CorpusOptions } from './corpus/corpus.ts'
import { writeCorpus } from './corpus/write-files.ts'

const USAGE = `Writes made-up seeds: npm run corpus -- <how many> <folder> [--seed N] [--topics N] [--providers N] [--days N]`

const NUMBERS = { seed: { type: 'string' }, topics: { type: 'string' }, providers: { type: 'string' }, days: { type: 'string' } } as const

/** `npm run corpus`: how many, and where. Returns what is wrong, if anything is. */
function run(): string | null {
  const read = readArguments()
  if (read === null) return USAGE
  const { folder, options } = read
  if (existsSync(folder) && !statSync(folder).isDirectory()) return `${folder} is not a folder.`
  if (existsSync(folder) && readdirSync(folder).length > 0) return `${folder} is not empty. Name an empty or a new one.`
  writeCorpus(folder, options)
  console.log(`Wrote ${options.stories} seeds to ${folder}.`)
  return null
}

function readArguments(): { readonly folder: string; readonly options: CorpusOptions } | null {
  const { values, positionals, tokens } = parseArgs({ allowPositionals: true, strict: false, tokens: true, options: NUMBERS })
  const [count = '', folder, ...more] = positionals
  const isUnknown = tokens.some((token) => token.kind === 'option' && !Object.hasOwn(NUMBERS, token.name))
  const numbers = [count, ...Object.values(values)]
  if (folder === undefined || more.length > 0 || isUnknown || numbers.some((value) => !/^\d{1,9}$/.test(String(value)))) return null
  const number = (name: keyof typeof NUMBERS) => (values[name] === undefined ? undefined : Number(values[name]))
  const [seed, topics, providers, days] = [number('seed'), number('topics'), number('providers'), number('days')]
  return { folder, options: { stories: Number(count), seed, topics, providers, days } }
}

const problem = run()
if (problem !== null) {
  console.error(problem)
  process.exitCode = 1
}
