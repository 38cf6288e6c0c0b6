import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { deployed, openApp } from '../../support/app.tsx'
import { seedText } from '../../support/seed-text.ts'

const chips = seedText({
  title: 'Chips get cheaper',
  excerpt: 'Robots build them, café by café.',
  publishedDateTime: '2020-05-20T08:07:00Z',
  webUrl: 'https://www.computing.co.uk/chips',
  provider: { name: 'Computing', domain: 'computing.co.uk' },
  topics: ['AI Hardware', 'AI'],
  heat: 4,
})
const law = seedText({
  title: 'A law for robots',
  publishedDateTime: '2020-06-21T08:07:00Z',
  webUrl: 'https://law.example/robots',
  provider: { name: 'Law Review', domain: 'law.example' },
  topics: ['Law', 'AI'],
  type: 'video',
})
const SEEDS = { 'chips.md': chips, 'law.md': law }

const box = () => screen.findByRole('searchbox', { name: 'Search stories' })
const here = () => decodeURIComponent(location.pathname + location.search)
const cards = () => screen.queryAllByRole('article').map((card) => within(card).getByRole('heading').textContent)

test('typing finds stories, tells how many, and leaves the focus in the box', async () => {
  await deployed(SEEDS)
  openApp('/')
  await userEvent.type(await box(), 'chip')
  await waitFor(() => expect(cards()).toEqual(['Chips get cheaper']))
  expect(here()).toBe('/?q=chip')
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('1 story'))
  expect(await box()).toHaveFocus()
})

test('the index is opened when the box is entered, before anything is typed', async () => {
  const site = await deployed(SEEDS)
  openApp('/')
  await screen.findByRole('article', { name: 'Chips get cheaper' })
  const asked = (part: string) => site.requests.filter((path) => path.includes(part))
  expect(asked('/find/')).toEqual([])
  fireEvent.focus(await box())
  await waitFor(() => expect(asked('/find/directory/')).toHaveLength(1))
  await userEvent.type(await box(), 'chip')
  await waitFor(() => expect(cards()).toEqual(['Chips get cheaper']))
  expect(asked('/find/directory/')).toHaveLength(1)
})

test('what is typed before the box is left is one step in the history', async () => {
  await deployed(SEEDS)
  openApp('/')
  await userEvent.click(await screen.findByText('Filters'))
  await userEvent.click(await screen.findByRole('link', { name: 'Latest' }))
  const before = history.length
  for (const letters of ['c', 'h', 'ip', ' g']) {
    await userEvent.type(await box(), letters)
    await waitFor(async () => expect(here()).toBe(`/?q=${((await box()) as HTMLInputElement).value.trim()}`))
  }
  expect(history.length).toBe(before + 1)
  history.back()
  await waitFor(() => expect(here()).toBe('/'))
  await waitFor(async () => expect(await box()).toHaveValue(''))
  await waitFor(() => expect(cards()).toHaveLength(2))
})

test('on a topic the search looks in that topic, on a story it leads to the feed', async () => {
  await deployed(SEEDS)
  openApp('/topic/law/')
  // In one go: each answer on the way would put other cards under the pointer.
  await userEvent.click(await box())
  await userEvent.paste('robots')
  await waitFor(() => expect(here()).toBe('/topic/law/?q=robots'))
  expect(await screen.findByRole('link', { name: 'Remove filter: Law' })).toBeVisible()
  await screen.findByText('robots', { selector: 'mark' })
  await userEvent.click(await screen.findByRole('link', { name: 'A law for robots' }))
  await screen.findByRole('heading', { level: 1, name: 'A law for robots' })
  await userEvent.type(await box(), 'chips')
  await waitFor(() => expect(here()).toBe('/?q=chips'))
  await waitFor(() => expect(cards()).toEqual(['Chips get cheaper']))
  expect(await box()).toHaveFocus()
})

