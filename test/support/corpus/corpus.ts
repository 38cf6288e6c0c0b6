import { excerpt, headline, retold } from './headline.ts'
import { drawPicture, pictureOf } from './picture.ts'
import { createRandom, type Random } from './random.ts'
import { PROVIDERS, ROOT_TOPIC, TOPICS } from './vocabulary.ts'
import { writeSeed, type MadeImage, type MadeStory } from './write-seed.ts'

export interface CorpusOptions {
  /** How many seeds. */
  readonly stories: number
  /** Another number, another corpus. */
  readonly seed?: number | undefined
  /** How many topics and providers there are, beyond which names are numbered. */
  readonly topics?: number | undefined
  readonly providers?: number | undefined
  /** Days that the stories spread over, back from the end of June 2020. */
  readonly days?: number | undefined
}

export interface CorpusFile {
  /** Relative to the corpus's folder, with `/`. */
  readonly path: string
  readonly content: string | Uint8Array
}

const END = Date.parse('2020-06-30T20:00:00Z')
const HOUR = 3_600_000
const PICTURES = 48
const BODIES = [
  '## What happened\n\nIt began with a **question**[^1] and a list:\n\n- one robot\n- two engineers\n\n> It learned faster than we did.\n\n```python\nprint("hello")\n```\n\n| Year | Robots |\n| --- | --- |\n| 2019 | 1 |\n| 2020 | 40 |\n\nMore [in the report](https://reports.example/2020).\n\n![A chart](https://images.dead.invalid/chart.png)\n\n[^1]: Asked in spring.\n',
  'A short note, in *plain* words.\n',
]

/** A corpus, seed by seed and picture by picture; the same for the same options, whatever the machine and the day. */
export function* corpus(options: CorpusOptions): Generator<CorpusFile> {
  const random = createRandom(options.seed ?? 1)
  for (let number = 0; number < PICTURES; number++) {
    yield { path: `pictures/${pictureOf(number).name}`, content: drawPicture(number) }
  }
  for (let index = 0; index < options.stories; ) {
    const event = tellEvent(random, index, options)
    const stories = event.slice(0, options.stories - index)
    for (const [telling, story] of stories.entries()) {
      const others = stories.filter((other) => other !== story)
      yield toSeed(random, index + telling, story, others.length > 0 ? others : elsewhere(random, index, story, options))
    }
    index += stories.length
  }
}

/** One event in eight is told by several providers within hours. */
function tellEvent(random: Random, index: number, options: CorpusOptions): MadeStory[] {
  const title = headline(random, index)
  const topics = pickTopics(random, options)
  const days = options.days ?? 1000
  // Squared, so that recent days are dense and old ones thin.
  const age = random.next() ** 2 * days * 24 * HOUR
  const tellings = random.chance(1 / 8) ? 2 + random.below(4) : 1
  return Array.from({ length: tellings }, (_, telling) =>
    tell(random, index + telling, retold(title, telling), topics, END - age + telling * random.below(3 * HOUR), options),
  )
}

function tell(random: Random, index: number, title: string, topics: readonly string[], time: number, options: CorpusOptions): MadeStory {
  const provider = pickProvider(random, index, options)
  const type = index % 14 === 5 ? 'video' : 'article'
  const address = `https://www.${provider.domain}/${2017 + (index % 4)}/story-${index}${random.chance(0.3) ? '?utm_source=feed&utm_medium=rss' : ''}`
  const published = new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
  return {
    title,
    excerpt: excerpt(random, title),
    published,
    updated: random.chance(0.1) ? new Date(time + 5 * HOUR).toISOString().replace(/\.\d+Z$/, 'Z') : undefined,
    webUrl: index % 19 === 7 ? undefined : address,
    originalUrl: index % 19 === 7 ? address : undefined,
    type,
    quality: index % 11 === 3 ? undefined : random.below(201),
    heat: index % 11 === 4 ? undefined : random.chance(0.6) ? -1 : random.below(60),
    isPublished: index % 11 === 5 ? undefined : random.chance(0.3),
    provider,
    topics,
    image: pickImage(random, index, title, provider.domain),
    featuredContent: type === 'video' ? random.pick(PLAYERS) : undefined,
  }
}

