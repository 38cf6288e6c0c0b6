import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { COVER_HUES, coverStyle } from '../../../src/shared/feed/cover.ts'

it('has the same hues in CSS and in TypeScript', () => {
  const css = readFileSync('src/client/components/parts/cover.module.css', 'utf8')
  const hues = [...css.matchAll(/\[data-hue='(\d+)'\] \{\s*--hue: (\d+);/g)].map(([, place, hue]) => [Number(place), Number(hue)])
  expect(hues).toEqual(COVER_HUES.map((hue, place) => [place, hue]))
})

it('gives the same style to a topic and provider in any spelling', () => {
  const look = coverStyle({ slug: 'ai', name: 'AI' }, { domain: 'a.example', name: 'A' })
  expect(coverStyle({ slug: 'ai', name: 'A.I.' }, { domain: 'a.example', name: 'The A' })).toEqual(look)
  expect(coverStyle(undefined, null)).toEqual(coverStyle(undefined, null))
})
