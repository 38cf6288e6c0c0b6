import { expect, onTestFinished, test, vi } from 'vitest'
import type { SearchRequest, SearchResponse } from '../../../src/client/search/messages.ts'
import { serveRequests, type RequestPort } from '../../../src/client/search/worker-server.ts'
import { assembleBundle } from '../../../src/node/bundle/assemble-bundle.ts'
import { dataFiles } from '../../../src/shared/contract/permalinks.ts'
import { EVERYTHING } from '../../support/everything.ts'
import { makeStory, SITE } from '../../support/make-story.ts'

test('a page that learns its version after the prefetch reads no file of the index again', async () => {
  const bundle = assembleBundle([makeStory('robots', { title: 'Robots lend books' })], SITE, 'v1')
  const asked: string[] = []
  onTestFinished(() => void vi.unstubAllGlobals())
  vi.stubGlobal('fetch', (url: string) => {
    const file = url.slice(1)
    asked.push(file)
    return Promise.resolve(new Response(bundle.read(file)))
  })
  const port: RequestPort = { onmessage: null, postMessage: () => undefined }
  serveRequests(port)
  const send = (data: SearchRequest) => port.onmessage?.(new MessageEvent('message', { data }))
  const answered = new Promise<SearchResponse>((resolve) => (port.postMessage = resolve))
  const { language } = SITE
  send({ source: { name: undefined, language }, prefetch: { topic: null, search: '?q=robots' } })
  await vi.waitUntil(() => asked.some((file) => file.startsWith('data/find/terms/')))
  send({ source: { name: 'v1', language }, id: 1, method: 'search', args: [{ ...EVERYTHING, words: 'robots' }] })
  expect(await answered).toHaveProperty('answer')
  expect(asked).toContain(dataFiles.searchDirectory('v1'))
  expect(asked).toEqual([...new Set(asked)])
})