const PLAYERS = [
  '<iframe width=\'560\' height=\'315\' src=\'https://www.youtube.com/embed/aqz-KE-bpKQ\' frameborder=\'0\' allowfullscreen></iframe>',
  '<iframe src=\'https://player.vimeo.com/video/76979871\'></iframe>',
  '<iframe src=\'https://players.strangers.example/embed/1\' onload=\'alert(1)\'></iframe>',
]

function toSeed(random: Random, index: number, story: MadeStory, related: readonly MadeStory[]): CorpusFile {
  const body = index % 9 === 2 ? (BODIES[(index / 9) & 1] ?? '') : index % 5 === 1 ? '\n\n\n   \n\n' : ''
  const text = writeSeed(story, related, secret(random), body)
  const long = index % 29 === 11 ? `_${'a-very-long-name-'.repeat(8)}` : ''
  const ending = ['txt', 'md', 'txt', 'markdown'][index % 4] ?? 'txt'
  return {
    path: `${story.published.slice(0, 4)}/${String(index).padStart(6, '0')}${long}.${ending}`,
    content: index % 3 === 1 ? text.replaceAll('\n', '\r\n') : text,
  }
}

/** Coverage of a story told once: now and then by a paper that is no seed. */
function elsewhere(random: Random, index: number, story: MadeStory, options: CorpusOptions): MadeStory[] {
  if (!random.chance(0.25)) return []
  const provider = pickProvider(random, index + 1, options)
  return [{ ...story, webUrl: `https://www.${provider.domain}/elsewhere/${index}`, originalUrl: undefined, provider, featuredContent: undefined, type: 'article' }]
}

/** Two to four topics, the first ones far more often (Zipf's law), and nearly always the root topic. */
function pickTopics(random: Random, { topics = TOPICS.length }: CorpusOptions): string[] {
  const names = Array.from({ length: 1 + random.below(3) }, () => {
    const rank = Math.min(topics - 1, Math.floor(topics ** random.next()) - 1)
    return TOPICS[rank] ?? `Topic ${rank}`
  })
  return [...new Set([...names, ...(random.chance(0.95) ? [ROOT_TOPIC] : [])])]
}

function pickProvider(random: Random, index: number, { providers = PROVIDERS.length }: CorpusOptions): { name: string; domain: string } {
  const number = (index * 5 + random.below(3)) % providers
  const known = PROVIDERS[number]
  if (!known) return { name: `Paper ${number}`, domain: `paper-${number}.example` }
  const [name = known.domain, ...odd] = known.names
  return { name: odd.length > 0 && random.chance(0.2) ? random.pick(odd) : name, domain: known.domain }
}

/** A third have no picture, a sixth a dead one, one paper mostly its logo; the rest lie beside the seeds. */
function pickImage(random: Random, index: number, title: string, domain: string): MadeImage | undefined {
  if (domain === 'machineroom.example') return { url: 'https://machineroom.example/logo.png', width: 300, height: 300 }
  const kind = index % 6
  if (kind < 2) return undefined
  if (kind === 2) return { url: `https://images.dead.invalid/${index}.jpg`, width: 1200, height: 630, title }
  const { name, width, height } = pictureOf((index * 5 + random.below(3)) % PICTURES)
  const credit = index % 4 === 0 ? { title: 'Hills in the haze', attribution: 'Newsfold corpus' } : { title }
  return { url: `../pictures/${name}`, width, height, ...credit }
}

function secret(random: Random): string {
  const bytes = Uint8Array.from({ length: 48 }, () => random.below(256))
  return `${Buffer.from(bytes).toString('base64')};TROKWT==`
}
