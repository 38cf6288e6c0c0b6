import type { Catalog, Story } from '../../src/shared/contract/bundle.ts'
import { storyFileOf } from '../../src/shared/contract/list-pages.ts'
import { assembleBundle, type Bundle } from '../../src/node/bundle/assemble-bundle.ts'
import { toStorySlug } from '../../src/shared/contract/slug.ts'
import type { SeedCoverage, SeedStory } from '../../src/node/seeds/values/seed-story.ts'

export const SITE = { title: 'The Fold', language: 'en', url: null }

/** A plain valid story; `name` makes its id, path and address. */
export function makeStory(name: string, fields: Partial<SeedStory> = {}): SeedStory {
  const id = fields.id ?? name.replace(/[^0-9a-z]/g, '').padStart(10, '0')
  return {
    path: `${name}.md`,
    id,
    slug: toStorySlug(fields.title ?? `Story ${name}`, id),
    url: `https://example.com/${name}`,
    title: `Story ${name}`,
    excerpt: '',
    isExcerptOfBody: false,
    published: '2020-05-20T08:00:00Z',
    updated: null,
    provider: { domain: 'example.com', name: 'Example' },
    authors: [],
    type: 'article',
    topics: ['AI'],
    images: [],
    video: null,
    heat: 0,
    quality: 0,
    unpublished: false,
    draft: false,
    language: null,
    event: null,
    aliases: [],
    bodyHtml: null,
    coverage: [],
    ...fields,
  }
}

/** A time `hours` after a fixed start. */
export function after(hours: number): string {
  return new Date(Date.UTC(2020, 0, 1) + hours * 3_600_000).toISOString().replace('.000Z', 'Z')
}

/** A coverage entry that lists a story. */
export function listing({ id, url, title, published, provider }: SeedStory): SeedCoverage {
  return { id, url: url ?? '', title, published, provider, image: null, type: 'article' }
}

/** A picture of a photograph's size. */
export function picture(url: string) {
  return { url, width: 800, height: 600, caption: null, attribution: null }
}

/** What a file of a bundle says. */
export function jsonOf(bundle: Bundle, file: string): unknown {
  const json = bundle.read(file)
  if (json === null) throw new Error(`The bundle has no ${file}.`)
  return JSON.parse(json)
}

/** The full stories that a site has for these seeds, by id. */
export function readStories(seeds: readonly SeedStory[]): (seed: SeedStory) => Story {
  const bundle = assembleBundle(seeds, SITE, 'v1')
  return (seed) => readStory(bundle, seed.id)
}

/** A full story of a bundle. */
export function readStory(bundle: Bundle, id: string): Story {
  const story = (jsonOf(bundle, storyFile(bundle, id)) as Story[]).find((one) => one.id === id)
  if (story === undefined) throw new Error(`The bundle has no story ${id}.`)
  return story
}

/** The file that contains a story. */
export function storyFile(bundle: Bundle, id: string): string {
  const { storyFiles } = jsonOf(bundle, 'data/catalog.json') as Catalog
  return `data/story/${storyFileOf(id, storyFiles)}.json`
}

/** All files of a bundle as JSON, without those of its search index. */
export function bundleFiles(bundle: Bundle): (readonly [file: string, json: string])[] {
  const stories = [...bundle.storyFiles()].map(([file, positions]) => [file, JSON.stringify(positions.map((position) => bundle.story(position)))] as const)
  return [...stories, ...bundle.listFiles()]
}

/** Files that differ between two bundles. */
export function changedFiles(before: Bundle, now: Bundle): string[] {
  const [old, fresh] = [new Map(bundleFiles(before)), new Map(bundleFiles(now))]
  const files = new Set([...old.keys(), ...fresh.keys()])
  return [...files].filter((file) => old.get(file) !== fresh.get(file)).sort()
}
