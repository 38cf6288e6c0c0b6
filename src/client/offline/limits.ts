const DAY = 86_400

/** Files of the last few deploys; those used longest ago go first. */
export const ASSETS_LIMIT = { maxEntries: 100, maxAgeSeconds: 60 * DAY }

/** How many files of each kind are kept, and for how long in seconds; a device that runs full drops them all. */
export const LIMITS = {
  assets: ASSETS_LIMIT,
  data: { maxEntries: 300, maxAgeSeconds: 60 * DAY, purgeOnQuotaError: true },
  hashed: { maxEntries: 300, maxAgeSeconds: 60 * DAY, purgeOnQuotaError: true },
  pages: { maxEntries: 150, maxAgeSeconds: 60 * DAY, purgeOnQuotaError: true },
  pictures: { maxEntries: 100, maxAgeSeconds: 30 * DAY, purgeOnQuotaError: true },
} as const

/** Seconds until what is kept, or what says that nothing is, answers for a server that does not. */
export const PATIENCE = 4

/** Seconds until a server that has not begun to answer is not waited for any more. */
export const GIVE_UP = 12
