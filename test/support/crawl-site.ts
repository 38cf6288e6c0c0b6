import { readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Catalog, Story, StorySummary, TopicCount } from '../../src/shared/contract/bundle.ts'
import { pageCount, storyFileOf } from '../../src/shared/contract/list-pages.ts'
import { dataFiles, pageFile, storyPath, topicPath } from '../../src/shared/contract/permalinks.ts'
import type { IndexDirectory } from '../../src/shared/search/index-format.ts'

/** Elements whose attribute names a file that must exist. */
const LINK = /<(?:a|link|script|img|source)\s[^>]*?(?:href|src)="([^"]*)"/g

/**
 * Walks a site in a folder from its front page: every link and every file that a page names, then every file and
 * page that the bundle's JSON names. Returns what is missing, with where it is named.
 */
export function crawlSite(folder: string): string[] {
  const missing: string[] = []
  const seen = new Set<string>()
  const isThere = (file: string) => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile() === true
  const follow = (file: string, from: string) => {
    if (seen.has(file)) return
    seen.add(file)
    if (!isThere(file)) missing.push(`${from} names ${file}`)
    else if (file.endsWith('.html')) for (const link of linksIn(file, readFileSync(join(folder, file), 'utf8'))) follow(link, file)
  }
  const json = (file: string, from: string): unknown => {
    follow(file, from)
    return isThere(file) ? JSON.parse(readFileSync(join(folder, file), 'utf8')) : null
  }
  for (const page of ['index.html', '404.html']) follow(page, 'the host')
  const catalog = json(dataFiles.catalog, 'the app') as Catalog | null
  if (catalog === null) return missing
  json(dataFiles.version, 'the app')
  const shown: StorySummary[] = [...catalog.newest]
  for (let page = 1; page <= pageCount(catalog.stories); page++) shown.push(...((json(dataFiles.feedPage(page), 'the catalog') as StorySummary[] | null) ?? []))
  for (const { slug } of (json(dataFiles.topics, 'the catalog') as TopicCount[] | null) ?? []) {
    follow(pageFile(topicPath(slug)), 'the topics')
    json(dataFiles.topicPage(slug), 'the topics')
  }
  for (const file of [dataFiles.providers, dataFiles.months]) json(file, 'the catalog')
  for (const { id, slug, image } of shown) {
    follow(pageFile(storyPath(slug)), 'the feed')
    if (image?.url.startsWith('data/') === true) follow(image.url, 'the feed')
    const file = dataFiles.stories(storyFileOf(id, catalog.storyFiles))
    const stories = json(file, 'the feed') as Story[] | null
    if (stories?.some((story) => story.id === id) !== true) missing.push(`${file} lacks the story ${slug}`)
  }
  const directory = json(dataFiles.searchDirectory(catalog.version), 'the catalog') as IndexDirectory | null
  for (const name of directory?.segments.flatMap(({ terms }) => terms) ?? []) json(dataFiles.searchTerms(name), 'the search directory')
  for (const name of Object.values(directory?.facets ?? {}).flatMap(({ names, columns }) => [...names, ...columns])) json(dataFiles.searchFacets(name), 'the search directory')
  return missing
}

/** Files of this site that a page links to. */
function linksIn(page: string, html: string): string[] {
  return [...html.matchAll(LINK)].flatMap(([, link = '']) => {
    const path = link.replaceAll('&amp;', '&').replace(/[?#].*$/s, '')
    if (path === '' || /^(?:[a-z]+:|\/\/)/i.test(path)) return []
    const file = decodeURIComponent(path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page), path))
    // No file: the saved stories are on the user's device.
    if (file === 'saved/') return []
    return file === '' || file === './' || file.endsWith('/') ? `${file.replace(/^\.\/$/, '')}index.html` : file
  })
}
