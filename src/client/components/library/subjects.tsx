import { useState, type ReactNode } from 'react'
import type { LibraryWords } from '../../../shared/words/library.ts'

/** Something muted or followed. */
export interface NamedSubject {
  readonly key: string
  readonly name: string
  readonly onRemove: () => void
}

interface Props {
  readonly words: LibraryWords
  readonly muted: readonly NamedSubject[]
  readonly followed: readonly NamedSubject[]
  /** The front page shows the followed stories. */
  readonly isFrontMine: boolean
  readonly onMuteWord: (word: string) => void
  readonly onChooseFront: (isMine: boolean) => void
}

/** Everything that is muted and followed, to be removed; and words to mute. */
export function Subjects({ words, muted, followed, isFrontMine, onMuteWord, onChooseFront }: Props): ReactNode {
  const [word, setWord] = useState('')
  return (
    <>
      <h2>{words.followedTitle}</h2>
      {followed.length === 0 ? <p>{words.nothingFollowed}</p> : <SubjectList words={words} subjects={followed} />}
      <label>
        <input type="checkbox" checked={isFrontMine} onChange={({ target }) => onChooseFront(target.checked)} /> {words.frontIsMine}
      </label>
      <h2>{words.mutedTitle}</h2>
      {muted.length === 0 ? <p>{words.nothingMuted}</p> : <SubjectList words={words} subjects={muted} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onMuteWord(word)
          setWord('')
        }}
      >
        <input aria-label={words.wordToMute} placeholder={words.wordToMute} value={word} maxLength={100} onChange={({ target }) => setWord(target.value)} />{' '}
        <button type="submit">{words.muteWord}</button>
      </form>
    </>
  )
}

function SubjectList({ words, subjects }: Pick<Props, 'words'> & { readonly subjects: readonly NamedSubject[] }): ReactNode {
  return (
    <ul>
      {subjects.map(({ key, name, onRemove }) => (
        <li key={key}>
          <bdi>{name}</bdi>{' '}
          <button type="button" aria-label={words.removeSubject(name)} onClick={onRemove}>
            {words.remove}
          </button>
        </li>
      ))}
    </ul>
  )
}
