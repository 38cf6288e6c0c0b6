import { fireEvent, render } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useSwipe } from '../../../src/client/hooks/navigation/use-swipe.ts'

const onSwipe = vi.fn<(step: 1 | -1) => void>()

function Page() {
  useSwipe(onSwipe)
  return (
    <main>
      <p>Text</p>
      <input aria-label="Field" />
    </main>
  )
}

/** Moves a finger over an element. */
function move(element: Element, x: number, y: number): void {
  fireEvent.touchStart(element, { touches: [{ clientX: 500, clientY: 300 }] })
  fireEvent.touchEnd(element, { changedTouches: [{ clientX: 500 + x, clientY: 300 + y }] })
}

test('a move sideways over text is a swipe; one that scrolls, a short one and one in a field are not', () => {
  const { getByText, getByLabelText } = render(<Page />)
  const text = getByText('Text')
  move(text, -200, 10)
  expect(onSwipe).toHaveBeenLastCalledWith(1)
  move(text, 200, -10)
  expect(onSwipe).toHaveBeenLastCalledWith(-1)
  onSwipe.mockClear()
  move(text, -200, 150)
  move(text, -30, 0)
  move(getByLabelText('Field'), -200, 0)
  expect(onSwipe).not.toHaveBeenCalled()
})
