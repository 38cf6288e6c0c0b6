/** Texts of pages that are neither a feed nor a story, in English. They are loaded with these pages, not with the first screen. */
export const pageWords = {
  olderStories: 'Older stories',
  needsScripts: 'Search, sorting and filters need JavaScript.',
  similarStories: 'Similar stories',
  previousDay: 'Previous day',
  nextDay: 'Next day',
  dailyDigest: 'Daily digest',
  storySoFar: 'Story so far',
  threadTitle: (title: string) => `Story so far: ${title}`,
  wholeThread: 'The whole story',
  archivePages: 'Pages of this list',
  archivePage: (page: number) => `Page ${new Intl.NumberFormat('en').format(page)}`,
  newestPage: 'Newest',
  monthTitle: (month: string) => `Stories from ${month}`,
  storyNotFound: 'Story not found',
  storyNotFoundText: 'It may have been removed, or the link may be wrong. Similar stories:',
  topicNotFound: (name: string) => `There is no topic “${name}”`,
  topicNotFoundText: 'It may have been renamed. Similar topics:',
  pageNotFound: 'Page not found',
  pageNotFoundText: 'The link may be old or wrong. These are the latest stories:',
} as const

/** The name of a page of an archive, with its number if it is not the newest. */
export function pageName(name: string, page: number | null): string {
  return page === null ? name : `${name}, ${pageWords.archivePage(page)}`
}
