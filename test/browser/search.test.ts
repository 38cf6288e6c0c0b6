import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeFindings, COLOUR_RULES, newPage, untilIdle } from '../support/page.ts'
import { seedText } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

const NAMES = ['Robots learn to sew', 'A law for café robots', 'Chips get cheaper']
const LONG = 'A topic whose name goes on for longer than anybody would want to read beside a list of stories'

let site: Site

// Three stories in each month of 2020.
beforeAll(async () => {
  const seeds = Array.from({ length: 36 }, (_, index) => {
    const month = String(Math.floor(index / 3) + 1).padStart(2, '0')
    const fields = {
      title: `${NAMES[index % 3] ?? ''} ${month}`,
      excerpt: 'What robots do in a café.',
      publishedDateTime: `2020-${month}-10T0${index % 3}:00:00Z`,
      webUrl: `https://e.example/${index}`,
      provider: { name: `Paper ${index % 12}`, domain: `p${index % 12}.example` },
      topics: ['AI', ['Law', 'روبوتات', LONG][index % 3]],
      heat: index % 5,
    }
    return [`${index}.md`, seedText(fields)]
  })
  site = await serveSeeds(Object.fromEntries(seeds) as Record<string, string>)
})

const here = (page: Page) => decodeURIComponent(page.url().slice(site.url.length))
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName)
const plotOf = (page: Page) => page.getByRole('region', { name: 'Dates' }).locator('[aria-hidden]')

async function open(path: string, options?: Parameters<typeof newPage>[0]): Promise<Page> {
  const page = await newPage(options)
  await page.goto(site.url + path)
  await page.getByRole('article').first().waitFor()
  return page
}

/** The middle of a month's bar, 1 to 12. */
async function barAt(page: Page, month: number): Promise<{ x: number; y: number }> {
  await plotOf(page).scrollIntoViewIfNeeded()
  const box = await plotOf(page).boundingBox()
  if (!box) throw new Error('there is no histogram')
  return { x: box.x + ((month - 0.5) * box.width) / 12, y: box.y + box.height / 2 }
}

test('the slash key focuses the search from anywhere but a field, and Escape leaves it', async () => {
  const page = await open('')
  await page.keyboard.press('Control+/')
  expect(await focused(page)).not.toBe('Search stories')
  await page.keyboard.press('/')
  expect(await focused(page)).toBe('Search stories')
  await page.keyboard.type('a/b')
  await expect.poll(() => here(page)).toBe('?q=a/b')
  await page.keyboard.press('Escape')
  await expect.poll(() => here(page)).toBe('')
  await page.keyboard.press('Escape')
  // To the page, or to the heading of the view that has just come.
  expect(['BODY', 'H1']).toContain(await focused(page))
  await page.getByText('Filters', { exact: true }).click()
  await page.getByRole('searchbox', { name: 'Find a provider' }).focus()
  await page.keyboard.press('/')
  expect(await focused(page)).toBe('Find a provider')
})

test('words are searched while they are typed, and highlighted in the cards', async () => {
  const page = await open('')
  await page.keyboard.press('/')
  await page.keyboard.type('cafe sew')
  await page.getByRole('status').filter({ hasText: '12 stories' }).waitFor()
  // The code of highlights comes with the first search.
  await expect.poll(async () => new Set(await page.locator('article mark').allTextContents())).toEqual(new Set(['café', 'sew']))
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: /^Robots learn to sew/ }).waitFor()
  await page.goBack()
  await page.getByRole('status').filter({ hasText: '12 stories' }).waitFor()
  expect(await page.getByRole('searchbox', { name: 'Search stories' }).inputValue()).toBe('cafe sew')
})

test.each([
  ['words', '?q=robots', 36],
  ['a filter of a topic', 'topic/law/?provider=p0.example', 3],
])('an address with %s is searched while the app’s code is still loading, and only once', async (_, path, found) => {
  const page = await newPage()
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(request.url()))
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/assets\/index-/, (route) => released.then(() => route.continue()))
  await page.goto(site.url + path, { waitUntil: 'commit' })
  const terms = () => asked.filter((url) => url.includes('/find/terms/')).length
  await expect.poll(terms).toBeGreaterThan(0)
  expect(await page.locator('html[data-elsewhere]').count()).toBe(1)
  release()
  await page.getByRole('status').getByText(`${found} stories`).waitFor()
  const index = asked.filter((url) => url.includes('/find') || url.includes('/search-worker-'))
  expect(index.filter((url) => url.includes('/search-worker-'))).toHaveLength(1)
  expect(index).toEqual([...new Set(index)])
})

