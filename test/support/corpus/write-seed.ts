/** One story's front matter, as the crawler's archive holds it. Absent fields are left out of the file. */
export interface MadeStory {
  readonly title: string
  readonly excerpt: string
  readonly published: string
  readonly updated?: string | undefined
  readonly webUrl?: string | undefined
  readonly originalUrl?: string | undefined
  readonly type: 'article' | 'video'
  readonly quality?: number | undefined
  readonly heat?: number | undefined
  readonly isPublished?: boolean | undefined
  readonly provider: { readonly name: string; readonly domain: string }
  readonly topics: readonly string[]
  readonly image?: MadeImage | undefined
  readonly featuredContent?: string | undefined
}

export interface MadeImage {
  readonly url: string
  readonly width: number
  readonly height: number
  readonly title?: string | undefined
  readonly attribution?: string | undefined
}

/** A seed's text, field by field in the archive's order, with its blank lines and its `secured` blob. */
export function writeSeed(story: MadeStory, related: readonly MadeStory[], secured: string, body: string): string {
  const lines = ['---', 'category: news', ...fieldsOf(story, ''), '']
  if (related.length > 0) {
    lines.push('related:')
    for (const other of related) {
      const [first = '', ...rest] = fieldsOf(other, '    ')
      lines.push(`  - ${first.trimStart()}`, ...rest, '')
    }
  }
  lines.push(`secured: "${secured}"`, '---', body)
  return lines.join('\n')
}

function fieldsOf(story: MadeStory, indent: string): string[] {
  const lines = [`title: ${quoted(story.title)}`, `excerpt: ${quoted(story.excerpt)}`, `publishedDateTime: ${story.published}`]
  if (story.updated !== undefined) lines.push(`updatedDateTime: ${story.updated}`)
  if (story.originalUrl !== undefined) lines.push(`originalUrl: ${quoted(story.originalUrl)}`)
  if (story.webUrl !== undefined) {
    lines.push(`webUrl: ${quoted(story.webUrl)}`)
    if (indent !== '') lines.push(`ampWebUrl: ${quoted(`${story.webUrl}?amp`)}`)
  }
  lines.push(`type: ${story.type}`)
  if (story.quality !== undefined) lines.push(`quality: ${story.quality}`)
  if (story.heat !== undefined) lines.push(`heat: ${story.heat}`)
  if (story.isPublished !== undefined) lines.push(`published: ${story.isPublished}`)
  lines.push('', 'provider:', `  name: ${quoted(story.provider.name)}`, `  domain: ${story.provider.domain}`, '', 'topics:')
  lines.push(...story.topics.map((topic) => `  - ${quoted(topic)}`))
  if (story.image) {
    const { url, width, height, title, attribution } = story.image
    lines.push('', 'images:', `  - url: ${quoted(url)}`, `    width: ${width}`, `    height: ${height}`)
    if (title !== undefined) lines.push(`    title: ${quoted(title)}`)
    if (attribution !== undefined) lines.push(`    attribution: ${quoted(attribution)}`)
  }
  if (story.featuredContent !== undefined) lines.push('', `featuredContent: ${quoted(story.featuredContent)}`)
  return lines.map((line) => (line === '' ? '' : indent + line))
}

function quoted(text: string): string {
  return `"${text.replace(/\\?"/g, '\\"')}"`
}
