import { use, type ReactNode } from 'react'
import { archiveIndexPath } from '../../../shared/contract/permalinks.ts'
import { pageWords } from '../../../shared/words/pages.ts'
import { ArchivedStories } from '../archive/archived-stories.tsx'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { OlderContext } from '../contexts/site.ts'

/** The following stories, without JavaScript; with it they load while scrolling. */
export function OlderStories(): ReactNode {
  // In the HTML only: React renders nothing into it, so that its code need not be loaded.
  return <noscript>{import.meta.env.SSR && <Stories />}</noscript>
}

function Stories(): ReactNode {
  const { words } = useLanguage()
  const older = use(OlderContext)
  return (
    <>
      {older.length > 0 && <h2>{pageWords.olderStories}</h2>}
      <ArchivedStories stories={older} />
      <p>
        <a href={hrefTo(archiveIndexPath)}>{words.archive}</a>
      </p>
    </>
  )
}
