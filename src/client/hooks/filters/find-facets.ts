import type { Facet } from '../../components/contexts/facet.ts'

/** The facets whose name or key contains a text, ignoring case and accents, in their given order. */
export function findFacets(facets: readonly Facet[], text: string): readonly Facet[] {
  const query = normalize(text.trim())
  return query === '' ? facets : facets.filter(({ key, name }) => key.includes(query) || normalize(name).includes(query))
}

function normalize(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
