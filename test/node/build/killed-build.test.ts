import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OutputFolder } from '../../../src/node/output/output-folder.ts'
import { buildSite, withSite } from '../../support/build-site.ts'
import { crawlSite } from '../../support/crawl-site.ts'
import { manySeeds, seedText } from '../../support/seed-text.ts'
import { writeFiles } from '../../support/temp-folder.ts'

/** Builds that are killed at a random moment; the variable asks for more. */
const KILLS = Number(process.env['NEWSFOLD_TEST_KILLS'] ?? 3)

const OPTIONS = { siteUrl: 'https://news.example/', cards: 'off' } as const

const seed = (name: string, topics: readonly string[]) => seedText({ title: `Story of ${name}`, publishedDateTime: '2021-01-02', webUrl: `https://example.com/${name}`, topics })

/** Seeds of a site, and what replaces them: new stories, a new topic, one story less. */
const BEFORE = { ...manySeeds(40), 'old.md': seed('old', ['Gone', 'AI']) }

function changeSeeds(site: string): void {
  rmSync(join(site, 'seeds/old.md'))
  writeFiles(join(site, 'seeds'), { 'new.md': seed('new', ['AI', 'Fresh']), 'other.md': seed('other', ['Fresh']) })
}

function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(files.map(({ parentPath, name }) => join(parentPath, name)).sort().map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]))
}

describe('a build that ends before it is done', () => {
  it('leaves a whole site after every single step of its publication, which the next build completes', async () => {
    const site = withSite(BEFORE)
    const { dist } = await buildSite(site, OPTIONS)
    expect(crawlSite(dist)).toEqual([])
    const last = join(site, 'last')
    cpSync(dist, last, { recursive: true })
    changeSeeds(site)
    await buildSite(site, OPTIONS)
    const next = filesOf(dist)

    /** Publishes the next site over the last one, up to a step; undefined when there are fewer. */
    const stopAt = (steps: number) => {
      const folder = join(site, `stopped-${steps}`)
      cpSync(last, folder, { recursive: true })
      const output = new OutputFolder(folder)
      for (const [file, content] of next) output.writeOwn(file.slice(1), Buffer.from(content, 'latin1'))
      let left = steps
      try {
        output.publish(() => {
          if (--left < 0) throw new Error('stopped')
        })
        return undefined
      } catch {
        return folder
      }
    }
    let steps = 0
    for (let folder = stopAt(steps); folder !== undefined; folder = stopAt(++steps)) {
      // The story that is withdrawn may be listed for a moment longer than its data lasts; its page stays until the end.
      expect(crawlSite(folder).filter((problem) => !/lacks the story story-of-old-/.test(problem)), `after ${steps} steps`).toEqual([])
      rmSync(folder, { recursive: true })
    }
    expect(steps).toBeGreaterThan(20)
  })

  it(`leaves a whole site when it is killed at any of ${KILLS} random moments, which the next build completes`, async () => {
    const site = withSite(BEFORE)
    const { dist } = await buildSite(site, OPTIONS)
    const before = filesOf(dist)
    changeSeeds(site)
    let moment = 2500
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/build-once.ts', site], { stdio: 'ignore' })
      const start = performance.now()
      const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)))
      const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * moment)
      if ((await ended) === 0) {
        // It was over before: the next ones are killed earlier.
        moment = performance.now() - start
        clearTimeout(timer)
      }
      expect(crawlSite(dist)).toEqual([])
      rmSync(dist, { recursive: true })
      writeFiles(dist, Object.fromEntries([...before].map(([file, content]) => [file, Buffer.from(content, 'latin1')])))
    }
    expect((await buildSite(site, OPTIONS)).error).toBeNull()
    expect(crawlSite(dist)).toEqual([])
    expect(readdirSync(dist).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
