import { readFileSync } from 'node:fs'
import { groupBy } from '../lib/collections.ts'
import { placeAt, type Place } from '../issues/place.ts'
import type { Issue } from '../issues/issue.ts'
import { quote } from '../issues/terminal-text.ts'

/** A picture that could not be kept. */
export interface MissingPicture {
  readonly address: string
  readonly problem: string
  /** The seed that names it: its path on disk, and its name in issues. */
  readonly path: string
  readonly file: string
}

/** Most missing pictures of one host that have a line each. */
const LINES_PER_HOST = 5

/** A warning for each picture that could not be kept, or one for all of a host that lacks many. */
export function pictureIssues(missing: readonly MissingPicture[]): Issue[] {
  return [...groupBy(missing, ({ address }) => new URL(address).host).values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    if (own.length <= LINES_PER_HOST) return own.map((one) => toIssue(one, ''))
    return [toIssue(first, ` and ${own.length - 1} more of this host`)]
  })
}

function toIssue({ address, problem, path, file }: MissingPicture, more: string): Issue {
  const message = `The picture ${quote(address)}${more} can't be kept: ${problem.replace(/\.$/, '')}. ${more === '' ? 'It is' : 'They are'} left out, and asked for again once a day. Check the address.`
  return { severity: 'warning', file, ...placeOf(address, path), message }
}

/** Where a seed names an address; the file's beginning where it writes it differently. */
function placeOf(address: string, path: string): Place {
  const start = { line: 1, column: 1 }
  try {
    const text = readFileSync(path, 'utf8').replace(/\r\n?/g, '\n')
    const { pathname } = new URL(address)
    const at = [address, address.replace(/^https?:/, ''), ...(pathname === '/' ? [] : [pathname])].map((part) => text.indexOf(part)).find((found) => found !== -1)
    return at === undefined ? start : placeAt(text, at)
  } catch {
    return start
  }
}
