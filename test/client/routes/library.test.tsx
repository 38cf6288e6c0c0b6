import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { currentLibrary, openCurrentLibrary } from '../../../src/client/library/current-library.ts'
import { deployed, openApp } from '../../support/app.tsx'
import { seedText } from '../../support/seed-text.ts'

const SEEDS = Object.fromEntries(
  [
    ['Chips get cheaper', 'a.example', ['Hardware', 'AI']],
    ['A law for robots', 'b.example', ['Law', 'AI']],
    ['Robots pick berries', 'b.example', ['Robotics']],
    ['Chess machine loses', 'c.example', ['Games']],
  ].map(([title, domain, topics], at) => [
    `${at}.md`,
    seedText({ title: title, publishedDateTime: `2020-05-0${at + 1}`, webUrl: `https://${domain as string}/${at}`, provider: { name: `The ${domain as string}`, domain }, topics: topics }),
  ]),
)

/** Opens the app on a new device, with its library loaded. */
async function openWithLibrary(path: string): Promise<void> {
  await deployed(SEEDS)
  openApp(path)
  await screen.findAllByRole('article')
  fireEvent.pointerMove(window)
  await screen.findByRole('button', { name: 'Mark these read' })
}

const titles = () => screen.queryAllByRole('article').map((card) => within(card).getByRole('heading', { level: 2 }).textContent)
const card = (name: string) => within(screen.getByRole('article', { name }))

async function choose(title: string, item: string): Promise<void> {
  await userEvent.click(card(title).getByRole('button', { name: `More about “${title}”` }))
  await userEvent.click(screen.getByText(item, { selector: '[role^="menuitem"]' }))
}

beforeEach(async () => {
  await openCurrentLibrary()
  await currentLibrary().clear()
  localStorage.clear()
})

/** The topics, whose counts load when somebody points at them where they are not beside the feed. */
async function pointAtTopics(): Promise<HTMLElement> {
  const topics = screen.getByRole('navigation', { name: 'Topics' })
  await userEvent.hover(topics)
  return topics
}

test('the menu of a card is used by keyboard, and gives the focus back', async () => {
  await openWithLibrary('/')
  const button = card('A law for robots').getByRole('button', { name: 'More about “A law for robots”' })
  expect(button).toHaveAttribute('aria-expanded', 'false')
  button.focus()
  await userEvent.keyboard('{Enter}')
  expect(button).toHaveAttribute('aria-expanded', 'true')
  expect(document.activeElement).toHaveTextContent('Mark as read')
  await userEvent.keyboard('{ArrowUp}')
  expect(document.activeElement).toHaveTextContent('Mute AI')
  expect(document.activeElement).toHaveAttribute('aria-checked', 'false')
  await userEvent.keyboard('{Home}{ArrowDown}{Escape}')
  expect(button).toHaveFocus()
  expect(button).toHaveAttribute('aria-expanded', 'false')
  await userEvent.keyboard('{Enter}{Enter}')
  expect(card('A law for robots').getByText('Read')).toBeInTheDocument()
})

test('a muted topic is left out, the feed says so, and counts leave it out too', async () => {
  await openWithLibrary('/')
  await choose('A law for robots', 'Mute AI')
  await waitFor(() => expect(titles()).toEqual(['Chess machine loses', 'Robots pick berries']))
  expect(screen.getByText('2 hidden')).toBeInTheDocument()
  expect(await screen.findByText('2 stories')).toBeInTheDocument()
  const topics = within(await pointAtTopics())
  await waitFor(() => expect(topics.queryByText('Law')).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'Show' }))
  await waitFor(() => expect(titles()).toHaveLength(4))
  await userEvent.click(screen.getByRole('button', { name: 'Hide' }))
  await waitFor(() => expect(titles()).toHaveLength(2))
  expect(location.pathname + location.search).toBe('/')
})

test('followed topics and providers together are one feed', async () => {
  await openWithLibrary('/')
  await choose('A law for robots', 'Follow Law')
  await choose('Chess machine loses', 'Follow The c.example')
  await userEvent.click(screen.getByRole('link', { name: 'My feed' }))
  await waitFor(() => expect(titles()).toEqual(['Chess machine loses', 'A law for robots']))
  expect(location.search).toBe('?any=c.example&any=law')
})

test('unread stories are a filter with counts; what is read stays until it is opened again', async () => {
  await openWithLibrary('/')
  await userEvent.click(card('Chips get cheaper').getByRole('button', { name: 'Mark as read' }))
  await userEvent.click(screen.getByRole('link', { name: 'Unread' }))
  await waitFor(() => expect(titles()).toEqual(['Chess machine loses', 'Robots pick berries', 'A law for robots']))
  const topics = within(await pointAtTopics())
  await waitFor(() => expect(topics.getByText('AI').closest('li')).toHaveTextContent('AI1'))
  expect(screen.getByText(/a link that you share shows all stories/)).toBeInTheDocument()
  await userEvent.click(card('Robots pick berries').getByRole('button', { name: 'Mark as read' }))
  expect(titles()).toHaveLength(3)
  await userEvent.click(topics.getByRole('link', { name: 'AI' }))
  await waitFor(() => expect(titles()).toEqual(['A law for robots']))
})

