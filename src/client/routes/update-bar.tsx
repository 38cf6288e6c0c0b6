import { useState, type ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLanguage } from '../components/contexts/language.ts'
import { useIsOffline } from '../components/contexts/offline.ts'
import { StatusBar } from '../components/chrome/status-bar.tsx'
import { deployedVersionQuery, versionQuery } from '../data/queries/bundle-query.ts'
import { reloadIntoUpdate } from '../data/offline/app-update.ts'
import { catchUp } from '../data/query-client.ts'
import { useAppUpdate } from '../hooks/use-app-update.ts'

/** The one place that tells what has changed meanwhile: no connection, a newer reader, or newer stories. */
export function UpdateBar(): ReactNode {
  const { words } = useLanguage()
  const client = useQueryClient()
  const isOffline = useIsOffline()
  const isReaderOld = useAppUpdate()
  const { data: version } = useQuery(versionQuery)
  const { data: deployed } = useQuery(deployedVersionQuery)
  const [hasFailed, setFailed] = useState(false)

  if (isOffline) return <StatusBar text={words.offline} />
  // A fresh page brings the newer stories too.
  if (isReaderOld) return <StatusBar text={words.newReader} action={{ name: words.reload, onDo: reloadIntoUpdate }} />
  if (version === undefined || deployed === undefined || version === deployed) return null
  const showNewStories = () => {
    catchUp(client).then(
      () => scrollTo(0, 0),
      () => setFailed(true),
    )
  }
  return <StatusBar text={hasFailed ? words.couldNotLoad : words.newStories} action={{ name: words.showNewStories, onDo: showNewStories }} />
}
