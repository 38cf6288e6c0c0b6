import type { Facet } from './facet.ts'

/** Facets whose name holds the sought text, case and accents aside, in their given order. */
export function findFacets(facets: readonly Facet[], sought: string): readonly Facet[] {
  const wanted = fold(sought)
  return wanted === '' ? facets : facets.filter((facet) => fold(facet.name).includes(wanted))
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
