import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const folders = ['.', '.github', 'docs', 'test/bench']
const documents = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))).filter((file) => file.endsWith('.md'))

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-')
}

function anchorsIn(file: string): string[] {
  return Array.from(readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm), ([, heading = '']) => anchorOf(heading))
}

it.each(documents)('every link in %s leads to a file that exists, and to a heading in it', (document) => {
  for (const [, target = ''] of readFileSync(document, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^https?:/.test(target)) continue
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? document : join(dirname(document), path)
    expect(existsSync(file), target).toBe(true)
    if (anchor !== undefined) expect(anchorsIn(file), target).toContain(anchor)
  }
})

it.each(documents)('every path of the code that %s names exists', (document) => {
  for (const [, path = ''] of readFileSync(document, 'utf8').matchAll(/`((?:src|test|docs|\.github)\/[\w./-]+)`/g)) {
    expect(existsSync(path), path).toBe(true)
  }
})

it('docs/architecture.md has a line for every folder of src', () => {
  const docs = readFileSync('docs/architecture.md', 'utf8')
  const entries = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { parentPath, name } of entries) expect(docs).toContain(`| \`${join(parentPath, name)}/\` | `)
})
