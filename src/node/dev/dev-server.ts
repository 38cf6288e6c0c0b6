import { resolve } from 'node:path'
import type { ViteDevServer } from 'vite'
import { invalidSeedsOverlay } from './error-overlay.ts'
import { bundleBuilder, displayName, seedsFolder, type BuiltBundle, type Changes } from '../bundle/build-bundle.ts'
import { formatErrors, formatSummary, formatWarnings } from '../build/build-summary.ts'
import { containsPath } from '../lib/contains-path.ts'
import { workerLoader } from '../lib/bundle-worker.ts'
import type { Settings } from '../config/options.ts'
import { bundleMiddleware } from './bundle-middleware.ts'

/** Milliseconds to wait for more changes, because an editor saves in several steps. */
const DEBOUNCE = 20

/** Milliseconds between two checks whether the watcher has found all files. */
const WATCHER_INTERVAL = 300

/**
 * Serves the bundle from memory, and builds it again whenever something under the seeds folder changes;
 * `cache` as for `readSeeds`. The page receives the event `newsfold:bundle` with `{ version, broken }`: the
 * bundle's version and the number of invalid seeds. Vite's overlay shows these; all others stay readable.
 */
export function setUpDevServer(server: ViteDevServer, settings: Settings, cache: string | null): void {
  const { root, base, logger } = server.config
  const folder = seedsFolder(root, settings)
  const display = displayName(settings)
  const build = bundleBuilder(root, settings, cache, workerLoader((message) => logger.warn(message)))
  const seedPath = (file: string) => resolve(folder, file.slice(display.length + 1))
  const reported = new Set<string>()
  let current: Promise<BuiltBundle> | null = null

  const start = (changes?: Changes): Promise<BuiltBundle> => {
    const built = build(undefined, changes).then((result) => {
      report(result)
      return result
    })
    built.catch((error: unknown) => {
      if (current === built) current = null
      logger.error(error instanceof Error ? error.message : String(error))
    })
    return built
  }
  const report = ({ report: latest }: BuiltBundle) => {
    const errors = formatErrors(latest)
    const warnings = formatWarnings(latest)
    for (const line of errors) if (!reported.has(line)) logger.error(line, { timestamp: true })
    for (const line of warnings) if (!reported.has(line)) logger.warn(line, { timestamp: true })
    // An error that is fixed and comes back is reported again.
    reported.clear()
    for (const line of [...errors, ...warnings]) reported.add(line)
    logger.info(formatSummary(latest), { timestamp: true })
  }
  const update = async (changes?: Changes) => {
    const previous = current
    const next = (current = (previous ?? Promise.resolve()).catch(() => null).then(() => start(changes)))
    // The next request tries again after a failure.
    next.catch(() => {
      if (current === next) current = null
    })
    const before = await previous?.catch(() => null)
    const { bundle, report } = await next
    const overlay = invalidSeedsOverlay(report, seedPath)
    const isSame = before?.bundle.version === bundle.version && String(formatErrors(before.report)) === String(formatErrors(report))
    // A seed that is saved with the same errors shows them again.
    if (isSame && (changes === undefined || overlay === null)) return
    server.ws.send('newsfold:bundle', { version: bundle.version, broken: report.invalid })
    if (overlay !== null) server.ws.send(overlay)
  }

  server.middlewares.use(bundleMiddleware(base, () => (current ??= start())))
  server.httpServer?.once('listening', () => {
    current ??= start()
  })
  // A page that is opened while seeds are invalid has missed the overlay's message.
  server.ws.on('connection', (socket) => {
    current?.then(
      ({ report }) => {
        const overlay = invalidSeedsOverlay(report, seedPath)
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
    }, DEBOUNCE)
  }
  server.watcher.add(folder)
  // The watcher does not report changes before it has found all files.
  let watcherTimer: NodeJS.Timeout | undefined
  const checkWatcher = (before: number) => {
    const watched = Object.values(server.watcher.getWatched()).flat().length
    if (watched !== before) watcherTimer = setTimeout(() => checkWatcher(watched), WATCHER_INTERVAL)
    else if (current !== null) update().catch(() => undefined)
  }
  checkWatcher(-1)
  server.httpServer?.once('close', () => clearTimeout(watcherTimer))
  server.watcher.on('all', (event, path) => {
    if (containsPath(folder, path)) updateSoon(path, event === 'change')
  })
}
