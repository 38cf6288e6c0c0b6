import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { StorySummary } from '../../shared/contract/bundle.ts'
import { libraryWords as words } from '../../shared/words/library.ts'
import type { MenuItem } from '../components/library/card-menu.tsx'
import { CardMarks } from '../components/library/card-marks.tsx'
import { StoryMarks } from '../components/library/story-marks.tsx'
import { markOpened, toggleRead, toggleSaved, toggleSubject } from '../library/library-actions.ts'
import { useReadingPosition } from '../hooks/navigation/use-reading-position.ts'
import { useLibrary } from '../hooks/use-library.ts'
import { isMarked, isRead, subjectKey, type Subject } from '../library/library-state.ts'
import type { Marks } from '../library/marks.ts'
import { firstKnown } from '../library/visits.ts'

interface Props {
  readonly story: StorySummary
}

/** The marks of a card's story. */
export function LibraryCardMarks({ story }: Props): ReactNode {
  const marks = useMarks(story.id)
  const menu = useMenu(story, marks)
  const isFirstKnown = useSyncExternalStore(firstKnown.subscribe, () => firstKnown.get() === story.id)
  const hasReadAny = useLibrary(({ state }) => state.read.length + state.readChanges.size > 0)
  return <CardMarks {...marks} title={story.title} menu={menu} isFirstKnown={isFirstKnown} hasDot={hasReadAny && !marks.isRead} />
}

/** The marks of the story whose page is open. Opening it marks it as read. */
export function LibraryStoryMarks({ story }: Props): ReactNode {
  const { id } = story
  useReadingPosition(story)
  const marks = useMarks(id)
  useEffect(() => markOpened(id), [id])
  return <StoryMarks {...marks} />
}

/** Everything that can be done with a card's story, its provider and its topics. */
function useMenu({ provider, topics }: StorySummary, { isRead, isSaved, onToggleRead, onToggleSaved }: ReturnType<typeof useMarks>): MenuItem[] {
  const muted = useLibrary(({ state }) => state.muted)
  const followed = useLibrary(({ state }) => state.followed)
  const subjects: (Subject & { readonly name: string })[] = [
    ...(provider === null ? [] : [{ kind: 'provider' as const, value: provider.domain, name: provider.name }]),
    ...topics.map(({ slug, name }) => ({ kind: 'topic' as const, value: slug, name })),
  ]
  const toggles = (kind: 'muted' | 'followed', marks: Marks<string>, label: (name: string) => string) =>
    subjects.map((subject) => ({
      key: `${kind} ${subjectKey(subject)}`,
      label: label(subject.name),
      isOn: marks.get(subjectKey(subject))?.isOn === true,
      onSelect: () => toggleSubject(kind, subject, subject.name),
    }))
  return [
    { key: 'read', label: isRead ? words.markUnread : words.markRead, isOn: null, onSelect: onToggleRead },
    { key: 'save', label: isSaved ? words.removeSaved : words.save, isOn: null, onSelect: onToggleSaved },
    ...toggles('followed', followed, words.follow),
    ...toggles('muted', muted, words.mute),
  ]
}

function useMarks(id: string) {
  const client = useQueryClient()
  return {
    words,
    isRead: useLibrary(({ state }) => isRead(state, id)),
    isSaved: useLibrary(({ state }) => isMarked(state, 'saved', id)),
    onToggleRead: () => toggleRead(id),
    onToggleSaved: () => toggleSaved(client, id),
  }
}
