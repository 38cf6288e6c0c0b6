/** By name in lower case. */
type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * The score of a page by the rules of Mozilla's HTTP Observatory, for what a site of plain files can have: no cookies, no
 * CORS, scripts of its own host only. 100 and more is the grade A+.
 */
export function observatoryScore(headers: ResponseHeaders, html: string): number {
  const { penalties, bonuses } = rate(headers, html)
  const score = 100 + sum(penalties)
  return score >= 90 ? score + sum(bonuses) : score
}

function rate(headers: ResponseHeaders, html: string): { penalties: number[]; bonuses: number[] } {
  const valueOf = (name: string) => String(headers[name] ?? '')
  const header = parsePolicy(valueOf('content-security-policy'))
  const meta = parsePolicy(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'").replaceAll('&quot;', '"') ?? '')
  // Both policies hold, so the stricter source list counts: here each directive that both have is the same, or only one has it.
  const policy = new Map([...header, ...meta])
  const scripts = policy.get('script-src') ?? policy.get('default-src') ?? ["'unsafe-inline'"]
  const all = [...policy.values()].flat()
  const isSafe = !scripts.some((source) => ["'unsafe-inline'", "'unsafe-eval'", 'data:', '*', 'http:', 'https:'].includes(source)) && policy.has('object-src')
  const hasDefaultNone = policy.get('default-src')?.join() === "'none'" && !all.some((source) => source.startsWith("'unsafe"))
  const transport = Number(/max-age=(\d+)/.exec(valueOf('strict-transport-security'))?.[1] ?? 0)
  const framing = header.get('frame-ancestors')?.join() === "'none'"
  const referrer = valueOf('referrer-policy')
  return {
    penalties: [
      policy.size === 0 ? -25 : isSafe ? 0 : -20,
      all.includes('http:') ? -10 : 0,
      transport === 0 ? -20 : transport < 15_768_000 ? -10 : 0,
      valueOf('x-content-type-options') === 'nosniff' ? 0 : -5,
      framing ? 0 : -20,
      /^(?:|no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(referrer) ? 0 : -5,
    ],
    bonuses: [!isSafe ? 0 : hasDefaultNone ? 10 : 5, framing ? 5 : 0, referrer === 'no-referrer' ? 5 : 0],
  }
}

function parsePolicy(policy: string): Map<string, string[]> {
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/)).filter(([name]) => name !== '')
  return new Map(directives.map(([name = '', ...sources]) => [name, sources]))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
