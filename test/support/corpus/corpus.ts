import { DEFAULT_PROVIDERS, pickProvider } from './names.ts'
import { BLANK_BODIES, BODIES } from './oddities.ts'
import { drawLogo, drawPicture, LOGO, pictureOf, PICTURES } from './pictures.ts'
import { createRandom, type Random } from './random.ts'
import { createEvents, slugOf, type EventOptions } from './event-stories.ts'
import { writeSeed, type MadeStory } from './write-seed.ts'

export interface CorpusOptions extends EventOptions {
  /** How many seeds. */
  readonly stories: number
  /** Another number, another corpus. */
  readonly seed?: number | undefined
}

export interface CorpusFile {
  /** Relative to the corpus's folder, with `/`. */
  readonly path: string
  readonly content: string | Uint8Array
}

/**
 * A corpus in the shape of the archive, picture by picture and seed by seed; the same for the same
 * options, whatever the machine and the day.
 */
export function* corpus(options: CorpusOptions): Generator<CorpusFile> {
  yield { path: LOGO.path, content: drawLogo() }
  for (let number = 0; number < PICTURES; number++) {
    yield { path: pictureOf(number).path, content: drawPicture(number) }
  }
  const random = createRandom(options.seed ?? 1)
  const storiesOfEvent = createEvents(random, options)
  let before: MadeStory | undefined
  for (let index = 0; index < options.stories; ) {
    const stories = storiesOfEvent(index).slice(0, options.stories - index)
    for (const [telling, story] of stories.entries()) {
      const others = stories.filter((other) => other !== story)
      yield toSeed(random, index + telling, story, [...others, ...alsoListed(random, index + telling, story, before, options)])
    }
    index += stories.length
    before = stories[0]
  }
}

function toSeed(random: Random, index: number, story: MadeStory, related: readonly MadeStory[]): CorpusFile {
  const bodies = index % 12 === 2 ? BODIES : BLANK_BODIES
  const body = story.body ?? bodies[Math.floor(index / 12) % bodies.length] ?? ''
  const path = pathOf(random, index, story)
  const text = writeSeed(path, { story, related, secured: secret(random), body })
  return { path, content: index % 3 === 1 ? text.replaceAll('\n', '\r\n') : text }
}

/** What else a crawler lists: another paper's story that is no seed, or one that only looks alike. */
function alsoListed(random: Random, index: number, story: MadeStory, before: MadeStory | undefined, { providers = DEFAULT_PROVIDERS, clean }: CorpusOptions): MadeStory[] {
  const listed: MadeStory[] = []
  if (random.chance(0.2)) {
    const { names, domain } = pickProvider(random, providers, clean)
    const webUrl = `https://www.${domain}/live/${index}`
    const provider = { name: names[0] ?? '', domain }
    listed.push({ ...story, webUrl, originalUrl: undefined, ampUrl: `${webUrl}/amp`, provider, type: 'article', image: undefined })
  }
  if (before && random.chance(0.1)) listed.push({ ...before, updated: undefined })
  return listed
}

const ENDINGS = ['txt', 'txt', 'md', 'txt', 'txt', 'markdown', 'txt'] as const

/** Mostly the crawler's number and hash, at different depths; now and then a whole title and more. */
function pathOf(random: Random, index: number, { title, excerpt, published }: MadeStory): string {
  const [year, month] = published.split('-')
  const folder = index % 10 === 9 ? '' : index % 4 === 0 ? `${year}/${month}/` : `${year}/`
  const number = String(index).padStart(3, '0')
  const hash = [random, random].map((half) => half.below(2 ** 32).toString(16).padStart(8, '0')).join('')
  const isLong = index % 29 === 11
  const name = isLong ? `${published.slice(0, 10)}-${number}-${slugOf(`${title} ${excerpt}`).padEnd(140, '-and-more').slice(0, 170)}` : `${number}_${hash}`
  return `${folder}${name}.${ENDINGS[index % ENDINGS.length] ?? 'txt'}`
}

const BLOCKS = 17

/** In the form of the archive's encrypted blobs; it says nothing. */
function secret(random: Random): string {
  const base64 = (blocks: number) => {
    const bytes = Buffer.alloc(blocks * 16)
    for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(random.below(2 ** 32), at)
    return bytes.toString('base64')
  }
  return `${base64(BLOCKS)};${base64(1)}`
}
