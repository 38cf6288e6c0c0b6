/** Texts of the pages of days and threads, in English. They are loaded with these pages, not with the first screen. */
export const dayWords = {
  previousDay: 'Previous day',
  nextDay: 'Next day',
  dailyDigest: 'Daily digest',
  storySoFar: 'Story so far',
  threadTitle: (title: string) => `Story so far: ${title}`,
  wholeThread: 'The whole story',
} as const
