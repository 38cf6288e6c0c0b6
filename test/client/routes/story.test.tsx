import { readFileSync } from 'node:fs'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, onTestFinished, test, vi } from 'vitest'
import { deployed, openApp } from '../../support/app.tsx'
import { manySeeds, seedText } from '../../support/seed-text.ts'

const SAMPLE = '000_db4b9f1a9b445236.txt'
const sample = readFileSync(`seeds/${SAMPLE}`, 'utf8')
const sampleTitle = 'Microsoft builds huge cloud-based AI supercomputer for OpenAI'

async function openSample(): Promise<void> {
  openApp('/')
  await userEvent.click(await screen.findByRole('link', { name: sampleTitle }))
  await screen.findByRole('heading', { level: 1, name: sampleTitle })
}

test('the sample opens from its card, with its coverage beside it', async () => {
  await deployed({ [SAMPLE]: sample })
  await openSample()
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  await waitFor(() => expect(document.title).toBe(`${sampleTitle} · Newsfold`))
  expect(location.pathname).toMatch(/^\/story\/microsoft-builds-huge-.*-[0-9a-z]{10}\/$/)
  expect(await screen.findByRole('link', { name: 'Read the original at Computing' })).toHaveAttribute(
    'href',
    'https://www.computing.co.uk/news/4015437/microsoft-builds-huge-cloud-ai-supercomputer-openai',
  )
  const related = screen.getByRole('complementary', { name: 'Related stories' })
  const cnet = within(related).getByRole('link', { name: /Microsoft builds massive supercomputer for smarter AI/ })
  expect(cnet).toHaveAttribute('href', 'https://www.cnet.com/news/microsoft-builds-massive-supercomputer-for-smarter-ai/')
  expect(within(related).getByText('CNET')).toBeVisible()
})

