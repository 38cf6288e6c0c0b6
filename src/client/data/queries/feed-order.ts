import type { CoverageLink, StorySummary } from '../../../shared/contract/bundle.ts'

/** The order of the stories in a feed. A position counts all stories of the site, from 0 for the oldest. */
export interface FeedOrder {
  /** Rows of the feed. */
  readonly total: number
  /** The position of a row's story. */
  readonly positionOf: (row: number) => number
  /** The row of another story of the same event; Infinity when the feed does not contain it. */
  readonly rowOf: (other: CoverageLink) => number
}

/** The order of all stories, newest first. */
export function orderOfAll(total: number): FeedOrder {
  return { total, positionOf: (row) => total - 1 - row, rowOf: ({ position }) => total - 1 - position }
}

/** The order of the stories that a filter matches. */
export function orderOfMatches(positions: Uint32Array): FeedOrder {
  // 0 for a story that does not match, otherwise its row plus 1.
  const rows = new Uint32Array(positions.reduce((length, position) => Math.max(length, position + 1), 0))
  positions.forEach((position, row) => {
    rows[position] = row + 1
  })
  const rowAt = (position: number) => rows[position] ?? 0
  return {
    total: positions.length,
    positionOf: (row) => positions[row] ?? NaN,
    rowOf: ({ position }) => (rowAt(position) === 0 ? Infinity : rowAt(position) - 1),
  }
}

/** Looks up rows among the first stories of a feed, which need no positions. */
export function rowAmong(stories: readonly StorySummary[]): FeedOrder['rowOf'] {
  return ({ id }) => {
    const row = stories.findIndex((story) => story.id === id)
    return row === -1 ? Infinity : row
  }
}
