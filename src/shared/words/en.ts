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
  reload: 'Reload',
  storiesOnDevice: (count: number) => `${counted(count, 'story', 'stories')} on this device (you are offline)`,

  searchStories: 'Search stories',
  searchHint: 'Press / to search',
  searching: 'Searching…',
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
  sorts: { relevance: 'Best match', latest: 'Latest', heat: 'Hottest', quality: 'Best rated' },
  types: { article: 'Articles', video: 'Videos' },
  dates: 'Dates',
  period: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
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

  video: 'Video',
  alsoCoveredBy: 'Also covered by',
  opensElsewhere: '(opens another site)',

  display: 'Theme and text',

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

  followInFeedReader: 'Follow in a feed reader:',
  allFeeds: 'OPML (all feeds)',
  followTopic: (name: string) => `Follow ${name} in a feed reader (RSS)`,

  madeWith: 'Made with Newsfold from plain files.',
}

/** The texts a translation must provide. */
export type Words = typeof en
