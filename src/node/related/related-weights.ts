/**
 * What makes two stories related. A shared feature counts with its weight in both stories and the square
 * of its rarity: the logarithm of the inverse document frequency to the power of 3/4. Fitted on 30 sidebars that a reader graded (two thirds for the fit, a
 * third to check, in turn), then rounded. Halving or doubling one of them costs 2 to 6 points of nDCG.
 */
export const RELATED_WEIGHTS = {
  /** A word of the lead; one of the title weighs 1. */
  lead: 0.7,
  /** Factor for a name. */
  name: 1.4,
  /** Factor for a word that the story repeats: it is what the story is about. */
  repeated: 1.5,
  /** Two words side by side, on top of the words themselves: "community call" says more than both. */
  phrase: 1.05,
  /** A topic of the seed. */
  topic: 1.2,
  /** Factor for words that say what state a thing is in and not what it is. */
  status: 0.6,
  /** Stories from which on fewer make a term no rarer: what two of thousands share may be chance. */
  leastFrequency: 6,
  /** Stories imagined to have no term, so that in a folder of three what all share still counts a little. */
  imaginedStories: 16,
  /** Exponent of the stories' lengths that a score is divided by; 1 is the cosine, which favours short stories. */
  length: 0.5,
  /** What stories of one day gain ... */
  sameDay: 0.3,
  /** ... and after how many seconds two thirds of it are gone. */
  sameDayFades: 3 * 86_400,
  /** Factor for a story in another language. */
  otherLanguage: 0.5,
} as const

/** Announcements share these words whatever they announce. */
export const STATUS_WORDS: ReadonlySet<string> = new Set(
  'announce announced announces announcing availability available general generally introduce introduces introducing preview public'.split(' '),
)
