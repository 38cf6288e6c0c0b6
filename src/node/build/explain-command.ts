import { resolveConfig } from 'vite'

/** `npm run explain -- <story or seed>`: why stories are one event, and why others are related. */
interface ExplainApi {
  readonly explain: (queries: readonly string[]) => Promise<string>
}

const queries = process.argv.slice(2)
try {
  if (queries.length === 0) throw new Error('Name a story: npm run explain -- <path of a seed, address, slug, or part of a title>')
  const { plugins } = await resolveConfig({}, 'build')
  const api = plugins.find(({ name }) => name === 'newsfold')?.api as ExplainApi | undefined
  if (api === undefined) throw new Error('The Vite configuration has no plugin newsfold().')
  process.stdout.write(`${await api.explain(queries)}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
