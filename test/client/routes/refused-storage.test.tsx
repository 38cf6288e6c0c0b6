import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, onTestFinished, test, vi } from 'vitest'
import { deployed, openApp } from '../../support/app.tsx'
import { seedText } from '../../support/seed-text.ts'

// No IndexedDB here, as in private windows of some browsers.
test('where the device refuses all storage, marks last until the page is closed, and the page of saved stories says so', async () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError')
  }
  for (const method of ['getItem', 'setItem', 'removeItem'] as const) vi.spyOn(Storage.prototype, method).mockImplementation(refuse)
  onTestFinished(() => void vi.restoreAllMocks())
  await deployed({ 'a.md': seedText({ title: 'A law for robots', publishedDateTime: '2020-05-01', webUrl: 'https://a.example/1' }) })
  openApp('/')
  const card = within(await screen.findByRole('article'))
  fireEvent.pointerMove(window)
  await userEvent.click(await card.findByRole('button', { name: 'Mark as read' }))
  await userEvent.click(card.getByRole('button', { name: 'Save' }))
  expect(card.getByText('Read')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('link', { name: 'Saved stories' }))
  expect(await screen.findByText(/This browser refuses to store data/)).toBeInTheDocument()
  expect(await screen.findByRole('article', { name: 'A law for robots' })).toBeInTheDocument()
})
