import { beforeAll, expect, test } from 'vitest'
import { axeFindings, COLOUR_RULES, newPage, untilIdle } from '../support/page.ts'
import { manySeeds, seedText } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

let site: Site

const body = '\n# Part one\n\nText with a [link](https://e.example/) and `code`.[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n- two\n\n> quote\n\n[^1]: A note.\n'

beforeAll(async () => {
  const topics = { topics: ['AI', 'AI Hardware', 'Privacy'], provider: { name: 'Herald', domain: 'herald.example' } }
  site = await serveSeeds({
    ...manySeeds(40, topics),
    // A topic of nearly all stories would be no choice.
    ...Object.fromEntries([1, 2, 3].map((day) => [`plain-${day}.md`, seedText({ title: `Plain ${day}`, publishedDateTime: `2015-01-0${day}` })])),
    'dead.md': seedText({
      title: 'The one with a picture',
      publishedDateTime: '2021-01-02',
      webUrl: 'https://herald.example/dead',
      images: [{ url: 'https://dead.invalid/a.jpg', width: 700, height: 1400, title: 'A view', attribution: 'Somebody' }],
      related: [{ title: 'Covered elsewhere', webUrl: 'https://other.example/1', publishedDateTime: '2021-01-01' }],
      ...topics,
    }, body),
    'video.md': seedText({
      title: 'The one with a video',
      publishedDateTime: '2021-01-01',
      webUrl: 'https://herald.example/video',
      type: 'video',
      published: false,
      featuredContent: '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>',
      ...topics,
    }),
  })
})

const VIEWS: [string, (links: Record<string, string>) => string][] = [
  ['the feed', () => '/'],
  ['a topic', () => '/topic/privacy/'],
  ['a refined feed', () => '/?topic=ai&topic=privacy&type=article'],
  ['an empty feed', () => '/?topic=ai&provider=nobody.example'],
  ['a story', (links) => links['The one with a picture'] ?? ''],
  ['a video', (links) => links['The one with a video'] ?? ''],
  ['a story that is gone', () => '/story/gone-0000000000/'],
  ['a topic that is gone', () => '/topic/privaty/'],
  ['a page that is not there', () => '/nowhere/'],
]

test.each([
  ['a phone, and on a tablet', [390, 768]],
  ['a desktop', [1440]],
])('axe finds nothing on %s, in the light and dark theme', async (_name, widths) => {
  const page = await newPage()
  await page.goto(site.url)
  await page.getByRole('article').first().waitFor()
  const links = await page.locator('h2 a').evaluateAll((all) =>
    Object.fromEntries(all.map((link) => [link.textContent, link.getAttribute('href') ?? ''])),
  )
  const findings: string[] = []
  for (const [name, path] of VIEWS) {
    await page.setViewportSize({ width: Math.min(...widths), height: 900 })
    await page.goto(new URL(path(links), site.url).href)
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
    await untilIdle(page)
    // A topic that is gone is drawn in place of a page that is not there.
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await untilIdle(page)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      const light = await axeFindings(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      const dark = await axeFindings(page, COLOUR_RULES)
      for (const finding of [...light, ...dark]) findings.push(`${name} at ${width} px: ${finding}`)
    }
  }
  expect(findings).toEqual([])
})

test('everything on the way from the feed to a story and its original is reached by keyboard', async () => {
  const page = await newPage()
  await page.goto(site.url)
  await page.getByRole('article').first().waitFor()
  const reach = async (name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press(key)
      const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
      if (name.test(label ?? '')) return
    }
    throw new Error(`${key} does not reach ${name.source}`)
  }
  // A new view takes the focus to its heading: a key pressed before that starts elsewhere.
  const arriveAt = (heading: string) =>
    expect.poll(() => page.evaluate(() => document.activeElement?.matches('h1') && document.activeElement.textContent)).toBe(heading)
  // The topics are one Tab stop: the arrow keys go through them, and from a topic to what excludes it.
  const goTo = async (topic: string) => {
    await page.keyboard.press('Home')
    const isThere = () => page.evaluate((name) => document.activeElement?.textContent === name, topic)
    for (let presses = 0; presses < 9 && !(await isThere()); presses++) await page.keyboard.press('ArrowDown')
  }
  await reach(/^Skip to content$/)
  await reach(/^All stories$/)
  await goTo('Privacy')
  await page.keyboard.press('Enter')
  await arriveAt('Privacy')
  // Their counts put the topics in order: a key pressed before that goes elsewhere.
  await page.getByRole('navigation', { name: 'Topics' }).getByRole('listitem').filter({ hasText: 'AI Hardware' }).getByText('42').waitFor()
  await reach(/^Privacy$/, 'Shift+Tab')
  await goTo('AI Hardware')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByText('No story matches all of these filters.').waitFor()
  await reach(/^Remove filter: not AI Hardware$/)
  await page.keyboard.press('Enter')
  // Its stories come back when the answer is there; a key pressed before that passes them by.
  await page.getByRole('link', { name: 'The one with a picture', exact: true }).waitFor()
  await reach(/^The one with a picture$/)
  await page.keyboard.press('Enter')
  await arriveAt('The one with a picture')
  await reach(/^Read the original at Herald$/)
})
