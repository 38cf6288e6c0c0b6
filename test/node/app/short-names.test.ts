import postcss from 'postcss'
import { expect, test } from 'vitest'
import { shortClassNames, shortProperties } from '../../../src/node/app/short-names.ts'
import { withSeeds } from '../../support/temp-folder.ts'

const inFolder = (root: string) => {
  const nameOf = shortClassNames(() => root)
  return ['title', 'line', 'title'].map((name) => nameOf(name, `${root}/parts/card.module.css`)).concat(nameOf('title', `${root}/parts/story.module.css`))
}

test('each class of each style sheet has a short name of its own, the same wherever the sources lie', () => {
  const names = inFolder('/home/one/site')
  const [title, line, again, other] = names
  expect(again).toBe(title)
  expect(new Set([title, line, other]).size).toBe(3)
  for (const name of names) expect(name).toMatch(/^[b-zB-Z]{4}$/)
  expect(inFolder('/home/two/site')).toEqual(names)
})

test('a sheet of many classes gives each another name', () => {
  const nameOf = shortClassNames(() => '/')
  expect(new Set(Array.from({ length: 3000 }, (_, at) => nameOf(`class${at}`, '/a.module.css'))).size).toBe(3000)
})

test('the shared custom properties are short in every sheet, and all others stay', () => {
  const root = withSeeds({ 'src/client/styles/tokens.css': ':root { --ink: red; --ink-soft: blue; --line: calc(1px - var(--ink)); }' })
  const shortened = (css: string) => postcss([shortProperties(root)]).process(css, { from: undefined }).css
  expect(shortened('a{--ink:1;color:var(--ink-soft,var(--ink));width:var(--line)}')).toBe('a{--b:1;color:var(--c,var(--b));width:var(--d)}')
  const kept = 'a{--ink-softer:1;width:var(--columns);--a--ink:url(b--ink-soft.png)}'
  expect(shortened(kept)).toBe(kept)
})

test('a site with its own client keeps its properties', () => {
  expect(postcss([shortProperties(withSeeds({}))]).process('a{--ink:1}', { from: undefined }).css).toBe('a{--ink:1}')
})
