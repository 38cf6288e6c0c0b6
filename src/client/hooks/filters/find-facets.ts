import type { Facet } from '../../components/filters/facet.ts'

/** Facets whose name or key holds the sought text, case and accents aside, in their given order. */
export function findFacets(facets: readonly Facet[], sought: string): readonly Facet[] {
  const wanted = fold(sought.trim())
  return wanted === '' ? facets : facets.filter(({ key, name }) => key.includes(wanted) || fold(name).includes(wanted))
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
