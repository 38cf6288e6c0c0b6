/** Every text of the user interface, in English. A translation is one module of this shape; counts are passed as numbers. */
const plurals = new Intl.PluralRules('en')
const numbers = new Intl.NumberFormat('en')

/** A number with its noun. */
export function counted(count: number, one: string, other: string): string {
  return `${numbers.format(count)} ${plurals.select(count) === 'one' ? one : other}`
}

export const en = {
  skipToContent: 'Skip to content',
  home: (site: string) => `${site}, front page`,
  latestStories: 'Latest stories',
  storiesFiltered: 'Stories',
  stories: (count: number) => counted(count, 'story', 'stories'),
  loading: 'Loading…',
  density: 'Layout',
  densities: { magazine: 'Magazine', list: 'List', headlines: 'Headlines' },
  weekOf: (day: string) => `Week of ${day}`,
  noStoriesYet: 'There are no stories yet. Add a file to the seeds folder and build again.',
  newStories: 'New stories are available.',
  showNewStories: 'Show them',
  newVersion: 'A new version is available.',
  reload: 'Reload',
  offline: 'You are offline. Stories you opened before are still available.',
  storiesOnDevice: (count: number) => `${counted(count, 'story', 'stories')} on this device (you are offline)`,

  searchStories: 'Search stories',
  searchHint: 'Press / to search',
  searching: 'Searching…',
  didYouMean: (words: string) => `Did you mean “${words}”?`,
  showingStoriesFor: (words: string) => `Showing stories for “${words}”.`,
  noStorySays: (words: string) => `No story says “${words}”.`,
  allWords: 'all search words',
  resultsFor: (words: string) => `Results for “${words}”`,
  quoted: (words: string) => `“${words}”`,

  topics: 'Topics',
  allTopics: 'All stories',
  findTopic: 'Find a topic',
  noTopicFound: 'No topic with this name.',
  showAllTopics: (count: number) => `All ${counted(count, 'topic', 'topics')}`,
  showFewerTopics: 'Fewer topics',
  typeForMoreTopics: 'Type to find more topics.',
  narrowTo: (name: string) => `Narrow to ${name}`,
  exclude: (name: string) => `Exclude ${name}`,

  filters: 'Filters',
  sort: 'Sort',
  sorts: { relevance: 'Best match', latest: 'Latest', heat: 'Hottest', quality: 'Best rated' },
  type: 'Type',
  allTypes: 'Everything',
  types: { article: 'Articles', video: 'Videos' },
  provider: 'Provider',
  findProvider: 'Find a provider',
  noProviderFound: 'No provider with this name.',
  authors: { title: 'Author', find: 'Find an author', none: 'No author with this name.' },
  dates: 'Dates',
  oneMonth: (month: string) => `All stories are from ${month}.`,
  fromMonth: 'From',
  untilMonth: 'Until',
  storiesIn: (period: string, count: number) => `${period}, ${counted(count, 'story', 'stories')}`,
  period: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
  heat: 'Heat',
  anyHeat: 'Any',
  heatAtLeast: (heat: number) => `${numbers.format(heat)} or more`,
  showStories: (count: number) => `Show ${counted(count, 'story', 'stories')}`,
  activeFilters: 'Active filters',
  without: (name: string) => `not ${name}`,
  anyOf: (names: readonly string[]) => names.join(' or '),
  unread: 'Unread',
  after: (day: string) => `from ${day}`,
  before: (day: string) => `until ${day}`,
  minHeat: (heat: number) => `heat ${numbers.format(heat)} or more`,
  remove: (name: string) => `Remove filter: ${name}`,
  removeAll: 'Clear all',
  nothingMatches: 'No story matches all of these filters.',
  removeFilterFor: (name: string, count: number) => `Remove ${name}: ${counted(count, 'story', 'stories')}`,

  video: 'Video',
  archived: 'Archived',
  archivedHint: 'The source no longer promotes this story.',
  alsoCoveredBy: 'Also covered by',
  howItWasCovered: 'How it was covered',
  minutesToRead: (minutes: number) => `${numbers.format(minutes)} min read`,
  relatedStories: 'Related stories',
  updated: 'Updated',
  readAt: (provider: string) => `Read the original at ${provider}`,
  watchAt: (provider: string) => `Watch at ${provider}`,
  playHere: (title: string) => `Play: ${title}`,
  playNote: (host: string) => `Loads a player from ${host}`,
  imageCredit: (who: string) => `Image: ${who}`,
  morePictures: 'More pictures',
  opensElsewhere: '(opens another site)',
  reasons: {
    coverage: 'Same event',
    topic: (name: string) => `Also about ${name}`,
    words: (words: string) => `Also on ${words}`,
  },

  share: 'Share',
  linkCopied: 'Link copied',
  copyMarkdown: 'Copy as Markdown',
  markdownCopied: 'Story copied as Markdown',
  copyByHand: 'This browser does not allow copying. Copy the text yourself:',

  display: 'Theme and text',

  similarStories: 'Similar stories',
  toFrontPage: 'Go to the front page',

  couldNotLoad: 'This could not be loaded.',
  couldNotLoadText: 'You may be offline, or the server did not respond.',
  notCached: 'Not available offline',
  notCachedText: 'You are offline. Try again when you are back online.',
  tryAgain: 'Try again',
  broken: 'Something went wrong on this page.',

  sources: (count: number) => counted(count, 'source', 'sources'),

  archive: 'All months and topics',
  savedStories: 'Saved stories',
  olderStories: 'Older stories',
  needsScripts: 'Search, sorting and filters need JavaScript.',

  followInFeedReader: 'Follow in a feed reader:',
  allFeeds: 'OPML (all feeds)',
  followTopic: (name: string) => `Follow ${name} in a feed reader (RSS)`,

  madeWith: 'Made with Newsfold from plain files.',
}

/** The texts a translation must provide. */
export type Words = typeof en
