import { JSDOM } from 'jsdom'
import { toTopicLists } from '../../src/node/stories/topics-and-counts.ts'
import type { SeedStory } from '../../src/node/seeds/values/seed-story.ts'
import { syndicate } from '../../src/node/syndication/syndicate.ts'
import type { Syndicated, SyndicatedStory } from '../../src/node/syndication/types.ts'
import { compareStories } from '../../src/shared/contract/compare-stories.ts'
import type { Site } from '../../src/shared/contract/site.ts'
import { readStories, SITE } from './make-story.ts'

export const PUBLISHED: Site = { ...SITE, url: 'https://news.example/fold/' }

/** The files that a site of these seeds is syndicated in, by path. */
export function syndicateSeeds(seeds: readonly SeedStory[], site = PUBLISHED, archivePaths: readonly string[] = []): Map<string, string> {
  const stories = [...seeds].sort(compareStories).map(readStories(seeds))
  const topicLists = toTopicLists(stories.map(({ topics }) => topics))
  return filesOf({ site, stories, topicLists, threads: [], days: () => [], archivePaths })
}

/** Bytes of every file of the site. */
export const SIZE = 1234

/** The files that a site of these stories is syndicated in, by path. */
export function filesOf(syndicated: Omit<Syndicated, 'base' | 'assetsDir' | 'images' | 'stories' | 'story' | 'sizeOf'> & { stories: readonly SyndicatedStory[] }): Map<string, string> {
  const story = (position: number) => {
    const found = syndicated.stories[position]
    if (found === undefined) throw new Error(`There is no story ${position}.`)
    return found
  }
  const files = syndicate({ ...syndicated, story, sizeOf: (file) => (file.startsWith('data/') ? SIZE : null), base: '/fold/', assetsDir: 'assets', images: 'link' })
  return new Map([...files].map(({ file, bytes }) => [file, new TextDecoder('utf-8', { fatal: true }).decode(bytes)]))
}

/** What a file says; fails when there is none. */
export function textOf(files: ReadonlyMap<string, string>, file: string): string {
  const text = files.get(file)
  if (text === undefined) throw new Error(`There is no ${file} among ${[...files.keys()].join(', ')}.`)
  return text
}

/** A file as a strict XML parser reads it; fails when it is not well-formed. */
export function xmlOf(files: ReadonlyMap<string, string>, file: string): Document {
  return new JSDOM(textOf(files, file), { contentType: 'application/xml' }).window.document
}

/** Texts of all elements of a qualified name, in document order. */
export function textsOf(parent: Document | Element, name: string): string[] {
  return [...parent.getElementsByTagName(name)].map((element) => element.textContent)
}

/** Values of an attribute of all elements of a qualified name. */
export function attributesOf(parent: Document | Element, name: string, attribute: string): (string | null)[] {
  return [...parent.getElementsByTagName(name)].map((element) => element.getAttribute(attribute))
}
