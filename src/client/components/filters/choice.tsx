import type { ReactNode } from 'react'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'

/** A titled list of choices. */
export function ChoiceGroup({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <ul aria-label={title}>{children}</ul>
    </section>
  )
}

interface Props {
  /** Permalink of the feed with this choice. */
  readonly path: string
  readonly name: string
  readonly isChosen: boolean
  /** Stories left; null while unknown, left out where there is no count. */
  readonly stories?: number | null
}

/** A link to the feed with this choice, and how many stories it leaves. */
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
