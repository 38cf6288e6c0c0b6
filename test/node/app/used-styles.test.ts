import { expect, test } from 'vitest'
import { classesIn, parseStyles, usedStyles } from '../../../src/node/app/used-styles.ts'

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
