import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { circlesIn, folderOf, importsOf, importsUnder, type Import } from '../support/imports.ts'

/** A folder of the source, what belongs there, and which packages its files may import. */
interface Room {
  readonly folder: string
  readonly purpose: string
  readonly packages: RegExp
}

const NONE = /^$/
const BUILD = /^(?!react|@tanstack)/
const MEMORY = /^(?!react|@tanstack|node:fs|vite$)/
const REACT = /^react$/
const QUERY = /^@tanstack\/react-query$/

function room(folder: string, purpose: string, packages: RegExp): Room {
  return { folder: `src/${folder}`, purpose, packages }
}

/** From the top down. A file may import from its own folder and from lower rows of its room, never from its own row or above. */
const ROOMS: Readonly<Record<'node' | 'client' | 'shared', readonly (readonly Room[])[]>> = {
  node: [
    [room('node', 'the entry of the Vite plugin and its hooks', BUILD)],
    [room('node/dev', 'the dev and preview servers', BUILD)],
    [room('node/build', 'the build command from top to bottom', BUILD), room('node/import', 'feeds and exports become seeds', BUILD)],
    [
      room('node/pages', 'the bundle and the app become HTML pages', BUILD),
      room('node/syndication', 'the bundle becomes RSS, Atom, JSON Feed, OPML and the sitemap', BUILD),
      room('node/preview-images', 'pictures drawn for link previews', BUILD),
    ],
    [room('node/bundle', 'the stories become the JSON files of the contract', MEMORY)],
    [room('node/threads', 'which stories follow one matter over weeks', MEMORY)],
    [
      room('node/related', 'the ranking of related stories and its reasons', MEMORY),
      room('node/search', 'the search index', BUILD),
      room('node/app', 'the app built by Vite: templates, service worker, security policy', BUILD),
    ],
    [room('node/stories/events', 'which stories are one event', MEMORY)],
    [room('node/stories', 'what needs all seeds at once', MEMORY)],
    [room('node/pictures', 'pictures become files of the site, in sizes for screens', BUILD)],
    [room('node/seeds', 'one file becomes one seed or issues', BUILD)],
    [room('node/seeds/fields', 'the front matter’s fields', BUILD)],
    [room('node/seeds/body', 'the body becomes sanitised HTML', BUILD)],
    [room('node/network', 'requests to other hosts', BUILD)],
    [room('node/seeds/values', 'one text becomes one safe value', BUILD)],
    [
      room('node/issues', 'what is reported to the author of a seed, and where', BUILD),
      room('node/output', 'writing into the output folder', BUILD),
      room('node/config', 'options and environment variables', BUILD),
    ],
    [room('node/lib', 'helpers without knowledge of the domain', BUILD)],
  ],
  client: [
    [room('client', 'the entries: browser, prerenderer, routes', /^(react|react-dom\/(client|server\.edge)|react-router-dom|@tanstack\/react-query)$/)],
    [room('client/routes', 'one component per route, which connects hooks and data to components', /^(react|react-router-dom|@tanstack\/react-query)$/)],
    [room('client/hooks/navigation', 'links, scroll position, focus and titles', /^(react|react-router-dom|@tanstack\/react-query)$/)],
    [
      room('client/hooks/filters', 'the filter, its facets and counts', /^(react|react-router-dom|@tanstack\/react-query)$/),
      room('client/hooks/feed-window', 'which chunks of a long feed are rendered', /^react(-dom)?$/),
      room('client/hooks', 'hooks without a topic of their own', REACT),
    ],
    [
      room('client/components/feed', 'the list of stories', REACT),
      room('client/components/story', 'a story’s page', REACT),
    ],
    [
      room('client/components/archive', 'months and topics as plain links', REACT),
      room('client/components/chrome', 'what surrounds every view', REACT),
      room('client/components/filters', 'the filter panel', REACT),
      room('client/components/library', 'marks, saving and the keyboard help', REACT),
      room('client/components/parts', 'pieces that cards and stories share', REACT),
    ],
    [room('client/components/contexts', 'contexts that components read', REACT)],
    [room('client/library', 'the library state: what the user has read, saved and muted', /^(idb-keyval|tinykeys|@tanstack\/react-query)$/)],
    [room('client/data', 'the query client and what fills it', QUERY)],
    [room('client/data/offline', 'the page’s side of the service worker', QUERY)],
    [room('client/data/queries', 'one file per query', QUERY)],
    [
      room('client/search', 'the search engine in its worker', /^(@orama\/stemmers\/[a-z]+|fastest-levenshtein)$/),
      room('client/data/markdown', 'a body’s HTML as Markdown', /^turndown$/),
    ],
    [
      room('client/data/network', 'requests for the bundle’s files', NONE),
      room('client/data/storage', 'what the device stores', NONE),
    ],
    [room('client/offline', 'the service worker, a program of its own', /^workbox-[a-z]+\/[A-Za-z]+\.js$/)],
  ],
  shared: [
    [room('shared/meta', 'what a page says about itself in its head', NONE)],
    [room('shared/search', 'the query language and the formats of the index', NONE), room('shared/feed', 'how a feed is split for the screen', NONE)],
    [room('shared/filter', 'the filter and its syntax', NONE)],
    [room('shared/words', 'the texts of the interface', NONE)],
    [room('shared/contract', 'the bundle, its files and the permalinks', NONE)],
    [room('shared/text', 'dates, directions and escaping', NONE)],
  ],
}

/** Components take props: they know contexts and each other, and only routes know them. */
function isComponent(folder: string): boolean {
  return folder.startsWith('src/client/components/') && folder !== 'src/client/components/contexts'
}

