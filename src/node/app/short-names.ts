import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Plugin } from 'postcss'
import { userError } from '../lib/user-error.ts'

/** The custom properties that all style sheets share. Scripts neither read nor set them. */
const TOKENS = 'src/client/styles/tokens.css'

/** Without "a": ad blockers hide elements with classes such as "ad" and "ads". */
const LETTERS = 'bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Characters of a class name that tell its style sheet. */
const PREFIX = 3

/**
 * Makes a function that names the classes of a built site: short, because every page repeats them, and the same for the
 * same sources. A name is a hash of its file's path under the root, and a number in this file.
 */
export function shortClassNames(root: () => string): (name: string, file: string) => string {
  const sheets = new Map<string, { readonly path: string; readonly names: string[] }>()
  return (name, file) => {
    const path = relative(root(), file).replaceAll(sep, '/')
    const prefix = toLetters(parseInt(hash('sha256', path, 'hex').slice(0, 12), 16) % LETTERS.length ** PREFIX).padStart(PREFIX, LETTERS[0])
    const sheet = sheets.get(prefix) ?? { path, names: [] }
    sheets.set(prefix, sheet)
    if (sheet.path !== path) throw userError(`The classes of ${path} and ${sheet.path} would have the same names. Rename one of these files.`)
    if (!sheet.names.includes(name)) sheet.names.push(name)
    return prefix + toLetters(sheet.names.indexOf(name))
  }
}

/** Renames the shared custom properties in all style sheets, for the same reason. */
export function shortProperties(root: string): Plugin {
  const file = join(root, TOKENS)
  // A site with its own client has none.
  const declared = existsSync(file) ? readFileSync(file, 'utf8').match(/--[\w-]+(?=:)/g) : []
  const names = new Map([...new Set(declared)].map((name, at) => [name, `--${toLetters(at)}`]))
  const shorten = (text: string) => text.replace(/(?<![\w-])--[\w-]+/g, (name) => names.get(name) ?? name)
  return {
    postcssPlugin: 'newsfold:short-properties',
    Once: (sheet) => {
      sheet.walkDecls((declaration) => {
        declaration.prop = shorten(declaration.prop)
        declaration.value = shorten(declaration.value)
        // The minifier leaves the values of custom properties as they are.
        if (declaration.prop.startsWith('--')) declaration.value = declaration.value.replace(/,\s+/g, ',')
      })
    },
  }
}

/** A number, written with letters. */
function toLetters(number: number): string {
  const rest = Math.floor(number / LETTERS.length)
  return (rest === 0 ? '' : toLetters(rest)) + (LETTERS[number % LETTERS.length] ?? '')
}
