import { createServer } from 'node:net'
import { userError } from '../lib/user-error.ts'

/** Rejects with a plain error when something listens on `port` of `host` already. */
export function assertFreePort(port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? userError(`Port ${port} is taken. Stop what runs there, or choose another port with PORT=${port + 1}.`) : error)
    })
    probe.listen(port, host ?? 'localhost', () => probe.close(() => resolve()))
  })
}
