import type { ReactNode } from 'react'
import type { ThreadPage } from '../../../shared/contract/bundle.ts'
import { feedFilePath, threadPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { useSite } from '../contexts/site.ts'
import styles from './archive.module.css'
import { ArchivePages } from './archive-pages.tsx'
import { ArchivedStories } from './archived-stories.tsx'
import { pageName, pageWords } from '../../../shared/words/pages.ts'

/** A page of the stories of a thread, newest first, with links to its other pages. */
export function ThreadArchive({ page }: { page: ThreadPage }): ReactNode {
  const { words } = useLanguage()
  const { url } = useSite()
  return (
    <div id="content" className={styles.archive} tabIndex={-1}>
      <h1 tabIndex={-1} dir="auto">{pageName(pageWords.threadTitle(page.title), page.page)}</h1>
      <p suppressHydrationWarning>
        {words.stories(page.count)}
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
      <ArchivePages page={page} path={(number) => threadPath(page.slug, number)} />
    </div>
  )
}
