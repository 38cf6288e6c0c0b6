import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** How often to look whether another process is done, in ms. */
const INTERVAL = 50

/**
 * Makes a folder's content unless this process or another one has made it or is at it, and returns the folder
 * once it is complete. Fails, for all who wait, when making it fails.
 */
export async function makeOnce(folder: string, make: (folder: string) => Promise<void>): Promise<string> {
  const result = `${folder}.result`
  if (isFirst(folder)) {
    const error = await make(folder).then(
      () => '',
      (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
    )
    writeFileSync(result, `${error}\n`)
  }
  while (!existsSync(result) || readFileSync(result, 'utf8') === '') await setTimeout(INTERVAL)
  const error = readFileSync(result, 'utf8').trim()
  if (error !== '') throw new Error(error)
  return folder
}

/** Creates the folder; false when it was there. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