test('a click on a month’s bar selects it, and another removes it', async () => {
  const page = await open('')
  const may = await barAt(page, 5)
  await page.mouse.click(may.x, may.y)
  await expect.poll(() => here(page)).toBe('?after=2020-05&before=2020-05')
  await page.getByRole('status').filter({ hasText: '3 stories' }).waitFor()
  const again = await barAt(page, 5)
  await page.mouse.click(again.x, again.y)
  await expect.poll(() => here(page)).toBe('')
})

test('dragging over months selects them, in either direction, and all of them remove the filter', async () => {
  const page = await open('')
  const drag = async (first: number, last: number) => {
    const [from, to] = [await barAt(page, first), await barAt(page, last)]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 5 })
    await page.mouse.up()
  }
  await drag(8, 3)
  await expect.poll(() => here(page)).toBe('?after=2020-03&before=2020-08')
  await page.getByRole('status').filter({ hasText: '18 stories' }).waitFor()
  await drag(1, 12)
  await expect.poll(() => here(page)).toBe('')
})

test('dates are chosen by keyboard, as one history entry', async () => {
  const page = await open('')
  await page.getByRole('slider', { name: 'From' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => here(page)).toBe('?after=2020-02')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => here(page)).toBe('?after=2020-04')
  await expect.poll(() => page.getByRole('slider', { name: 'From' }).getAttribute('aria-valuetext')).toBe('April 2020, 3 stories')
  expect(await focused(page)).toBe('From')
  await page.getByRole('slider', { name: 'Until' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => here(page)).toBe('?after=2020-04&before=2020-10')
  await page.goBack()
  await expect.poll(() => here(page)).toBe('?after=2020-04')
  await page.goBack()
  await expect.poll(() => here(page)).toBe('')
})

test('a slider stops at the other one', async () => {
  const page = await open('?after=2020-03&before=2020-06')
  await page.getByRole('slider', { name: 'From' }).press('End')
  await expect.poll(() => here(page)).toBe('?after=2020-06&before=2020-06')
  await page.getByRole('slider', { name: 'Until' }).press('Home')
  // A step from where it stopped.
  await page.getByRole('slider', { name: 'Until' }).press('ArrowRight')
  await expect.poll(() => here(page)).toBe('?after=2020-06&before=2020-07')
})

test('a typed filter is applied together with a link clicked next, which does not move', async () => {
  const page = await open('')
  await page.getByText('Filters', { exact: true }).click()
  await page.getByRole('link', { name: 'Hottest' }).waitFor()
  await page.getByRole('searchbox', { name: 'Search stories' }).pressSequentially('after:2020-05')
  const hottest = page.getByRole('link', { name: 'Hottest' })
  const { x, y, width, height } = (await hottest.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.click(x + width / 2, y + height / 2, { delay: 90 })
  await expect.poll(() => here(page)).toBe('?after=2020-05&sort=heat')
})

test('a clicked link wins over words left in the search box', async () => {
  const page = await newPage()
  await page.clock.install()
  await page.goto(site.url)
  await untilIdle(page)
  const box = page.getByRole('searchbox', { name: 'Search stories' })
  const state = async () => [here(page), await box.inputValue()]
  await page.getByText('Filters', { exact: true }).click()
  const press = async (name: string | RegExp) => {
    await page.getByRole('link', { name }).first().click({ delay: 60 })
    // Whatever the page does a moment after the click must not undo it.
    await page.clock.runFor(300)
  }
  await box.fill('robtos')
  await press(/^Showing stories for/)
  await expect.poll(state).toEqual(['?q=robots', 'robots'])
  await box.focus()
  await press(/^Remove filter: “robots”/)
  await expect.poll(state).toEqual(['', ''])
  await box.fill('robots')
  await expect.poll(() => here(page)).toBe('?q=robots')
  await press(/^Newsfold, front page/)
  await expect.poll(state).toEqual(['', ''])
  await box.fill('robots after:2020-02')
  await press('Hottest')
  await expect.poll(state).toEqual(['?after=2020-02&sort=heat&q=robots', 'robots'])
  await box.focus()
  await press('Clear all')
  await expect.poll(state).toEqual(['', ''])
})

test('what is typed before the scripts arrive is not lost', async () => {
  const page = await newPage()
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(/assets\/.*\.js$/, async (route) => {
    await arrived
    await route.continue()
  })
  await page.goto(site.url, { waitUntil: 'commit' })
  const box = page.getByRole('searchbox', { name: 'Search stories' })
  await box.pressSequentially('robots')
  arrive()
  await expect.poll(() => here(page)).toBe('?q=robots')
  expect(await box.inputValue()).toBe('robots')
})

test('the search box shows the query, also after a reload', async () => {
  const page = await open('')
  const box = page.getByRole('searchbox', { name: 'Search stories' })
  await box.fill('ro')
  await expect.poll(() => here(page)).toBe('?q=ro')
  await page.reload()
  await box.press('End')
  await box.pressSequentially('b')
  // At once, before the answer is on screen.
  await box.pressSequentially(' ')
  await expect.poll(() => here(page)).toBe('?q=rob')
  await page.goBack()
  await expect.poll(() => here(page)).toBe('?q=ro')
  await expect.poll(() => box.inputValue()).toBe('ro')
})

test('on a phone the filter panel covers the feed, and the search box stays in view', async () => {
  const page = await open('', { viewport: { width: 390, height: 844 }, hasTouch: true })
  const top = async () => (await page.getByRole('article').first().boundingBox())?.y
  const before = await top()
  await page.getByText('Filters', { exact: true }).click()
  await page.getByRole('link', { name: 'Hottest' }).waitFor()
  expect(await top()).toBe(before)
  const { width = 0, height = 0 } = (await plotOf(page).boundingBox()) ?? {}
  // Unlike a tap at a point of the screen, it waits until the panel has stopped moving.
  await plotOf(page).tap({ position: { x: (4.5 * width) / 12, y: height / 2 } })
  await expect.poll(() => here(page)).toBe('?after=2020-05&before=2020-05')
  await page.getByRole('button', { name: 'Show 3 stories' }).click()
  expect(await page.getByRole('link', { name: 'Hottest' }).isVisible()).toBe(false)
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
  const box = await page.getByRole('searchbox', { name: 'Search stories' }).boundingBox()
  expect(box?.y).toBeGreaterThanOrEqual(0)
})

test('counts are fetched for what is on screen: none on a phone until the filters are open, and topics alone beside a feed', async () => {
  const countsOf = async (width: number) => {
    const page = await open('?q=robots', { viewport: { width, height: 844 } })
    // The worker's own requests.
    const counted = async () => {
      const asked = await Promise.all(page.workers().map((worker) => worker.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))))
      return asked.flat().filter((address) => /find\/(?:columns|heat|quality|ids)\//.test(address)).length
    }
    if (width > 1000) await page.getByRole('navigation', { name: 'Topics' }).getByText('12', { exact: true }).first().waitFor()
    await untilIdle(page)
    const closed = await counted()
    await page.getByText('Filters', { exact: true }).click()
    await page.getByRole('link', { name: 'Paper 0' }).locator('xpath=..').getByText('3').waitFor()
    return { closed, opened: await counted() }
  }
  // A file of names and one of stories for each kind: topics; topics and providers.
  expect(await countsOf(390)).toEqual({ closed: 0, opened: 4 })
  expect(await countsOf(1440)).toEqual({ closed: 2, opened: 4 })
})

test.each([390, 1440])('axe finds nothing in a search at %i px in the light and dark theme', async (width) => {
  const page = await open('?topic=ai&provider=p0.example&provider=p1.example&after=2020-01&before=2020-11&min-heat=1&q=robots', { viewport: { width, height: 900 } })
  const findings = async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    const light = await axeFindings(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    return [...light, ...(await axeFindings(page, COLOUR_RULES))]
  }
  // Next to the feed the panel starts open, because filters of its own are active.
  if (width < 960) await page.getByText('Filters').click()
  await page.getByText('Heat', { exact: true }).click()
  await page.getByRole('link', { name: '2 or more' }).waitFor()
  expect(await findings()).toEqual([])
  await page.goto(`${site.url}?type=article&q=robtos`)
  await page.getByRole('link', { name: /^Showing stories for/ }).waitFor()
  expect(await findings()).toEqual([])
})

test.each([30, 150])('a filter typed before other words leaves the caret before them, at %i ms a letter', async (delay) => {
  const page = await open('?q=robots')
  const box = page.getByRole('searchbox', { name: 'Search stories' })
  await box.press('Home')
  await box.pressSequentially('topic:Law new ', { delay })
  await page.waitForURL((url) => decodeURIComponent(url.search) === '?q=new robots')
  await page.waitForFunction(() => document.querySelector('input')?.value === 'new robots')
})

test('removing a filter after the caret does not move the caret', async () => {
  const page = await open('?q=robots')
  const box = page.getByRole('searchbox', { name: 'Search stories' })
  await box.press('End')
  await box.pressSequentially(' topic:Law')
  for (let letter = 0; letter < ' topic:Law'.length; letter++) await box.press('ArrowLeft')
  await box.press('Enter')
  await page.waitForFunction(() => document.querySelector('input')?.value === 'robots')
  await box.pressSequentially('x')
  expect(await box.inputValue()).toBe('robotsx')
})