function mayMeet(here: string, there: string): boolean {
  if (isComponent(here)) return there.startsWith('src/client/components/')
  return !isComponent(there) || here === 'src/client/routes' || here === 'src/client'
}

function nameOf(path: string): string {
  return path.split('/')[1] ?? ''
}

/** What is wrong with an import, as a sentence that says where the code belongs; null when nothing is. */
function problemOf({ from, to }: Import): string | null {
  const own = nameOf(from)
  const rows = ROOMS[own as keyof typeof ROOMS] as (typeof ROOMS)[keyof typeof ROOMS] | undefined
  const rowOf = (folder: string) => rows?.findIndex((row) => row.some((one) => one.folder === folder)) ?? -1
  const roomOf = (folder: string) => rows?.flat().find((one) => one.folder === folder)
  const here = roomOf(folderOf(from))
  if (here === undefined) return `${from} is in a folder that no room lists. Add the folder to ROOMS, or move the file.`
  if (!to.startsWith('src/')) {
    return here.packages.test(to) ? null : `${from} imports ${to}, which ${here.folder} (${here.purpose}) may not. Move what needs it to a folder that may, or pass the result in.`
  }
  if (folderOf(to) === here.folder) return null
  if (nameOf(to) !== own) return nameOf(to) === 'shared' ? null : `${from} imports ${to}. src/${own} and src/${nameOf(to)} know each other only through src/shared.`
  if (folderOf(to) === 'src/client/styles') return null
  const there = roomOf(folderOf(to))
  if (there === undefined || (rowOf(there.folder) > rowOf(here.folder) && mayMeet(here.folder, there.folder))) return null
  return `${from} imports ${to}, but ${here.folder} (${here.purpose}) must not know ${there.folder} (${there.purpose}). Move what both need into a folder below them, or pass it in.`
}

const problemsOf = (imports: readonly Import[]) => imports.map(problemOf).filter((problem) => problem !== null)

test('imports run one way, from the top of each room to its bottom', () => {
  const imports = importsUnder('src')
  expect(imports.length).toBeGreaterThan(200)
  expect(problemsOf(imports)).toEqual([])
})

test('no file imports itself through others', () => {
  expect(circlesIn(importsUnder('src'))).toEqual([])
})

test.each([
  ['src/shared/text/dates.ts', "import { readFile } from 'node:fs'"],
  ['src/shared/text/dates.ts', "import type { Plugin } from 'vite'"],
  ['src/shared/text/dates.ts', "import type { Story } from '../contract/bundle.ts'"],
  ['src/node/plugin.ts', "const app = await import('../client/app.tsx')"],
  ['src/node/seeds/read-seed.ts', "import { mergeDuplicates } from '../stories/merge-duplicates.ts'"],
  ['src/node/bundle/build-bundle.ts', "import { readFileSync } from 'node:fs'"],
  ['src/node/pages/write-pages.ts', "import { toFeeds } from '../syndication/feeds.ts'"],
  ['src/client/app.tsx', "import { build } from '../node/plugin.ts'"],
  ['src/client/components/chrome/masthead.tsx', "import { Link } from 'react-router-dom'"],
  ['src/client/components/chrome/masthead.tsx', "import { catalogQuery } from '../../data/queries/bundle-query.ts'"],
  ['src/client/hooks/use-now.ts', "import { Chips } from '../components/feed/chips.tsx'"],
  ['src/client/hooks/use-now.ts', "void import('../routes/story.tsx')"],
  ['src/client/routes/feed.tsx', "import { marked } from 'marked'"],
  ['src/client/data/queries/bundle-query.ts', "import { FeedRoute } from '../../routes/feed.tsx'"],
  ['src/client/search/open-search.ts', "import { catalogQuery } from '../data/queries/bundle-query.ts'"],
  ['src/client/nowhere/new.ts', "import { useState } from 'react'"],
])('%s may not say: %s', (from, text) => {
  expect(problemsOf(importsOf(from, text))).toHaveLength(1)
})

test('a wrong import is reported with what its folder is for', () => {
  const [problem] = problemsOf(importsOf('src/node/seeds/read-seed.ts', "import '../stories/merge-duplicates.ts'"))
  expect(problem).toBe(
    'src/node/seeds/read-seed.ts imports src/node/stories/merge-duplicates.ts, but src/node/seeds (one file becomes one seed or issues) must not know src/node/stories (what needs all seeds at once). Move what both need into a folder below them, or pass it in.',
  )
})

test('a circle between files is found', () => {
  const circle = [
    { from: 'src/a.ts', to: 'src/b.ts' },
    { from: 'src/b.ts', to: 'src/c.ts' },
    { from: 'src/c.ts', to: 'src/a.ts' },
    { from: 'src/c.ts', to: 'src/d.ts' },
  ]
  expect(circlesIn(circle)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts']])
})

test('only parse-seed.ts imports gray-matter', () => {
  const importers = importsUnder('src').filter(({ to }) => to === 'gray-matter')
  expect(new Set(importers.map(({ from }) => from))).toEqual(new Set(['src/node/seeds/parse-seed.ts']))
})

test('components store nothing and fetch nothing', () => {
  const files = readdirSync('src/client/components', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  expect(files.length).toBeGreaterThan(40)
  for (const file of files) {
    expect(readFileSync(`src/client/components/${file}`, 'utf8'), file).not.toMatch(/\b(localStorage|sessionStorage|fetch\()/)
  }
})

test('only permalinks.ts spells a path', () => {
  const files = [...new Set(importsUnder('src/client').map(({ from }) => from))]
  expect(files.filter((file) => /[`'"]\/?(topic|story|data)\/[^'"`]*\$\{/.test(readFileSync(file, 'utf8')))).toEqual([])
})
