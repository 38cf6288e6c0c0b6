import { cleanup, render, screen } from '@testing-library/react'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { BrokenPart } from '../../../src/client/components/chrome/broken-part.tsx'
import { ErrorBoundary } from '../../../src/client/components/chrome/error-boundary.tsx'
import { FeedChunk, type FeedItem } from '../../../src/client/components/feed/feed-chunk.tsx'
import { makeSummary } from '../../support/make-summary.ts'

/** React reports what a boundary catches, and the setup looks for reports after the test. */
function expectReport(): void {
  const report = vi.spyOn(console, 'error')
  expect(report).toHaveBeenCalled()
  report.mockClear()
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(cleanup)
})

test('a card that throws leaves the other cards', () => {
  const broken = { ...makeSummary({ id: 'b' }), provider: 1, coveredElsewhere: null, alsoCoveredBy: null } as unknown as FeedItem['story']
  const items = [makeSummary({ id: 'a' }), broken, makeSummary({ id: 'c' })].map((story, row) => ({ row, story, published: story.published }))
  render(<FeedChunk chunk={0} content={{ kind: 'stories', items }} total={3} height={0} isFailed={false} onRetry={() => undefined} observe={() => () => undefined} commonTopics={new Set()} isCompact={false} />)
  expect(screen.getAllByRole('article')).toHaveLength(2)
  expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong')
  expectReport()
})

test('a part that threw is tried again with other content', () => {
  const Part = ({ name }: { name: string }) => {
    if (name === 'broken') throw new Error('broken')
    return <p>{name}</p>
  }
  const show = (name: string) => (
    <ErrorBoundary view={name} fallback={<BrokenPart />}>
      <Part name={name} />
    </ErrorBoundary>
  )
  const { rerender } = render(show('broken'))
  expect(screen.getByRole('alert')).toBeVisible()
  expectReport()
  rerender(show('whole'))
  expect(screen.getByText('whole')).toBeVisible()
})
