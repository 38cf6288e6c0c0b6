import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { deployed, openApp } from '../../support/app.tsx'
import { manySeeds, seedText } from '../../support/seed-text.ts'

const chips = seedText({
  title: 'Chips get cheaper',
  excerpt: 'Prices fall again.',
  publishedDateTime: '2020-05-20T08:07:00Z',
  webUrl: 'https://www.computing.co.uk/chips',
  provider: { name: 'Computing', domain: 'computing.co.uk' },
  topics: ['AI Hardware', 'AI'],
  quality: 10,
})
const law = seedText({
  title: 'A law for robots',
  publishedDateTime: '2020-05-21T08:07:00Z',
  webUrl: 'https://law.example/robots',
  provider: { name: 'Law Review', domain: 'law.example' },
  topics: ['Law', 'AI'],
  type: 'video',
  quality: 90,
})

async function headings(): Promise<string[]> {
  await screen.findAllByRole('article')
  return screen.getAllByRole('heading', { level: 2, name: /chips|law/i }).map((heading) => heading.textContent)
}

test('the front page shows the newest story first, each card with its parts', async () => {
  await deployed({ 'chips.md': chips, 'law.md': law })
  openApp('/')
  expect(await headings()).toEqual(['A law for robots', 'Chips get cheaper'])
  const card = screen.getByRole('article', { name: 'Chips get cheaper' })
  expect(within(card).getByText('Prices fall again.')).toBeVisible()
  expect(within(card).getAllByText('Computing')[0]).toBeInTheDocument()
  expect(within(card).getByRole('link', { name: 'AI Hardware' })).toHaveAttribute('href', '/topic/ai-hardware/')
  expect(within(card).getByText('May 20, 2020')).toHaveAttribute('datetime', '2020-05-20T08:07:00Z')
  expect(within(card).getAllByRole('link', { name: /chips/i })).toHaveLength(1)
  expect(within(screen.getByRole('article', { name: 'A law for robots' })).getByText('Video')).toBeVisible()
})

