import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { EMPTY_LIBRARY } from '../../src/client/library/library-state.ts'
import { toLibraryFile } from '../../src/client/library/library-file.ts'
import { SHORTCUTS } from '../../src/client/library/shortcuts.ts'
import { libraryWords } from '../../src/shared/words/library.ts'

const docs = readFileSync('docs/library.md', 'utf8')

it('docs/library.md lists every keyboard shortcut, in the order of the table', () => {
  const [, section = ''] = docs.split('\n## Keyboard shortcuts\n')
  const rows = Array.from((section.split('\n## ')[0] ?? '').matchAll(/^\| (`.*) \| (.*) \|$/gm), ([, keys, text]) => `${keys ?? ''} ${text ?? ''}`)
  expect(rows).toEqual(SHORTCUTS.map(({ id, keys }) => `${keys.map((key) => `\`${key}\``).join(` ${libraryWords.then} `)} ${libraryWords.shortcuts[id]}`))
})

it('docs/library.md describes every field of an exported file', () => {
  const [, section = ''] = docs.split('\n## Export and import\n')
  for (const field of Object.keys(JSON.parse(toLibraryFile(EMPTY_LIBRARY)) as object)) expect(section).toContain(`\`${field}\``)
})
