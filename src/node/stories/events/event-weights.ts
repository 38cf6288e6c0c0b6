import { DAY_SECONDS } from '../../../shared/text/durations.ts'

/**
 * What decides whether stories tell one event. Fitted by grid search on 1,900 labelled headlines and
 * leads (23 events of 9 to 24 stories, 42 look-alike events two by two, 540 single stories), then
 * rounded; "cosine" is the similarity of two weighted bags of words, 0 to 1.
 */
export const EVENT_WEIGHTS = {
  /** Weight of a word of the lead; one of the title weighs 1. From 0.6 to 1 little changes. */
  lead: 0.8,
  /** Factor for a name. Above 1.6 two events around one person become one. */
  name: 1.4,
  /** Factor for a number: scores, sums and dates tell look-alike events apart. */
  number: 1.5,
  /** Stories imagined to have no term of a story, so that rarity means something in a small folder too. */
  imaginedStories: 256,
  /** So many of them have each of the `HEADLINE_WORDS`. */
  imaginedHeadlines: 12,

  /** Cosine from which on a story is looked at. */
  candidate: 0.2,
  /** Least cosine of two single stories with short texts: titles alone. */
  titles: 0.41,
  /** Least cosine of a title and a large event: what many share is clearer evidence. */
  titlesOfMany: 0.2,
  /** Least cosine of two single stories with long texts, which share more by chance. */
  texts: 0.47,
  /** Least cosine of a long text and a large event. */
  textsOfMany: 0.58,
  /** Least cosine where one lists the other's address, as a part of the cosine asked otherwise. */
  listed: 0.5,
  /** Cosine of two sources' titles from which on two single stories' texts need to be only ... */
  titlesAlike: 0.76,
  /** ... so alike: two outlets word a lead differently, and a title by chance hardly ever the same. */
  textsUnderAlikeTitles: 0.36,
  /** Cosine from which on other names and other titles don't count: the same text under two headlines. */
  sameText: 0.8,
  /** Terms from which on a text is long. */
  longText: 16,

  /** Shared words, a phrase counted once: "Taylor Swift" alone is no event. */
  sharedUnits: 2,
  /** Shared words that stand in titles of both, unless the text is the same. */
  sharedTitleWords: 2,
  /** Share of an event's stories that have a word, for it to count as the event's. */
  coreShare: 0.1,
  /** Share of an event's stories that have a name, for the event to be about it. */
  nameShare: 0.6,
  /** Two stories with a lower cosine have nothing in common ... */
  nothingShared: 0.05,
  /** ... and so many of the pairs must have something, so that a chain never joins different news. */
  pairsThatShare: 0.9,
} as const

/** Longest time between an event's first story and its last, in seconds. */
export const LONGEST_EVENT = 7 * DAY_SECONDS

/** Stories in one event at most; each names all others, so its bytes grow with the square. */
export const LARGEST_EVENT = 24
