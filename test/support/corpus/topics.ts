import type { Random } from './random.ts'
import { QUALIFIERS, RARE_TOPICS, ROOT_TOPIC, THEMES, type Theme } from './themes.ts'

const NAMES: readonly string[] = [...THEMES.map(({ topic }) => topic), ...RARE_TOPICS]

/** Topics when nothing else is asked for; the root topic comes on top. */
export const DEFAULT_TOPICS = NAMES.length

/** The topic of a rank; beyond the known ones they are qualified, then numbered. */
export function topicOf(rank: number): string {
  const name = NAMES[rank % NAMES.length] ?? ROOT_TOPIC
  const round = Math.floor(rank / NAMES.length)
  if (round === 0) return name
  const qualified = `${QUALIFIERS[(round - 1) % QUALIFIERS.length] ?? ''} ${name}`
  return round <= QUALIFIERS.length ? qualified : `${qualified} ${Math.ceil(round / QUALIFIERS.length)}`
}

export interface Subject {
  readonly theme: Theme
  /** One to three and nearly always the root topic, the telling one first. */
  readonly topics: readonly string[]
}

/** What a story is about: the first topic far more often than the second, and so on (Zipf's law). */
export function pickSubject(random: Random, topics: number, clean = false): Subject {
  const ranks = Array.from({ length: 1 + random.below(3) }, () => Math.floor((topics + 1) ** random.next()) - 1)
  if (clean) return pickThemes(ranks)
  const theme = THEMES[(ranks[0] ?? 0) % NAMES.length] ?? random.pick(THEMES)
  const names = new Set(ranks.map((rank) => topicOf(Math.min(rank, topics - 1))))
  if (random.chance(0.95)) names.add(ROOT_TOPIC)
  return { theme, topics: [...names] }
}

/** Topics that have words of their own, in another order: what a general newspaper would print most comes first. */
function pickThemes(ranks: readonly number[]): Subject {
  const themes = ranks.flatMap((rank) => THEMES[(rank * 5 + 14) % THEMES.length] ?? [])
  const [theme] = themes
  if (theme === undefined) throw new Error('A story has at least one topic.')
  return { theme, topics: [...new Set(themes.map(({ topic }) => topic))] }
}
