import { excerpt, headline, newsBody, pickNews, rewordHeadline, standfirst, type News } from './headline.ts'
import { DEFAULT_PROVIDERS, LOGO_DOMAIN, pickProvider, type Provider } from './names.ts'
import { ODD_TITLES, PLAYERS } from './oddities.ts'
import { LOGO, PICTURES, pictureOf } from './pictures.ts'
import type { Random } from './random.ts'
import { DEFAULT_TOPICS, pickSubject } from './topics.ts'
import type { MadeImage, MadeStory } from './write-seed.ts'

/** What a corpus is made of; what is left out is as in the archive. */
export interface EventOptions {
  readonly topics?: number | undefined
  readonly providers?: number | undefined
  /** Days that the stories spread over, back from the end of June 2020. */
  readonly days?: number | undefined
  /** Share of the stories that are still promoted, 0 to 1. */
  readonly promoted?: number | undefined
  /** As somebody would keep it who tends it: hardly an oddity, a picture for a third, and bodies. */
  readonly clean?: boolean | undefined
}

const END = Date.parse('2020-06-30T20:00:00Z')
const HOUR = 3_600_000
const DEFAULT_DAYS = 1096
const DEFAULT_PROMOTED = 0.15

/** One headline in so many is one that no grammar makes. */
const ODD = 17
const ODD_IF_CLEAN = 90

/** Makes the stories of one event after another: `index` is the number of an event's first story. */
export function createEvents(random: Random, options: EventOptions): (index: number) => MadeStory[] {
  const pickPicture = createPictures()
  const clean = options.clean ?? false
  const oddity = clean ? ODD_IF_CLEAN : ODD
  return (index) => {
    const subject = pickSubject(random, options.topics ?? DEFAULT_TOPICS, clean)
    const odd = index % oddity === oddity - 1 ? ODD_TITLES[Math.floor(index / oddity) % ODD_TITLES.length] : undefined
    const news = pickNews(random, subject.theme)
    const title = odd?.title ?? headline(random, news)
    // The first event has several stories and leads the feed.
    const count = index === 0 ? 3 : !odd && random.chance(1 / 9) ? 2 + random.below(4) : 1
    const time = index === 0 ? END : pickTime(random, options.days ?? DEFAULT_DAYS)
    return pickProviders(random, options.providers ?? DEFAULT_PROVIDERS, count, clean).map((provider, nth) => {
      const own = rewordHeadline(title, provider.names[0] ?? '', nth, clean)
      const image = pickImage(random, index + nth, own, () => pickPicture(provider.domain), provider, clean)
      const story = makeStory(random, index + nth, own, news, subject.topics, provider, time - nth * (HOUR + random.below(4 * HOUR)), options.promoted ?? DEFAULT_PROMOTED, clean)
      return { ...story, image, locale: odd?.locale ?? story.locale, excerpt: odd?.excerpt ?? story.excerpt }
    })
  }
}

function makeStory(random: Random, index: number, title: string, news: News, topics: readonly string[], provider: Provider, time: number, promoted: number, clean: boolean): MadeStory {
  const published = isoTime(time)
  const page = `${published.slice(0, 7).replace('-', '/')}/${slugOf(title).slice(0, 70)}-${index}`
  const address = `https://www.${provider.domain}/${page}${random.chance(0.2) ? random.pick(TRACKING) : ''}`
  const isVideo = index % 14 === 5
  const isOriginal = index % 19 === 7
  return {
    title,
    excerpt: clean ? standfirst(random, news) : excerpt(random, news, title),
    published,
    updated: random.chance(0.1) ? isoTime(time + 5 * HOUR) : undefined,
    webUrl: isOriginal ? undefined : address,
    originalUrl: isOriginal ? address : undefined,
    ampUrl: random.chance(0.3) ? `https://www.${provider.domain}/amp/${page}` : undefined,
    type: isVideo ? 'video' : 'article',
    // Two dice: most are middling.
    quality: index % 11 === 3 ? undefined : random.below(101) + random.below(101),
    heat: index % 11 === 4 ? undefined : random.chance(0.7) ? -1 : random.below(80),
    isPublished: index % 11 === 6 ? undefined : random.chance(promoted),
    provider: { name: !clean && random.chance(0.2) ? random.pick(provider.names) : (provider.names[0] ?? ''), domain: provider.domain },
    topics,
    locale: index % 5 === 0 ? 'en-us' : undefined,
    body: clean ? newsBody(random, news) : undefined,
    featuredContent: isVideo ? PLAYERS[Math.floor(index / 14) % PLAYERS.length] : undefined,
  }
}

const TRACKING = ['?utm_source=feed&utm_medium=rss', '?fbclid=IwAR0', '?utm_campaign=weekly'] as const

/** A third have no picture, a third a dead one; the rest lie beside the seeds. One paper only shows its logo. */
function pickImage(random: Random, index: number, title: string, pickPicture: () => MadeImage, { domain }: Provider, clean: boolean): MadeImage | undefined {
  if (domain === LOGO_DOMAIN && !clean) return { url: LOGO.path, width: LOGO.width, height: LOGO.height, title }
  const kind = index === 0 ? 2 : random.below(3)
  if (kind === 0 || (clean && kind === 1 && index % 10 !== 0)) return undefined
  if (kind === 1) return { url: `https://images.dead.invalid/${index}.jpg`, width: 1200, height: 630, title }
  const credit = index % 4 === 0 ? { title: 'A scene, drawn for this story', attribution: 'Newsfold corpus' } : { title }
  return { ...pickPicture(), ...credit }
}

/** No paper shows a picture again before it has shown all: one that it repeats counts as its logo. */
function createPictures(): (domain: string) => MadeImage {
  const next = new Map<string, number>()
  return (domain) => {
    const number = next.get(domain) ?? next.size * 11
    next.set(domain, number + 1)
    const { path, width, height } = pictureOf(number % PICTURES)
    return { url: path, width, height }
  }
}

function pickProviders(random: Random, providers: number, count: number, clean: boolean): Provider[] {
  const picked = new Map<string, Provider>()
  for (let attempt = 0; attempt < 4 * count && picked.size < count; attempt++) {
    const provider = pickProvider(random, providers, clean)
    picked.set(provider.domain, provider)
  }
  return [...picked.values()]
}

/** A time by day: recent days are dense, old ones thin, and some stay empty. */
function pickTime(random: Random, days: number): number {
  let day = Math.floor(random.next() ** 2 * days)
  while (day > 0 && Math.imul(day, 0x9e3779b1) >>> 29 === 0) day--
  return END - day * 24 * HOUR - random.below(16 * HOUR)
}

function isoTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** A title as addresses and file names spell it; empty for other scripts. */
export function slugOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
