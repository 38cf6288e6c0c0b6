import { DAY_SECONDS } from '../../shared/text/durations.ts'

/** What decides whether stories are one thread. */
export const THREAD_WEIGHTS = {
  /** A word, phrase or topic of more of the stories than this says nothing about the matter. */
  share: 0.06,
  /** Least weight of what the first two stories share; a word of both titles that is new to all others weighs 1. */
  subject: 6,
  /** Share of the subject, by weight, that a further story must have. */
  ofSubject: 0.5,
  /** Where the second story lists the first, or the first it, this part of it is enough. */
  listed: 0.5,
  /** Longest time between a story and the older one that it follows. */
  longestPause: 90 * DAY_SECONDS,
  /** Shortest time from the first story to the last ... */
  shortest: 7 * DAY_SECONDS,
  /** ... and the least number of events between. */
  events: 3,
} as const
