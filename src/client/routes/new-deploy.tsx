import { useState, type ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { NewStories } from '../components/new-stories.tsx'
import { deployedVersionQuery, versionQuery } from '../data/bundle-query.ts'
import { catchUp } from '../data/query-client.ts'

/** Says that there are newer stories than this tab reads by, once there are. */
export function NewDeploy(): ReactNode {
  const client = useQueryClient()
  const { data: version } = useQuery(versionQuery)
  const { data: deployed } = useQuery(deployedVersionQuery)
  const [isOffline, setOffline] = useState(false)
  if (version === undefined || deployed === undefined || version === deployed) return null
  const showNewStories = () => {
    catchUp(client).then(
      () => scrollTo(0, 0),
      () => setOffline(true),
    )
  }
  return <NewStories isFailed={isOffline} onShow={showNewStories} />
}
