import { rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { escapeHtml } from '../../../src/shared/text/escape-html.ts'
import type { IndexedStory } from '../../../src/node/search/indexed-story.ts'
import { EVERYTHING } from '../../support/everything.ts'
import { searchIn, writeIndex } from '../../support/search/search-in-files.ts'

/** A search engine over the same stories. */
export interface Engine {
  readonly name: string
  /** Indices of the best five stories, best first. */
  search(query: string): Promise<readonly number[]>
}

const TOP = 5

/** Newsfold's own engine over an index in memory. Stories oldest first. */
export function newsfold(stories: readonly IndexedStory[], language: string): Engine {
  const engine = searchIn(writeIndex(stories, language))()
  return { name: 'Newsfold', search: async (words) => [...(await engine.search({ ...EVERYTHING, words })).positions.subarray(0, TOP)] }
}

/** The part of MiniSearch that is used here. */
interface MiniSearchClass {
  new (options: { fields: readonly string[]; searchOptions: object }): {
    addAll(documents: readonly object[]): void
    search(query: string): readonly { readonly id: number }[]
  }
}

/** MiniSearch as its documentation sets it up: fuzzy, by prefix, the title boosted. `tools` has it under `node_modules`. */
export function miniSearch(stories: readonly IndexedStory[], tools: string): Engine {
  const MiniSearch = createRequire(join(tools, 'package.json'))('minisearch') as MiniSearchClass
  const index = new MiniSearch({ fields: ['title', 'topics', 'excerpt'], searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } } })
  index.addAll(stories.map((story, id) => ({ id, ...textsOf(story) })))
  return { name: 'MiniSearch', search: (query) => Promise.resolve(index.search(query).slice(0, TOP).map(({ id }) => id)) }
}

/** The part of node-sqlite3-wasm that is used here. */
interface DatabaseClass {
  new (): {
    exec(sql: string): void
    run(sql: string, values: readonly string[]): void
    all(sql: string, values: readonly string[]): readonly { readonly rowid: number }[]
  }
}

/** SQLite's FTS5 with its Porter stemmer, the last word a prefix, the title weighted; equals newest first. */
export function fts5(stories: readonly IndexedStory[], tools: string): Engine {
  const { Database } = createRequire(join(tools, 'package.json'))('node-sqlite3-wasm') as { Database: DatabaseClass }
  const database = new Database()
  database.exec("CREATE VIRTUAL TABLE story USING fts5(title, topics, excerpt, tokenize = 'porter unicode61'); BEGIN")
  for (const story of stories) {
    const { title, topics, excerpt } = textsOf(story)
    database.run('INSERT INTO story VALUES (?, ?, ?)', [title, topics, excerpt])
  }
  database.exec('COMMIT')
  const select = `SELECT rowid FROM story WHERE story MATCH ? ORDER BY bm25(story, 6, 4, 2), rowid DESC LIMIT ${TOP}`
  const search = (query: string) => database.all(select, [query.startsWith('"') ? query : `${query.split(' ').map((word) => `"${word}"`).join(' ')}*`])
  return { name: 'SQLite FTS5', search: (query) => Promise.resolve(search(query).map(({ rowid }) => rowid - 1)) }
}

/** The parts of Pagefind that are used here. */
interface PagefindNode {
  readonly createIndex: () => Promise<{ readonly index: { addHTMLFile(file: object): Promise<unknown>; writeFiles(options: object): Promise<unknown> } }>
}
interface PagefindBrowser {
  readonly options: (options: object) => Promise<void>
  readonly search: (query: string) => Promise<{ readonly results: readonly { data(): Promise<{ readonly url: string }> }[] }>
}

/** Pagefind as its users meet it: a page for each story, with a heading, and its own script over the files it has written. */
export async function pagefind(stories: readonly IndexedStory[], language: string, tools: string): Promise<Engine> {
  const { createIndex } = (await import(pathToFileURL(join(tools, 'node_modules/pagefind/lib/index.js')).href)) as PagefindNode
  const { index } = await createIndex()
  for (const [at, story] of stories.entries()) {
    const { title, topics, excerpt } = textsOf(story)
    const content = `<html lang="${language}"><body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(excerpt)}</p><p>${escapeHtml(topics)}</p></body></html>`
    await index.addHTMLFile({ url: `/${at}/`, content })
  }
  const folder = join(tools, 'pagefind-index')
  rmSync(folder, { recursive: true, force: true })
  await index.writeFiles({ outputPath: folder })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const files = pathToFileURL(`${folder}/`).href
  // Its script fetches files from a server; here they are on the disk.
  globalThis.fetch = async (file) => new Response(await readFile(new URL(new URL(file instanceof Request ? file.url : file).pathname, files)))
  const { options, search } = (await import(`${files}pagefind.js`)) as PagefindBrowser
  await options({ basePath: files, baseUrl: '/' })
  return {
    name: 'Pagefind',
    async search(query) {
      const best = (await search(query)).results.slice(0, TOP)
      return Promise.all(best.map(async (result) => Number((await result.data()).url.replaceAll('/', ''))))
    },
  }
}

function textsOf({ title, topics, excerpt }: IndexedStory) {
  return { title, topics: topics.map(({ name }) => name).join(', '), excerpt }
}
