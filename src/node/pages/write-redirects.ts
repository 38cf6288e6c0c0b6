import { dayPath, digestPath, GENERATED_FOLDERS, pageFile, siteFiles, storyPath, topicPath } from '../../shared/contract/permalinks.ts'
import { escapeHtml } from '../../shared/text/escape-html.ts'
import type { OutputFolder } from '../output/output-folder.ts'
import type { TopicVariants } from '../stories/topic-variants.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'

/** A path of plain names, as `OutputFolder` allows them, with a file or folder at its end. */
const SAFE_ALIAS = /^\/?((?:[\p{L}\p{N}\p{M}-]+\/)+)?([\p{L}\p{N}\p{M}-]+)?(\.html?)?$/u

/** Files in the output folder that no redirect may replace. */
const RESERVED = new Set<string>(['index.html', '404.html', siteFiles.offlinePage])

/** Writes a redirect to each story at the addresses that it has, or had, on its own site. `assetsDir` is that of Vite. */
export function writeRedirects(output: OutputFolder, stories: readonly SeedStory[], assetsDir: string): void {
  const reserved = new Set([...GENERATED_FOLDERS, assetsDir.split('/')[0] ?? ''])
  const written = new Set<string>()
  for (const { slug, aliases } of stories) {
    for (const alias of aliases) {
      const file = redirectFile(alias)
      if (file === null || written.has(file) || reserved.has(file.split('/')[0] ?? '')) continue
      written.add(file)
      output.write(file, redirectPage('../'.repeat(file.split('/').length - 1) + storyPath(slug).slice(1)))
    }
  }
}

/** The file of an address such as `/2022/07/01/title/` or `old.html`; null for a mere name, and for one that is not safe. */
function redirectFile(alias: string): string | null {
  const match = SAFE_ALIAS.exec(alias)
  if (match === null || !/[/.]/.test(alias)) return null
  const [, folder = '', name = '', extension] = match
  const file = extension === undefined ? `${folder}${name === '' ? '' : `${name}/`}index.html` : `${folder}${name}${extension}`
  return RESERVED.has(file) || (name === '' && extension !== undefined) ? null : file
}

/** Writes a redirect from the folder of all days to the newest one. */
export function writeDayRedirect(output: OutputFolder, newest: string | undefined): void {
  if (newest !== undefined) output.write(pageFile(digestPath), redirectPage(`../${dayPath(newest).slice(1)}`))
}

/** Writes a redirect from each topic's page that would exist if its spellings were not one topic. */
export function writeTopicRedirects(output: OutputFolder, variants: readonly TopicVariants[]): void {
  for (const { slug, otherSlugs } of variants) {
    for (const other of otherSlugs) output.write(pageFile(topicPath(other)), redirectPage(`../../${topicPath(slug).slice(1)}`))
  }
}

function redirectPage(address: string): string {
  const url = escapeHtml(address)
  return `<!doctype html><meta charset="utf-8"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${url}"><title>${url}</title><a href="${url}">${url}</a>\n`
}
