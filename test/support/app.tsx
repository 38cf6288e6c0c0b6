import { cleanup, render } from '@testing-library/react'
import { BrowserRouter } from 'react-router-dom'
import { onTestFinished, vi } from 'vitest'
import { App } from '../../src/client/app.tsx'
import { lazyViews } from '../../src/client/lazy-views.ts'
import { routesTo } from '../../src/client/routes.tsx'
import { createQueryClient } from '../../src/client/data/query-client.ts'
import { bundleBuilder } from '../../src/node/bundle/build-bundle.ts'
import { buildSearchIndex } from '../../src/node/search/build-index.ts'
import { readSettings } from '../../src/node/config/options.ts'
import { withSeeds } from './temp-folder.ts'
import { bundleFiles } from './make-story.ts'

/** A deployed bundle that the app under test fetches from. */
export interface Deployment {
  deploy(seeds: Readonly<Record<string, string>>): Promise<void>
  /** Makes the server refuse paths that contain this; null ends it. */
  fail(pathPart: string | null): void
  /** Gives another answer for paths that contain this; null ends it. */
  answer(pathPart: string | null, make?: (json: string) => Response): void
  /** Delays responses for paths that contain this, until the returned function is called. */
  delay(pathPart: string): () => void
  /** Paths requested so far. */
  readonly requests: readonly string[]
}

/** Builds seeds, by path, and serves the bundle to `fetch`, as a static host would. */
export async function deployed(seeds: Readonly<Record<string, string>>): Promise<Deployment> {
  let files: ReadonlyMap<string, string> = new Map()
  let failing: string | null = null
  let other: { pathPart: string; make: (json: string) => Response } | null = null
  let delayed: { pathPart: string; until: Promise<void> } | null = null
  const requests: string[] = []
  vi.stubGlobal('fetch', async (input: string) => {
    const path = decodeURIComponent(input)
    requests.push(path)
    if (delayed !== null && path.includes(delayed.pathPart)) await delayed.until
    if (failing !== null && path.includes(failing)) throw new TypeError('Failed to fetch')
    const json = files.get(path.slice(1))
    if (other !== null && path.includes(other.pathPart)) return other.make(json ?? '')
    return json !== undefined ? new Response(json) : new Response('<!doctype html>', { status: 404 })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const deployment: Deployment = {
    async deploy(next) {
      files = await build(next)
    },
    fail(pathPart) {
      failing = pathPart
    },
    answer(pathPart, make = () => new Response()) {
      other = pathPart === null ? null : { pathPart, make }
    },
    delay(pathPart) {
      let release = () => {}
      delayed = { pathPart, until: new Promise((resolve) => (release = resolve)) }
      return () => {
        delayed = null
        release()
      }
    },
    requests,
  }
  await deployment.deploy(seeds)
  return deployment
}

const routes = routesTo(lazyViews)

/** Opens the app at a path, as in a new tab. */
export function openApp(path: string): void {
  sessionStorage.clear()
  history.replaceState(null, '', path)
  const client = createQueryClient()
  render(
    <BrowserRouter>
      <App client={client} site={{ title: 'Newsfold', language: 'en', url: null }} routes={routes} />
    </BrowserRouter>,
  )
  onTestFinished(() => {
    cleanup()
    client.clear()
  })
}

async function build(seeds: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const { bundle } = await bundleBuilder(withSeeds(seeds), readSettings({ seeds: '.' }, {}))()
  return new Map([...bundleFiles(bundle), ...buildSearchIndex(bundle.indexed())])
}
