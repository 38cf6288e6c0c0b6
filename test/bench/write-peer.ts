import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a generator's own files; npm packages are found through a link. */
export function writeSite(site: string, files: Readonly<Record<string, string>>, tools: string): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, file)), { recursive: true })
    writeFileSync(join(site, file), text)
  }
  symlinkSync(join(tools, 'node_modules'), join(site, 'node_modules'))
}

/** Copies seeds as the Markdown files that all generators read, one folder deep. */
export function copySeeds(seeds: string, content: string): void {
  mkdirSync(content, { recursive: true })
  const names = readdirSync(seeds, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(md|markdown|txt)$/.test(name)).sort()
  for (const [at, name] of names.entries()) writeFileSync(join(content, `s${at}.md`), readFileSync(join(seeds, name), 'utf8').replaceAll('\r\n', '\n'))
}
