import { createServer } from 'node:net'
import { userError } from '../lib/user-error.ts'

/** Rejects with a user error when something already listens on `port` of `host`. */
export function assertFreePort(port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? userError(`Port ${port} is in use. Stop the program that uses it, or choose another port with PORT=${port + 1}.`) : error)
    })
    probe.listen(port, host ?? 'localhost', () => probe.close(() => resolve()))
  })
}
