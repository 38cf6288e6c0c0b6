import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server.edge'
import type { RelatedStory, Story } from '../shared/bundle.ts'
import { escapeHtml } from '../shared/escape-html.ts'
import type { HtmlPart } from '../shared/render-page.ts'
import type { Site } from '../shared/site.ts'
import { languageFor } from './components/language.ts'
import { reasonText, RelatedEntry } from './components/related-sidebar.tsx'
import { SiteProviders } from './components/site-providers.tsx'
import { cutAtSlot, Slot, type Around } from './components/slot.tsx'
import { StoryView } from './routes/story-view.tsx'

/** What React asks for beforehand stands before everything else; it escapes what could end a tag. */
const PRELOADS = /^(?:<link [^>]*>)*/

/** Entries remembered at most: about 40 MB. */
const MOST_ENTRIES = 20_000

/**
 * Renders the stories of one site into the frame that stands around each. What a story shows of others is
 * most of its page and the same beside each that shows it: it is rendered once, but for the reason why it
 * is there.
 */
export function storyRenderer(site: Site, frame: Around): (story: Story) => HtmlPart[] {
  const language = languageFor(site.language)
  const render = (content: ReactNode): string => renderToString(<SiteProviders site={site} now={0}>{content}</SiteProviders>)
  const encoder = new TextEncoder()
  const encode = ([before, after]: Around): Around<Uint8Array> => [encoder.encode(before), encoder.encode(after)]
  const known = new Map<string, Around<Uint8Array>>()
  const [frameStart, frameEnd] = encode(frame)

  const renderEntry = (entry: RelatedStory) => encode(cutAtSlot(render(<RelatedEntry entry={entry}><Slot /></RelatedEntry>)))
  const entryOf = (entry: RelatedStory) => {
    // Coverage elsewhere has no name of its own to be known by.
    if (entry.slug === null) return renderEntry(entry)
    const last = known.get(entry.slug)
    if (last !== undefined) return last
    if (known.size >= MOST_ENTRIES) known.clear()
    const parts = renderEntry(entry)
    known.set(entry.slug, parts)
    return parts
  }
  return (story) => {
    const html = render(<StoryView summary={story} story={story} site={site} entries={<Slot />} />)
    const [preloads = ''] = PRELOADS.exec(html) ?? []
    const start = [preloads, frameStart]
    if (story.related.length === 0) return [...start, html.slice(preloads.length), frameEnd]
    const [before, after] = cutAtSlot(html.slice(preloads.length))
    const entries = story.related.flatMap((entry) => {
      const [entryStart, entryEnd] = entryOf(entry)
      return [entryStart, escapeHtml(reasonText(entry.reason, language)), entryEnd]
    })
    return [...start, before, ...entries, after, frameEnd]
  }
}
