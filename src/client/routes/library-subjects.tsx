import { useState, type ReactNode } from 'react'
import { EVERYTHING } from '../../shared/filter/everything.ts'
import { libraryWords as words } from '../../shared/words/library.ts'
import { Subjects, type NamedSubject } from '../components/library/subjects.tsx'
import { isFrontFollowed, storeFrontFollowed } from '../data/storage/preferences.ts'
import { useNames } from '../hooks/filters/use-names.ts'
import { useLibrary } from '../hooks/use-library.ts'
import { toggleSubject } from '../library/library-actions.ts'
import { markedKeys, subjectOf } from '../library/library-state.ts'
import type { Marks } from '../library/marks.ts'

/** Lists and edits what the user has muted and followed. */
export function LibrarySubjects(): ReactNode {
  const muted = useLibrary(({ state }) => state.muted)
  const followed = useLibrary(({ state }) => state.followed)
  const [isFrontMine, setFrontMine] = useState(isFrontFollowed)
  const all = [...markedKeys(muted), ...markedKeys(followed)].map(subjectOf)
  const valuesOf = (kind: string) => all.filter((subject) => subject.kind === kind).map(({ value }) => value)
  const names = useNames({ ...EVERYTHING, not: valuesOf('topic'), providers: valuesOf('provider') })

  const toNamed = (marks: Marks<string>, kind: 'muted' | 'followed'): NamedSubject[] =>
    markedKeys(marks).map((key) => {
      const subject = subjectOf(key)
      const name = subject.kind === 'topic' ? names.topic(subject.value) : subject.kind === 'provider' ? names.provider(subject.value) : `“${subject.value}”`
      return { key, name, onRemove: () => toggleSubject(kind, subject, name) }
    })
  const onMuteWord = (text: string) => {
    const value = text.replace(/[\s\p{C}"“”„«»]+/gu, ' ').trim().toLowerCase()
    if (value !== '' && muted.get(`word:${value}`)?.isOn !== true) toggleSubject('muted', { kind: 'word', value }, `“${value}”`)
  }
  const onChooseFront = (isMine: boolean) => {
    storeFrontFollowed(isMine)
    setFrontMine(isMine)
  }
  return (
    <Subjects
      words={words}
      muted={toNamed(muted, 'muted')}
      followed={toNamed(followed, 'followed')}
      isFrontMine={isFrontMine}
      onMuteWord={onMuteWord}
      onChooseFront={onChooseFront}
    />
  )
}
