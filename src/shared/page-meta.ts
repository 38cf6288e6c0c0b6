/** A document title: the view first, for tabs and bookmarks cut it at the end. */
export function documentTitle(view: string | null, siteTitle: string): string {
  return view === null ? siteTitle : `${view} · ${siteTitle}`
}
