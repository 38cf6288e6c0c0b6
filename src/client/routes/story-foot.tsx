import { useEffect, useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router-dom'
import { storyPath } from '../../shared/contract/permalinks.ts'
import { StoryNeighbours, type NeighbourStories } from '../components/story/story-neighbours.tsx'
import { readLastFeed } from '../data/storage/last-feed.ts'
import { findNeighbour } from '../hooks/navigation/find-neighbour.ts'
import { useSwipe } from '../hooks/navigation/use-swipe.ts'
import { LargePictures } from './large-pictures.tsx'

const NONE: NeighbourStories = { next: null, previous: null }

/** What a story's page does with scripts: it links the stories beside it in the feed that the user came from, which a swipe opens too, and shows pictures large. */
export function StoryFoot({ id }: { id: string }): ReactNode {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [stories, setStories] = useState(NONE)
  useEffect(() => {
    // Who opens a story from elsewhere has no next one, and loads no list of stories.
    const feed = readLastFeed()
    if (feed === null) return
    let isCurrent = true
    Promise.all([findNeighbour(client, feed, id, 1), findNeighbour(client, feed, id, -1)]).then(
      ([next, previous]) => isCurrent && setStories({ next, previous }),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [client, id])
  useSwipe((step) => {
    const story = step === 1 ? stories.next : stories.previous
    // Back then leads to the feed.
    if (story !== null) void navigate(storyPath(story.slug), { replace: true })
  })
  return (
    <>
      <StoryNeighbours {...stories} />
      <LargePictures />
    </>
  )
}
