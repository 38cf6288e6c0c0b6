import type { ReactNode } from 'react'
import type { ThreadPage } from '../../../shared/contract/bundle.ts'
import { feedFilePath, threadPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { useSite } from '../contexts/site.ts'
import styles from './archive.module.css'
import { ArchivedStories } from './archived-stories.tsx'
import { pageWords } from '../../../shared/words/pages.ts'

/** All stories of a thread, newest first. */
export function ThreadArchive({ page }: { page: ThreadPage }): ReactNode {
  const { words } = useLanguage()
  const { url } = useSite()
  return (
    <div id="content" className={styles.archive} tabIndex={-1}>
      <h1 tabIndex={-1} dir="auto">{pageWords.threadTitle(page.title)}</h1>
      <p suppressHydrationWarning>
        {words.stories(page.stories.length)}
        {url !== null && (
          <>
            {' · '}
            <a href={hrefTo(feedFilePath('rss', threadPath(page.slug)))} title={words.followTopic(page.title)} data-document="">
              RSS
            </a>
          </>
        )}
      </p>
      <ArchivedStories stories={page.stories} />
    </div>
  )
}
