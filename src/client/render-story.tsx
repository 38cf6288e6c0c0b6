import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server.edge'
import type { RelatedStory, Story } from '../shared/contract/bundle.ts'
import { escapeHtml } from '../shared/text/escape-html.ts'
import type { HtmlPart } from '../shared/contract/render-page.ts'
import type { Site } from '../shared/contract/site.ts'
import { languageFor } from './components/contexts/language.ts'
import { reasonText, RelatedEntry } from './components/story/related-sidebar.tsx'
import { SiteProviders } from './components/contexts/site-providers.tsx'
import { splitAtPlaceholder, Placeholder, type Around } from './components/story/placeholder.tsx'
import { StoryView } from './routes/story-view.tsx'

/** What React asks for beforehand stands before everything else; it escapes what could end a tag. */
const PRELOADS = /^(?:<link [^>]*>)*/

/** Entries remembered at most: about 50 MB. */
const MOST_ENTRIES = 60_000

/**
 * Renders the stories of one site into the frame that stands around each. What a story shows of others is
 * most of its page and the same beside each that shows it: it is rendered once, but for the reason why it
 * is there.
 */
export function storyRenderer(site: Site, frame: Around): (story: Story) => HtmlPart[] {
  const language = languageFor(site.language)
  const render = (content: ReactNode): string => renderToString(<SiteProviders site={site} now={0}>{content}</SiteProviders>)
  const keep = textKeeper()
  const [frameStart, frameEnd] = [keep(frame[0]), keep(frame[1])]
  const known = new Map<string, Uint8Array>()
  // The reason stands first: what is before it is the same in every entry.
  let entryStart = ''

  const entryEnd = (entry: RelatedStory): HtmlPart => {
    const key = entry.slug ?? JSON.stringify({ ...entry, reason: null })
    const last = known.get(key)
    if (last !== undefined) return last
    const [start, end] = splitAtPlaceholder(render(<RelatedEntry entry={entry}><Placeholder /></RelatedEntry>))
    entryStart = start
    if (known.size >= MOST_ENTRIES) known.clear()
    const kept = keep(end)
    known.set(key, kept)
    return kept
  }
  return (story) => {
    const { related } = story
    const html = render(<StoryView summary={story} story={story} site={site} entries={related.length === 0 ? null : <Placeholder />} />)
    const [preloads = ''] = PRELOADS.exec(html) ?? []
    const start = [preloads, frameStart]
    if (related.length === 0) return [...start, html.slice(preloads.length), frameEnd]
    const [before, after] = splitAtPlaceholder(html.slice(preloads.length))
    const entries = related.flatMap((entry) => {
      const end = entryEnd(entry)
      return [entryStart, escapeHtml(reasonText(entry.reason, language)), end]
    })
    return [...start, before, ...entries, after, frameEnd]
  }
}

/** Bytes that UTF-8 takes at most for each unit of a string. */
const MOST_BYTES = 3

/** Keeps texts as UTF-8, many in one buffer: one for each would take more than its text. */
function textKeeper(): (text: string) => Uint8Array {
  const encoder = new TextEncoder()
  let room = new Uint8Array(0)
  return (text) => {
    if (room.length < text.length * MOST_BYTES) room = new Uint8Array(Math.max(1 << 16, text.length * MOST_BYTES))
    const { written } = encoder.encodeInto(text, room)
    const kept = room.subarray(0, written)
    room = room.subarray(written)
    return kept
  }
}
