import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importsOf, importsUnder, type Import } from '../support/imports.ts'

/** Of components, hooks know only the types and contexts. */
const HOOKS = /^(src\/(client\/(hooks\/|data\/|components\/(contexts\/|filters\/facet\.ts$))|shared\/)|react$|@tanstack\/react-query$|react-router-dom$)/

/** What the modules whose path begins so may import; the longest beginning that fits decides. */
const WALLS: readonly (readonly [from: string, may: RegExp])[] = [
  ['src/shared/', /^src\/shared\//],
  ['src/node/', /^(src\/(node|shared)\/|node:|(?!src\/|react|@tanstack)[a-z@])/],
  ['src/client/', /^(src\/(client\/(?!routes\/)|shared\/)|react$|react-dom\/client$|@tanstack\/react-query$|react-router-dom$)/],
  ['src/client/routes.tsx', /^(src\/(client|shared)\/|react$|react-router-dom$)/],
  ['src/client/lazy-views.ts', /^(src\/(client|shared)\/|react$)/],
  ['src/client/render-story.tsx', /^(src\/(client|shared)\/|react$|react-dom\/server\.edge$)/],
  // The build has every view at hand.
  ['src/client/entry-server.tsx', /^(src\/(client|shared)\/|react-dom\/server\.edge$|react-router-dom$)/],
  ['src/client/routes/', /^(src\/(client\/(routes|components|hooks|data)|shared)\/|react$|@tanstack\/react-query$|react-router-dom$)/],
  ['src/client/hooks/', HOOKS],
  // A story's page is fetched as soon as someone points at a link to one.
  ['src/client/hooks/navigation/use-link-navigation.ts', new RegExp(`${HOOKS.source}|^src/client/routes/story\\.tsx$`)],
  // What is far in a feed must stand before the browser goes there.
  ['src/client/hooks/feed-window/use-feed-window.ts', new RegExp(`${HOOKS.source}|^react-dom$`)],
  ['src/client/data/', /^(src\/(client\/(data\/|search\/|offline\/offline-messages\.ts$)|shared\/)|@tanstack\/react-query$)/],
  // The service worker is a program of its own.
  ['src/client/offline/', /^(src\/(client\/offline|shared)\/|workbox-[a-z]+\/[A-Za-z]+\.js$)/],
  // The one importer of what reads HTML back.
  ['src/client/data/markdown/', /^(src\/(client\/data\/markdown\/|shared\/)|turndown$)/],
  // The engine reads files as everything does; of data it knows nothing else.
  ['src/client/search/', /^(src\/(client\/(search\/|data\/fetch-bundle\.ts$)|shared\/)|@orama\/stemmers\/[a-z]+$|fastest-levenshtein$)/],
  ['src/client/components/', /^(src\/(client\/components|shared)\/|react$)/],
]

function breaches(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to }) => {
      const wall = WALLS.filter(([beginning]) => from.startsWith(beginning)).at(-1)
      return wall?.[1].test(to) !== true
    })
    .map(({ from, to }) => `${from} imports ${to}`)
}

test('the rooms keep their walls', () => {
  const imports = importsUnder('src')
  expect(imports.length).toBeGreaterThan(200)
  expect(breaches(imports)).toEqual([])
})

test.each([
  ['src/shared/text/dates.ts', "import { readFile } from 'node:fs'"],
  ['src/shared/text/dates.ts', "import type { Plugin } from 'vite'"],
  ['src/node/plugin.ts', "const app = await import('../client/app.tsx')"],
  ['src/client/app.tsx', "import { build } from '../node/plugin.ts'"],
  ['src/client/components/chrome/masthead.tsx', "import { Link } from 'react-router-dom'"],
  ['src/client/components/chrome/masthead.tsx', "import { catalogQuery } from '../../data/queries/bundle-query.ts'"],
  ['src/client/hooks/use-now.ts', "import { Chips } from '../components/feed/chips.tsx'"],
  ['src/client/hooks/use-now.ts', "void import('../routes/story.tsx')"],
  ['src/client/app.tsx', "import { FeedRoute } from './routes/feed.tsx'"],
  ['src/client/routes/feed.tsx', "import { marked } from 'marked'"],
  ['src/client/data/queries/bundle-query.ts', "import { FeedRoute } from '../../routes/feed.tsx'"],
  ['src/client/search/open-search.ts', "import { catalogQuery } from '../data/queries/bundle-query.ts'"],
])('a wall would not let %s say: %s', (from, text) => {
  expect(breaches(importsOf(from, text))).toHaveLength(1)
})

test('only parse-seed.ts imports gray-matter', () => {
  const importers = importsUnder('src').filter(({ to }) => to === 'gray-matter')
  expect(new Set(importers.map(({ from }) => from))).toEqual(new Set(['src/node/seeds/parse-seed.ts']))
})

test('components keep nothing and fetch nothing', () => {
  for (const file of readdirSync('src/client/components', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(tsx?|css)$/.test(name))) {
    expect(readFileSync(`src/client/components/${file}`, 'utf8'), file).not.toMatch(/\b(localStorage|sessionStorage|fetch\()/)
  }
})

test('nothing but permalinks.ts spells a path', () => {
  const speakers = [...new Set(importsUnder('src/client').map(({ from }) => from))].filter((file) =>
    /[`'"]\/?(topic|story|data)\/[^'"`]*\$\{/.test(readFileSync(file, 'utf8')),
  )
  expect(speakers).toEqual([])
})
