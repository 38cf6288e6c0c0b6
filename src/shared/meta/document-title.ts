/** A document title: the view first, because tabs and bookmarks cut off the end. */
export function documentTitle(view: string | null, siteTitle: string): string {
  return view === null ? siteTitle : `${view} · ${siteTitle}`
}
