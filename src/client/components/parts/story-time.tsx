import type { ReactNode } from 'react'
import { dayPath } from '../../../shared/contract/permalinks.ts'
import { dayOf } from '../../../shared/text/dates.ts'
import { hrefTo } from '../contexts/href.ts'
import { useSite } from '../contexts/site.ts'
import { useLanguage } from '../contexts/language.ts'

/** The time of a story as a link to the page of its day. A full page load: inside the app a day is a feed. */
export function DayLink({ iso }: { iso: string }): ReactNode {
  const { timeZone } = useSite()
  return (
    <a href={hrefTo(dayPath(dayOf(iso, timeZone)))} data-document="" tabIndex={-1}>
      <StoryTime iso={iso} />
    </a>
  )
}

interface Props {
  readonly iso: string
  /** Whether it is in a list that every page repeats: its tooltip comes with the app. */
  readonly isListed?: boolean
}

/**
 * A relative date, with the full date as a tooltip. Browsers and Node format dates, numbers and lists
 * differently in some languages, so text from `Intl` has `suppressHydrationWarning`, here and elsewhere.
 */
export function StoryTime({ iso, isListed = false }: Props): ReactNode {
  const { formats, now } = useLanguage()
  return (
    <time dateTime={iso} title={isListed && now === 0 ? undefined : formats.dateTime(iso)} suppressHydrationWarning>
      {formats.relative(iso, now)}
    </time>
  )
}
