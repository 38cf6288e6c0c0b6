import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MODULES = join(import.meta.dirname, '../../node_modules')
const CACHE = join(MODULES, '.cache')

/** The package's own asks for letters under `/tmp/fonts`, wherever they were unpacked to. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`

/**
 * Unpacks the Chromium of `@sparticuz/chromium`, its libraries and its fonts, once for a version.
 * Returns the folder. Left to itself the package trusts whatever lies in the machine's temporary
 * folder under names like `chromium` and `fonts`: half a browser, or somebody else's folder.
 */
export function unpackChromium(): string {
  const folder = join(CACHE, `newsfold-chromium-${packageVersion()}`)
  if (existsSync(folder)) return folder
  mkdirSync(CACHE, { recursive: true })
  const unfinished = mkdtempSync(`${folder}-`)
  try {
    // In a process of its own, for it goes by the environment, and changes it. It unpacks its
    // libraries only where it believes to run in a cloud function.
    execFileSync(process.execPath, ['--input-type=module', '--eval', 'await (await import("@sparticuz/chromium")).default.executablePath()'], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    })
    writeFileSync(join(unfinished, 'fonts.conf'), FONTS_CONF)
    renameSync(unfinished, folder)
  } catch (error) {
    // Another run may have been faster.
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(MODULES, '@sparticuz/chromium/package.json'), 'utf8')) as { version: string }
  return version
}
