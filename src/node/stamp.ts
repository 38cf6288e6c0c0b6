import { statSync } from 'node:fs'
import type { BigIntStats } from 'node:fs'

/** The stamp of the file at a path; empty when none is there, or when it can't be looked at. */
export function stampOf(path: string): string {
  try {
    return toStamp(statSync(path, { throwIfNoEntry: false, bigint: true }))
  } catch {
    // Its folder is closed, its name longer than any, its link leads in a circle.
    return ''
  }
}

/**
 * Tells whether a file is the one that was looked at before: times in nanoseconds, size and inode.
 * The time of change can't be set by a program, so bytes that were put in place with an old time are
 * noticed too. Empty for a file that is not there.
 */
export function toStamp(stat: BigIntStats | undefined): string {
  return stat === undefined ? '' : `${stat.mtimeNs} ${stat.ctimeNs} ${stat.size} ${stat.ino}`
}
