/** What a seed's front matter says. Absent fields are left out of the file. */
export interface MadeStory {
  readonly title: string
  readonly excerpt: string
  readonly published: string
  readonly updated?: string | undefined
  readonly webUrl?: string | undefined
  readonly originalUrl?: string | undefined
  readonly ampUrl?: string | undefined
  readonly type: 'article' | 'video'
  readonly quality?: number | undefined
  readonly heat?: number | undefined
  readonly isPublished?: boolean | undefined
  readonly provider: { readonly name: string; readonly domain: string }
  readonly topics: readonly string[]
  readonly locale?: string | undefined
  readonly image?: MadeImage | undefined
  readonly featuredContent?: string | undefined
  readonly body?: string | undefined
}

export interface MadeImage {
  /** Absolute, or relative to the corpus's folder. */
  readonly url: string
  readonly width: number
  readonly height: number
  readonly title?: string | undefined
  readonly attribution?: string | undefined
}

/** All of one seed. */
export interface MadeSeed {
  readonly story: MadeStory
  readonly related: readonly MadeStory[]
  readonly secured: string
  readonly body: string
}

/** A seed's text for a path in the corpus: the archive's fields in the archive's order, with its blank lines. */
export function writeSeed(path: string, { story, related, secured, body }: MadeSeed): string {
  const up = '../'.repeat(path.split('/').length - 1)
  const lines = [
    '---',
    'category: news',
    ...opening(story),
    ...ranks(story),
    ...(story.isPublished === undefined ? [] : [`published: ${story.isPublished}`]),
    '',
    ...provider(story),
    '',
    'topics:',
    ...story.topics.map((topic) => `  - ${plain(topic)}`),
    '',
    ...(story.locale === undefined ? [] : [`locale: ${story.locale}`, '']),
    ...images(story, up),
    ...(story.image ? [''] : []),
    ...(story.featuredContent === undefined ? [] : [`featuredContent: ${quoted(story.featuredContent)}`, '']),
    ...(related.length === 0 ? [] : ['related:']),
    ...related.flatMap((other) => [...relatedEntry(other, up), '']),
    `secured: "${secured}"`,
    '---',
    body,
  ]
  return lines.join('\n')
}

function relatedEntry(story: MadeStory, up: string): string[] {
  const lines = [...opening(story), ...provider(story), ...ranks(story), ...images(story, up)]
  return lines.map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`))
}

function opening(story: MadeStory): string[] {
  const { title, excerpt, published, updated, originalUrl, webUrl, ampUrl, type } = story
  const lines = [`title: ${quoted(title)}`, `excerpt: ${quoted(excerpt)}`, `publishedDateTime: ${published}`]
  if (updated !== undefined) lines.push(`updatedDateTime: ${updated}`)
  if (originalUrl !== undefined) lines.push(`originalUrl: ${quoted(originalUrl)}`)
  if (webUrl !== undefined) lines.push(`webUrl: ${quoted(webUrl)}`)
  if (ampUrl !== undefined) {
    const bare = ampUrl.replace('https://', '')
    const [host = ''] = bare.split('/')
    lines.push(`ampWebUrl: ${quoted(ampUrl)}`, `cdnAmpWebUrl: ${quoted(`https://${host.replaceAll('.', '-')}.cdn.ampproject.org/c/s/${bare}`)}`)
  }
  return [...lines, `type: ${type}`]
}

function ranks({ quality, heat }: MadeStory): string[] {
  return [...(quality === undefined ? [] : [`quality: ${quality}`]), ...(heat === undefined ? [] : [`heat: ${heat}`])]
}

function provider({ provider: { name, domain } }: MadeStory): string[] {
  return ['provider:', `  name: ${plain(name)}`, `  domain: ${domain}`]
}

function images({ image }: MadeStory, up: string): string[] {
  if (image === undefined) return []
  const { url, width, height, title, attribution } = image
  const lines = ['images:', `  - url: ${quoted(url.startsWith('https:') ? url : up + url)}`, `    width: ${width}`, `    height: ${height}`]
  if (title !== undefined) lines.push(`    title: ${quoted(title)}`)
  if (attribution !== undefined) lines.push(`    attribution: ${quoted(attribution)}`)
  return [...lines, '    isCached: true']
}

/** As the archive does it: names bare where YAML allows it. */
function plain(text: string): string {
  return /^\p{L}[\p{L}\p{N} .&+-]*$/u.test(text) ? text : quoted(text)
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
