import type { ReactNode } from 'react'
import { feedPath } from '../../shared/permalinks.ts'
import type { Chip } from './facet.ts'
import { hrefTo } from './href.ts'
import { useLanguage } from './language.ts'

/** A feed without a story: says so, and which refinement to drop to see some. */
export function EmptyFeed({ chips }: { chips: readonly Chip[] }): ReactNode {
  const { words } = useLanguage()
  if (chips.length === 0) return <p>{words.noStoriesYet}</p>
  const helpful = chips.filter((chip) => chip.stories !== null && chip.stories > 0)
  return (
    <>
      <p>{words.nothingMatches}</p>
      {helpful.length === 0 && (
        <p>
          <a href={hrefTo(feedPath)} data-refinement="">
            {words.removeAll}
          </a>
        </p>
      )}
      <ul>
        {helpful.map((chip) => (
          <li key={chip.without}>
            <a href={hrefTo(chip.without)} data-refinement="">
              {words.drop(chip.label, chip.stories ?? 0)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
