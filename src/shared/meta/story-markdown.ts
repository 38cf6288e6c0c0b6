import type { Story } from '../contract/bundle.ts'
import type { Formats } from '../text/dates.ts'
import { escapeMarkdown, escapeMarkdownLine, markdownLink } from '../text/markdown.ts'
import type { Words } from '../words/en.ts'

/** What `toStoryMarkdown` needs in addition to the story. */
export interface MarkdownFrame {
  readonly words: Words
  readonly formats: Formats
  /** The body as Markdown; null where there is none. */
  readonly body: string | null
  /** The absolute address of a story on this site, by its slug. */
  readonly addressOf: (slug: string) => string
}

/** A story to paste elsewhere: title with a link to the original, provider and date, excerpt, body, and its coverage as a list. */
export function toStoryMarkdown(story: Story, { words, formats, body, addressOf }: MarkdownFrame): string {
  const provider = story.provider === null ? '' : escapeMarkdownLine(story.provider.name)
  const coverage = story.related.filter(({ reason }) => reason.kind === 'coverage')
  const entries = coverage.map(({ title, url, slug, provider: other }) => {
    const link = markdownLink(title, slug === null ? url : addressOf(slug))
    return `- ${[link, other === null ? '' : escapeMarkdownLine(other)].filter((part) => part !== '').join(' · ')}`
  })
  const parts = [
    `# ${markdownLink(story.title, story.originalUrl ?? addressOf(story.slug))}`,
    [provider, escapeMarkdownLine(formats.date(story.published))].filter((part) => part !== '').join(' · '),
    escapeMarkdown((story.fullExcerpt ?? story.excerpt).trim()),
    body ?? '',
    entries.length === 0 ? '' : `## ${escapeMarkdownLine(words.alsoCoveredBy)}\n\n${entries.join('\n')}`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
