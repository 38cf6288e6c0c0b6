import type { ReactNode } from 'react'
import { useLanguage } from '../contexts/language.ts'

/**
 * When something was published: the distance for the eye, the whole date on hover and for machines. Browsers
 * and Node do not write dates, numbers and lists alike in every language: of what only `Intl` writes, here and
 * elsewhere, React keeps what the page came with (`suppressHydrationWarning`).
 */
export function StoryTime({ iso }: { iso: string }): ReactNode {
  const { formats, now } = useLanguage()
  return (
    <time dateTime={iso} title={formats.dateTime(iso)} suppressHydrationWarning>
      {formats.relative(iso, now)}
    </time>
  )
}
