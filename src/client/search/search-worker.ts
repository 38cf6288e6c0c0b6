/** The worker in which stories are found, so that no search holds up the page. */
import { answerRequests, type RequestPort } from './worker-server.ts'

answerRequests(globalThis as unknown as RequestPort)
