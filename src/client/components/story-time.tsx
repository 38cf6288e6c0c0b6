import type { ReactNode } from 'react'
import { useLanguage } from './language.ts'

/** When something was published: the distance for the eye, the whole date on hover and for machines. */
export function StoryTime({ iso }: { iso: string }): ReactNode {
  const { formats, now } = useLanguage()
  return (
    <time dateTime={iso} title={formats.dateTime(iso)}>
      {formats.relative(iso, now)}
    </time>
  )
}
