import { useState, type ComponentType, type ReactNode } from 'react'
import { keepPreviousData, queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import type { StorySummary } from '../../shared/contract/bundle.ts'
import { foldText } from '../../shared/search/normalize-words.ts'
import { libraryWords as words } from '../../shared/words/library.ts'
import { useLanguage } from '../components/contexts/language.ts'
import { useSite } from '../components/contexts/site.ts'
import { Loading } from '../components/chrome/loading.tsx'
import { StoryCard } from '../components/feed/story-card.tsx'
import { copies } from '../library/library-actions.ts'
import { cacheSummaries, storyQuery } from '../data/queries/bundle-query.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'
import { useLibrary } from '../hooks/use-library.ts'
import { openCurrentLibrary } from '../library/current-library.ts'
import { markedKeys } from '../library/library-state.ts'
import { LibraryLinkedFile } from './library-linked-file.tsx'
import { LibrarySubjects } from './library-subjects.tsx'
import { LibraryTools } from './library-tools.tsx'
import styles from './saved.module.css'

/** Opens the library, then returns the view of its saved stories. */
export async function loadSavedRoute(): Promise<ComponentType> {
  await openCurrentLibrary()
  return SavedRoute
}

/** The user's saved stories, the latest first, and what can be done with the library. */
function SavedRoute(): ReactNode {
  const { words: titles } = useLanguage()
  const saved = useLibrary(({ state }) => state.saved)
  const ids = markedKeys(saved)
  const { data: stories } = useQuery(savedStoriesQuery(ids))
  const [text, setText] = useState('')
  usePageTitle(titles.savedStories, useSite().title)

  const query = foldText(text.trim())
  const found = (stories ?? []).filter((story) => query === '' || foldText(textOf(story)).includes(query))
  const missing = ids.length - (stories?.length ?? ids.length)
  return (
    <div id="content" className={styles.saved} tabIndex={-1}>
      <h1 tabIndex={-1}>{titles.savedStories}</h1>
      {ids.length === 0 && <p>{words.noSavedStories}</p>}
      {ids.length > 0 && stories === undefined && <Loading />}
      {ids.length > 1 && (
        <input type="search" aria-label={words.findSaved} placeholder={words.findSaved} value={text} onChange={(event) => setText(event.target.value)} />
      )}
      <div className={styles.cards} role="feed" aria-label={titles.savedStories}>
        {found.map((story, at) => (
          <StoryCard key={story.id} story={story} topic={story.topics[0] ?? null} position={at + 1} total={found.length} />
        ))}
      </div>
      {query !== '' && found.length === 0 && <p>{words.noSavedFound}</p>}
      {missing > 0 && <p>{words.unavailable(missing)}</p>}
      <LibrarySubjects />
      <LibraryTools />
      <LibraryLinkedFile />
    </div>
  )
}

/** Saved stories in the order of their ids: from the site, or from the copy on this device. */
function savedStoriesQuery(ids: readonly string[]) {
  return queryOptions({
    queryKey: ['saved-stories', ids],
    queryFn: async ({ client }) => {
      const copied = new Map((await copies.load(ids)).map((story) => [story.id, story]))
      const stories = await Promise.all(ids.map(async (id) => copied.get(id) ?? fetchStory(client, id)))
      const found = stories.filter((story) => story !== null)
      cacheSummaries(client, found)
      return found
    },
    placeholderData: keepPreviousData,
    structuralSharing: false,
    retry: false,
  })
}

function fetchStory(client: QueryClient, id: string): Promise<StorySummary | null> {
  return client.query(storyQuery(id)).catch(() => null)
}

function textOf({ title, excerpt, provider, authors, topics }: StorySummary): string {
  return [title, excerpt, provider?.name ?? '', ...authors, ...topics.map(({ name }) => name)].join(' ')
}