test('a filter typed with a space after it becomes a chip, the words stay', async () => {
  await deployed(SEEDS)
  openApp('/')
  await userEvent.type(await box(), 'robots topic:"AI Hardware" ')
  await waitFor(() => expect(here()).toBe('/topic/ai-hardware/?q=robots'))
  await waitFor(async () => expect(await box()).toHaveValue('robots '))
  expect(await screen.findByRole('link', { name: 'Remove filter: AI Hardware' })).toBeVisible()
  await userEvent.type(await box(), 'provider:computing.co.uk')
  await waitFor(async () => expect(await box()).toHaveValue('robots provider:computing.co.uk'))
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(here()).toBe('/topic/ai-hardware/?provider=computing.co.uk&q=robots'))
  await waitFor(async () => expect(await box()).toHaveValue('robots'))
  await userEvent.type(await box(), ' before:2020-05')
  await userEvent.tab()
  await waitFor(() => expect(here()).toBe('/topic/ai-hardware/?provider=computing.co.uk&before=2020-05&q=robots'))
  expect(await screen.findByRole('link', { name: 'Remove filter: until May 2020' })).toBeVisible()
  await waitFor(() => expect(cards()).toEqual(['Chips get cheaper']))
})

test('each word of the search is a chip that can be removed, and the box says what is left', async () => {
  await deployed(SEEDS)
  openApp('/?q=robots%20-law%20%22get%20cheaper%22')
  await waitFor(() => expect(cards()).toEqual(['Chips get cheaper']))
  await userEvent.click(screen.getByRole('link', { name: 'Remove filter: “get cheaper”' }))
  await waitFor(() => expect(here()).toBe('/?q=robots -law'))
  await userEvent.click(screen.getByRole('link', { name: 'Remove filter: not “law”' }))
  await waitFor(() => expect(cards()).toHaveLength(2))
  await waitFor(async () => expect(await box()).toHaveValue('robots'))
})

