/**
 * Distance from the window within which a chunk counts as visible, in pixels. It is 0 until the user scrolls,
 * so that the first screen loads only what it shows.
 */
const MARGIN = 1200

/** Receives what happens to the elements of a feed. */
interface Listener {
  /** An element has come near the window, or moved away. */
  onCross(): void
  /** Elements have changed their size. */
  onResize(elements: readonly Element[]): void
}

/** Observes the elements of a feed with `IntersectionObserver` and `ResizeObserver`, so that nothing runs while nothing changes. */
export interface ChunkObserver {
  /** A `ref` for each element. */
  readonly observe: (element: Element) => () => void
  /** Current margin around the window, in pixels. */
  margin(): number
  /** Starts to call the listener; returns a function that stops it. */
  connect(listener: Listener): () => void
}

/** Creates an observer; it does nothing until it is connected. */
export function createChunkObserver(): ChunkObserver {
  const elements = new Set<Element>()
  let margin = 0
  let crossings: IntersectionObserver | null = null
  let sizes: ResizeObserver | null = null
  return {
    observe(element) {
      elements.add(element)
      crossings?.observe(element)
      sizes?.observe(element)
      return () => {
        elements.delete(element)
        crossings?.unobserve(element)
        sizes?.unobserve(element)
      }
    },
    margin: () => margin,
    connect(listener) {
      const observeCrossings = () => {
        crossings?.disconnect()
        crossings = new IntersectionObserver(() => listener.onCross(), { rootMargin: `${margin}px 0px` })
        for (const element of elements) crossings.observe(element)
      }
      const widen = () => {
        margin = MARGIN
        observeCrossings()
      }
      if (scrollY > 0) margin = MARGIN
      observeCrossings()
      if (margin === 0) addEventListener('scroll', widen, { once: true, passive: true })
      sizes = new ResizeObserver((entries) => listener.onResize(entries.map(({ target }) => target)))
      for (const element of elements) sizes.observe(element)
      return () => {
        removeEventListener('scroll', widen)
        crossings?.disconnect()
        sizes?.disconnect()
        crossings = sizes = null
      }
    },
  }
}
