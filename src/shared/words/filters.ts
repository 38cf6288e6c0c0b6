import { counted } from './en.ts'

/** Texts of the filters and of searches that find nothing, in English. They are loaded with these, not with the first screen. */
export const filterWords = {
  didYouMean: (words: string) => `Did you mean “${words}”?`,
  showingStoriesFor: (words: string) => `Showing stories for “${words}”.`,
  noStorySays: (words: string) => `No story says “${words}”.`,
  allWords: 'all search words',
  sort: 'Sort',
  type: 'Type',
  allTypes: 'Everything',
  provider: 'Provider',
  findProvider: 'Find a provider',
  noProviderFound: 'No provider with this name.',
  authors: { title: 'Author', find: 'Find an author', none: 'No author with this name.' },
  oneMonth: (month: string) => `All stories are from ${month}.`,
  fromMonth: 'From',
  untilMonth: 'Until',
  storiesIn: (period: string, count: number) => `${period}, ${counted(count, 'story', 'stories')}`,
  heat: 'Heat',
  anyHeat: 'Any',
  heatAtLeast: (heat: number) => `${new Intl.NumberFormat('en').format(heat)} or more`,
  nothingMatches: 'No story matches all of these filters.',
  removeFilterFor: (name: string, count: number) => `Remove ${name}: ${counted(count, 'story', 'stories')}`,
}