test('a whole view is marked as read, and that can be undone', async () => {
  await openWithLibrary('/topic/ai/')
  await userEvent.click(card('Chips get cheaper').getByRole('button', { name: 'Mark as read' }))
  await userEvent.click(screen.getByRole('button', { name: 'Mark these read' }))
  await screen.findByRole('button', { name: 'Undo' })
  expect(card('A law for robots').getByText('Read')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(card('A law for robots').queryByText('Read')).toBeNull()
  // It was read before.
  expect(card('Chips get cheaper').getByText('Read')).toBeInTheDocument()
})

test('a link to the unread stories of another device shows all stories', async () => {
  localStorage.setItem('newsfold:device', 'mine')
  await openWithLibrary('/?unread=theirs')
  expect(titles()).toHaveLength(4)
  await waitFor(() => expect(location.search).toBe(''))
})

test('what is muted and followed is listed, and words are muted there', async () => {
  await openWithLibrary('/')
  await choose('A law for robots', 'Follow Law')
  await userEvent.click(screen.getByRole('link', { name: 'Muted and followed' }))
  await screen.findByRole('button', { name: 'Remove Law' })
  await userEvent.type(screen.getByRole('textbox', { name: 'A word or phrase to mute' }), ' Pick  “Berries”{Enter}')
  await screen.findByText('“pick berries”')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Open the front page with my feed' }))
  cleanup()
  await openWithLibrary('/')
  await waitFor(() => expect(location.search).toBe('?any=law'))
  await userEvent.click(screen.getByRole('link', { name: 'All stories' }))
  await waitFor(() => expect(titles()).toEqual(['Chess machine loses', 'A law for robots', 'Chips get cheaper']))
  expect(screen.getByText('1 hidden')).toBeInTheDocument()
})

test('what is new since the last visit is counted, and a key jumps to what is known', async () => {
  localStorage.setItem('newsfold:visit', JSON.stringify({ since: null, last: Date.parse('2020-05-02T12:00:00Z') }))
  await openWithLibrary('/')
  await screen.findByText('2 new since May 2, 2020')
  expect(card('A law for robots').getByText(/From here on/)).toBeInTheDocument()
  await userEvent.keyboard('e')
  expect(document.activeElement).toHaveTextContent('A law for robots')
  await userEvent.click(within(screen.getByRole('navigation', { name: 'Topics' })).getByRole('link', { name: 'Robotics' }))
  await screen.findByText('1 new since May 2, 2020')
})

test('marks stay through two deploys while the app is open, and new stories are unread', async () => {
  const deployment = await deployed(SEEDS)
  openApp('/')
  await screen.findAllByRole('article')
  fireEvent.pointerMove(window)
  await userEvent.click(await card('A law for robots').findByRole('button', { name: 'Mark as read' }))
  const added = (number: number) => ({ [`new-${number}.md`]: seedText({ title: `New story ${number}`, publishedDateTime: `2020-06-0${number}`, webUrl: `https://new.example/${number}` }) })
  await deployment.deploy({ ...SEEDS, ...added(1) })
  await deployment.deploy({ ...SEEDS, ...added(1), ...added(2) })
  await userEvent.click(card('Robots pick berries').getByRole('button', { name: 'Mark as read' }))
  cleanup()
  openApp('/')
  await screen.findByRole('article', { name: 'New story 2' })
  expect(await card('A law for robots').findByText('Read')).toBeInTheDocument()
  expect(card('Robots pick berries').getByText('Read')).toBeInTheDocument()
  expect(card('New story 2').queryByText('Read')).toBeNull()
})

test('a full device is reported, and reading goes on', async () => {
  await openWithLibrary('/')
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await userEvent.click(card('A law for robots').getByRole('button', { name: 'Mark as read' }))
  await userEvent.click(screen.getByRole('link', { name: 'Muted and followed' }))
  expect(await screen.findByText(/The device may be full/)).toBeInTheDocument()
  put.mockRestore()
  await userEvent.type(screen.getByRole('textbox', { name: 'A word or phrase to mute' }), 'berries{Enter}')
  await waitFor(() => expect(screen.queryByText(/The device may be full/)).toBeNull())
})

test('a key opens the original of the chosen card, and marks it as read', async () => {
  const open = vi.fn()
  vi.stubGlobal('open', open)
  await openWithLibrary('/')
  card('A law for robots').getByRole('link', { name: 'A law for robots' }).focus()
  await userEvent.keyboard('v')
  await waitFor(() => expect(open).toHaveBeenCalledWith('https://b.example/1', '_blank', 'noopener'))
  expect(card('A law for robots').getByText('Read')).toBeInTheDocument()
})
