import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server.edge'
import type { RelatedStory, Story } from '../shared/contract/bundle.ts'
import { escapeHtml } from '../shared/text/escape-html.ts'
import type { HtmlPart } from '../shared/contract/render-page.ts'
import type { Site } from '../shared/contract/site.ts'
import { languageFor } from './components/contexts/language.ts'
import { reasonTexts, RelatedEntry, relatedOf } from './components/story/related-sidebar.tsx'
import { SiteProviders } from './components/contexts/site-providers.tsx'
import { splitAtPlaceholder, Placeholder, type Around } from './components/story/placeholder.tsx'
import { StoryView } from './routes/story-view.tsx'

/** React puts preload links first, and escapes their attributes. */
const PRELOADS = /^(?:<link [^>]*>)*/

/** Maximum number of cached sidebar entries: about 50 MB. */
const MAX_ENTRIES = 60_000

/**
 * Renders the stories of one site into the frame around them. Sidebar entries make up most of a page and are
 * the same on every page that lists the story, apart from the reason, so each entry is rendered once.
 */
export function storyRenderer(site: Site, frame: Around): (story: Story) => HtmlPart[] {
  const language = languageFor(site.language, site.timeZone)
  const render = (content: ReactNode): string => renderToString(<SiteProviders site={site} now={0}>{content}</SiteProviders>)
  const encode = pooledEncoder()
  const [frameStart, frameEnd] = [encode(frame[0]), encode(frame[1])]
  const entryStarts = new Map<string, Uint8Array>()
  // The HTML after the reason is the same in every entry.
  let entryEnd = ''

  const entryStart = (entry: RelatedStory): HtmlPart => {
    const key = entry.slug ?? JSON.stringify({ ...entry, reason: null })
    const cached = entryStarts.get(key)
    if (cached !== undefined) return cached
    const [start, end] = splitAtPlaceholder(render(<RelatedEntry entry={entry}><Placeholder /></RelatedEntry>))
    entryEnd = end
    if (entryStarts.size >= MAX_ENTRIES) entryStarts.clear()
    const encoded = encode(start)
    entryStarts.set(key, encoded)
    return encoded
  }
  return (story) => {
    const related = relatedOf(story)
    const html = render(<StoryView summary={story} story={story} site={site} entries={related.length === 0 ? null : <Placeholder />} />)
    const [preloads = ''] = PRELOADS.exec(html) ?? []
    const start = [preloads, frameStart]
    if (related.length === 0) return [...start, html.slice(preloads.length), frameEnd]
    const [before, after] = splitAtPlaceholder(html.slice(preloads.length))
    const reasons = reasonTexts(related.map(({ reason }) => reason), language.formats)
    const entries = related.flatMap((entry, index) => {
      const start = entryStart(entry)
      return [start, escapeHtml(reasons[index] ?? ''), entryEnd]
    })
    return [...start, before, ...entries, after, frameEnd]
  }
}

/** Maximum number of UTF-8 bytes for each UTF-16 unit. */
const MAX_BYTES = 3

/** Encodes texts as UTF-8, many into one buffer: a buffer for each would take more memory than the text. */
function pooledEncoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder()
  let free = new Uint8Array(0)
  return (text) => {
    if (free.length < text.length * MAX_BYTES) free = new Uint8Array(Math.max(1 << 16, text.length * MAX_BYTES))
    const { written } = encoder.encodeInto(text, free)
    const encoded = free.subarray(0, written)
    free = free.subarray(written)
    return encoded
  }
}
