import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addContentSecurityPolicy, describeSite } from '../../../src/node/app/index-html.ts'
import { FILTER_PARAMETERS, filterPath, type FeedFilter } from '../../../src/shared/filter/feed-filter.ts'

const page = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body></body></html>'

describe('the page', () => {
  it('says the language, its direction and the title, escaped', () => {
    const html = describeSite(page, { title: '</title><script>$& "a"', language: 'ar-EG', url: null })
    expect(html).toContain('<html lang="ar-EG" dir="rtl">')
    expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;$&amp; &quot;a&quot;</title>')
  })

  it('gets a title where it had none', () => {
    const html = describeSite('<html><head></head></html>', { title: 'News', language: 'en', url: null })
    expect(html).toContain('<title>News</title>\n</head>')
    expect(html).toContain('<html lang="en" dir="ltr">')
  })

  it('allows the inline scripts and styles it holds by their hash, and no others', () => {
    const script = `\nlet theme = 'dark'\r\n`
    const inline = page.replace('</head>', `<script>${script}</script><script src="/a.js"></script><style>a{}</style></head>`)
    const html = addContentSecurityPolicy(inline, 'link')
    const policy = /<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? ''
    const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(policy).toContain(`script-src 'self' ${sha(script.replace('\r\n', '\n'))};`)
    expect(policy).toContain(`style-src 'self' ${sha('a{}')};`)
    expect(policy).not.toContain('unsafe')
  })

  it('recognises every parameter of the filter, and no others', () => {
    const filter: FeedFilter = { topics: ['a', 'b'], not: ['c'], any: ['g'], providers: ['d.example'], authors: ['f'], type: 'video', after: '2020', before: '2021', minHeat: 1, sort: 'heat', words: 'e', unread: 'h' }
    const html = describeSite(readFileSync('index.html', 'utf8'), { title: 'News', language: 'en', url: null })
    const pattern = new RegExp(/\/(\[\?&\].*?=)\/\.test\(location\.search\)/.exec(html)?.[1] ?? 'none')
    const parameters = new Set(new URL(filterPath(filter), 'https://news.example').searchParams.keys())
    expect([...parameters].sort()).toEqual([...FILTER_PARAMETERS].sort())
    for (const parameter of parameters) expect(`?${parameter}=x`).toMatch(pattern)
    expect('?utm_source=x&page=2').not.toMatch(pattern)
  })
})
