import { lstatSync, realpathSync, type BigIntStats } from 'node:fs'

/** The fingerprint of a file, or of a link itself; empty when it is missing or can't be read. */
export function fingerprintOf(path: string): string {
  try {
    return toFingerprint(lstatSync(path, { throwIfNoEntry: false, bigint: true }))
  } catch {
    // Its folder is not readable, or its name is too long.
    return ''
  }
}

/** The fingerprint of the file that a path leads to, with its real path, which changes when a folder is moved. */
export function locatedFingerprintOf(path: string): string {
  try {
    const place = realpathSync.native(path)
    return `${place} ${fingerprintOf(place)}`
  } catch {
    // It is missing, or its link is circular.
    return ''
  }
}

/**
 * Identifies an unchanged file: times in nanoseconds, size and inode.
 * Programs can't set the time of change, so replaced bytes with an old modification time are noticed too.
 * Empty for a missing file.
 */
export function toFingerprint(stat: BigIntStats | undefined): string {
  return stat === undefined ? '' : `${stat.mtimeNs} ${stat.ctimeNs} ${stat.size} ${stat.ino}`
}
