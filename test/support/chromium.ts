import { existsSync } from 'node:fs'
import { chromium, type BrowserServer } from 'playwright-core'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Starts a Chromium that several test files connect to. Fails with a sentence that says what to do where there is none. */
export async function startChromium(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: await findChromium(),
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

async function findChromium(): Promise<string> {
  const told = process.env['CHROMIUM_PATH']
  if (told) return told
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium()
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed !== undefined) return installed
  throw new Error('No Chrome or Chromium was found: install one, or name its program in CHROMIUM_PATH, and run the tests again.')
}

/** The Chromium that npm brings. It unpacks its own libraries only where it believes to run in a cloud function. */
async function bundledChromium(): Promise<string> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}
