import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, onTestFinished, test, vi } from 'vitest'
import { deployed, openApp } from '../../support/app.tsx'
import { seedText } from '../../support/seed-text.ts'

const STORY = seedText(
  {
    title: 'A *bold* claim [sic]',
    excerpt: 'It says <b>more</b> than 1 thing.',
    publishedDateTime: '2020-05-20',
    webUrl: 'https://news.example/claim_(1)',
    provider: { name: 'The Daily_Example', domain: 'news.example' },
    topics: ['AI'],
    related: [{ title: 'The claim, again', webUrl: 'https://other.example/claim', publishedDateTime: '2020-05-20', provider: { name: 'Other', domain: 'other.example' } }],
  },
  '\n## Why\n\nBecause of **this** and [that](https://b.example/x).\n\n- one\n- two\n\n1\\. not a list, nor is <i>this</i> &lt;i&gt;HTML&lt;/i&gt;\n',
)

async function openStory(): Promise<void> {
  await deployed({ 'claim.md': STORY })
  openApp('/')
  await userEvent.click(await screen.findByRole('link', { name: 'A *bold* claim [sic]' }))
  await screen.findByRole('button', { name: 'Copy as Markdown' })
}

/** A browser with a share sheet, or without one. */
function withShareSheet(share: ((data: ShareData) => Promise<void>) | null): void {
  if (share === null) return
  Object.defineProperty(navigator, 'share', { value: share, configurable: true })
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'share'))
}

test('a story is copied as Markdown: title and link, provider and date, text, coverage', async () => {
  userEvent.setup()
  await openStory()
  await userEvent.click(screen.getByRole('button', { name: 'Copy as Markdown' }))
  expect(await screen.findByText('Story copied as Markdown')).toBeVisible()
  const [item] = await navigator.clipboard.read()
  const text = await (await item?.getType('text/plain'))?.text()
  expect(text).toBe(`# [A \\*bold\\* claim \\[sic\\]](https://news.example/claim_\\(1\\))

The Daily\\_Example · May 20, 2020

It says \\<b\\>more\\</b\\> than 1 thing.

## Why

Because of **this** and [that](https://b.example/x).

-   one
-   two

1\\. not a list, nor is *this* \\<i\\>HTML\\</i\\>

## Also covered by

- [The claim, again](https://other.example/claim) · Other
`)
})

test('without a share sheet the link is copied, and that is said', async () => {
  userEvent.setup()
  await openStory()
  await userEvent.click(screen.getByRole('button', { name: 'Share' }))
  expect(await screen.findByText('Link copied')).toHaveAttribute('aria-live')
  expect(await navigator.clipboard.readText()).toBe(location.href)
})

test('a filtered view is shared by its own link and name; the front page needs no button', async () => {
  userEvent.setup()
  await deployed({ 'claim.md': STORY })
  openApp('/')
  await screen.findByRole('heading', { level: 1, name: 'Latest stories' })
  expect(screen.queryByRole('button', { name: 'Share' })).not.toBeInTheDocument()
  const shared: ShareData[] = []
  withShareSheet((data) => Promise.resolve(void shared.push(data)))
  openApp('/topic/ai/?q=claim')
  await waitFor(() => expect(document.title).toBe('claim · AI · Newsfold'))
  await userEvent.click(await screen.findByRole('button', { name: 'Share' }))
  expect(shared).toEqual([{ title: 'claim · AI · Newsfold', url: `${location.origin}/topic/ai/?q=claim` }])
})

test('to close the share sheet is no failure', async () => {
  withShareSheet(() => Promise.reject(new DOMException('closed', 'AbortError')))
  await openStory()
  await userEvent.click(screen.getByRole('button', { name: 'Share' }))
  expect(screen.queryByRole('textbox', { name: /yourself/ })).not.toBeInTheDocument()
  expect(screen.queryByText(/copied|yourself/)).not.toBeInTheDocument()
})

test('what the browser refuses to copy stands there selected', async () => {
  userEvent.setup()
  await openStory()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
  vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
  await userEvent.click(screen.getByRole('button', { name: 'Share' }))
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /yourself/ })
  expect(field).toHaveValue(location.href)
  expect(field).toHaveFocus()
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, location.href.length])
})
