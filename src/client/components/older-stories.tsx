import { use, type ReactNode } from 'react'
import { archiveIndexPath } from '../../shared/permalinks.ts'
import { ArchivedStories } from './archived-stories.tsx'
import { hrefTo } from './href.ts'
import { useLanguage } from './language.ts'
import { OlderContext } from './site.ts'

/** What follows in a feed, for readers without scripts: for all others it loads as they scroll. */
export function OlderStories(): ReactNode {
  const { words } = useLanguage()
  const older = use(OlderContext)
  return (
    <noscript>
      {older.length > 0 && <h2>{words.olderStories}</h2>}
      <ArchivedStories stories={older} />
      <p>
        <a href={hrefTo(archiveIndexPath)}>{words.archive}</a>
      </p>
    </noscript>
  )
}
