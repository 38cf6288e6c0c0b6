import type { ReactNode } from 'react'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'

/** Choices of one kind, under their name. */
export function ChoiceGroup({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <ul aria-label={title}>{children}</ul>
    </section>
  )
}

interface Props {
  /** Permalink of the feed it makes. */
  readonly path: string
  readonly name: string
  readonly isChosen: boolean
  /** Stories that remain; null while not known, left out where it is no question. */
  readonly stories?: number | null
}

/** A link to the feed that a choice makes, with what remains there. */
export function Choice({ path, name, isChosen, stories = null }: Props): ReactNode {
  const { formats } = useLanguage()
  return (
    <li>
      <a href={hrefTo(path)} aria-current={isChosen ? 'true' : undefined} data-refinement="">
        <bdi>{name}</bdi>
      </a>
      {stories !== null && <span suppressHydrationWarning>{formats.number(stories)}</span>}
    </li>
  )
}
