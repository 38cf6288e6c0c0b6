import { userError } from '../lib/user-error.ts'

/** Reasons and remedies by the code of a system error. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space, and build again.',
  EDQUOT: 'Your disk quota is used up. Free some space, and build again.',
  EACCES: 'Permission was denied. Allow yourself to read and write it, or choose another output folder with --outDir.',
  EPERM: 'The operation is not permitted. Allow yourself to read and write it, or choose another output folder with --outDir.',
  EROFS: 'The file system is read-only. Choose another output folder with --outDir.',
  EBUSY: 'Another program uses it. Close that program, and build again.',
  EMFILE: 'Too many files are open. Raise the limit, such as with ulimit -n 4096, and build again.',
  ENFILE: 'The system has too many open files. Close other programs, and build again.',
  ENOENT: 'It was removed during the build, perhaps by a second build. Build again.',
  ENOTDIR: 'A file is where a folder should be. Remove it, and build again.',
  EEXIST: 'A file is where a folder should be. Remove it, and build again.',
  EISDIR: 'A folder is where a file should be. Remove it, and build again.',
  EIO: 'The disk reports an error. Check it, and build again.',
  EFBIG: 'A file is larger than the system allows. Raise the limit, and build again.',
  ENOMEM: 'The memory is full. Close other programs, and build again.',
  ENAMETOOLONG: 'The path is too long. Choose an output folder with a shorter path.',
}

const WORKER_ENDED = 'A worker thread of the build was ended, perhaps because the memory is full. Close other programs, or give the build more memory with NODE_OPTIONS=--max-old-space-size=4096, and build again.'

/**
 * A failure that the machine causes, as an error without a stack that says what to do; any other error as it is.
 * `state` is a sentence about the site that is left.
 */
export function explainFailure(error: unknown, state: string): unknown {
  if (!(error instanceof Error)) return error
  // An error from a worker thread has lost its code, but not its message.
  const [, code = '', path] = /^(?:Error: )?([A-Z]{3,}): [^']*(?:'([^']*)')?/.exec(error.message) ?? []
  const reason = REASONS[code]
  if (reason !== undefined) return userError(`${path === undefined ? '' : `Could not use ${path}. `}${reason} ${state}`)
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (isOutOfMemory || /worker exited|terminating worker thread|worker terminated/i.test(error.message)) return userError(`${WORKER_ENDED} ${state}`)
  return error
}
