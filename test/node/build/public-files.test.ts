import { hash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { manySeeds } from '../../support/seed-text.ts'
import { writeFiles } from '../../support/temp-folder.ts'
import { buildSite, withSite } from '../../support/build-site.ts'

const options = { siteUrl: 'https://news.example/', cards: 'off' } as const

describe("a file of the owner's public folder", () => {
  it("replaces Newsfold's own, and the build says so", async () => {
    const site = withSite(manySeeds(1))
    const own = { 'robots.txt': 'User-agent: *\nDisallow: /\n', _headers: '/*\n  X-Mine: yes\n', 'manifest.webmanifest': '{}', 'rss.xml': '<rss/>' }
    writeFiles(join(site, 'public'), { ...own, 'mine.txt': 'mine' })
    for (let build = 0; build < 2; build++) {
      const { error, dist, said } = await buildSite(site, options)
      expect(error).toBeNull()
      for (const [file, text] of Object.entries(own)) expect(readFileSync(join(dist, file), 'utf8'), file).toBe(text)
      expect(readFileSync(join(dist, 'mine.txt'), 'utf8')).toBe('mine')
      expect(said.filter((line) => line.includes('robots.txt'))).toEqual([
        "Used from the public folder instead of Newsfold's own: _headers, manifest.webmanifest, robots.txt, rss.xml",
      ])
    }
    rmSync(join(site, 'public/robots.txt'))
    const { dist } = await buildSite(site, options)
    expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toContain('Sitemap: ')
  })

  it.each(['index.html', '404.html', 'topic/ai/rss.xml', 'data/mine.json', 'assets/mine.js', 'offline.html', 'service-worker.js', 'story'])('cannot be %s', async (file) => {
    const site = withSite(manySeeds(1))
    writeFiles(join(site, 'public'), { [file]: 'mine', 'robots.txt': '' })
    const { error, dist } = await buildSite(site, options)
    expect(error?.message).toBe(`The public folder contains ${file}, which the build makes itself. Rename or remove it.`)
    expect(error?.stack).toBe(error?.message)
    expect(existsSync(dist)).toBe(false)
  })

  it('is cached for offline use unchanged, and again when it has changed', async () => {
    const site = withSite(manySeeds(1))
    writeFiles(join(site, 'mine'), { 'manifest.webmanifest': '{}' })
    for (const manifest of ['{}', '{"name":"Mine"}']) {
      writeFileSync(join(site, 'mine/manifest.webmanifest'), manifest)
      const { error, dist } = await buildSite(site, options, { publicDir: 'mine', cacheDir: join(site, 'node_modules/.vite') })
      expect(error).toBeNull()
      expect(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8')).toBe(manifest)
      expect(readFileSync(join(dist, 'service-worker.js'), 'utf8')).toContain(hash('sha256', manifest, 'hex').slice(0, 16))
    }
  })

  it('is left out, and may have any name, when Vite copies no public folder', async () => {
    const site = withSite(manySeeds(1))
    writeFiles(join(site, 'public'), { 'index.html': 'mine', 'robots.txt': 'mine' })
    const { error, dist } = await buildSite(site, options, { build: { copyPublicDir: false } })
    expect(error).toBeNull()
    expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toContain('Sitemap: ')
  })
})
