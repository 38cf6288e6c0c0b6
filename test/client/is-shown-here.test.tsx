import { expect, test } from 'vitest'
import { isShownHere } from '../../src/client/is-shown-here.ts'
import { lazyViews } from '../../src/client/lazy-views.ts'
import { routesTo } from '../../src/client/routes.tsx'
import type { PageData } from '../../src/shared/contract/render-page.ts'

const page: PageData = { path: '/archive/2020-05/', site: { title: 'Newsfold', language: 'en', url: null }, view: 'month', page: { month: '2020-05', page: null, pages: 0, count: 0, stories: [] } }

test.each([
  ['as it is written', '/archive/2020-05/', true],
  ['with escapes it does not need', '/archive/2020%2D05/', true],
  ['of another page', '/archive/2020-06/', false],
  ['with invalid escapes, which a host may answer with any page', '/%FF', false],
])('a page at an address %s', (_what, path, isHere) => {
  history.replaceState(null, '', path)
  expect(isShownHere(page, routesTo(lazyViews))).toBe(isHere)
})
