import { statSync } from 'node:fs'

/**
 * Tells whether a file is the one that was looked at before: times in nanoseconds, size and inode.
 * The time of change can't be set by a program, so bytes that were put in place with an old time are
 * noticed too. Empty for a file that is not there.
 */
export function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true })
  return stat === undefined ? '' : `${stat.mtimeNs} ${stat.ctimeNs} ${stat.size} ${stat.ino}`
}
