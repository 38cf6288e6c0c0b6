/** A seed as text: the fields as front matter (JSON is YAML too), the body under it. */
export function seedText(fields: Readonly<Record<string, unknown>>, body = ''): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n${body}`
}

/** `count` plain seeds of one topic, an hour apart, newest last, by path. */
export function manySeeds(count: number, fields: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const start = Date.parse('2020-05-01T00:00:00Z')
  const seeds = Array.from({ length: count }, (_, index) => {
    const number = index + 1
    const text = seedText({
      title: `Story number ${number}`,
      publishedDateTime: new Date(start + index * 3_600_000).toISOString(),
      webUrl: `https://example.com/${number}`,
      topics: ['AI'],
      ...fields,
    })
    return [`${String(number).padStart(5, '0')}.md`, text]
  })
  return Object.fromEntries(seeds) as Record<string, string>
}
