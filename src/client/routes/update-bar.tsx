import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { noticeWords } from '../../shared/words/notices.ts'
import { useLanguage } from '../components/contexts/language.ts'
import { useIsOffline } from '../components/contexts/offline.ts'
import { StatusBar } from '../components/chrome/status-bar.tsx'
import { deployedVersionQuery, versionQuery } from '../data/queries/bundle-query.ts'
import { isUpdateReady, listenForUpdate, reloadIntoUpdate } from '../data/offline/app-update.ts'
import { switchToDeployed } from '../data/query-client.ts'

/** Notices in one place: offline, a new version of the app, or new stories. */
export function UpdateBar(): ReactNode {
  const { words } = useLanguage()
  const client = useQueryClient()
  const isOffline = useIsOffline()
  const isAppOutdated = useSyncExternalStore(listenForUpdate, isUpdateReady, () => false)
  const { data: version } = useQuery(versionQuery)
  const { data: deployed } = useQuery(deployedVersionQuery)
  const [hasFailed, setFailed] = useState(false)

  if (isOffline) return <StatusBar text={noticeWords.offline} />
  // Reloading brings the new stories too.
  if (isAppOutdated) return <StatusBar text={noticeWords.newVersion} action={{ name: words.reload, onDo: reloadIntoUpdate }} />
  if (version === undefined || deployed === undefined || version === deployed) return null
  const showNewStories = () => {
    switchToDeployed(client).then(
      () => scrollTo(0, 0),
      () => setFailed(true),
    )
  }
  return <StatusBar text={hasFailed ? words.couldNotLoad : noticeWords.newStories} action={{ name: noticeWords.showNewStories, onDo: showNewStories }} />
}
