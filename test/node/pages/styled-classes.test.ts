import { expect, test } from 'vitest'
import { parseStyles, usedStyles } from '../../../src/node/app/used-styles.ts'
import { styledClasses } from '../../../src/node/pages/styled-classes.ts'

const styles = parseStyles('a{top:0}mark{color:red}.card{top:1px}.row mark{top:2px}')

const stylesOf = (...content: readonly (string | Uint8Array)[]) => usedStyles(styles, new Set(styledClasses(styles)(content)))

test('a page has the styles of its classes, in whichever part of it they are', () => {
  expect(stylesOf('<p class="none card">')).toBe('a{top:0}.card{top:1px}')
  expect(stylesOf('<p>', Buffer.from('<p class="row">'))).toBe('a{top:0}.row mark{top:2px}')
})

test('a page without marked text has no style for it', () => {
  expect(stylesOf('<p>One &lt;mark>')).toBe('a{top:0}')
  expect(stylesOf('<p>One <mark>word</mark>')).toBe('a{top:0}mark{color:red}')
})
