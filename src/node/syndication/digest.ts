import type { ArchivedStory } from '../../shared/contract/bundle.ts'
import { absoluteUrl, dayPath, digestPath, storyPath } from '../../shared/contract/permalinks.ts'
import type { DayPage } from '../../shared/contract/render-page.ts'
import { strictUri } from '../../shared/meta/strict-uri.ts'
import { formatsFor } from '../../shared/text/dates.ts'
import { escapeHtml } from '../../shared/text/escape-html.ts'
import type { FeedItem } from './feed-format.ts'
import { writeFeeds } from './feeds.ts'
import { newestChange, type PublishedSite, type SiteFile } from './types.ts'
import { pageWords } from '../../shared/words/pages.ts'
import { descriptions } from '../../shared/words/descriptions.ts'

/** Days in the digest, the newest, and events of each, the most covered: every new story changes the whole feed. */
const DAYS = 7
const EVENTS = 25

/** Other stories of an event in the digest; the day's page has more. */
const SOURCES = 2

/** The feeds of the daily digest: one item for each day, which lists its stories. */
export function* toDigest(site: PublishedSite, days: Iterable<DayPage>): Generator<SiteFile> {
  const formats = formatsFor(site.language, site.timeZone)
  const items: FeedItem[] = []
  for (const page of days) {
    if (items.length === DAYS) break
    const day = formats.weekday(page.day)
    const url = strictUri(absoluteUrl(site.url, dayPath(page.day)))
    items.push({
      id: url,
      url,
      originalUrl: null,
      title: day,
      summary: descriptions.dayDescription(day, page.count),
      html: `<ul>${page.events.slice(0, EVENTS).map(({ story, others }) => `<li>${link(site, story)}${others.length === 0 ? '' : `<ul>${others.slice(0, SOURCES).map((other) => `<li>${link(site, other)}</li>`).join('')}</ul>`}</li>`).join('')}</ul>`,
      published: page.newest,
      updated: null,
      language: site.language,
      provider: null,
      authors: [],
      topics: [],
      images: [],
      video: null,
      playerUrl: null,
      coverage: [],
    })
  }
  const updated = newestChange(items)
  yield* writeFeeds(site, { page: digestPath, name: pageWords.dailyDigest, topic: null, updated }, items)
}

function link(site: PublishedSite, { slug, title, provider }: ArchivedStory): string {
  return `<a href="${escapeHtml(strictUri(absoluteUrl(site.url, storyPath(slug))))}">${escapeHtml(title)}</a>${provider === null ? '' : ` (${escapeHtml(provider)})`}`
}
