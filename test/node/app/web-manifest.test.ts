import { expect, test } from 'vitest'
import { toWebManifest } from '../../../src/node/app/web-manifest.ts'

const read = (...input: Parameters<typeof toWebManifest>) => JSON.parse(toWebManifest(...input)) as Record<string, unknown>

test('the manifest names the site, its language and direction, and stays under the base path', () => {
  const manifest = read({ title: '</script>"', description: 'All about robots.', language: 'ar-EG', url: null }, '/x/y/', () => true)
  expect(manifest).toMatchObject({ id: '/x/y/', start_url: '/x/y/', scope: '/x/y/', name: '</script>"', description: 'All about robots.', lang: 'ar-EG', dir: 'rtl', display: 'standalone' })
  expect(manifest['icons']).toContainEqual({ src: '/x/y/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' })
})

test('the manifest names no icon that is not there', () => {
  const { icons } = read({ title: 'News', language: 'en', url: null }, '/', (file) => file === 'favicon.svg')
  expect(icons).toEqual([{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }])
})
