import { QueryCache, QueryClient } from '@tanstack/react-query'
import { BUNDLE_FORMAT, type Catalog } from '../../shared/contract/bundle.ts'
import { cacheCatalog, catalogQuery, deployedCatalogQuery, deployedVersionQuery, versionQuery } from './queries/bundle-query.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import { fetchBundle, MissingFile, UnreadableFile } from './network/fetch-bundle.ts'
import { reloadOnce } from './offline/reload-once.ts'

/**
 * Creates the query cache. A bundle's files do not change while a tab is open, so no query becomes stale
 * with age; a missing file or a newer data format means that a new version was deployed.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // A failed prefetch must not change the current view.
        const isShown = query.isActive() && !String(query.queryKey[0]).startsWith('deployed-')
        if ((error instanceof MissingFile || error instanceof UnreadableFile) && isShown) switchToDeployed(client).catch(() => undefined)
      },
      onSuccess: (data, query) => {
        const isCatalog = query.queryKey[0] === catalogQuery.queryKey[0]
        if (isCatalog && (data as Catalog).format !== BUNDLE_FORMAT) reloadOnce()
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: true,
        // Offline, queries fail at once instead of waiting for a connection.
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && !(error instanceof MissingFile),
        retryDelay: 500,
      },
    },
  })
  return client
}

/** Switches to the deployed catalog and refetches everything that depends on it; does nothing when the version is the same. */
export async function switchToDeployed(client: QueryClient): Promise<void> {
  // This file is the same in every format; the catalog of another format can't be read.
  const { format } = await fetchBundle('version', dataFiles.version)
  if (format !== BUNDLE_FORMAT && reloadOnce()) return
  const deployed = await client.query({ ...deployedCatalogQuery, staleTime: 0 })
  client.setQueryData(deployedVersionQuery.queryKey, deployed.version)
  if (deployed.version === client.getQueryData(catalogQuery.queryKey)?.version) return
  cacheCatalog(client, deployed)
  client.setQueryData(catalogQuery.queryKey, deployed)
  const current = [catalogQuery, deployedCatalogQuery, versionQuery, deployedVersionQuery].map(({ queryKey }) => queryKey[0])
  await client.invalidateQueries({ predicate: ({ queryKey }) => !current.includes(String(queryKey[0])) })
}
