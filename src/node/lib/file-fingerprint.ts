import { lstatSync, realpathSync } from 'node:fs'
import type { BigIntStats } from 'node:fs'

/** The stamp of what stands at a path, a link itself; empty when nothing does, or when it can't be looked at. */
export function fingerprintOf(path: string): string {
  try {
    return toFingerprint(lstatSync(path, { throwIfNoEntry: false, bigint: true }))
  } catch {
    // Its folder is closed, or its name longer than any.
    return ''
  }
}

/** The stamp of what a path leads to, and where that is: moved with its folder, a file stays the same but is elsewhere. */
export function locatedFingerprintOf(path: string): string {
  try {
    const place = realpathSync.native(path)
    return `${place} ${fingerprintOf(place)}`
  } catch {
    // It is not there, or its link leads in a circle.
    return ''
  }
}

/**
 * Tells whether a file is the one that was looked at before: times in nanoseconds, size and inode.
 * The time of change can't be set by a program, so bytes that were put in place with an old time are
 * noticed too. Empty for a file that is not there.
 */
export function toFingerprint(stat: BigIntStats | undefined): string {
  return stat === undefined ? '' : `${stat.mtimeNs} ${stat.ctimeNs} ${stat.size} ${stat.ino}`
}
