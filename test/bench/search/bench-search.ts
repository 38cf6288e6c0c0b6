import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleBuilder } from '../../../src/node/bundle/build-bundle.ts'
import { readSettings } from '../../../src/node/config/options.ts'
import { stemmerFor } from '../../../src/node/lib/stemmer.ts'
import { formatTable } from '../table.ts'
import { fts5, miniSearch, newsfold, pagefind, type Engine } from './engines.ts'
import { knownItemQueries, type KnownItem } from './queries.ts'

/** `npm run bench:search -- <folder of seeds>`: see README.md in the parent folder. */
const ROOT = resolve(import.meta.dirname, '../../..')
const TOOLS = join(ROOT, 'node_modules/.cache/newsfold-bench/tools')
const NPM_PACKAGES = ['pagefind@1', 'minisearch@7', 'node-sqlite3-wasm@0.8']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    queries: { type: 'string', default: '200' },
    seed: { type: 'string', default: '7' },
    peers: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
})
const [folder] = positionals
if (folder === undefined) throw new Error('Which folder of seeds? npm run bench:search -- <folder> [--queries 200] [--seed 7] [--peers] [--misses]')

const { bundle } = await bundleBuilder(ROOT, readSettings({ seeds: resolve(folder), invalid: 'skip' }, {}))()
const { stories, language } = bundle.indexed()
const engines: Engine[] = [newsfold(stories, language)]
if (values.peers) {
  mkdirSync(TOOLS, { recursive: true })
  execFileSync('npm', ['install', '--prefix', TOOLS, '--no-save', '--silent', ...NPM_PACKAGES], { stdio: 'ignore' })
  engines.push(await pagefind(stories, language, TOOLS), miniSearch(stories, TOOLS), fts5(stories, TOOLS))
}
const queries = knownItemQueries(stories.map(({ title }) => title), stemmerFor(language), Number(values.queries), Number(values.seed))
const rows = []
for (const [name, items] of queries) rows.push({ name: `${name} (${items.length})`, values: await Promise.all(engines.map((engine) => rate(engine, items))) })
console.log(`${stories.length} stories; found first / among the first five, in %\n\n${formatTable(['query', ...engines.map(({ name }) => name)], rows)}`)

async function rate(engine: Engine, items: readonly KnownItem[]): Promise<string> {
  let [first, five] = [0, 0]
  for (const { query, story } of items) {
    const found = await engine.search(query)
    if (found[0] === story) first++
    else if (values.misses) console.error(`${engine.name}: ${query}\n  wanted ${titleOf(story)}${found.slice(0, 2).map((other) => `\n  found ${titleOf(other)}`).join('')}`)
    if (found.includes(story)) five++
  }
  const share = (part: number) => ((100 * part) / items.length).toFixed(1)
  return `${share(first)} / ${share(five)}`
}

function titleOf(story: number | undefined): string {
  return story === undefined ? 'nothing' : (stories[story]?.title ?? '')
}
