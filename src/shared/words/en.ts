/**
 * Every word the interface says, in English. A language is one module of this shape; counts come
 * as numbers and are written by `Intl` in the site's language: of those in a page see `story-time.tsx`.
 */
const plurals = new Intl.PluralRules('en')
const numbers = new Intl.NumberFormat('en')

function counted(count: number, one: string, other: string): string {
  return `${numbers.format(count)} ${plurals.select(count) === 'one' ? one : other}`
}

export const en = {
  skipToContent: 'Skip to content',
  home: (site: string) => `${site}, front page`,
  latestStories: 'Latest stories',
  storiesFiltered: 'Stories',
  stories: (count: number) => counted(count, 'story', 'stories'),
  loading: 'Loading…',
  noStoriesYet: 'There are no stories yet. Put a seed into the seeds folder and build again.',
  newStories: 'New stories have arrived.',
  showNewStories: 'Show them',
  newReader: 'A newer version of this reader is there.',
  reload: 'Reload',
  offline: 'You are offline. What you opened before is here.',
  storiesKept: (count: number) => `${counted(count, 'story', 'stories')} on this device; you are offline`,

  searchStories: 'Search stories',
  searchHint: 'Press / to search',
  searching: 'Searching…',
  didYouMean: (words: string) => `Did you mean “${words}”?`,
  allWords: 'all words',
  sought: (words: string) => `“${words}”`,

  topics: 'Topics',
  allTopics: 'All stories',
  findTopic: 'Find a topic',
  noTopicFound: 'No topic by that name here.',
  showAllTopics: (count: number) => `All ${counted(count, 'topic', 'topics')}`,
  showFewerTopics: 'Fewer topics',
  restByName: 'The others are found by name.',
  narrowTo: (name: string) => `Narrow to ${name}`,
  exclude: (name: string) => `Exclude ${name}`,

  refine: 'Refine',
  sort: 'Sort',
  sorts: { relevance: 'Best match', latest: 'Latest', heat: 'Hottest', quality: 'Best rated' },
  type: 'Type',
  allTypes: 'Everything',
  types: { article: 'Articles', video: 'Videos' },
  provider: 'Provider',
  findProvider: 'Find a provider',
  noProviderFound: 'No provider by that name here.',
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
  chosen: 'Chosen filters',
  without: (name: string) => `not ${name}`,
  after: (day: string) => `from ${day}`,
  before: (day: string) => `until ${day}`,
  minHeat: (heat: number) => `heat ${numbers.format(heat)} or more`,
  remove: (name: string) => `Remove filter: ${name}`,
  removeAll: 'Clear all',
  nothingMatches: 'No story matches all of these.',
  drop: (name: string, count: number) => `Drop “${name}”: ${counted(count, 'story', 'stories')}`,

  video: 'Video',
  archived: 'Archived',
  archivedHint: 'Its source no longer promotes this story.',
  alsoCoveredBy: 'Also covered by',
  relatedStories: 'Related stories',
  updated: 'Updated',
  readAt: (provider: string) => `Read the original at ${provider}`,
  watchAt: (provider: string) => `Watch at ${provider}`,
  playHere: (title: string) => `Play here: ${title}`,
  playNote: (host: string) => `Playing loads a player from ${host}.`,
  imageCredit: (who: string) => `Image: ${who}`,
  morePictures: 'More pictures',
  opensElsewhere: '(opens at its provider)',
  reasons: {
    coverage: 'On the same event',
    topic: (name: string) => `Also about ${name}`,
    words: (words: string) => `Also mentions ${words}`,
    provider: (name: string) => `Also from ${name}`,
    date: 'From the same days',
  },

  share: 'Share',
  linkCopied: 'Link copied',
  copyMarkdown: 'Copy as Markdown',
  markdownCopied: 'Story copied as Markdown',
  copyByHand: 'This browser does not let the page copy. To copy by hand:',

  theme: { system: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark' },

  storyGone: 'This story is not here',
  storyGoneText: 'It may have been removed, or the link is mistyped. These come nearest:',
  topicGone: (name: string) => `There is no topic “${name}”`,
  topicGoneText: 'It may have been renamed. These come nearest:',
  pageGone: 'This page is not here',
  pageGoneText: 'The link is old or mistyped. These are the latest stories:',
  nearestStories: 'Nearest stories',
  toFrontPage: 'To the front page',

  couldNotLoad: 'This could not be loaded.',
  couldNotLoadText: 'The connection may be gone, or the server did not answer.',
  notKept: 'This is not on this device.',
  notKeptText: 'You are offline. It will open as soon as you are back online.',
  tryAgain: 'Try again',
  broken: 'Something went wrong on this page.',

  archiveDescription: (count: number) => `The months and topics of ${counted(count, 'story', 'stories')}.`,
  siteDescription: (count: number) => `The latest of ${counted(count, 'story', 'stories')}, by topic, each with the original beside it.`,
  topicDescription: (name: string, count: number) => `${counted(count, 'story', 'stories')} about ${name}, the latest first.`,
  monthTitle: (month: string) => `Stories of ${month}`,
  monthDescription: (month: string, count: number) => `${counted(count, 'story', 'stories')} of ${month}, the latest first.`,
  storyDescription: (provider: string, date: string) => `Published by ${provider} on ${date}.`,

  archive: 'All months and topics',
  archivePages: 'Pages of this month',
  archivePage: (page: number) => `Page ${numbers.format(page)}`,
  olderStories: 'Older stories',
  needsScripts: 'Searching, sorting and filtering need JavaScript.',

  madeWith: 'Made with Newsfold from plain files.',
}

/** What a language module must say. */
export type Words = typeof en