test('the topics are listed with counts, most used first, and lead to their own pages', async () => {
  await deployed({ 'chips.md': chips, 'law.md': law })
  openApp('/')
  const nav = await screen.findByRole('navigation', { name: 'Topics' })
  const names = () => within(nav).getAllByRole('listitem').map((item) => item.textContent)
  await waitFor(() => expect(names()).toEqual(['All stories', 'AI2−', 'AI Hardware1−', 'Law1−']))
  await userEvent.click(within(nav).getByRole('link', { name: 'Law' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Law' })).toHaveFocus()
  expect(location.pathname).toBe('/topic/law/')
  expect(document.title).toBe('Law · Newsfold')
  await waitFor(async () => expect(await headings()).toEqual(['A law for robots']))
})

test('on a topic the other topics narrow it, with counts of what remains', async () => {
  await deployed({ 'chips.md': chips, 'law.md': law })
  openApp('/topic/ai/')
  const nav = await screen.findByRole('navigation', { name: 'Topics' })
  await userEvent.click(await within(nav).findByRole('link', { name: 'Law' }))
  await waitFor(async () => expect(await headings()).toEqual(['A law for robots']))
  expect(location.pathname + location.search).toBe('/?topic=ai&topic=law')
  expect(within(nav).queryByRole('link', { name: 'AI Hardware' })).not.toBeInTheDocument()
})

test('a topic can be excluded, and the chip that says so removed', async () => {
  await deployed({ 'chips.md': chips, 'law.md': law })
  openApp('/')
  await userEvent.click(await screen.findByRole('button', { name: 'Exclude Law' }))
  await waitFor(async () => expect(await headings()).toEqual(['Chips get cheaper']))
  expect(location.search).toBe('?not=law')
  expect(screen.getByRole('status')).toHaveTextContent('1 story')
  await userEvent.click(screen.getByRole('link', { name: 'Remove filter: not Law' }))
  await waitFor(async () => expect(await headings()).toHaveLength(2))
  expect(location.search).toBe('')
})

test('provider, type and order combine', async () => {
  await deployed({ 'chips.md': chips, 'law.md': law })
  openApp('/')
  await userEvent.click(await screen.findByText('Filters'))
  await userEvent.click(await screen.findByRole('link', { name: 'Best rated' }))
  await userEvent.click(await screen.findByRole('link', { name: 'Videos' }))
  await userEvent.click(await screen.findByRole('link', { name: 'Law Review' }))
  await waitFor(async () => expect(await headings()).toEqual(['A law for robots']))
  expect(location.search).toBe('?provider=law.example&type=video&sort=quality')
  expect(screen.getByRole('status')).toHaveTextContent('1 story')
})

test('an empty result says which chip to drop', async () => {
  await deployed({ 'chips.md': chips, 'law.md': law })
  openApp('/?topic=ai-hardware&type=video')
  expect(await screen.findByText('No story matches all of these filters.')).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('0 stories')
  await userEvent.click(await screen.findByRole('link', { name: 'Remove Videos: 1 story' }))
  await waitFor(async () => expect(await headings()).toEqual(['Chips get cheaper']))
  expect(location.pathname).toBe('/topic/ai-hardware/')
})

test('a link with its refinements in another order opens the same view at its one address', async () => {
  await deployed({ 'chips.md': chips, 'law.md': law })
  openApp('/?type=video&topic=law&utm_source=mail')
  await waitFor(async () => expect(await headings()).toEqual(['A law for robots']))
  await waitFor(() => expect(location.pathname + location.search).toBe('/topic/law/?type=video'))
})

test('seeds on one event share a card that names the others', async () => {
  const event = (provider: string, minute: string, other: string) =>
    seedText({
      title: 'Microsoft builds a supercomputer for OpenAI',
      publishedDateTime: `2020-05-20T08:${minute}:00Z`,
      webUrl: `https://${provider}.example/story`,
      provider: { name: provider, domain: `${provider}.example` },
      related: [{ title: 'Microsoft builds a supercomputer for OpenAI', webUrl: `https://${other}.example/story` }],
    })
  await deployed({ 'a.md': event('Herald', '01', 'Courier'), 'b.md': event('Courier', '02', 'Herald') })
  openApp('/')
  const [card, ...more] = await screen.findAllByRole('article')
  expect(more).toHaveLength(0)
  expect(within(card as HTMLElement).getByText(/also covered by/i)).toHaveTextContent('Also covered by Courier')
  expect(await screen.findByRole('status')).toHaveTextContent('2 stories')
  cleanup()
  await deployed({ 'a.md': event('Herald', '01', 'Courier'), 'b.md': event('Courier', '02', 'Herald'), 'c.md': event('Tribune', '03', 'Herald') })
  openApp('/')
  const sources = (await screen.findByText('3 sources')).closest('details')
  expect(within(sources as HTMLElement).getAllByRole('listitem', { hidden: true }).map((item) => item.textContent)).toEqual([
    'Microsoft builds a supercomputer for OpenAI Tribune',
    'Microsoft builds a supercomputer for OpenAI Courier',
  ])
})

test('a feed tells how long it is, and each card its place in it', async () => {
  await deployed(manySeeds(60))
  openApp('/?sort=quality')
  const feed = await screen.findByRole('feed', { name: 'Best rated' })
  const cards = await within(feed).findAllByRole('article')
  expect(cards.map((card) => [card.getAttribute('aria-posinset'), card.getAttribute('aria-setsize')])).toEqual(
    cards.map((_, index) => [String(index + 1), '60']),
  )
  const titles = cards.map((card) => within(card).getByRole('heading').textContent)
  expect(titles).toEqual(cards.map((_, index) => `Story number ${60 - index}`))
})

test('a topic is found among many by its name', async () => {
  const seeds = Array.from({ length: 80 }, (_, index) => [
    `${index}.md`,
    seedText({ title: `Story ${index}`, publishedDateTime: '2020-05-20', webUrl: `https://e.example/${index}`, topics: [`Topic ${index}`] }),
  ])
  await deployed(Object.fromEntries(seeds) as Record<string, string>)
  openApp('/')
  const nav = await screen.findByRole('navigation', { name: 'Topics' })
  await userEvent.type(await within(nav).findByRole('searchbox', { name: 'Find a topic' }), 'topic 79')
  await userEvent.click(await within(nav).findByRole('link', { name: 'Topic 79' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Topic 79' })).toBeVisible()
})

test('an unknown topic says so and offers the nearest', async () => {
  await deployed({ 'chips.md': chips, 'law.md': law })
  openApp('/topic/ai-hardwear/')
  expect(await screen.findByRole('heading', { level: 1, name: 'There is no topic “ai-hardwear”' })).toBeVisible()
  expect(await screen.findByRole('link', { name: 'AI Hardware' })).toHaveAttribute('href', '/topic/ai-hardware/')
})

test('a reader without stories says how to add one', async () => {
  await deployed({})
  openApp('/')
  expect(await screen.findByText(/there are no stories yet/i)).toBeVisible()
})

test('a topic of all stories is no choice, except where it is chosen', async () => {
  const seeds = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.md`, seedText({ title: `Story ${at}`, publishedDateTime: '2020-05-20T08:07:00Z', topics: at === 0 ? ['AI', 'Law'] : ['AI'] })]))
  await deployed(seeds)
  openApp('/')
  const nav = await screen.findByRole('navigation', { name: 'Topics' })
  expect(await within(nav).findByRole('link', { name: 'Law' })).toBeVisible()
  expect(within(nav).queryByRole('link', { name: 'AI' })).toBeNull()
  cleanup()
  openApp('/topic/ai/')
  expect(await within(await screen.findByRole('navigation', { name: 'Topics' })).findByRole('link', { name: 'AI' })).toHaveAttribute('aria-current', 'true')
})
