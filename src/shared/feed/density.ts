/** How densely a feed is set: cards in columns, rows, or one line for each story. */
export const DENSITIES = ['magazine', 'list', 'headlines'] as const

export type Density = (typeof DENSITIES)[number]
