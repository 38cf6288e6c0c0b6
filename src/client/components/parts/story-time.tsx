import type { ReactNode } from 'react'
import { useLanguage } from '../contexts/language.ts'

/**
 * A relative date, with the full date as a tooltip. Browsers and Node format dates, numbers and lists
 * differently in some languages, so text from `Intl` has `suppressHydrationWarning`, here and elsewhere.
 */
export function StoryTime({ iso }: { iso: string }): ReactNode {
  const { formats, now } = useLanguage()
  return (
    <time dateTime={iso} title={formats.dateTime(iso)} suppressHydrationWarning>
      {formats.relative(iso, now)}
    </time>
  )
}
