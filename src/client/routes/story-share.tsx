import type { ReactNode } from 'react'
import type { Story } from '../../shared/contract/bundle.ts'
import { storyPath } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'
import { toStoryMarkdown } from '../../shared/meta/story-markdown.ts'
import { addressOf } from '../components/contexts/href.ts'
import { useLanguage } from '../components/contexts/language.ts'
import { Share } from '../components/story/share.tsx'

interface Props {
  readonly story: Story
  readonly site: Site
}

/** Shares a story as a link or as Markdown. */
export function StoryShare({ story, site }: Props): ReactNode {
  const { words, formats } = useLanguage()
  const address = (slug: string) => addressOf(storyPath(slug), site)
  const toMarkdown = async () => {
    const { bodyHtml } = story
    // Rarely used, so loaded on request.
    const body = bodyHtml === null ? null : (await import('../data/markdown/body-markdown.ts')).toBodyMarkdown(bodyHtml)
    return toStoryMarkdown(story, { words, formats, body, addressOf: address })
  }
  return <Share title={story.title} addressOf={() => address(story.slug)} toMarkdown={toMarkdown} />
}
