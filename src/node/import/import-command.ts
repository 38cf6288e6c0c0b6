import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { resolveConfig } from 'vite'
import { escapeInvisible } from '../issues/terminal-text.ts'
import { importSources } from './import-sources.ts'
import { formatImport, formatResult } from './import-summary.ts'

/** `npm run import -- <file or address>…`: feeds and exports become seeds. */
interface SeedsApi {
  readonly seedsFolder: () => string
}

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'allow-private': { type: 'boolean', default: false } } })
  if (positionals.length === 0) throw new Error('Name what to import: npm run import -- <file or address>… A file may be a feed, an OPML list or an export.')
  const { plugins } = await resolveConfig({}, 'build')
  const api = plugins.find(({ name }) => name === 'newsfold')?.api as SeedsApi | undefined
  if (api === undefined) throw new Error('The Vite configuration has no plugin newsfold().')
  const options = { seeds: api.seedsFolder(), allowPrivate: values['allow-private'], now: new Date() }
  const toName = (folder: string) => relative(process.cwd(), folder)
  const results = await importSources(positionals, options, (result) => process.stdout.write(`${escapeInvisible(formatResult(result, toName))}\n`))
  process.stdout.write(`${formatImport(results)}\n`)
  // One dead feed is no failure, or a scheduled import would not store the others.
  if (results.every(({ kind }) => kind === 'failed')) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
