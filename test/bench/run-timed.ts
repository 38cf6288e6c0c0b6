import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a command took. */
export interface Timed {
  /** Wall time. */
  readonly seconds: number
  /** CPU seconds, user and system, of the command and all it started; null where /proc does not say. */
  readonly cpu: number | null
  /** Most memory the command and all it started held at one time, in bytes; null where /proc does not say. */
  readonly peak: number | null
}

/** Milliseconds between two looks at the memory. */
const LOOK = 50

/** Runs a command to its end. Rejects with what it said when it fails. */
export async function runTimed(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Timed> {
  const start = performance.now()
  const cpuBefore = cpuOfChildren()
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const hear = (bytes: Buffer) => void (said = (said + bytes.toString()).slice(-4000))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  let peak: number | null = null
  const timer = setInterval(() => {
    const now = memoryOf(child.pid ?? 0)
    if (now !== null) peak = Math.max(peak ?? 0, now)
  }, LOOK)
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)).finally(() => clearInterval(timer))
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`)
  const cpuAfter = cpuOfChildren()
  const cpu = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore
  return { seconds: (performance.now() - start) / 1000, cpu, peak }
}

/** Clock ticks a second, as Linux counts them for programs. */
const TICKS = 100

/** CPU seconds, user and system, of all processes that this one has started and that have ended. */
function cpuOfChildren(): number | null {
  try {
    // The fields after the program's name, which is in brackets; see proc(5) for their order.
    const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\) /s, '').split(' ')
    return (Number(fields[13]) + Number(fields[14])) / TICKS
  } catch {
    return null
  }
}

/** Resident memory of a process and of all under it, in bytes. */
function memoryOf(root: number): number | null {
  try {
    const parents = new Map<number, number>()
    for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(name))
    const isUnder = (pid: number): boolean => pid === root || (pid > 1 && isUnder(parents.get(pid) ?? 0))
    return [...parents.keys()].filter(isUnder).reduce((sum, pid) => sum + residentOf(pid), 0)
  } catch {
    return null
  }
}

function parentOf(pid: string): number {
  try {
    return Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function residentOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
