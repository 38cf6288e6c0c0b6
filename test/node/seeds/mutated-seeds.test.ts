import { describe, expect, it } from 'vitest'
import { parseSeed } from '../../../src/node/seeds/parse-seed.ts'

/** A seed as a crawler writes it. */
const SEED = `---
category: news
title: "A library lends out robots"
excerpt: 'It is the first of its kind, they say'
publishedDateTime: 2020-05-20T08:07:00Z
updatedDateTime: "2020-05-21T10:00:00Z"
originalUrl: https://news.example/robots?a=1
webUrl: "https://news.example/robots"
type: article
quality: 90
heat: 12
published: true
provider:
  name: The Example
  domain: news.example
topics:
  - Robotics
  - "Public libraries"
  - Education
tags: [robots, "books"]
locale: en-us
images:
  - url: https://news.example/1.jpg
    width: 1200
    height: 630
    title: 'A robot'
  - url: "https://news.example/2.jpg"
    width: 600
related:
  - title: "Robots elsewhere"
    webUrl: https://other.example/robots
    publishedDateTime: 2020-05-19T08:07:00Z
    provider:
      name: Other
      domain: other.example
  - title: More robots
    webUrl: https://third.example/robots
---
The **body**.
`
const LINES = SEED.split('\n')
const END = LINES.indexOf('---', 1)
/** Lines of the front matter with their numbers, from 1. */
const HEAD = LINES.slice(1, END).map((text, at) => ({ text, line: at + 2 }))

interface Mutation {
  readonly name: string
  readonly text: string | Uint8Array
  readonly line: number
}

/** The seed with one line replaced. */
function withLine(line: number, ...texts: readonly string[]): string {
  return [...LINES.slice(0, line - 1), ...texts, ...LINES.slice(line)].join('\n')
}

/** One mutation for each line of the front matter that `change` changes. */
function onEachLine(name: string, change: (text: string) => string | readonly string[] | null, offset = 0): Mutation[] {
  return HEAD.flatMap(({ text, line }) => {
    const changed = change(text)
    if (changed === null || changed === text) return []
    return { name: `${name} in line ${line}`, text: withLine(line, ...[changed].flat()), line: line + offset }
  })
}

const isField = (text: string) => /^\s*(?:- )?\w+: \S/.test(text)

