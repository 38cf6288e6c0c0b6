import { QueryCache, QueryClient } from '@tanstack/react-query'
import { BUNDLE_FORMAT, type Catalog } from '../../shared/contract/bundle.ts'
import { catalogQuery, deployedCatalogQuery, deployedVersionQuery, cacheCatalog, versionQuery } from './queries/bundle-query.ts'
import { MissingFile } from './fetch-bundle.ts'
import { reloadOnce } from './offline/reload-once.ts'

/**
 * The cache of everything read so far. A bundle's files do not change under an open tab, so
 * nothing goes stale by age; a file that is gone, or data of a newer format, tells of a new deploy.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // What is fetched ahead of time, and shown nowhere, must not change what is shown.
        const isShown = query.isActive() && !String(query.queryKey[0]).startsWith('deployed-')
        if (error instanceof MissingFile && isShown) catchUp(client).catch(() => undefined)
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
        // A reader who is offline is told so, not kept waiting.
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && !(error instanceof MissingFile),
        retryDelay: 500,
      },
    },
  })
  return client
}

/** Reads by the catalog that is deployed now, and loads what is on screen anew; nothing when it is the same. */
export async function catchUp(client: QueryClient): Promise<void> {
  const deployed = await client.query({ ...deployedCatalogQuery, staleTime: 0 })
  if (deployed.format !== BUNDLE_FORMAT && reloadOnce()) return
  client.setQueryData(deployedVersionQuery.queryKey, deployed.version)
  if (deployed.version === client.getQueryData(catalogQuery.queryKey)?.version) return
  cacheCatalog(client, deployed)
  client.setQueryData(catalogQuery.queryKey, deployed)
  const settled = [catalogQuery, deployedCatalogQuery, versionQuery, deployedVersionQuery].map(({ queryKey }) => queryKey[0])
  await client.invalidateQueries({ predicate: ({ queryKey }) => !settled.includes(String(queryKey[0])) })
}