test('found words are marked in titles and excerpts, in any case and form', async () => {
  await deployed(SEEDS)
  openApp('/?q=cafe%20robot')
  const card = await screen.findByRole('article', { name: 'Chips get cheaper' })
  await waitFor(() => expect([...card.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Robots', 'café', 'café']))
})

test('Escape clears the box, and then leaves it', async () => {
  await deployed(SEEDS)
  openApp('/?q=robots')
  await waitFor(() => expect(cards()).toHaveLength(2))
  await userEvent.click(await box())
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(here()).toBe('/'))
  expect(await box()).toHaveFocus()
  await waitFor(async () => expect(await box()).toHaveValue(''))
  await userEvent.keyboard('{Escape}')
  expect(await box()).not.toHaveFocus()
})

test('leaving the box untouched changes nothing', async () => {
  await deployed(SEEDS)
  openApp('/')
  await userEvent.click(await screen.findByRole('link', { name: 'A law for robots' }))
  await screen.findByRole('heading', { level: 1, name: 'A law for robots' })
  const story = here()
  await userEvent.click(await box())
  await userEvent.tab()
  await userEvent.click(await box())
  await userEvent.keyboard('{Enter}')
  expect(here()).toBe(story)
})

test('a typo shows the stories that were meant, and says so', async () => {
  await deployed(SEEDS)
  openApp('/?q=robtos')
  await waitFor(() => expect(cards()).toHaveLength(2))
  expect(await screen.findByText(/No story says “robtos”/)).toBeVisible()
  await userEvent.click(screen.getByRole('link', { name: 'Showing stories for “robots”.' }))
  await waitFor(() => expect(screen.queryByText(/No story says/)).toBeNull())
  expect(here()).toBe('/?q=robots')
  await waitFor(async () => expect(await box()).toHaveValue('robots'))
})

test('a quotation mark by itself is no chip', async () => {
  await deployed(SEEDS)
  openApp('/?q=law%20-%22%22%20%22')
  expect(await screen.findByRole('link', { name: 'Remove filter: “law”' })).toBeVisible()
  expect(screen.getAllByRole('link', { name: /^Remove filter/ })).toHaveLength(1)
})

test('an empty search says what each chip keeps away', async () => {
  await deployed(SEEDS)
  openApp('/?type=article&q=law%20robots')
  expect(await screen.findByRole('link', { name: 'Remove Articles: 1 story' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Remove all search words: 1 story' })).toBeVisible()
  await userEvent.click(screen.getByRole('link', { name: 'Remove Articles: 1 story' }))
  await waitFor(() => expect(cards()).toEqual(['A law for robots']))
})

test('a slow search keeps what was found before, says so, and is never overtaken by an older answer', async () => {
  const site = await deployed(SEEDS)
  openApp('/?q=robots')
  await waitFor(() => expect(cards()).toHaveLength(2))
  const release = site.delay('data/find/')
  await userEvent.type(await box(), ' "for robots"')
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Searching…'))
  expect(cards()).toHaveLength(2)
  await userEvent.clear(await box())
  await userEvent.type(await box(), 'chips')
  await waitFor(() => expect(here()).toBe('/?q=chips'))
  release()
  await waitFor(() => expect(cards()).toEqual(['Chips get cheaper']))
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('1 story'))
})

test('no letter typed while an answer arrives is lost', async () => {
  await deployed(SEEDS)
  openApp('/')
  const typed = 'robots law chips cheaper café'
  // A letter each 25 ms, across many answers.
  await userEvent.setup({ delay: 25 }).type(await box(), typed)
  for (const part of ['x', 'y', 'z']) {
    await new Promise((resolve) => setTimeout(resolve, 120))
    await userEvent.type(await box(), part)
  }
  expect(await box()).toHaveValue(`${typed}xyz`)
})

test('a search that fails says so, and can be tried again', async () => {
  const site = await deployed(SEEDS)
  site.fail('data/find/')
  openApp('/?q=chips')
  await screen.findByText('This could not be loaded.')
  site.fail(null)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(cards()).toEqual(['Chips get cheaper']))
})

test('the best match comes first only in a search', async () => {
  await deployed(SEEDS)
  openApp('/?q=robots')
  await userEvent.click(await screen.findByText('Filters'))
  expect(await screen.findByRole('link', { name: 'Best match' })).toHaveAttribute('aria-current', 'true')
  await userEvent.click(screen.getByRole('link', { name: 'Latest' }))
  await waitFor(() => expect(here()).toBe('/?sort=latest&q=robots'))
  await userEvent.click(screen.getByRole('link', { name: 'Remove filter: “robots”' }))
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Best match' })).not.toBeInTheDocument())
  expect(here()).toBe('/')
})

test('the least heat is chosen among steps that the stories have, asked for when wanted', async () => {
  const site = await deployed(SEEDS)
  openApp('/')
  await screen.findByRole('article', { name: 'Chips get cheaper' })
  expect(site.requests.filter((path) => path.includes('/find/'))).toEqual([])
  await userEvent.click(screen.getByText('Filters'))
  await userEvent.click(await screen.findByText('Heat'))
  const heat = screen.getByRole('list', { name: 'Heat' })
  await userEvent.click(await within(heat).findByRole('link', { name: '4 or more' }))
  await waitFor(() => expect(here()).toBe('/?min-heat=4'))
  await waitFor(() => expect(cards()).toEqual(['Chips get cheaper']))
})

test('months are chosen with a slider at either end that says their number of stories', async () => {
  await deployed(SEEDS)
  openApp('/')
  await userEvent.click(await screen.findByText('Filters'))
  const from = await screen.findByRole('slider', { name: 'From' })
  expect(from).toHaveAttribute('aria-valuetext', 'May 2020, 1 story')
  
  fireEvent.change(from, { target: { value: '1' } })
  expect(from).toHaveAttribute('aria-valuetext', 'June 2020, 1 story')
  await waitFor(() => expect(here()).toBe('/?after=2020-06'))
  await waitFor(() => expect(cards()).toEqual(['A law for robots']))
  await userEvent.click(await screen.findByRole('link', { name: 'Remove filter: from June 2020' }))
  // The panel has closed: what is used outside it must not lie under it.
  await userEvent.click(await screen.findByText('Filters'))
  await waitFor(() => expect(screen.getByRole('slider', { name: 'From' })).toHaveValue('0'))
})

test('a slider moves its own end of the time, and leaves a day that stands at the other', async () => {
  await deployed(SEEDS)
  openApp('/?after=2020-05-02')
  await userEvent.click(await screen.findByText('Filters'))
  const until = await screen.findByRole('slider', { name: 'Until' })
  fireEvent.change(until, { target: { value: String(Number(until.getAttribute('value')) - 1) } })
  await waitFor(() => expect(here()).toMatch(/^\/\?after=2020-05-02&before=2020-\d\d$/))
})

test('an address that names no topic leads to none, whatever file it would lead to', async () => {
  await deployed(SEEDS)
  openApp('/?topic=..%2Fcatalog')
  expect(await screen.findByRole('heading', { level: 1, name: /no topic/i })).toBeVisible()
})

test('a search under a topic that is not there finds nothing, and says what to drop', async () => {
  await deployed(SEEDS)
  openApp('/topic/nothing/?q=chips')
  expect(await screen.findByText('No story matches all of these filters.')).toBeVisible()
  await userEvent.click(await screen.findByRole('link', { name: /^Remove .*nothing.*1 story/ }))
  await waitFor(() => expect(cards()).toEqual(['Chips get cheaper']))
})

test('what was found by its topic or provider is marked there', async () => {
  await deployed({ ...SEEDS, 'z.md': seedText({ title: 'Stripes', publishedDateTime: '2020-05-21', webUrl: 'https://z.example/', topics: ['Zebra'] }) })
  openApp('/?q=zebra')
  const card = await screen.findByRole('article', { name: 'Stripes' })
  await waitFor(() => expect(within(card).getByText('Zebra').tagName).toBe('MARK'))
})

test('a topic called as no folder may be is found by what is typed', async () => {
  await deployed({ 'con.md': seedText({ title: 'Fans meet', publishedDateTime: '2020-05-20', webUrl: 'https://e.example/con', topics: ['Con', 'Fans'] }) })
  openApp('/')
  await userEvent.type(await screen.findByRole('searchbox'), 'topic:con ')
  await waitFor(() => expect(here()).toBe('/topic/con-/'))
  await waitFor(() => expect(cards()).toEqual(['Fans meet']))
})

test('stories of one month need no choice of dates', async () => {
  const fans = seedText({ title: 'Fans meet', publishedDateTime: '2020-05-21', webUrl: 'https://e.example/fans' })
  await deployed({ 'chips.md': chips, 'fans.md': fans })
  openApp('/')
  await userEvent.click(await screen.findByText('Filters'))
  await screen.findByText(/^All stories are from/)
  expect(screen.queryByRole('slider')).not.toBeInTheDocument()
})

test('a provider is found among many by its name or domain, under a filter too', async () => {
  const seeds = Array.from({ length: 80 }, (_, index) => [
    `${index}.md`,
    seedText({
      title: `Story ${index}`,
      publishedDateTime: '2020-05-20',
      webUrl: `https://e.example/${index}`,
      provider: { name: `Paper ${index}`, domain: `p${index}.example` },
      topics: ['AI'],
    }),
  ])
  await deployed(Object.fromEntries(seeds) as Record<string, string>)
  openApp('/topic/ai/')
  await userEvent.click(await screen.findByText('Filters'))
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Find a provider' }), 'paper 79')
  await userEvent.click(await screen.findByRole('link', { name: 'Paper 79' }))
  await waitFor(() => expect(cards()).toEqual(['Story 79']))
  expect(await screen.findByRole('link', { name: 'Remove filter: Paper 79' })).toBeVisible()
  await userEvent.clear(screen.getByRole('searchbox', { name: 'Find a provider' }))
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find a provider' }), 'p78.ex')
  await userEvent.click(await screen.findByRole('link', { name: 'Paper 78' }))
  await waitFor(() => expect(cards()).toHaveLength(2))
})

test('an author is chosen among those of the site, and found by typing the name', async () => {
  const seed = (title: string, author: string) => `---\ntitle: ${title}\ndate: 2020-05-20\nauthor: ${author}\n---\n`
  await deployed({ 'a.md': seed('First', 'Jane Doe'), 'b.md': seed('Second', 'Bo Li'), 'c.md': seed('Third', 'Jane Doe') })
  openApp('/')
  await userEvent.click(await screen.findByText('Filters'))
  await userEvent.click(await screen.findByRole('link', { name: /^Jane Doe/ }))
  await waitFor(() => expect(cards()).toEqual(['Third', 'First']))
  await userEvent.click(await screen.findByRole('link', { name: 'Remove filter: Jane Doe' }))
  await userEvent.type(await box(), 'author:"bo li" ')
  await waitFor(() => expect(cards()).toEqual(['Second']))
})
