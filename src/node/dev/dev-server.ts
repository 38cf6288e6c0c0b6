import { resolve } from 'node:path'
import type { ViteDevServer } from 'vite'
import { brokenSeedsOverlay } from './error-overlay.ts'
import { bundleBuilder, displayName, seedsFolder } from '../bundle/build-bundle.ts'
import type { BuiltBundle, Changes } from '../bundle/build-bundle.ts'
import { formatErrors, formatSummary, formatWarnings } from '../build/build-summary.ts'
import { containsPath } from '../lib/contains-path.ts'
import { workerLoader } from '../lib/bundle-worker.ts'
import type { Settings } from '../config/options.ts'
import { serveBundle } from './bundle-middleware.ts'

/** Milliseconds to wait for more changes: an editor saves in several steps. */
const SETTLING = 20

/** Milliseconds in which a watcher that still looks around finds more to watch. */
const LOOKING = 300

/**
 * Keeps the bundle in memory, serves it, and builds it again whenever something under the seeds
 * folder changes; `cache` as for `readSeeds`. The page is told by the event `newsfold:bundle`, whose data is `{ version, broken }`:
 * the bundle's version and how many seeds are invalid. Invalid seeds stand in Vite's overlay; all
 * others stay readable.
 */
export function serveWhileEditing(server: ViteDevServer, settings: Settings, cache: string | null): void {
  const { root, base, logger } = server.config
  const folder = seedsFolder(root, settings)
  const display = displayName(settings)
  const build = bundleBuilder(root, settings, cache, workerLoader((message) => logger.warn(message)))
  const seedPath = (file: string) => resolve(folder, file.slice(display.length + 1))
  const told = new Set<string>()
  let current: Promise<BuiltBundle> | null = null

  const start = (changes?: Changes): Promise<BuiltBundle> => {
    const built = build(undefined, changes).then((result) => {
      tell(result)
      return result
    })
    built.catch((error: unknown) => {
      if (current === built) current = null
      logger.error(error instanceof Error ? error.message : String(error))
    })
    return built
  }
  const tell = ({ report }: BuiltBundle) => {
    const errors = formatErrors(report)
    const warnings = formatWarnings(report)
    for (const line of errors) if (!told.has(line)) logger.error(line, { timestamp: true })
    for (const line of warnings) if (!told.has(line)) logger.warn(line, { timestamp: true })
    // What is mended and breaks again is told again.
    told.clear()
    for (const line of [...errors, ...warnings]) told.add(line)
    logger.info(formatSummary(report), { timestamp: true })
  }
  const update = async (changes?: Changes) => {
    const previous = current
    const next = (current = (previous ?? Promise.resolve()).catch(() => null).then(() => start(changes)))
    // What failed is tried again by whoever asks next.
    next.catch(() => {
      if (current === next) current = null
    })
    const before = await previous?.catch(() => null)
    const { bundle, report } = await next
    const overlay = brokenSeedsOverlay(report, seedPath)
    const isSame = before?.bundle.version === bundle.version && String(formatErrors(before.report)) === String(formatErrors(report))
    // What is saved as broken as before is shown once more.
    if (isSame && (changes === undefined || overlay === null)) return
    server.ws.send('newsfold:bundle', { version: bundle.version, broken: report.invalid })
    if (overlay !== null) server.ws.send(overlay)
  }

  server.middlewares.use(serveBundle(base, () => (current ??= start())))
  server.httpServer?.once('listening', () => {
    current ??= start()
  })
  // A page opened while seeds are invalid missed the message that said so.
  server.ws.on('connection', (socket) => {
    current?.then(
      ({ report }) => {
        const overlay = brokenSeedsOverlay(report, seedPath)
        if (overlay !== null) socket.send(JSON.stringify(overlay))
      },
      () => undefined,
    )
  })

  let timer: NodeJS.Timeout | undefined
  let paths = new Set<string>()
  let isListChanged = false
  const updateSoon = (path: string, isEdit: boolean) => {
    paths.add(path)
    isListChanged ||= !isEdit
    clearTimeout(timer)
    timer = setTimeout(() => {
      const changes = { paths, isListChanged }
      paths = new Set()
      isListChanged = false
      update(changes).catch(() => undefined)
    }, SETTLING)
  }
  server.watcher.add(folder)
  // What changes while the watcher still looks around is not told.
  let looking: NodeJS.Timeout | undefined
  const lookAgain = (before: number) => {
    const watched = Object.values(server.watcher.getWatched()).flat().length
    if (watched !== before) looking = setTimeout(() => lookAgain(watched), LOOKING)
    else if (current !== null) update().catch(() => undefined)
  }
  lookAgain(-1)
  server.httpServer?.once('close', () => clearTimeout(looking))
  server.watcher.on('all', (event, path) => {
    if (containsPath(folder, path)) updateSoon(path, event === 'change')
  })
}