const MUTATIONS: readonly Mutation[] = [
  ...onEachLine('a quote that is never closed', (text) => (/["']$/.test(text) ? text.slice(0, -1) : null)),
  ...onEachLine('an opened quote', (text) => (isField(text) && !/["'[]/.test(text) ? text.replace(': ', ': "') : null)),
  ...onEachLine('an opened single quote', (text) => (isField(text) && !/["'[]/.test(text) ? text.replace(': ', ": '") : null)),
  ...onEachLine('a quote inside a quotation', (text) => (/["']$/.test(text) ? text.replace(/(["'])([^"']{3})([^"']+)\1$/, '$1$2$1$3$1') : null)),
  ...onEachLine('text after a quotation', (text) => (/["']$/.test(text) ? `${text} more` : null)),
  ...onEachLine('a tab', (text) => (/^ /.test(text) ? text.replace(/^ +/, '\t') : `\t${text}`)),
  ...onEachLine('a tab after blanks', (text) => (/^ {2}/.test(text) ? text.replace(/^ {2}/, ' \t') : null)),
  ...onEachLine('a colon without a space', (text) => (isField(text) ? text.replace(': ', ':') : null)),
  ...onEachLine('a field without a colon', (text) => (isField(text) && !text.includes('- ') ? text.replace(/:.*/, '') : null)),
  ...onEachLine('a dash without a space', (text) => (/^ *- \w/.test(text) && !text.includes(':') ? text.replace('- ', '-') : null)),
  ...onEachLine('one space more', (text) => ` ${text}`),
  ...onEachLine('three spaces more', (text) => `   ${text}`),
  ...onEachLine('one space less', (text) => (text.startsWith(' ') ? text.slice(1) : null)),
  ...onEachLine('a field twice', (text) => (/^ *\w+:/.test(text) ? [text, text] : null), 1).filter(({ line }) => isField(LINES[line - 2] ?? '')),
  ...onEachLine('an open bracket', (text) => (isField(text) ? text.replace(/: .*/, ': [a, b') : null)),
  ...onEachLine('an open brace', (text) => (isField(text) ? text.replace(/: .*/, ': {a: b') : null)),
  ...onEachLine('a list that is not closed', (text) => (text.endsWith(']') ? text.slice(0, -1) : null)),
  ...onEachLine('an alias', (text) => (isField(text) ? text.replace(/: .*/, ': *star') : null)),
  ...onEachLine('an anchor', (text) => (isField(text) ? text.replace(/: .*/, ': &and b') : null)),
  ...onEachLine('a tag', (text) => (isField(text) ? text.replace(/: .*/, ': !new b') : null)),
  ...onEachLine('a bad escape', (text) => (/"$/.test(text) ? text.replace(/"$/, '\\q"') : null)),
  ...onEachLine('a colon in text', (text) => (isField(text) && !/["'[]/.test(text) ? `${text}: more` : null)),
  ...onEachLine('a control character', (text) => (isField(text) ? `${text}\u0001` : null)),
  ...onEachLine('a line of plain text', (text) => (/^\w/.test(text) ? ['Nothing but text', text] : null)),
  ...HEAD.map(({ text, line }) => ({ name: `a stray byte in line ${line}`, text: Buffer.from(withLine(line, `${text}\u00ff`), 'latin1'), line })),
  ...HEAD.map(({ line }) => ({ name: `cut after line ${line}`, text: `${LINES.slice(0, line).join('\n')}\n`, line: 1 })),
]

function parse(text: string | Uint8Array) {
  return parseSeed(Buffer.from(text), 'x.md')
}

const whole = parse(SEED)
const DATA = 'data' in whole ? whole.data : null

/** Mutations that are neither read as before nor reported in their line. */
function misread(mutations: readonly Mutation[]): string[] {
  return mutations.flatMap(({ name, text, line }) => {
    const parsed = parse(text)
    if ('data' in parsed) return JSON.stringify(parsed.data) === JSON.stringify(DATA) ? [] : `${name}: not reported`
    return parsed.length === 1 && parsed[0]?.line === line ? [] : `${name}: reported in line ${parsed.map((issue) => `${issue.line}: ${issue.message}`).join()}`
  })
}

describe('a seed that was changed by accident', () => {
  it('is a table of at least 200 cases, over a seed that is valid', () => {
    expect(DATA).toMatchObject({ title: 'A library lends out robots' })
    expect(MUTATIONS.length).toBeGreaterThan(200)
  })

  it('is read as before, or reported in the line of the change', () => {
    expect(misread(MUTATIONS)).toEqual([])
  })

  it.each([
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with CR', (text: string) => text.replaceAll('\n', '\r')],
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
  ])('is reported in the same line %s', (_name, change) => {
    expect(misread(MUTATIONS.flatMap((mutation) => (typeof mutation.text === 'string' ? { ...mutation, text: change(mutation.text) } : [])))).toEqual([])
  })

  it('loses no entry to an empty dash or a comment before it', () => {
    for (const { text, line } of HEAD) {
      const [, indent = ''] = /^( *)- /.exec(text) ?? []
      if (indent === '') continue
      for (const extra of [`${indent}-`, `${indent}- `, `${indent}# no entry`, `${indent}  # no entry`, '']) {
        const parsed = parse(withLine(line, extra, text))
        const data = 'data' in parsed ? JSON.stringify(parsed.data, (_key, value: unknown) => (Array.isArray(value) ? value.filter((one) => one !== null) : value)) : parsed
        expect(data, `${extra} before line ${line}`).toBe(JSON.stringify(DATA))
      }
    }
  })
})
