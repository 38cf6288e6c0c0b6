const KEY = 'newsfold:reloaded'
/** A second reload within this many milliseconds would be a loop. */
const PAUSE = 10_000

/** Loads the page anew, for code or data that a new deploy has replaced. Never twice in a row. */
export function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(KEY) ?? 0)
  if (Date.now() - last < PAUSE) return
  sessionStorage.setItem(KEY, String(Date.now()))
  location.reload()
}
