import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserServer } from 'playwright-core'
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
  /** What it needs in its environment, beside ours. */
  readonly env: Readonly<Record<string, string>>
}

/** Starts a Chromium that several test files connect to. Fails with a sentence that says what to do where there is none. */
export async function startChromium(): Promise<BrowserServer> {
  const { executablePath, env } = findChromium()
  return chromium.launchServer({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      // Chromium refuses its sandbox to root, which is who runs tests in most containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  })
}

function findChromium(): Program {
  const told = process.env['CHROMIUM_PATH']
  if (told !== undefined && told !== '') {
    if (existsSync(told)) return { executablePath: told, env: {} }
    throw userError(`CHROMIUM_PATH names ${told}, which is not there: name the program of a Chrome or Chromium, and run the tests again.`)
  }
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium()
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed !== undefined) return { executablePath: installed, env: {} }
  throw userError('No Chrome or Chromium was found: install one, or name its program in CHROMIUM_PATH, and run the tests again.')
}

/** The Chromium that npm brings, with its own libraries and letters: a bare machine has neither. */
function bundledChromium(): Program {
  const folder = unpackChromium()
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}
