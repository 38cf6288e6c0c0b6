import { hash } from 'node:crypto'
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PreviewedStory, PreviewImage } from '../../../src/node/preview-images/preview-image.ts'
import { AUTO_LIMIT, drawsPreviewImages, toPreviewImage } from '../../../src/node/preview-images/preview-image.ts'
import { workerLoader } from '../../../src/node/lib/bundle-worker.ts'
import { drawPreviewImages } from '../../../src/node/preview-images/draw-all.ts'
import { fontsFor } from '../../../src/node/preview-images/fonts.ts'
import { layOut } from '../../../src/node/preview-images/layout.ts'
import { coverStyle } from '../../../src/shared/feed/cover.ts'
import { formatsFor } from '../../../src/shared/text/dates.ts'
import { ATTACK_HTML } from '../../support/attacks.ts'
import { withSeeds } from '../../support/temp-folder.ts'
import { picture, SITE } from '../../support/make-story.ts'

function makeStory(id: string, fields: Partial<PreviewedStory> = {}): PreviewedStory {
  const provider = { domain: 'news.example', name: 'The Daily Example' }
  const topics = [{ slug: 'robotics', name: 'Robotics' }]
  return { id, title: `Story ${id}`, published: '2020-05-20T08:07:00Z', image: null, provider, topics, language: null, ...fields }
}

/** Draws cards for these stories and keeps what came out. */
async function draw(stories: readonly PreviewedStory[], cacheFolder = join(withSeeds({}), 'cards'), site = SITE) {
  const emitted = new Map<string, Buffer>()
  const progress: string[] = []
  const cards = await drawPreviewImages(stories, site, {
    cacheFolder,
    loadWorker: workerLoader((message) => expect.fail(message)),
    write: (file, png) => void emitted.set(file, Buffer.from(png)),
    onProgress: (done, all) => progress.push(`${done}/${all}`),
  })
  return { cards, emitted, progress, cacheFolder }
}

