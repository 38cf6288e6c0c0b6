import { lazy, Suspense, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Catalog, StorySummary } from '../../shared/contract/bundle.ts'
import { fewStories } from '../../shared/words/few-stories.ts'
import { storyQuery } from '../data/queries/bundle-query.ts'
import { reloadForNewCode } from '../data/offline/reload-once.ts'
import styles from './few-stories.module.css'

/** Part of the story's page, which is what is opened next. */
const CoverageList = lazy(() => import('./story.tsx').then((module) => ({ default: module.CoverageList }), reloadForNewCode))

const LOCAL_HOSTS = ['localhost', '127.0.0.1']

/** Below the cards of a site with few stories: how a single one was covered and, on a local preview only, how to get more. */
export function FewStories({ catalog }: { catalog: Pick<Catalog, 'stories' | 'newest'> }): ReactNode {
  const [only] = catalog.stories === 1 ? catalog.newest : []
  return (
    <div className={styles.few}>
      {only && <Coverage summary={only} />}
      {LOCAL_HOSTS.includes(location.hostname) && <p>{fewStories(catalog.stories)}</p>}
    </div>
  )
}

function Coverage({ summary }: { summary: StorySummary }): ReactNode {
  const { data } = useQuery(storyQuery(summary.id))
  return (
    data && (
      <Suspense>
        <CoverageList story={summary} related={data.related} />
      </Suspense>
    )
  )
}
