import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { userError } from '../../src/node/lib/user-error.ts'
import { unpackChromium } from './unpack-chromium.ts'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

interface Program {
  readonly executablePath: string
  /** Environment variables that it needs. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * Starts a Chromium, which ends with this process. It reaches no other host, on which no test may depend: every
 * request to one fails.
 */
export async function startChromium(): Promise<Browser> {
  const { executablePath, env } = findChromium()
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      // Chromium has no sandbox for root, who runs tests in most containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  })
}

/** The Chromium to start: unpacked once, where there is none. Fails with an error that says what to do. */
export function findChromium(): Program {
  const path = process.env['CHROMIUM_PATH']
  if (path !== undefined && path !== '') {
    if (existsSync(path)) return { executablePath: path, env: {} }
    throw userError(`CHROMIUM_PATH is ${path}, which does not exist: set it to the path of Chrome or Chromium, and run the tests again.`)
  }
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium()
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed !== undefined) return { executablePath: installed, env: {} }
  throw userError('No Chrome or Chromium was found: install one, or set CHROMIUM_PATH to its path, and run the tests again.')
}

/** The Chromium of an npm package, with its libraries and fonts, which a bare machine lacks. */
function bundledChromium(): Program {
  const folder = unpackChromium()
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}
