/** Searches in a worker, so that no search blocks the page. */
import { serveRequests, type RequestPort } from './worker-server.ts'

serveRequests(globalThis as unknown as RequestPort)
