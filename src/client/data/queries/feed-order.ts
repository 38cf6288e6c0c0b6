import type { CoverageLink, StorySummary } from '../../../shared/contract/bundle.ts'

/** Which story stands at which row of a feed. */
export interface FeedOrder {
  /** Rows of the feed. */
  readonly total: number
  /** The position of a row's story in the whole, counted from the oldest at 0. */
  readonly positionOf: (row: number) => number
  /** The row of another story of the same event; Infinity when the feed does not hold it. */
  readonly rowOf: (other: CoverageLink) => number
}

/** The order of everything, newest first. */
export function orderOfAll(total: number): FeedOrder {
  return { total, positionOf: (row) => total - 1 - row, rowOf: ({ position }) => total - 1 - position }
}

/** The order of stories that were found. */
export function orderOfMatches(positions: Uint32Array): FeedOrder {
  const rows = new Uint32Array(positions.reduce((most, position) => Math.max(most, position + 1), 0))
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

/** Rows of the first stories of a feed, which are known by themselves: each stands where its list has it. */
export function rowAmong(stories: readonly StorySummary[]): FeedOrder['rowOf'] {
  return ({ id }) => {
    const row = stories.findIndex((story) => story.id === id)
    return row === -1 ? Infinity : row
  }
}
