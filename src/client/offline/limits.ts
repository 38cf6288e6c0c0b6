import { DAY_SECONDS } from '../../shared/text/durations.ts'

/** Files of the last few deploys, each of which has about 50; the least recently used are deleted first. */
export const ASSETS_LIMIT = { maxEntries: 250, maxAgeSeconds: 60 * DAY_SECONDS }

/** How many files of each kind are cached, and for how many seconds; a full device deletes them all. */
export const LIMITS = {
  assets: ASSETS_LIMIT,
  data: { maxEntries: 900, maxAgeSeconds: 60 * DAY_SECONDS, purgeOnQuotaError: true },
  hashed: { maxEntries: 300, maxAgeSeconds: 60 * DAY_SECONDS, purgeOnQuotaError: true },
  pages: { maxEntries: 150, maxAgeSeconds: 60 * DAY_SECONDS, purgeOnQuotaError: true },
  pictures: { maxEntries: 100, maxAgeSeconds: 30 * DAY_SECONDS, purgeOnQuotaError: true },
} as const

/** Seconds until the cache, or a fallback response, answers in place of a slow server. */
export const FALLBACK_AFTER = 4

/** Seconds until a request is aborted when the server has not begun to answer. */
export const ABORT_AFTER = 12
