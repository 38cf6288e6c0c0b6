import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { manySeeds } from '../../support/seed-text.ts'
import { withSeeds, writeFiles } from '../../support/temp-folder.ts'
import { buildSite, PAGE } from '../../support/build-site.ts'

type Plugin = typeof import('../../../src/node/newsfold.ts')

/**
 * A copy of this project with these seeds and these files in its cache: one in a folder's place keeps a
 * build from writing there, as a disk without room or a folder without rights do.
 */
async function withProject(seeds: Readonly<Record<string, string>>, cached: Readonly<Record<string, string>>) {
  const project = withSeeds({ 'package.json': '{"type":"module"}', 'index.html': PAGE })
  for (const name of ['src', 'package-lock.json']) cpSync(name, join(project, name), { recursive: true })
  mkdirSync(join(project, 'node_modules'))
  for (const name of readdirSync('node_modules').filter((one) => !one.startsWith('.'))) {
    symlinkSync(join(process.cwd(), 'node_modules', name), join(project, 'node_modules', name))
  }
  writeFiles(join(project, 'seeds'), seeds)
  writeFiles(join(project, 'node_modules/.cache/newsfold'), cached)
  const { newsfold } = (await import(join(project, 'src/node/newsfold.ts'))) as Plugin
  return { project, newsfold }
}

function filesOf(dist: string): Map<string, string> {
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort()
  return new Map(paths.map((path) => [path.slice(dist.length), readFileSync(path, 'latin1')]))
}

describe('where the cache can not be written', () => {
  it('a build makes the same pages, and says once that it has no workers', async () => {
    const seeds = manySeeds(420)
    const build = async (cached: Readonly<Record<string, string>> | 'a file') => {
      const { project, newsfold } = await withProject(seeds, cached === 'a file' ? {} : cached)
      if (cached === 'a file') writeFiles(join(project, 'node_modules/.cache'), { newsfold: '' })
      const { error, dist, said } = await buildSite(project, {}, { plugins: [newsfold()] })
      expect(error).toBeNull()
      const warnings = said.filter((line) => line.startsWith('The worker '))
      return { files: filesOf(dist), warnings }
    }
    const plain = await build({})
    expect(plain.warnings).toEqual([])
    for (const { files, warnings } of [await build({ workers: '' }), await build('a file')]) {
      expect([...files.keys()]).toEqual([...plain.files.keys()])
      for (const [file, text] of files) expect(text === plain.files.get(file), file).toBe(true)
      expect(warnings).toEqual([expect.stringMatching(/^The worker seeds\/seed-worker could not be bundled: .*EEXIST|ENOTDIR/)])
    }
  })

  it.each(['workers', 'cards'])('preview images are still drawn (%s)', async (folder) => {
    const options = { siteUrl: 'https://news.example/', cards: 'on' } as const
    const { project, newsfold } = await withProject(manySeeds(2), { [folder]: '' })
    const { error, dist } = await buildSite(project, {}, { plugins: [newsfold(options)] })
    expect(error).toBeNull()
    expect(readdirSync(join(dist, 'data/cards'))).toHaveLength(2)
  })
})
