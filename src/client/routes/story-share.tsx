import type { ReactNode } from 'react'
import type { Story } from '../../shared/contract/bundle.ts'
import { storyPath } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'
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
  // Rarely used, so the converter is loaded on demand.
  const toMarkdown = async () => (await import('../data/markdown/whole-story.ts')).toWholeStoryMarkdown(story, { words, formats, addressOf: address })
  return <Share title={story.title} addressOf={() => address(story.slug)} toMarkdown={toMarkdown} />
}
