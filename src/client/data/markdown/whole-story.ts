import type { Story } from '../../../shared/contract/bundle.ts'
import { toStoryMarkdown, type MarkdownFrame } from '../../../shared/meta/story-markdown.ts'
import { toBodyMarkdown } from './body-markdown.ts'

/** A whole story as Markdown, including its body. */
export function toWholeStoryMarkdown(story: Story, frame: Omit<MarkdownFrame, 'body'>): string {
  const body = story.bodyHtml === null ? null : toBodyMarkdown(story.bodyHtml)
  return toStoryMarkdown(story, { ...frame, body })
}