test('coverage that is a story here stays inside the reader, in both directions', async () => {
  const cnet = seedText({
    title: 'Microsoft builds massive supercomputer for smarter AI',
    publishedDateTime: '2020-05-19T21:00:00Z',
    webUrl: 'https://www.cnet.com/news/microsoft-builds-massive-supercomputer-for-smarter-ai/?utm_source=feed',
    provider: { name: 'CNET', domain: 'cnet.com' },
    topics: ['AI'],
  })
  await deployed({ [SAMPLE]: sample, 'cnet.md': cnet })
  await openSample()
  const related = await screen.findByRole('complementary', { name: 'Related stories' })
  await userEvent.click(within(related).getByRole('link', { name: /massive supercomputer/ }))
  await screen.findByRole('heading', { level: 1, name: /massive supercomputer/ })
  const back = await screen.findByRole('complementary', { name: 'Related stories' })
  expect(within(back).getByRole('link', { name: sampleTitle })).toHaveAttribute('href', expect.stringMatching(/^\/story\//))
})

test('a neighbour says why it is there', async () => {
  const about = (title: string, topic: string) =>
    seedText({ title, publishedDateTime: '2020-05-20', webUrl: `https://e.example/${topic}/${title.length}`, topics: [topic, 'AI'] })
  // A topic is a reason only where it is rare.
  await deployed({ ...manySeeds(20), 'a.md': about('One on chips', 'AI Hardware'), 'b.md': about('Another about silicon', 'AI Hardware') })
  openApp('/')
  await userEvent.click(await screen.findByRole('link', { name: 'One on chips' }))
  const related = await screen.findByRole('complementary', { name: 'Related stories' })
  expect(within(related).getByText('Also about AI Hardware')).toBeVisible()
})

test('a retitled link with the right id opens the story and puts the link right', async () => {
  await deployed({ [SAMPLE]: sample })
  await openSample()
  const { pathname } = location
  const id = /[0-9a-z]{10}(?=\/$)/.exec(pathname)?.[0] ?? ''
  openApp(`/story/an-older-title-${id}/`)
  await waitFor(() => expect(location.pathname).toBe(pathname))
  expect(screen.getAllByRole('heading', { level: 1, name: sampleTitle }).length).toBeGreaterThan(0)
})

test('an unknown story says so and offers those with words in common', async () => {
  await deployed({ [SAMPLE]: sample, ...manySeeds(8) })
  openApp('/story/microsoft-supercomputer-0000000000/')
  expect(await screen.findByRole('heading', { level: 1, name: 'Story not found' })).toBeVisible()
  const nearest = await screen.findByRole('list', { name: 'Similar stories' })
  const links = await within(nearest).findAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual([sampleTitle])
})

test('an address that is no view says so and offers the latest', async () => {
  await deployed({ [SAMPLE]: sample })
  openApp('/no/such/page')
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  expect(await screen.findByRole('link', { name: sampleTitle })).toBeVisible()
})

test('a Markdown body is read below the excerpt', async () => {
  await deployed({
    'note.md': seedText({ title: 'A note', publishedDateTime: '2020-05-20' }, '\n# Why\n\nBecause of *this*.\n\n<script>alert(1)</script>\n'),
  })
  openApp('/')
  await userEvent.click(await screen.findByRole('link', { name: 'A note' }))
  expect(await screen.findByRole('heading', { level: 2, name: 'Why' })).toBeVisible()
  expect(screen.queryByRole('link', { name: /read the original/i })).not.toBeInTheDocument()
  expect(document.querySelector('main script')).toBeNull()
})

test('HTML in a title is text', async () => {
  const title = '<img src=x onerror=alert(1)> & <b>bold</b>'
  await deployed({ 'x.md': seedText({ title, publishedDateTime: '2020-05-20', webUrl: 'https://e.example/x' }) })
  openApp('/')
  expect(await screen.findByRole('link', { name: title })).toBeVisible()
})

test('an address that is no view offers the latest stories, each event once', async () => {
  const covered = (name: string, other: string) => seedText({ title: 'A chip', publishedDateTime: '2020-05-20', webUrl: `https://${name}.example/`, related: [{ title: 'A chip', webUrl: `https://${other}.example/` }] })
  await deployed({ 'a.md': covered('a', 'b'), 'b.md': covered('b', 'a'), 'c.md': seedText({ title: 'A law', publishedDateTime: '2020-05-19', webUrl: 'https://c.example/' }) })
  openApp('/nowhere/')
  const list = await screen.findByRole('list', { name: 'Similar stories' })
  await waitFor(() => expect(within(list).getAllByRole('link').map((link) => link.textContent)).toEqual(['A chip', 'A law']))
})

test('a video offers a player that loads only on a click', async () => {
  await deployed({
    'v.md': seedText({
      title: 'A talk',
      publishedDateTime: '2020-05-20',
      webUrl: 'https://talks.example/1',
      type: 'video',
      featuredContent: '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ" onload="alert(1)"></iframe>',
    }),
  })
  openApp('/')
  await userEvent.click(await screen.findByRole('link', { name: 'A talk' }))
  const play = await screen.findByRole('button', { name: 'Play: A talk' })
  expect(document.querySelector('iframe')).toBeNull()
  expect(screen.getByRole('link', { name: 'Watch at youtube.com' })).toBeVisible()
  await userEvent.click(play)
  expect(screen.getByTitle('A talk')).toHaveAttribute('src', 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ')
})

test('a video that plays takes the focus once, and not from whoever has gone on', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const player = '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>'
  await deployed({ 'v.md': seedText({ title: 'A talk', publishedDateTime: '2020-05-20', webUrl: 'https://talks.example/1', type: 'video', featuredContent: player }) })
  openApp('/')
  await userEvent.click(await screen.findByRole('link', { name: 'A talk' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Play: A talk' }))
  expect(screen.getByTitle('A talk')).toHaveFocus()
  const box = screen.getByRole('searchbox')
  box.focus()
  // The clock goes on.
  act(() => void vi.advanceTimersByTime(120_000))
  expect(box).toHaveFocus()
})

test('a story ends with the next headline of the feed one came from, and Back leads to that feed', async () => {
  await deployed(manySeeds(30, { topics: ['AI', 'Chips'] }))
  openApp('/topic/chips/')
  await userEvent.click(await screen.findByRole('link', { name: 'Story number 27' }))
  const beside = await screen.findByRole('navigation', { name: 'Next and previous story' })
  expect(within(beside).getByRole('link', { name: 'Previous Story number 28' })).toBeVisible()
  await userEvent.click(within(beside).getByRole('link', { name: 'Next Story number 26' }))
  await screen.findByRole('heading', { level: 1, name: 'Story number 26' })
  await screen.findByRole('link', { name: 'Next Story number 25' })
  history.back()
  await waitFor(() => expect(location.pathname).toBe('/topic/chips/'))
})

test("a story in another language says so on its card and page, and the owner's own has its author and no original", async () => {
  await deployed({ 'a.md': '---\ntitle: Der Roboter\ndate: 2020-05-20\nauthor: Ann Lee\nlang: de\n---\nEin Text.\n', 'b.md': '---\ntitle: A robot\ndate: 2020-05-19\nlang: en-GB\n---\n' })
  openApp('/')
  expect((await screen.findByRole('heading', { name: 'A robot' })).lang).toBe('')
  expect(screen.getByRole('heading', { name: 'Der Roboter' }).lang).toBe('de')
  await userEvent.click(screen.getByRole('link', { name: 'Der Roboter' }))
  expect((await screen.findByRole('heading', { level: 1, name: 'Der Roboter' })).lang).toBe('de')
  expect(await screen.findByText('Ein Text.')).toBeVisible()
  expect(within(screen.getByRole('article')).getByText('Ann Lee')).toBeVisible()
  expect(screen.queryByRole('link', { name: /^Read the original/ })).not.toBeInTheDocument()
})

test('provider and authors lead to their stories', async () => {
  const by = (title: string, authors: string[], domain: string) =>
    seedText({ title, publishedDateTime: '2020-05-20', webUrl: `https://${domain}/${title.length}`, provider: { name: `The ${domain}`, domain }, author: authors })
  await deployed({ 'a.md': by('One on chips', ['Ada Byron', 'Bo Li'], 'a.example'), 'b.md': by('Another about silicon', ['Bo Li'], 'b.example'), 'c.md': by('A third one', [], 'a.example') })
  openApp('/')
  await userEvent.click(await screen.findByRole('link', { name: 'One on chips' }))
  await userEvent.click(await screen.findByRole('link', { name: 'Bo Li' }))
  await waitFor(() => expect(screen.getAllByRole('article').map((card) => within(card).getByRole('heading').textContent)).toEqual(['Another about silicon', 'One on chips']))
  expect(location.search).toBe('?author=bo-li')
  await userEvent.click(screen.getByRole('link', { name: 'One on chips' }))
  await userEvent.click(await screen.findByRole('link', { name: 'The a.example' }))
  await waitFor(() => expect(location.search).toBe('?provider=a.example'))
})
