import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { similarTopics } from '../../shared/search/similar-topics.ts'
import { Notice } from '../components/chrome/notice.tsx'
import { useSite } from '../components/contexts/site.ts'
import { TopicLinks } from '../components/parts/topic-links.tsx'
import { allTopicsQuery } from '../data/queries/bundle-query.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'
import { pageWords } from '../../shared/words/pages.ts'

const OFFERED = 8

/** A link to a topic without stories: offers topics with a similar name, or the most used ones. */
export function TopicGoneRoute({ slug }: { slug: string }): ReactNode {
  const { data: topics = [] } = useQuery(allTopicsQuery)
  const similar = similarTopics(slug, topics, OFFERED)
  const title = pageWords.topicNotFound(slug)
  usePageTitle(title, useSite().title)
  return (
    <Notice title={title}>
      <p>{pageWords.topicNotFoundText}</p>
      <TopicLinks topics={similar.length > 0 ? similar : topics.slice(0, OFFERED)} />
    </Notice>
  )
}