/** Width and height of a PNG; fails for anything else. */
function sizeOf(png: Buffer | undefined): [number, number] {
  expect(png?.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  expect(png?.subarray(12, 16).toString('latin1')).toBe('IHDR')
  return [png?.readUInt32BE(16) ?? 0, png?.readUInt32BE(20) ?? 0]
}

describe('preview images', () => {
  it('show every attack as text, in whichever line it stands: their SVG has shapes only', async () => {
    const { default: satori } = await import('satori')
    const shapes = /^(?:svg|path|g|defs|mask|clipPath|rect|polygon)$/
    const texts = ATTACK_HTML.map((attack) => toPreviewImage(makeStory('a', { title: attack }), '', formatsFor('en'))?.headline ?? '').filter((text) => text !== '')
    expect(texts).toHaveLength(ATTACK_HTML.length)
    // Four at a time, in turn in each line.
    for (let at = 0; at < texts.length; at += 4) {
      const [headline = '', topic = '', provider = '', site = ''] = texts.slice(at, at + 4)
      const image = { headline, topic, provider, site, date: '', language: '', look: coverStyle(undefined, null) } satisfies PreviewImage
      const svg = await satori(layOut(image, '#ffffff'), { width: 1200, height: 630, fonts: fontsFor(headline + topic + provider + site, ''), loadAdditionalAsset: () => Promise.resolve([]) })
      for (const [, name = ''] of svg.matchAll(/<([a-z]+)/gi)) expect(name, headline).toMatch(shapes)
      expect(svg, headline).not.toMatch(/alert|script:|\bon\w+=|e\.example/i)
    }
  })

  it('are drawn at 1200 by 630 for whatever a title says', async () => {
    const titles = [
      'Plain',
      '<img src=x onerror=alert(1)>&lt;script&gt;"\'</svg><svg>',
      '🤖 emoji 👩‍💻🇫🇮 between',
      'تعلم الآلة يغير الصحافة في 2020 مع GPT-3',
      'בינה מלאכותית משנה את העיתונות',
      '\u202eturned around\u202c \u0000\u0007',
      'x'.repeat(300),
      'many words '.repeat(40),
      '朝の技術：人工知能が新聞を変える',
      '人工智能改变新闻业',
      '인공지능이 신문을 바꾸고 있다',
      'Как нейросети меняют газеты, Ελληνικά, हिन्दी, ไทย, Tiếng Việt',
      'Half a pair \ud83d and more',
    ]
    const { cards, emitted, progress } = await draw(titles.map((title, at) => makeStory(String(at), { title })))
    expect(cards).toMatchObject({ drawn: titles.length, cached: 0, skipped: 0 })
    for (const at of titles.keys()) expect(sizeOf(emitted.get(cards.files.get(String(at)) ?? '')), titles[at]).toEqual([1200, 630])
    expect(progress.at(-1)).toBe(`${titles.length}/${titles.length}`)
    expect([...emitted.keys()].every((file) => /^data\/cards\/[0-9a-f]{16}\.png$/.test(file))).toBe(true)
  })

  it('go without a provider or a topic, and without names no font can write', async () => {
    const { cards, emitted } = await draw([
      makeStory('bare', { provider: null, topics: [] }),
      makeStory('names', { provider: { domain: 'x', name: 'ಕನ್ನಡ' }, topics: [{ slug: 'x', name: 'ಸುದ್ದಿ' }] }),
    ])
    expect(cards.skipped).toBe(0)
    expect([...emitted.values()].map(sizeOf)).toEqual([[1200, 630], [1200, 630]])
  })

  it('are left out where the fonts lack the script of a headline', async () => {
    const { cards, emitted } = await draw([makeStory('a', { title: 'ಕನ್ನಡ ಸುದ್ದಿ' }), makeStory('b', { title: '🤖' }), makeStory('c')])
    expect(cards).toMatchObject({ drawn: 1, skipped: 2 })
    expect([...cards.files.keys()]).toEqual(['c'])
    expect(emitted.size).toBe(1)
  })

  it('say what their headline says', async () => {
    const pairs = [
      ['R≠S: why √2 and ∞ matter → ½', 'RS: why 2 and matter ½'],
      ['Acme™ © 2020 ®', 'Acme 2020'],
      ['Kyiv’s №5 at 30℃', 'Kyiv’s 5 at 30'],
      ['① What ★ means', 'What means'],
      ['10⁴ tons of CO₂', '10 tons of CO'],
      ['co‑operation', 'cooperation'],
      ['葛\u{e0100}城', '葛 城'],
    ]
    const { cards } = await draw(pairs.flat().map((title) => makeStory(title, { title })))
    expect(cards.skipped).toBe(0)
    for (const [title = '', other = ''] of pairs) expect(cards.files.get(title), title).not.toBe(cards.files.get(other))
  })

  it('are left out rather than saying less than their headline', async () => {
    const titles = ['髙島屋の新しい店', '𠮷野家の新しい店がまた開く', '똠방각하의 새로운 가게가 문을 열다', 'A rate of 5‰ in a long headline', 'The ቡና market grows in a long headline']
    const { cards } = await draw(titles.map((title) => makeStory(title, { title })))
    expect([...cards.files.keys()]).toEqual([])
    expect(cards).toMatchObject({ drawn: 0, skipped: titles.length })
  })

  it('go without emoji, whatever these are made of', async () => {
    const { cards } = await draw(['Robots run', 'Robots 🤖 run 🏃‍♀️', '👩🏽‍💻 Robots 🇫🇮 run', 'Robots\ufe0f run ✅'].map((title, at) => makeStory(String(at), { title })))
    expect(cards.skipped).toBe(0)
    expect(new Set(cards.files.values()).size).toBe(1)
  })

  it('are for stories whose own picture is missing, small or elsewhere', async () => {
    const { cards } = await draw([
      makeStory('none'),
      makeStory('elsewhere', { image: picture('https://news.example/a.jpg') }),
      makeStory('small', { image: { ...picture('data/images/a.jpg'), width: 599 } }),
      makeStory('low', { image: { ...picture('data/images/a.jpg'), height: 314 } }),
      makeStory('unread', { image: picture('data/images/a.avif') }),
      makeStory('own', { image: picture('data/images/a.jpg') }),
      makeStory('unmeasured', { image: { ...picture('data/images/a.jpg'), width: null, height: null } }),
    ])
    expect([...cards.files.keys()]).toEqual(['none', 'elsewhere', 'small', 'low', 'unread'])
  })

  it('are named by their bytes, so that a picture drawn another way has another address', async () => {
    const { emitted } = await draw([makeStory('a'), makeStory('b')])
    expect(emitted.size).toBe(2)
    for (const [file, png] of emitted) expect(file).toBe(`data/cards/${hash('sha256', png, 'hex').slice(0, 16)}.png`)
  })

  it('come from the cache the second time, byte for byte', async () => {
    const stories = [makeStory('a'), makeStory('b')]
    const first = await draw(stories)
    const second = await draw(stories, first.cacheFolder)
    expect(second.cards).toMatchObject({ drawn: 0, cached: 2 })
    expect(second.emitted).toEqual(first.emitted)
    const elsewhere = await draw(stories)
    expect(elsewhere.emitted).toEqual(first.emitted)
  })

  it('are drawn again, under another name, when anything on them changes', async () => {
    const story = makeStory('a')
    const { cards, cacheFolder } = await draw([story])
    const changes: Partial<PreviewedStory>[] = [
      { title: 'Another' },
      { published: '2020-05-21T08:07:00Z' },
      { topics: [{ slug: 'ai', name: 'AI' }] },
      { provider: { domain: 'other.example', name: 'The Daily Example' } },
    ]
    const changed = await draw(changes.map((change, at) => ({ ...story, ...change, id: String(at) })), cacheFolder)
    expect(changed.cards.drawn).toBe(changes.length)
    expect(new Set([...changed.cards.files.values(), cards.files.get('a')]).size).toBe(changes.length + 1)
    expect((await draw([story], cacheFolder, { ...SITE, title: 'Other' })).cards.drawn).toBe(1)
  })

  it('are drawn again where the cached one is damaged', async () => {
    const damages: [string, (path: string) => void][] = [
      ['cut', (path: string) => truncateSync(path, 2000)],
      ['empty', (path: string) => writeFileSync(path, '')],
      ['no picture', (path: string) => writeFileSync(path, '<html>')],
      ['changed in the middle', (path: string) => {
        const bytes = readFileSync(path)
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
        writeFileSync(path, bytes)
      }],
    ]
    const stories = damages.map(([damage]) => makeStory(damage))
    const { cacheFolder, emitted } = await draw(stories)
    const files = readdirSync(cacheFolder)
    expect(files).toHaveLength(damages.length)
    for (const [at, [, spoil]] of damages.entries()) spoil(join(cacheFolder, files[at] ?? ''))
    const again = await draw(stories, cacheFolder)
    expect(again.cards).toMatchObject({ drawn: damages.length, cached: 0 })
    expect(again.emitted).toEqual(emitted)
    expect((await draw(stories, cacheFolder)).cards).toMatchObject({ drawn: 0, cached: damages.length })
  })

  it('are drawn by default only up to a number of stories', () => {
    expect([AUTO_LIMIT, AUTO_LIMIT + 1].map((stories) => drawsPreviewImages('auto', stories))).toEqual([true, false])
    expect([drawsPreviewImages('on', AUTO_LIMIT + 1), drawsPreviewImages('off', 1)]).toEqual([true, false])
  })
})
