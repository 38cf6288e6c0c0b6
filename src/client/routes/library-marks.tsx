import { useEffect, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { StorySummary } from '../../shared/contract/bundle.ts'
import { libraryWords } from '../../shared/words/library.ts'
import { CardMarks } from '../components/library/card-marks.tsx'
import { StoryMarks } from '../components/library/story-marks.tsx'
import { markOpened, toggleRead, toggleSaved } from '../library/library-actions.ts'
import { useLibrary } from '../hooks/use-library.ts'
import { isMarked, isRead } from '../library/library-state.ts'

interface Props {
  readonly story: StorySummary
}

/** The marks of a card's story. */
export function LibraryCardMarks({ story: { id } }: Props): ReactNode {
  const marks = useMarks(id)
  const hasReadAny = useLibrary(({ state }) => state.read.length + state.readChanges.size > 0)
  return <CardMarks {...marks} hasDot={hasReadAny && !marks.isRead} />
}

/** The marks of the story whose page is open. Opening it marks it as read. */
export function LibraryStoryMarks({ story: { id } }: Props): ReactNode {
  const marks = useMarks(id)
  useEffect(() => markOpened(id), [id])
  return <StoryMarks {...marks} />
}

function useMarks(id: string) {
  const client = useQueryClient()
  return {
    words: libraryWords,
    isRead: useLibrary(({ state }) => isRead(state, id)),
    isSaved: useLibrary(({ state }) => isMarked(state, 'saved', id)),
    onToggleRead: () => toggleRead(id),
    onToggleSaved: () => toggleSaved(client, id),
  }
}
