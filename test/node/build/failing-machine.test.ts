import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explainFailure } from '../../../src/node/build/explain-failure.ts'
import { OutputFolder } from '../../../src/node/output/output-folder.ts'
import { buildSite, withSite } from '../../support/build-site.ts'
import { manySeeds } from '../../support/seed-text.ts'
import { withSeeds } from '../../support/temp-folder.ts'

const STATE = 'The last site is unchanged.'

describe('a failure of the machine', () => {
  it.each([
    ['ENOSPC: no space left on device, write', 'The disk is full. Free some space, and build again.'],
    ["EACCES: permission denied, mkdir '/srv/dist/data'", 'Could not use /srv/dist/data. Permission was denied. Allow yourself to read and write it, or choose another output folder with --outDir.'],
    ["EROFS: read-only file system, open '/srv/dist/x'", 'Could not use /srv/dist/x. The file system is read-only. Choose another output folder with --outDir.'],
    ["EMFILE: too many open files, open '/a.md'", 'Could not use /a.md. Too many files are open. Raise the limit, such as with ulimit -n 4096, and build again.'],
    ["ENOENT: no such file or directory, rename '/a' -> '/b'", 'Could not use /a. It was removed during the build, perhaps by a second build. Build again.'],
    ['Terminating worker thread', 'A worker thread of the build was ended, perhaps because the memory is full. Close other programs, or give the build more memory with NODE_OPTIONS=--max-old-space-size=4096, and build again.'],
  ])('is one sentence and a remedy, without a stack: %s', (message, sentence) => {
    const explained = explainFailure(new Error(message), STATE) as Error
    expect(explained.message).toBe(`${sentence} ${STATE}`)
    expect(explained.stack).toBe(explained.message)
  })

  it('is not what a bug is: that keeps its stack', () => {
    const bug = new TypeError('x is undefined')
    expect(explainFailure(bug, STATE)).toBe(bug)
  })
})

describe('a build', () => {
  it('refuses an output folder that is a file before it reads a seed', async () => {
    const site = withSite(manySeeds(1))
    writeFileSync(join(site, 'dist'), 'mine')
    const { error, said } = await buildSite(site)
    expect(error?.message).toBe(`The output folder "${join(site, 'dist')}" is a file. Remove it, or choose another folder with --outDir.`)
    expect(readFileSync(join(site, 'dist'), 'utf8')).toBe('mine')
    expect(said).toEqual([])
  })

  it('that the disk stops leaves the last site as it was, and nothing beside it', () => {
    const folder = withSeeds({ 'index.html': 'last' })
    // A size limit stops a write in the middle, as a full disk does.
    const code = `
      import { OutputFolder } from '${process.cwd()}/src/node/output/output-folder.ts'
      process.on('SIGXFSZ', () => undefined)
      const output = new OutputFolder('${folder}')
      try { output.write('index.html', 'x'.repeat(1e6)) } catch (error) { output.discard(); console.log(error.code) }`
    const { stdout, stderr } = spawnSync('sh', ['-c', `ulimit -f 100; exec "${process.execPath}" --import tsx --input-type=module -e "$CODE"`], { env: { ...process.env, CODE: code }, encoding: 'utf8' })
    expect([stdout.trim(), stderr]).toEqual(['EFBIG', ''])
    expect(readdirSync(folder)).toEqual(['index.html'])
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('last')
  })

  it('goes on after a build that was killed while it wrote', () => {
    const folder = withSeeds({ 'index.html': 'last', '.newsfold-draft/data/half.json': '[' })
    mkdirSync(join(folder, '.newsfold-draft/story'))
    const output = new OutputFolder(folder)
    output.write('index.html', 'new')
    output.publish(() => undefined)
    expect(readdirSync(folder)).toEqual(['index.html'])
  })
})
