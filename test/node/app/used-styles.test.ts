import { expect, test } from 'vitest'
import { classesIn, parseStyles, usedStyles, withoutUnusedDefinitions } from '../../../src/node/app/used-styles.ts'

const SHEET = `@layer base, parts;
@layer base{a{color:red}.card:hover{color:blue}}
@layer parts{
.card .title,.row{margin:0}
.card:not(.row) h2{margin:1px}
.card:has(> .icon){margin:2px}
@media print{.row{display:none}}
}
@font-face{font-family:Serif}
@font-face{font-family:Legible}
@keyframes fade{to{opacity:0}}`

const used = (...classes: string[]) => usedStyles(parseStyles(SHEET), new Set(classes)).replaceAll('\n', '')

test('a page gets rules without classes and those whose classes it has, in their order, but neither hovering nor a face that few choose', () => {
  expect(used('card')).toBe(
    '@layer base, parts;@layer base{a{color:red}}@layer parts{.card:not(.row) h2{margin:1px}}@font-face{font-family:Serif}@keyframes fade{to{opacity:0}}',
  )
  expect(used('row')).toContain('@layer parts{.card .title,.row{margin:0}@media print{.row{display:none}}}')
  expect(used('card', 'icon')).toContain('{.card:not(.row) h2{margin:1px}.card:has(> .icon){margin:2px}}')
})

test('the classes of a sheet are those that its selectors need', () => {
  expect(new Set(classesIn(parseStyles(SHEET)))).toEqual(new Set(['card', 'title', 'row', 'icon']))
})

test('custom properties and animations that nothing in a sheet uses are left out', () => {
  const css = ':root{--ink:red;--ink-soft:blue;--last:1px}@media print{:root{--ink:#000;--last:2px}}@keyframes fade{0%{opacity:0}to{opacity:1}}@keyframes turn{to{rotate:1turn}}a{color:var(--ink-soft, var(--ink));animation:turn 1s}'
  expect(withoutUnusedDefinitions(css)).toBe(
    ':root{--ink:red;--ink-soft:blue;}@media print{:root{--ink:#000;}}@keyframes turn{to{rotate:1turn}}a{color:var(--ink-soft, var(--ink));animation:turn 1s}',
  )
})

test('what stops motion is left out where nothing moves', () => {
  const still = '@media (prefers-reduced-motion:reduce){*,:before{transition-duration:0s!important}}'
  expect(withoutUnusedDefinitions(`@layer base{a{top:0}${still}}`)).toBe('@layer base{a{top:0}}')
  const moving = `@layer base{a{transition:top 1s}${still}}`
  expect(withoutUnusedDefinitions(moving)).toBe(moving)
})
